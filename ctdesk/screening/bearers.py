"""The names of the lists by what their parts sound like, for running text.

Each name is filed under all its parts, and apart under its two rarest ones: those are a reason to
look at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from ctdesk.screening.align import part_likeness
from ctdesk.screening.costs import BETWEEN_CLASSES
from ctdesk.screening.distance import coarse_keys, value
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.frames import Frame, framed_likeness, frames_of
from ctdesk.screening.parts import Part, bare

ALIKE = 0.8
"""How alike two parts must be in a text."""
CACHED = 1 << 16
"""Parts of texts whose answer is kept."""


_FAR = BETWEEN_CLASSES / (1 - ALIKE)
"""Words with less sound than this that have no coarse sounds in common are less than `ALIKE`."""


@lru_cache(maxsize=1 << 16)
def _coarse(part: Part) -> tuple[frozenset[str], float]:
    """All coarse sounds of a part, and its sound by its longest reading."""
    readings = (*part.readings, part.whole)
    keys = frozenset(key for reading in readings for key in coarse_keys(reading))
    return keys, max(map(value, readings))


def alike(one: Part, other: Part) -> float:
    """How alike two parts are where that may be `ALIKE` or more; else 0."""
    keys, sound = _coarse(one)
    other_keys, other_sound = _coarse(other)
    if keys.isdisjoint(other_keys) and keys and other_keys:
        apart = (sound + other_sound) / 2 < _FAR
        if apart and not (one.code and one.code == other.code):
            return 0.0
    return part_likeness(one, other)


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
    """Names by number: all with such a part; where it is a rare one; where it is the only one."""

    all: frozenset[int]
    anchored: frozenset[int]
    alone: frozenset[int]
    twice: frozenset[int]
    """Where two of the name's parts are such."""


NO_ONE = Bearers(frozenset(), frozenset(), frozenset(), frozenset())


class NamesByPart:
    """Listed names, to be found by a part that a text has."""

    def __init__(self, names: Sequence[ListedParts], parts: Sequence[Part]) -> None:
        self._filed: dict[str, list[tuple[Frame, int]]] = {}
        self._itself: dict[str, set[int]] = {}
        self._by_code: dict[str, set[int]] = {}
        for number, part in enumerate(parts):
            for frame in frames_of(part.readings):
                self._filed.setdefault(frame.key, []).append((frame, number))
            self._itself.setdefault(bare(part.letters, part.arabic), set()).add(number)
            if part.code:
                self._by_code.setdefault(part.code, set()).add(number)
        self._anchored: list[set[int]] = [set() for _ in parts]
        self._bearing: list[list[int]] = [[] for _ in parts]
        self._alone: list[set[int]] = [set() for _ in parts]
        for at, name in enumerate(names):
            for number in _anchors(name):
                self._anchored[number].add(at)
            for number in name.numbers:
                self._bearing[number].append(at)
            if len(name.parts) == 1:
                self._alone[name.numbers[0]].add(at)
        self._known: dict[object, Bearers] = {}

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
        return {
            number
            for own in frames_of(part.readings)
            for frame, number in self._filed.get(own.key, ())
            if framed_likeness(own, frame, ALIKE)
        }

    def _gathered(self, numbers: set[int]) -> Bearers:
        if not numbers:
            return NO_ONE
        borne = Counter(name for number in numbers for name in self._bearing[number])
        return Bearers(
            frozenset(borne),
            frozenset[int]().union(*(self._anchored[number] for number in numbers)),
            frozenset[int]().union(*(self._alone[number] for number in numbers)),
            frozenset(name for name, count in borne.items() if count > 1),
        )


def _anchors(name: ListedParts) -> set[int]:
    """The two rarest parts of a name."""
    ranked = sorted(
        (at for at, part in enumerate(name.parts) if part.kind not in ("title", "initial")),
        key=lambda at: (-name.weights[at], -len(name.parts[at].whole)),
    )
    return {name.numbers[at] for at in ranked[:2]}
