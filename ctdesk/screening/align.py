"""Two names part against part: which parts are one, and how alike those are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ctdesk.screening.distance import likeness
from ctdesk.screening.parts import Part

FLOOR = 0.68
"""Less alike than this, two parts are not one name."""
SPLIT_FLOOR = 0.75
"""The same for one part against two neighbours written together."""
INITIAL = 0.7
"""How alike an initial is to a name that begins with it."""
_OTHER_KIND = 0.78
"""What is left of likeness where only one side says "servant of", "father of"."""
_COMPOUND = frozenset(("servant", "god", "faith", "father", "mother"))


@dataclass(frozen=True)
class Pair:
    """Parts found to be one: places in either name (two where one name splits it), likeness."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    likeness: float


def part_likeness(a: Part, b: Part) -> float:
    """How alike two parts are, from 0 to 1."""
    if a.code and a.code == b.code:
        return 1.0
    if a.kind == "initial" or b.kind == "initial":
        return INITIAL if a.readings[0][:1] == b.readings[0][:1] else 0.0
    best = max([likeness(x, y) for x in a.readings for y in b.readings])
    if a.kind == b.kind and a.kind not in ("faith", "god"):
        return best
    if a.kind != b.kind and (a.kind in _COMPOUND or b.kind in _COMPOUND):
        best *= _OTHER_KIND
    return max(best, likeness(a.whole, b.whole))


Likely = tuple[int, int, float]
"""A part of the first name, one of the second, their likeness: at least `FLOOR`."""


def likely_pairs(first: Sequence[Part], second: Sequence[Part]) -> list[Likely]:
    """Every two parts of two names that may be one."""
    measured = (
        (i, j, part_likeness(a, b)) for i, a in enumerate(first) for j, b in enumerate(second)
    )
    return [likely for likely in measured if likely[2] >= FLOOR]


def aligned(first: Sequence[Part], second: Sequence[Part], likely: Iterable[Likely]) -> list[Pair]:
    """The parts of two names that are one, the surest first; no part is used twice."""
    found = sorted(likely, key=lambda pair: 0.01 * abs(pair[0] - pair[1]) - pair[2])
    left, right = set(range(len(first))), set(range(len(second)))
    pairs = []
    for i, j, alike in found:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append(Pair((i,), (j,), alike))
    if left and right and len(left) + len(right) > 2:
        pairs += [Pair(a, b, alike) for b, a, alike in _split(second, first, right, left)]
        pairs += [Pair(a, b, alike) for a, b, alike in _split(first, second, left, right)]
    return pairs


def _split(
    one: Sequence[Part], two: Sequence[Part], ones: set[int], twos: set[int]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """Parts of one name that the other writes as two neighbours."""
    for i in sorted(ones):
        for j in sorted(twos):
            if j in twos and j + 1 in twos:
                alike = likeness(one[i].whole, two[j].whole + two[j + 1].whole)
                if alike >= SPLIT_FLOOR:
                    ones.discard(i)
                    twos.difference_update((j, j + 1))
                    yield (i,), (j, j + 1), alike
                    break
