"""How alike two names are, from the parts they share and those they don't.

A score is the weight of what agrees, over that plus what speaks against: parts that differ on both
sides (another father's name) weigh heavily, parts that only one side gives (a grandfather left out)
little. In a chain of names the first is the person's own: where one name only begins further down
the other's chain, they are father and child, not one person. Names that agree in little but common
parts never score high unless they agree whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ctdesk.screening.align import Likely, Pair, aligned
from ctdesk.screening.ordinary import no_name, only_sounds
from ctdesk.screening.parts import Part

Order = Literal["same", "other"]
Leading = Literal["same", "both_differ", "descendant", "prefixed", "weak"]
"""What the persons' own names say: nothing against; each has another; one stands further down the
other's chain; the same behind a very common first name; barely alike."""

_LOW, _HIGH = 0.55, 0.95
_CONFLICT = 1.6
_EXTRA = 0.22
_ENOUGH = 0.9
_TRIVIAL = 0.12
_INVERSION = 0.06
_COMMON = 0.3
_LEADING = {"same": 1.0, "both_differ": 0.85, "descendant": 0.75, "prefixed": 0.92, "weak": 0.9}
_BY_SOUND = 0.5
"""What is left of the proof where a name is made of ordinary Arabic words and one of them only
sounds like the other name's: without vowels it sounds like much, the judiciary like Al-Qaida."""
_ANYWHERE = frozenset(("title", "word", "initial"))
"""Parts whose place says nothing: languages put "company" before or after."""
_NO_OWN_NAME = frozenset(("title", "word", "initial", "father", "mother"))


@dataclass(frozen=True)
class Weighed:
    """Two names compared: the score, the pairs with their weights, and what else was found."""

    score: float
    pairs: tuple[tuple[Pair, float], ...]
    order: Order
    leading: Leading
    by_sound: bool = False
    """Ordinary Arabic words only sound like some of the other name's."""


def evidence(likeness: float) -> float:
    """What a pair of parts proves: nothing below a likeness of 0.55, all of it from 0.95."""
    return min(1.0, max(0.0, (likeness - _LOW) / (_HIGH - _LOW)))


def weighed(
    first: Sequence[Part],
    second: Sequence[Part],
    first_weights: Sequence[float],
    second_weights: Sequence[float],
    likely: Iterable[Likely],
) -> Weighed:
    """The comparison of two names given as parts with their weights.

    `likely` are all their pairs that may be one (`align.likely_pairs`).
    """
    pairs = aligned(first, second, likely)
    pairs.sort(key=lambda pair: pair.first)
    agreed = against = 0.0
    by_sound = False
    with_weights = []
    left, right = list(first_weights), list(second_weights)
    no_names = no_name(first), no_name(second)
    for pair in pairs:
        weight = _pair_weight(pair, first_weights, second_weights)
        proof = evidence(pair.likeness)
        if only_sounds(first[pair.first[0]], second[pair.second[0]], no_names):
            by_sound = True
            proof *= _BY_SOUND
        agreed += weight * proof
        against += weight * (1 - proof)
        with_weights.append((pair, weight))
        for at in pair.first:
            left[at] = 0.0
        for at in pair.second:
            right[at] = 0.0
    if not agreed:
        return Weighed(0.0, tuple(with_weights), "same", "same")
    ordered = [pair for pair in pairs if first[pair.first[0]].kind not in _ANYWHERE]
    inversions = sum(a.second > b.second for a, b in pairwise(ordered))
    leading: Leading = "same"
    if not inversions:
        leading = _leading(first, second, pairs, first_weights, second_weights)
    score = _score(agreed, against, sum(left), sum(right))
    score = score * _LEADING[leading] - _INVERSION * inversions
    order: Order = "other" if inversions else "same"
    return Weighed(max(0.0, score), tuple(with_weights), order, leading, by_sound)


def _score(agreed: float, against: float, left: float, right: float) -> float:
    conflict, extra = min(left, right), abs(left - right)
    score = agreed / (agreed + against + _CONFLICT * conflict + _EXTRA * extra)
    if conflict > _TRIVIAL or extra > _TRIVIAL:
        score *= min(1.0, 0.55 + 0.45 * agreed / _ENOUGH)
    return score


def highest(
    likely: Iterable[Likely], first_weights: Sequence[float], second_weights: Sequence[float]
) -> float:
    """A score that two names can't exceed, given their likely pairs; quick to find.

    It doesn't know of parts that one name writes in two words.
    """
    best: dict[int, float] = {}
    left, right = list(first_weights), list(second_weights)
    for i, j, alike in likely:
        left[i] = right[j] = 0.0
        proof = min(first_weights[i], second_weights[j]) * evidence(alike)
        if proof > best.get(i, 0.0):
            best[i] = proof
    agreed = sum(best.values())
    return _score(agreed, 0.0, sum(left), sum(right)) if agreed else 0.0


def highest_of(count: int, weights: Sequence[float]) -> float:
    """A score that a name can't exceed when only so many of its parts are there."""
    ranked = sorted(weights, reverse=True)
    return _score(sum(ranked[:count]), 0.0, 0.0, sum(ranked[count:]))


def _pair_weight(pair: Pair, first: Sequence[float], second: Sequence[float]) -> float:
    if len(pair.first) == len(pair.second) == 1:
        return min(first[pair.first[0]], second[pair.second[0]])
    return (sum(first[at] for at in pair.first) + sum(second[at] for at in pair.second)) / 2


def _own(parts: Sequence[Part]) -> int:
    """The place of the person's own name; -1 where there is none."""
    return next((at for at, part in enumerate(parts) if part.kind not in _NO_OWN_NAME), -1)


def _leading(
    first: Sequence[Part],
    second: Sequence[Part],
    pairs: Sequence[Pair],
    first_weights: Sequence[float],
    second_weights: Sequence[float],
) -> Leading:
    one, other = _own(first), _own(second)
    if one < 0 or other < 0:
        return "same"
    to_second = {at: pair for pair in pairs for at in pair.first}
    to_first = {at: pair for pair in pairs for at in pair.second}
    if one not in to_second and other not in to_first:
        return "both_differ"
    for place, taken, weights in (
        (other, to_first, second_weights),
        (one, to_second, first_weights),
    ):
        if place not in taken:
            return "descendant" if weights[place] > _COMMON else "prefixed"
    pair = to_second[one]
    return "weak" if pair.second == (other,) and pair.likeness < 0.8 else "same"
