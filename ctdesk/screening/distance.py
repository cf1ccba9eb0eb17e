"""How alike two words of a name are: a weighted edit distance over their sounds.

A short vowel costs next to nothing where the other word is Arabic, which doesn't write it. The sum
is divided by how much sound there is to compare, so that one slip weighs more in a short word.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ctdesk.screening.costs import (
    ARABIC_ONLY,
    CLASSES,
    GAP,
    GAP_BESIDE_ARABIC,
    LEADING,
    SUBSTITUTION,
    VALUE,
    VOWELS,
)

SHORTEST = 1.6
"""Words with less sound than this are measured as if they had so much."""
UNLIKE = 0.6
"""A likeness below this is said to be 0: nothing asks how unlike two words are."""
_MOST_KEYS = 48
_NONE: dict[str, float] = {}


@lru_cache(maxsize=1 << 15)
def coarse_keys(sounds: str) -> tuple[str, ...]:
    """The sounds by class, sounds that may cost little left out; several where a sound is of two.

    Of two words, the nearest keys are so few edits apart that `costs.BETWEEN_CLASSES` times their
    number is no more than the words' distance. Empty for a word with more keys than an index should
    hold: such a one must be measured against every word.
    """
    keys = [""]
    for sound in sounds:
        classes = CLASSES.get(sound, (sound,))
        keys = [key + each for key in keys for each in classes]
        if len(keys) > _MOST_KEYS:
            return ()
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=1 << 16)
def value(sounds: str) -> float:
    """How much there is to compare in a word: about its number of consonants."""
    get = VALUE.get
    return sum([get(sound, 1.0) for sound in sounds])


@lru_cache(maxsize=1 << 16)
def in_arabic(sounds: str) -> bool:
    """Whether the sounds were read from Arabic letters, as far as they tell."""
    return not ARABIC_ONLY.isdisjoint(sounds) or not any(v in sounds for v in "aeiouVL")


@lru_cache(maxsize=1 << 16)
def gaps(sounds: str, beside_arabic: bool, leading: bool) -> tuple[float, ...]:
    """What each sound costs where the other word has nothing."""
    gap = GAP_BESIDE_ARABIC if beside_arabic else GAP
    gaps = [gap.get(sound, 1.0) for sound in sounds]
    if leading and sounds[:1] in VOWELS:
        gaps[:1] = [LEADING]
    return tuple(gaps)


@lru_cache(maxsize=1 << 16)
def _rows(sounds: str) -> tuple[dict[str, float], ...]:
    """What each sound costs against others; nothing against itself."""
    return tuple({**SUBSTITUTION.get(sound, _NONE), sound: 0.0} for sound in sounds)


def distance(
    a: str,
    b: str,
    limit: float = math.inf,
    arabic: tuple[bool, bool] | None = None,
    leading: bool = True,
) -> float:
    """The cheapest way of making one word of the other; infinite where it exceeds `limit`.

    For stretches of words: whether either word is Arabic, and whether they begin the words.
    """
    a_arabic, b_arabic = arabic or (in_arabic(a), in_arabic(b))
    gaps_a, gaps_b = gaps(a, b_arabic, leading), gaps(b, a_arabic, leading)
    if len(a) == 1 and b:
        return _one_among(_rows(a)[0], gaps_a[0], b, gaps_b)
    if len(b) == 1 and a:
        return _one_among(_rows(b)[0], gaps_b[0], a, gaps_a)
    row = [0.0]
    total = 0.0
    for gap in gaps_b:
        total += gap
        row.append(total)
    pairs = list(zip(b, gaps_b, strict=True))
    for costs, gap in zip(_rows(a), gaps_a, strict=True):
        diagonal = row[0]
        left = lowest = diagonal + gap
        new = [left]
        for (other, gap_b), above in zip(pairs, row[1:], strict=True):
            best = diagonal + costs.get(other, 1.0)
            if above + gap < best:
                best = above + gap
            if left + gap_b < best:
                best = left + gap_b
            diagonal = above
            new.append(best)
            left = best
            if best < lowest:
                lowest = best
        if lowest > limit:
            return math.inf
        row = new
    return row[-1]


def _one_among(costs: Mapping[str, float], gap: float, others: str, gaps: Sequence[float]) -> float:
    """The distance between one sound and several: it stands for one of them, or for none."""
    saved = max(left_out - costs.get(at, 1.0) for at, left_out in zip(others, gaps, strict=True))
    return sum(gaps) + min(gap, -saved)


def size(a: str, b: str) -> float:
    """What the distance between two words is measured by."""
    return max(SHORTEST, (value(a) + value(b)) / 2)


@lru_cache(maxsize=1 << 18)
def likeness(a: str, b: str) -> float:
    """From 1 (one name, differently spelled) to 0 for two words in sounds."""
    if a == b:
        return 1.0
    measure = size(a, b)
    alike = 1.0 - distance(a, b, (1 - UNLIKE) * measure) / measure
    return alike if alike >= UNLIKE else 0.0
