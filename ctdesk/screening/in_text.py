"""Names of the lists in running text: one walk over its parts, few candidates, few false alarms.

Each listed name is filed under its two rarest parts. Where one of them stands in a text beside
another part of the same name, the name is looked at whole. What keeps false alarms few:
`text_parts` leaves out what is no name; what agrees must be long and rare enough; a group's name
must be there nearly whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ctdesk.screening.align import Likely
from ctdesk.screening.bearers import (
    ALIKE,
    CACHED,
    NO_ONE,
    Bearers,
    ListedParts,
    NamesByPart,
    alike,
    members,
)
from ctdesk.screening.distance import value
from ctdesk.screening.enough import LEAST_TOLD, LONG_ALONE, SOUND, enough, missing_counts
from ctdesk.screening.parts import Part, bare
from ctdesk.screening.rarity import Rarity
from ctdesk.screening.score import Weighed, evidence, highest_of, weighed
from ctdesk.screening.stretch import around, stretch_of
from ctdesk.screening.text_parts import Reading, TextPart, text_parts

_EQUAL = 0.03
"""Names at one place whose rank differs less than this speak equally for it."""


class Found(NamedTuple):
    """A listed name (by number) found at parts `first` to `last` of a text."""

    name: int
    first: int
    last: int
    score: float
    weighed: Weighed
    rank: float
    """Of names at one place the one that more speaks for is handed back."""


class TextIndex:
    """Listed names made ready to be found in texts."""

    def __init__(self, names: Sequence[ListedParts], parts: Sequence[Part], rarity: Rarity) -> None:
        self._names = names
        self._rarity = rarity
        self._by_part = NamesByPart(names, parts)
        self._weights: dict[Part, float] = {}
        self._hopes: dict[Reading, float] = {}
        self._rough: dict[Reading, int] = {}
        self._read: dict[Reading, tuple[Bearers, ...]] = {}

    def found(self, text: str, least: float) -> tuple[list[TextPart], list[Found]]:
        """The text's parts, and the best name at each place, in order.

        Places don't overlap; entries that one place speaks for equally are all handed back.
        """
        parts = text_parts(text)
        taken: dict[int, Found] = {}
        kept: list[Found] = []
        for each in sorted(
            self._candidates(parts, least), key=lambda one: (-one.rank, one.first, one.name)
        ):
            places = range(each.first, each.last + 1)
            before = {id(taken[at]): taken[at] for at in places if at in taken}
            if not before:
                taken.update(dict.fromkeys(places, each))
                kept.append(each)
            elif len(before) == 1 and self._equals(each, next(iter(before.values())), kept):
                kept.append(each)
        return parts, sorted(kept, key=lambda one: (one.first, -one.rank))

    def _equals(self, each: Found, best: Found, kept: list[Found]) -> bool:
        """Whether another entry has the very name that was found at a place."""
        same_place = (each.first, each.last) == (best.first, best.last)
        entry = self._names[each.name].entry.key
        return (
            same_place
            and each.rank >= best.rank - _EQUAL
            and all(
                entry != self._names[one.name].entry.key for one in kept if one.first == best.first
            )
        )

    def _candidates(self, parts: list[TextPart], least: float) -> Iterator[Found]:
        known = self._known(parts)
        hopes = [self._hope(part.reading) for part in parts]
        tried: set[tuple[int, int]] = set()
        vain: set[tuple[int, ...]] = set()
        for at, here in enumerate(known):
            names = self._worth_a_look(parts, known, at) if here else 0
            if not names:
                continue
            surroundings = around(parts, at)
            if surroundings in vain:
                continue
            hits = 0
            for name in members(names):
                first, last = stretch_of(parts, known, at, name, self._names[name].parts)
                if (name, first) in tried or self._hopeless(name, hopes[first : last + 1]):
                    continue
                tried.add((name, first))
                found = self._scored(parts, first, last, name, least)
                if found is not None:
                    hits += 1
                    yield found
            if not hits:
                vain.add(surroundings)

    def _known(self, parts: list[TextPart]) -> list[Sequence[Bearers]]:
        """The names with a part like each of the text's.

        Asked only where a neighbour may be of the same name, or a word may be a name by itself.
        """
        rough = [self._rough_of(part.reading) for part in parts]
        asked = [
            bool(names & self._by_part.single) and value(part.reading.part.whole) >= LONG_ALONE
            for part, names in zip(parts, rough, strict=True)
        ]
        for at in range(1, len(parts)):
            if rough[at] & rough[at - 1] and parts[at].run == parts[at - 1].run:
                asked[at - 1] = asked[at] = True
        return [
            self._of_text(part.reading) if here else ()
            for part, here in zip(parts, asked, strict=True)
        ]

    def _rough_of(self, reading: Reading) -> int:
        known = self._rough.get(reading)
        if known is None:
            if len(self._rough) > CACHED:
                self._rough.clear()
            known = self._by_part.rough(reading.part)
            for each in (*reading.without_clitics, *reading.common):
                known |= self._by_part.rough(each)
            self._rough[reading] = known
        return known

    def _worth_a_look(self, parts: list[TextPart], known: list[Sequence[Bearers]], at: int) -> int:
        """The names with a rare part here and another part beside it, as bits."""
        names = 0
        for each in known[at]:
            names |= each.alone
            for beside in (at - 1, at + 1):
                if not 0 <= beside < len(parts) or parts[beside].run != parts[at].run:
                    continue
                if parts[beside].reading.part is parts[at].reading.part:
                    names |= each.anchored & each.twice
                    continue
                for other in known[beside]:
                    names |= each.anchored & other.all
        return names

    def _of_text(self, reading: Reading) -> Sequence[Bearers]:
        """The names with a part like this, as written and without its clitics."""
        known = self._read.get(reading)
        if known is None:
            if len(self._read) > CACHED:
                self._read.clear()
            found = [self._by_part.bearers(reading.part, reading.ordinary)]
            found += [self._by_part.bearers(each, False) for each in reading.without_clitics]
            found += [self._by_part.bearers(each, True) for each in reading.common]
            known = self._read[reading] = tuple(each for each in found if each is not NO_ONE)
        return known

    def _hope(self, reading: Reading) -> float:
        """The most that a part of the text can prove."""
        known = self._hopes.get(reading)
        if known is None:
            if len(self._hopes) > CACHED:
                self._hopes.clear()
            parts = (reading.part, *reading.without_clitics, *reading.common)
            known = max(self._weight(each) + SOUND * value(each.whole) for each in parts)
            self._hopes[reading] = known
        return known

    def _hopeless(self, name: int, hopes: list[float]) -> bool:
        """Whether parts that prove so much at most can't be enough of a name."""
        listed = self._names[name]
        count = len(listed.parts)
        if len(hopes) > count:
            hopes = sorted(hopes, reverse=True)[:count]
        missing = sum(sorted(listed.weights, reverse=True)[len(hopes) :])
        return sum(hopes) - missing_counts(listed) * missing < LEAST_TOLD

    def _weight(self, part: Part) -> float:
        known = self._weights.get(part)
        if known is None:
            if len(self._weights) > CACHED:
                self._weights.clear()
            known = self._weights[part] = self._rarity.weight(part)
        return known

    def _scored(
        self, parts: list[TextPart], first: int, last: int, name: int, least: float
    ) -> Found | None:
        listed = self._names[name]
        if highest_of(last - first + 1, listed.weights) < least:
            return None
        best: Found | None = None
        for start, lead in _beginnings(parts, first, last):
            found = self._compared(parts, start, last, lead, name)
            if (
                found is not None
                and found.score >= least
                and (best is None or found.score > best.score)
            ):
                best = found
        return best

    def _compared(
        self, parts: list[TextPart], first: int, last: int, lead: Part, name: int
    ) -> Found | None:
        """The name against a stretch of the text, without what at its ends isn't of it."""
        listed = self._names[name]
        asked = [lead, *(part.reading.part for part in parts[first + 1 : last + 1])]
        ordinary = [part.reading.ordinary for part in parts[first : last + 1]]
        if lead is not parts[first].reading.part:
            ordinary[0] = lead in parts[first].reading.common
        likely = _likely(asked, ordinary, listed.parts)
        if not likely:
            return None
        low, high = min(pair[0] for pair in likely), max(pair[0] for pair in likely)
        stretch = parts[first + low : first + high + 1]
        if listed.entry.kind == "person" and any(part.linked for part in stretch[1:]):
            return None
        asked = asked[low : high + 1]
        likely = [(i - low, j, alike) for i, j, alike in likely]
        weights = [self._weight(part) for part in asked]
        result = weighed(asked, listed.parts, weights, listed.weights, likely)
        outer = _ends(result, len(asked))
        if outer is not None:
            return self._compared(
                parts, first + low + outer[0], first + low + outer[1], asked[outer[0]], name
            )
        common = all(part.reading.ordinary or part.reading.part.kind == "word" for part in stretch)
        if not enough(result, asked, listed, whole=common):
            return None
        told = sum(weight * evidence(pair.likeness) for pair, weight in result.pairs)
        return Found(name, first + low, first + high, result.score, result, told * result.score**2)


