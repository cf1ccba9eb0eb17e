"""Words along their consonants: the quick measure for running text.

Where two words have the same coarse sounds, their strong consonants stand one beside the other, and
only what lies between needs measuring: short stretches of vowels and weak sounds, of which there
are few, so that nearly every measure is a look-up. The likeness found so is at most that of
`distance.likeness`, and seldom less.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ctdesk.screening.costs import CLASSES, SUBSTITUTION
from ctdesk.screening.distance import SHORTEST, distance, gaps, in_arabic, value

_MOST = 12
_NONE: dict[str, float] = {}


class Frame(NamedTuple):
    """A word by one of its coarse keys: strong sounds, and what stands before, between, after."""

    key: str
    strong: str
    between: tuple[str, ...]
    arabic: bool
    value: float


@lru_cache(maxsize=1 << 15)
def frames(sounds: str) -> tuple[Frame, ...]:
    """The frames of a word, the first dozen where it has more."""
    open_ends: list[tuple[str, str, tuple[str, ...]]] = [("", "", ("",))]
    for sound in sounds:
        grown = []
        for key, strong, between in open_ends:
            for each in CLASSES.get(sound, (sound,)):
                if each:
                    grown.append((key + each, strong + sound, (*between, "")))
                else:
                    grown.append((key, strong, (*between[:-1], between[-1] + sound)))
        open_ends = grown[:_MOST]
    arabic, worth = in_arabic(sounds), value(sounds)
    return tuple(Frame(*each, arabic, worth) for each in open_ends)


@lru_cache(maxsize=1 << 17)
def _between(a: str, b: str, a_arabic: bool, b_arabic: bool, leading: bool) -> float:
    if not a or not b:
        return sum(gaps(a, b_arabic, leading)) + sum(gaps(b, a_arabic, leading))
    return distance(a, b, arabic=(a_arabic, b_arabic), leading=leading)


@lru_cache(maxsize=1 << 16)
def strong_distance(a: str, b: str) -> float:
    """What it costs to take the strong sounds of one word for those of another of its key."""
    return sum(
        SUBSTITUTION.get(one, _NONE).get(other, 1.0)
        for one, other in zip(a, b, strict=True)
        if one != other
    )


def framed_likeness(a: Frame, b: Frame, floor: float, apart: float) -> float:
    """How alike two words of one key are whose strong sounds are so far apart; 0 below `floor`."""
    measure = (a.value + b.value) / 2
    if measure < SHORTEST:
        measure = SHORTEST
    left = (1 - floor) * measure - apart
    if left < 0:
        return 0.0
    leading = True
    for one, other in zip(a.between, b.between, strict=True):
        if one != other:
            left -= _between(one, other, a.arabic, b.arabic, leading)
            if left < 0:
                return 0.0
        leading = False
    return floor + left / measure


def frames_of(readings: Sequence[str]) -> list[Frame]:
    """The frames of all readings of a part."""
    return [frame for reading in readings for frame in frames(reading)]
