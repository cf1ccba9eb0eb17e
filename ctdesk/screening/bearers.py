"""The names of the lists by what their parts sound like, for running text.

Each name is filed under all its parts, and apart under its two rarest ones: those are a reason to
look at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from rapidfuzz.distance import Levenshtein

from ctdesk.screening.align import part_likeness
from ctdesk.screening.costs import BETWEEN_CLASSES
from ctdesk.screening.distance import coarse_keys, value
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.frames import Frame, framed_likeness, frames_of, strong_distance
from ctdesk.screening.parts import Part, bare

ALIKE = 0.8
"""How alike two parts must be in a text."""
CACHED = 1 << 16
"""Parts of texts whose answer is kept."""


_FAR = BETWEEN_CLASSES / (1 - ALIKE)
"""For every so much sound, words that are `ALIKE` may have one coarse sound apart."""


@lru_cache(maxsize=1 << 16)
def _coarse(part: Part) -> tuple[frozenset[str], float]:
    """All coarse sounds of a part, and its sound by its longest reading."""
    readings = (*part.readings, part.whole)
    keys = frozenset(key for reading in readings for key in coarse_keys(reading))
    return keys, max(map(value, readings))


@lru_cache(maxsize=1 << 16)
def alike(one: Part, other: Part) -> float:
    """How alike two parts are where that may be `ALIKE` or more; else 0."""
    keys, sound = _coarse(one)
    other_keys, other_sound = _coarse(other)
    if keys.isdisjoint(other_keys) and keys and other_keys:
        most = int((sound + other_sound) / 2 / _FAR)
        if not (one.code and one.code == other.code) and not _near(keys, other_keys, most):
            return 0.0
    return part_likeness(one, other)


def _near(keys: frozenset[str], other_keys: frozenset[str], most: int) -> bool:
    """Whether two of the coarse sounds are no more than so many edits apart."""
    return most > 0 and any(
        Levenshtein.distance(key, other, score_cutoff=most) <= most
        for key in keys
        for other in other_keys
    )


class ListedParts(Protocol):
    """What is needed of a listed name."""

    @property
    def entry(self) -> Entry: ...
    @property
    def name(self) -> ListedName: ...
    @property
    def parts(self) -> tuple[Part, ...]: ...
    @property
    def numbers(self) -> tuple[int, ...]: ...
    @property
    def weights(self) -> tuple[float, ...]: ...


class Bearers(NamedTuple):
    """Names by number: all with such a part; where it is a rare one; where it is the only one.

    Each is a set of numbers as the bits of one whole number: quick to intersect, and nothing that
    the collector of garbage walks through.
    """

    all: int
    anchored: int
    alone: int
    twice: int
    """Where two of the name's parts are such."""


NO_ONE = Bearers(0, 0, 0, 0)


def members(bits: int) -> Iterator[int]:
    """The numbers in a set kept as bits, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class NamesByPart:
    """Listed names, to be found by a part that a text has."""

    def __init__(self, names: Sequence[ListedParts], parts: Sequence[Part]) -> None:
        self._borne = [NO_ONE] * len(parts)
        self.single = 0
        """The names of one part."""
        for at, name in enumerate(names):
            self._file(1 << at, name)
        self._filed: dict[str, dict[str, list[tuple[Frame, int]]]] = {}
        self._itself: dict[str, set[int]] = {}
        self._by_code: dict[str, set[int]] = {}
        self._rough: dict[str, int] = {}
        for number, part in enumerate(parts):
            for frame in frames_of(part.readings):
                filed = self._filed.setdefault(frame.key, {})
                filed.setdefault(frame.strong, []).append((frame, number))
            self._itself.setdefault(bare(part.letters, part.arabic), set()).add(number)
            if part.code:
                self._by_code.setdefault(part.code, set()).add(number)
            for key in _rough_keys(part):
                self._rough[key] = self._rough.get(key, 0) | self._borne[number].all
        self._known: dict[object, Bearers] = {}

    def _file(self, bit: int, name: ListedParts) -> None:
        single = bit if len(name.parts) == 1 else 0
        self.single |= single
        anchors = _anchors(name)
        for number, count in Counter(name.numbers).items():
            borne = self._borne[number]
            self._borne[number] = Bearers(
                borne.all | bit,
                borne.anchored | (bit if number in anchors else 0),
                borne.alone | single,
                borne.twice | (bit if count > 1 else 0),
            )

    def rough(self, part: Part) -> int:
        """The names that `bearers` may find for a part, and more: quick to say."""
        found = 0
        for key in _rough_keys(part):
            found |= self._rough.get(key, 0)
        return found

    def bearers(self, part: Part, ordinary: bool) -> Bearers:
        """The names with a part alike enough; of an ordinary word, with the very same."""
        key = (part.key, part.letters) if ordinary or part.code else part.key
        known = self._known.get(key)
        if known is None:
            if len(self._known) > CACHED:
                self._known.clear()
            numbers = set(self._itself.get(bare(part.letters, part.arabic), ()))
            numbers.update(self._by_code.get(part.code, ()))
            if not ordinary:
                numbers |= self._alike(part)
            known = self._known[key] = self._gathered(numbers)
        return known

    def _alike(self, part: Part) -> set[int]:
        found: set[int] = set()
        for own in frames_of(part.readings):
            for strong, filed in self._filed.get(own.key, {}).items():
                apart = strong_distance(own.strong, strong)
                for frame, number in filed:
                    if number not in found and framed_likeness(own, frame, ALIKE, apart):
                        found.add(number)
        return found

    def _gathered(self, numbers: set[int]) -> Bearers:
        if not numbers:
            return NO_ONE
        every = anchored = alone = twice = 0
        for borne in map(self._borne.__getitem__, numbers):
            twice |= borne.twice | every & borne.all
            every |= borne.all
            anchored |= borne.anchored
            alone |= borne.alone
        return Bearers(every, anchored, alone, twice)


def _rough_keys(part: Part) -> set[str]:
    """What parts have in common that are alike in a text: coarse sounds, word or meaning."""
    keys = {frame.key for frame in frames_of(part.readings)}
    keys.add("=" + bare(part.letters, part.arabic))
    if part.code:
        keys.add("#" + part.code)
    return keys


def _anchors(name: ListedParts) -> set[int]:
    """The two rarest parts of a name."""
    ranked = sorted(
        (at for at, part in enumerate(name.parts) if part.kind not in ("title", "initial")),
        key=lambda at: (-name.weights[at], -len(name.parts[at].whole)),
    )
    return {name.numbers[at] for at in ranked[:2]}
