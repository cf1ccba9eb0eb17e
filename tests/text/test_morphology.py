"""Affixes as readings and forms, before any vocabulary judges them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text import morphology
from ctdesk.text.fold import fold

WORD = st.text(st.sampled_from("ابتجدرسعفقكلمنهوي"), min_size=2, max_size=9)


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("والسفارة", "سفارة"),
        ("بتمويل", "تمويل"),
        ("للقرار", "قرار"),
        ("للجنة", "لجنة"),
        ("سيعلن", "يعلن"),
    ],
)
def test_a_clitic_may_be_read_off(written: str, base: str) -> None:
    assert fold(base) in {reading.base for reading in morphology.without_clitic(fold(written))}


@pytest.mark.parametrize(
    ("written", "base"),
    [("سفارتنا", "سفارة"), ("تقريرهم", "تقرير"), ("عقوبات", "عقوبة"), ("منطقتين", "منطقة")],
)
def test_an_ending_may_be_read_off(written: str, base: str) -> None:
    assert fold(base) in {reading.base for reading in morphology.without_suffix(fold(written))}


@pytest.mark.parametrize("word", ["لبنان", "عمان", "جنين", "قانون", "حنين"])
def test_a_short_word_never_loses_an_ending_that_looks_dual_or_plural(word: str) -> None:
    assert not {reading.base for reading in morphology.without_suffix(word)} & {word[:-2]}


@given(WORD)
def test_a_word_is_among_its_own_forms(word: str) -> None:
    assert word in set(morphology.suffixed(word))
    assert word in set(morphology.with_clitics(word))


@given(WORD)
def test_stems_and_roots_are_never_longer_than_the_word(word: str) -> None:
    assert 0 < len(morphology.stem(word)) <= len(word)
    assert len(morphology.root(word)) <= len(word)


def test_latin_words_have_snowball_stems_and_no_root() -> None:
    assert morphology.stem("embassies") == morphology.stem("embassy")
    assert morphology.root("embassies") == ""
    assert morphology.stem("2379") == "2379"
