"""The words of a list that are like an asked one: a filter that leaves out none, then the measure.

Words are filed by their coarse sounds. Two readings that are alike enough differ in few of them
(`distance.coarse_keys` says why), which rapidfuzz counts quickly; only what is left is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from ctdesk.screening.align import FLOOR, SPLIT_FLOOR, part_likeness
from ctdesk.screening.costs import BETWEEN_CLASSES
from ctdesk.screening.distance import SHORTEST, coarse_keys, likeness, value
from ctdesk.screening.parts import Part


class NearSounds:
    """Numbered readings, to be found by readings like them."""

    def __init__(self, readings: Iterable[tuple[str, int]]) -> None:
        filed: dict[str, dict[float, set[int]]] = {}
        self._always: set[int] = set()
        self._all: set[int] = set()
        for reading, number in readings:
            self._all.add(number)
            keys = coarse_keys(reading)
            if not keys:
                self._always.add(number)
            for key in keys:
                filed.setdefault(key, {}).setdefault(value(reading), set()).add(number)
        self._keys = list(filed)
        self._filed = [sorted(filed[key].items()) for key in self._keys]
        self._largest = max((items[-1][0] for items in self._filed), default=0.0)

    def candidates(self, reading: str, floor: float) -> set[int]:
        """The numbers of all readings whose likeness may reach `floor`, and few others."""
        keys = coarse_keys(reading)
        if not keys:
            return self._all
        own = value(reading)
        per_value = (1 - floor) / BETWEEN_CLASSES
        widest = int(per_value * max(SHORTEST, (own + self._largest) / 2))
        found = set(self._always)
        for key in keys:
            near = extract(
                key, self._keys, scorer=Levenshtein.distance, score_cutoff=widest, limit=None
            )
            for _, edits, at in near:
                for size, numbers in self._filed[at]:
                    if edits <= per_value * max(SHORTEST, (own + size) / 2):
                        found |= numbers
        return found


class NearParts:
    """The distinct parts of a list by number, and the pairs of neighbours in its names."""

    def __init__(self, parts: Sequence[Part], neighbours: Sequence[str]) -> None:
        self._parts = parts
        self._wholes = [part.whole for part in parts]
        self._neighbours = neighbours
        self._near = NearSounds(
            (reading, number)
            for number, part in enumerate(parts)
            for reading in (*part.readings, part.whole)
        )
        self._near_joined = NearSounds((reading, at) for at, reading in enumerate(neighbours))
        self._by_code: dict[str, set[int]] = {}
        self._by_initial: dict[str, set[int]] = {}
        self._initials: set[int] = set()
        for number, part in enumerate(parts):
            if part.code:
                self._by_code.setdefault(part.code, set()).add(number)
            if part.kind == "initial":
                self._initials.add(number)
            self._by_initial.setdefault(part.readings[0][:1], set()).add(number)
        self._like: dict[object, dict[int, float]] = {}
        self._split: dict[str, dict[int, float]] = {}
        self._joined: dict[str, dict[int, float]] = {}

    def like(self, part: Part) -> dict[int, float]:
        """The parts at least as alike as `align.FLOOR`, by number, with their likeness."""
        known = self._like.get(part.key)
        if known is None:
            if len(self._like) > _CACHED:
                self._like.clear()
            measured = ((n, part_likeness(part, self._parts[n])) for n in self._candidates(part))
            known = {number: alike for number, alike in measured if alike >= FLOOR}
            self._like[part.key] = known
        return known

    def split_of(self, part: Part) -> dict[int, float]:
        """The pairs of neighbours that, written together, are like the part."""
        return self._measured(self._split, self._near_joined, part.whole, self._neighbours)

    def joined_of(self, first: Part, second: Part) -> dict[int, float]:
        """The parts that are like two neighbours written together."""
        return self._measured(self._joined, self._near, first.whole + second.whole, self._wholes)

    def _measured(
        self,
        cache: dict[str, dict[int, float]],
        near: NearSounds,
        reading: str,
        readings: Sequence[str],
    ) -> dict[int, float]:
        known = cache.get(reading)
        if known is None:
            if len(cache) > _CACHED:
                cache.clear()
            found = near.candidates(reading, SPLIT_FLOOR)
            measured = ((number, likeness(reading, readings[number])) for number in found)
            known = {number: alike for number, alike in measured if alike >= SPLIT_FLOOR}
            cache[reading] = known
        return known

    def _candidates(self, part: Part) -> set[int]:
        initial = part.readings[0][:1]
        if part.kind == "initial":
            return self._by_initial.get(initial, set())
        numbers = self._by_initial.get(initial, set()) & self._initials
        if part.code:
            numbers |= self._by_code.get(part.code, set())
        for reading in dict.fromkeys((*part.readings, part.whole)):
            numbers |= self._near.candidates(reading, FLOOR)
        return numbers


_CACHED = 1 << 14
