"""Sounds of two words: spellings of one name are near, other names far."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from ctdesk.screening.costs import BETWEEN_CLASSES, SUBSTITUTION
from ctdesk.screening.distance import coarse_keys, distance, likeness
from ctdesk.screening.sounds import arabic_sounds, latin_letters, latin_sounds
from ctdesk.text.fold import fold_word

SPELLINGS = [
    ("محمد", "Mohammed"), ("محمد", "Mehmet"), ("قذافي", "Gaddafi"), ("قذافي", "Qadhafi"),
    ("خالد", "Khaled"), ("خالد", "Halid"), ("عثمان", "Osman"), ("شعباني", "Chaabani"),
    ("جمال", "Gamal"), ("جمال", "Djamel"), ("جمال", "Cemal"), ("ظواهري", "Zawahiri"),
    ("مصطفى", "Mustafa"), ("فاطمة", "Fatima"), ("سعيد", "Said"), ("فتحي", "Fathi"),
    ("يوسف", "Yousef"), ("شريف", "Şerif"), ("جهاد", "Cihad"), ("محمود", "Mahmoud"),
]  # fmt: skip
OTHERS = [("محمد", "Salem"), ("كريم", "Kamal"), ("علي", "Omar"), ("حسن", "Yasin"), ("نصر", "Anwar")]


def alike(arabic: str, latin: str) -> float:
    letters = latin_letters(latin)
    split = letters.replace("th", "t-h")
    return max(
        likeness(arabic_sounds(fold_word(arabic)), latin_sounds(each).replace("-", ""))
        for each in (letters, split)
    )


@pytest.mark.parametrize(("arabic", "latin"), SPELLINGS)
def test_spellings_of_one_name_are_near(arabic: str, latin: str) -> None:
    assert alike(arabic, latin) >= 0.85


@pytest.mark.parametrize(("arabic", "latin"), OTHERS)
def test_other_names_are_far(arabic: str, latin: str) -> None:
    assert alike(arabic, latin) < 0.75


SOUNDS = st.text(alphabet="bpdtkqgjZcSszTDXGHhfvmnlrxKOEaeiouLVyw@AUIYQ'", min_size=1, max_size=7)


@given(SOUNDS, SOUNDS)
def test_coarse_sounds_never_overstate_a_distance(a: str, b: str) -> None:
    """What the index leaves out by them is too far away to count."""
    keys = coarse_keys(a), coarse_keys(b)
    if all(keys):
        edits = min(Levenshtein.distance(x, y) for x, y in product(*keys))
        assert edits * BETWEEN_CLASSES <= distance(a, b) + 1e-9


@given(SOUNDS, SOUNDS)
def test_likeness_is_between_none_and_whole_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0.0 <= likeness(a, b) <= 1.0
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert likeness(a, a) == 1.0


def test_costs_are_the_same_both_ways() -> None:
    assert all(
        SUBSTITUTION[b][a] == cost for a, row in SUBSTITUTION.items() for b, cost in row.items()
    )
