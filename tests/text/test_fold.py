"""One spelling for every way a word is written."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.fold import fold, fold_word
from ctdesk.text.words import shadow, words

ARABIC = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآٱؤئءًٌٍَُِّْٰـ \u200f\u200cﻣﻜﷲﷺ٠١٢۳/-"))
MIXED = st.one_of(st.text(), ARABIC, st.text(st.sampled_from("aAéÉ'’ʿ.sS عبدالله0٣ \u00ad\u200d")))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الإِرْهَاب", "الارهاب"),
        ("مكـــافحة", "مكافحه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول", "مسوول"),
        ("آسيا ٱلقاعدة", "اسيا القاعده"),
        ("ﻣﻜﺎﻓﺤﺔ ﺍﻹﺭﻫﺎﺏ", "مكافحه الارهاب"),
        ("ﷲ", "الله"),
        ("\u200fداعش\u200f", "داعش"),
        ("ter\u00adrorism", "terrorism"),
        ("٢٣٧٩ ۲۳۷۹ 2379", "2379 2379 2379"),
        ("Da'esh Da’esh Daʿesh Da`esh DAESH", "daesh daesh daesh daesh daesh"),
        ("Baghdâd Türkiye", "baghdad turkiye"),
        ("Iraq's Iraq’s", "iraq iraq"),
        ("U.S. U.S.A. U.S", "us usa us"),
        ("S/RES/2379 (2017)", "s res 2379 2017"),
        ("٤/٧/١٢٣", "4 7 123"),
        ("بـISIS القرار2379", "ب isis القرار 2379"),
        ("عبد الله عَبْدُ اللهِ عبدالله", "عبدالله عبدالله عبدالله"),
        ("وعبد الرحمن", "وعبدالرحمن"),
        ("کوردستان", "كوردستان"),
        ("counter-terrorism", "counter terrorism"),
        ("«العراق»", "العراق"),
        ("ـــ ' ً", ""),
    ],
)
def test_a_word_folds_to_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert shadow(written) == folded


def test_the_parts_of_a_compound_run_together_in_one_word() -> None:
    assert fold_word("S/RES/2379") == "sres2379"


@given(MIXED)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_folded_text_holds_letters_digits_and_single_blanks_only(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(token.isalnum() for token in folded.split())


@given(MIXED)
def test_the_words_of_a_text_are_its_folding(text: str) -> None:
    assert [word.form for word in words(text)] == fold(text).split()


@given(MIXED)
def test_each_word_stands_where_its_offsets_say(text: str) -> None:
    for place, word in enumerate(words(text)):
        assert word.position == place
        assert 0 <= word.start < word.end <= len(text)
        assert word.form in fold(text[word.start : word.end]).split()


@given(MIXED)
def test_words_come_in_order_and_overlap_only_within_one_ligature(text: str) -> None:
    found = words(text)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start or (before.start, before.end) == (after.start, after.end)


def test_offsets_cover_harakat_and_possessives_but_not_direction_marks() -> None:
    text = "قال \u200fمُكَافَحَةَ\u200f Iraq’s"
    assert [text[word.start : word.end] for word in words(text)] == ["قال", "مُكَافَحَةَ", "Iraq’s"]


def test_a_split_name_is_one_word_over_both_parts() -> None:
    text = "السيد عبد  الله هنا"
    assert [(word.form, text[word.start : word.end]) for word in words(text)][1] == (
        "عبدالله",
        "عبد  الله",
    )
