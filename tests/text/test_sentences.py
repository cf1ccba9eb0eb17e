from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.sentences import first_sentence, sentences, shortened


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("هل وصل الوفد؟ نعم. وصل أمس.", ["هل وصل الوفد؟", "نعم.", "وصل أمس."]),
        ("He met Dr. Smith of the U.S. Embassy. They left.", None),
        ("صرح د. أحمد بذلك. ثم غادر.", ["صرح د. أحمد بذلك.", "ثم غادر."]),
        ("It cost 3.5 million. 1. First point.", ["It cost 3.5 million.", "1. First point."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("A title\nThe text begins.", ["A title", "The text begins."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str] | None) -> None:
    wanted = parts or ["He met Dr. Smith of the U.S. Embassy.", "They left."]
    assert list(sentences(text)) == wanted


def test_the_lines_of_a_wrapped_text_are_one_sentence() -> None:
    text = (
        "The committee met in Amman on Sunday to look into the draft\nof the memorandum. It ended."
    )
    assert next(sentences(text)).endswith("the draft of the memorandum.")


def test_a_number_standing_alone_is_no_first_sentence() -> None:
    assert first_sentence("12.\n\nThe border is open.") == "The border is open."


def test_a_long_sentence_ends_at_a_clause_and_says_that_it_goes_on() -> None:
    text = "The minister received the delegation in the morning, and then " + "again " * 40
    assert first_sentence(text, 70) == "The minister received the delegation in the morning…"


@given(st.text("ابتث abc,،.\n", max_size=400), st.integers(20, 120))
def test_a_shortened_text_keeps_whole_words_within_the_limit(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    words = " ".join(text.split())
    if max(map(len, text.split()), default=0) < limit - 1:
        kept = short.removesuffix("…")
        assert words.startswith(kept)
        rest = words[len(kept) :]
        assert not rest or not rest[0].isalpha() or not kept


@given(st.text(max_size=300))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    joined = "".join(sentences(text))
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]