def _beginnings(parts: list[TextPart], first: int, last: int) -> Iterator[tuple[int, Part]]:
    """Where a name may begin in a stretch and with what: a word with clitics may follow others."""
    yield first, parts[first].reading.part
    for start in range(first, min(first + 3, last + 1)):
        reading = parts[start].reading
        for lead in (*reading.without_clitics, *reading.common):
            yield start, lead


def _likely(asked: list[Part], ordinary: list[bool], listed: Sequence[Part]) -> list[Likely]:
    """The pairs that may be one; common words by their sound only beside two that are none."""
    plain: list[Likely] = []
    by_sound: list[Likely] = []
    for i, one in enumerate(asked):
        for j, other in enumerate(listed):
            if "title" in (one.kind, other.kind) and not _itself(one, other):
                continue
            likeness = alike(one, other)
            if likeness >= ALIKE:
                known = not ordinary[i] or _itself(one, other)
                (plain if known else by_sound).append((i, j, likeness))
    return plain + by_sound if len({i for i, _, _ in plain}) > 1 else plain


def _ends(found: Weighed, count: int) -> tuple[int, int] | None:
    """The first and last part that the name really has, where that is a shorter stretch."""
    places = [at for pair, _ in found.pairs for at in pair.first]
    if not places or (min(places), max(places)) == (0, count - 1):
        return None
    return min(places), max(places)


def _itself(one: Part, other: Part) -> bool:
    """Whether two parts are the same word, or mean the same."""
    same = bare(one.letters, one.arabic) == bare(other.letters, other.arabic)
    return same or one.kind == other.kind == "title" or bool(one.code and one.code == other.code)
