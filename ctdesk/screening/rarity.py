"""How much a name part tells: near nothing for "Muhammad", 1 for a part hardly anyone bears.

The measure is the logarithm of how rarely a part is borne, counted in the list itself and in
`resources/screening/frequent_parts.tsv`, made from the Arabic and English names of people in
Wikidata (CC0) by `tests/benchmarks/frequent_parts.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from ctdesk.domain.resources import resource
from ctdesk.screening.parts import Part

_FIXED = {"title": 0.1, "initial": 0.08}
_WORD = 0.25
"""What the word of a company weighs beside a name as rare."""
_LEAST = 0.15

# Sounds that spellings mix, as one; vowels and weak sounds are left out.
_SKELETON = str.maketrans(
    {
        **dict.fromkeys("aeiouyw'@AUIYQLV", ""),
        "H": "h", "O": "d", "E": "z", "D": "d", "T": "t", "X": "k", "q": "k", "c": "S", "G": "g",
        "p": "b", "v": "f", "K": "s", "Z": "j", "x": "k",
    }
)  # fmt: skip


def skeleton(part: Part) -> str:
    """What a part is counted under: its kind and its consonants."""
    bones = part.readings[0].translate(_SKELETON)
    if len(bones) > 2 and bones.endswith("h"):
        bones = bones[:-1]
    return bones if part.kind == "name" else f"{part.kind}:{bones}"


class Rarity:
    """The weight of parts, by the counts of people who bear them among `total`."""

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        self._counts = counts
        self._total = total
        self._scale = math.log((total + 1) / 1.5)

    def weight(self, part: Part) -> float:
        """From 0.08 (an initial) to 1."""
        fixed = _FIXED.get(part.kind)
        if fixed is not None:
            return fixed
        borne = self._counts.get(skeleton(part), 0)
        rare = min(1.0, math.log((self._total + 1) / (borne + 0.5)) / self._scale)
        return _WORD * rare if part.kind == "word" else max(_LEAST, rare)

    def joined_by(self, people: Iterable[Iterable[Part]]) -> Rarity:
        """The same with more people counted, each given as all parts of the names it bears."""
        counts = Counter(self._counts)
        total = self._total
        for borne in people:
            total += 1
            counts.update({skeleton(part) for part in borne})
        return Rarity(counts, total)


@cache
def common_rarity() -> Rarity:
    """Rarity by the shipped table alone."""
    counts: dict[str, int] = {}
    total = 0
    with resource("screening", "frequent_parts.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            bones, _, count = line.rstrip("\n").partition("\t")
            if bones == "*":
                total = int(count)
            else:
                counts[bones] = int(count)
    return Rarity(counts, total)
