"""Verbs of the derived forms are told by their shape; nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.fold import fold
from ctdesk.text.verbs import Verb, persons, verbs, with_particles

TARGET = Verb("استهدف", "ستهدف", "استهداف")


@pytest.mark.parametrize(
    "word", ["استهدف", "استهدفت", "يستهدف", "تستهدفون", "استهداف", "يستهدفهم", "استهدفوا"]
)
def test_a_verb_is_one_in_past_present_and_noun(word: str) -> None:
    assert TARGET in set(verbs(fold(word)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("انفجرت", "انفجار"),
        ("اعتقل", "يعتقلون"),
        ("اجتماع", "يجتمع"),
        ("تفقد", "يتفقد"),
        ("تبادل", "يتبادلون"),
    ],
)
def test_forms_of_one_verb_meet(one: str, other: str) -> None:
    found = (*verbs(fold(one)), *verbs(fold(other)))
    assert any({fold(one), fold(other)} <= {*persons(verb), verb.noun} for verb in found)


@pytest.mark.parametrize(
    "word",
    [
        "زيد",
        "يزيد",
        "يسار",
        "لبنان",
        "يونان",
        "انسان",
        "استراليا",
        "اسلام",
        "تقرير",
        "بغداد",
        "تنظيم",
    ],
)
def test_a_name_or_a_simple_verb_is_left_alone(word: str) -> None:
    assert list(verbs(fold(word))) == []


def test_particles_are_written_onto_a_verb() -> None:
    assert {"يعتقل", "سيعتقل", "وسيعتقل", "ويعتقل", "ليعتقل"} <= set(with_particles("يعتقل"))


@given(st.text(alphabet="ابتجحدرسعفقلمنهوي", max_size=12))
def test_any_word_is_read_without_fault(word: str) -> None:
    for verb in verbs(word):
        assert verb.past
        assert word in {*persons(verb), verb.noun} or verb.noun == verb.past
