"""When what agrees in a running text is enough for a hit: long and rare, and little missing."""

from __future__ import annotations

from collections.abc import Sequence

from ctdesk.screening.bearers import ListedParts
from ctdesk.screening.distance import value
from ctdesk.screening.parts import Part
from ctdesk.screening.score import Weighed, evidence

LEAST_TOLD = 1.45
"""How much what agrees must prove: the weights of rarity (a part of average rarity has 0.6), more
for length, less for what is missing and for the part that is least alike. Set where the tuning half
of planted names loses nothing (tests/benchmarks/names_in_text.py)."""
SOUND = 0.15
"""What a consonant that agrees counts for."""
_MISSING, _MISSING_OF_GROUP = 0.5, 1.0
_UNLIKE = 3.0
_ALONE, _RARE_ALONE, LONG_ALONE = 0.97, 0.9, 5.0


def enough(found: Weighed, asked: Sequence[Part], listed: ListedParts, whole: bool) -> bool:
    """Whether what agrees is long and rare enough for a text, and little of the name is missing.

    `whole` asks that nothing is: common words are no name unless they are the whole of it.
    """
    if len(found.pairs) == 1 and len(listed.parts) == 1:
        return _alone_enough(found, asked[0], listed)
    if len(found.pairs) < 2 or (found.order == "other" and len(found.pairs) < 3):
        return False
    sound = told = 0.0
    worst = 1.0
    taken: set[int] = set()
    for pair, weight in found.pairs:
        sound += sum(value(asked[at].whole) for at in pair.first)
        told += weight * evidence(pair.likeness)
        worst = min(worst, pair.likeness)
        taken.update(pair.second)
    missing = sum(weight for at, weight in enumerate(listed.weights) if at not in taken)
    if whole and missing:
        return False
    missing *= missing_counts(listed)
    return told + SOUND * sound - missing - _UNLIKE * (1 - worst) >= LEAST_TOLD


def missing_counts(listed: ListedParts) -> float:
    """What the weight of a missing part counts for: a group's name isn't shortened."""
    return _MISSING_OF_GROUP if listed.entry.kind == "group" else _MISSING


def _alone_enough(found: Weighed, asked: Part, listed: ListedParts) -> bool:
    """Whether a name of one word is there: long, rare and hardly respelled."""
    pair, weight = found.pairs[0]
    return (
        pair.likeness >= _ALONE
        and weight >= _RARE_ALONE
        and value(asked.whole) >= LONG_ALONE
        and asked.kind != "servant"
        and listed.name.quality != "low"
    )
