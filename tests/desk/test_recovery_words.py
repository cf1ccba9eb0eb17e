"""Recovery words: typed in either language, a slip is told, the lists hold what they promise."""

from __future__ import annotations

import hashlib
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.desk.recovery_words import COUNT, RecoveryWords, read_words, word_list
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES
from ctdesk.text.fold import fold_word


def test_the_lists_hold_1024_words_that_no_spelling_confuses() -> None:
    both = [word_list("ar"), word_list("en")]
    for words in both:
        assert len(words) == 1024
        assert len({fold_word(word) for word in words}) == 1024
        assert min(len(fold_word(word)) for word in words) >= 3
    assert {fold_word(w) for w in both[0]}.isdisjoint(fold_word(w) for w in both[1])


def test_the_lists_are_those_of_the_sheets_that_lie_in_safes() -> None:
    listed = {lang: "\n".join((*word_list(lang), "")).encode() for lang in LANGUAGES}
    assert {lang: hashlib.sha256(text).hexdigest()[:16] for lang, text in listed.items()} == {
        "ar": "c19b7ba2762a6394",
        "en": "363a0733c4ae8074",
    }


@given(st.integers(), st.lists(st.booleans(), min_size=COUNT, max_size=COUNT))
def test_a_sheet_can_be_typed_in_either_language_or_in_both(seed: int, arabic: list[bool]) -> None:
    words = RecoveryWords.new()
    pairs = zip(words.shown("ar"), words.shown("en"), arabic, strict=True)
    blank = random.Random(seed).choice([" ", "\n", "  \t"])
    assert read_words(blank.join(ar if side else en for ar, en, side in pairs)) == words


def test_hamzas_marks_and_capitals_are_not_asked_for() -> None:
    words = RecoveryWords.new()
    bare = str.maketrans("أإآةى", "اااهي")
    assert read_words(" ".join(words.shown("ar")).translate(bare)) == words
    assert read_words(" ".join(words.shown("en")).upper()) == words
    assert read_words(unicodedata.normalize("NFD", " ".join(words.shown("ar")))) == words


def test_a_word_that_is_on_no_list_is_named_with_its_place() -> None:
    typed = list(RecoveryWords.new().shown("en"))
    typed[4] = "notaword"
    with pytest.raises(BadInput) as refused:
        read_words(" ".join(typed))
    assert refused.value.code == "recovery_word_unknown"
    assert refused.value.values == {"place": 5, "word": "notaword"}


def test_one_word_less_is_told() -> None:
    with pytest.raises(BadInput) as refused:
        read_words(" ".join(RecoveryWords.new().shown("ar")[:-1]))
    assert refused.value.code == "recovery_words_count"


def test_nearly_every_exchange_of_one_word_for_another_is_told() -> None:
    caught = 0
    for _ in range(300):
        words = RecoveryWords.new()
        place = random.randrange(COUNT)
        wrong = (words.numbers[place] + random.randrange(1, 1024)) % 1024
        numbers = (*words.numbers[:place], wrong, *words.numbers[place + 1 :])
        try:
            read_words(" ".join(RecoveryWords(numbers).shown("ar")))
        except BadInput as refused:
            caught += refused.code == "recovery_words_check"
    # one in 1024 passes the check, and then no slot opens
    assert caught >= 295


def test_the_secret_is_the_numbers_and_not_their_spelling() -> None:
    words = RecoveryWords.new()
    assert len(words.secret()) == len(b"ctdesk/recovery/1") + 26
    assert words.secret() != RecoveryWords.new().secret()
