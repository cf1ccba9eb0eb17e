"""Names of the lists in running text: one walk over its words, few candidates, few false alarms.

Each listed name is filed under its two rarest parts. A part of the text that sounds like one of
them is a reason to look at the name; the neighbours then must bear the rest of it. What keeps false
alarms few: function words and titles never begin, end or fill a match, a full stop or comma ends
it, common words of the language weigh little, and what agrees must be long and rare enough.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from ctdesk.domain.resources import resource
from ctdesk.screening.align import Likely, part_likeness
from ctdesk.screening.distance import coarse_keys, value
from ctdesk.screening.parts import Part
from ctdesk.screening.score import Weighed, evidence, weighed
from ctdesk.screening.segment import Placed, Word, part_at, words_of
from ctdesk.screening.vocabulary import words

ALIKE = 0.8
"""How alike two parts must be in a text."""
LEAST_SOUND = 5.0
"""How much sound must agree: about five consonants."""
_REACH = 8
"""Parts looked at on either side of a rare one."""


class ListedParts(Protocol):
    """What is needed of a listed name."""

    @property
    def parts(self) -> tuple[Part, ...]: ...
    @property
    def numbers(self) -> tuple[int, ...]: ...
    @property
    def weights(self) -> tuple[float, ...]: ...


class Found(NamedTuple):
    """A listed name (by number) found at parts `first` to `last` of a text."""

    name: int
    first: int
    last: int
    score: float
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a text: as written, and without the clitics that it may begin with."""

    placed: Placed
    bare: tuple[Part, ...]
    run: int
    """Parts of one run have no full stop or comma between them."""


@cache
def text_words() -> frozenset[str]:
    """Words of running text that are no names."""
    tree = tomllib.loads(resource("screening", "text_words.toml").read_text(encoding="utf-8"))
    return frozenset((*tree["arabic"].split(), *tree["latin"].split()))


_STOP = re.compile(r"[.,;:!?()\[\]{}\"«»“”،؛؟…|]|\n[ \t\r]*\n")
_CLITICS = "وفبلك"


def text_parts(text: str) -> list[TextPart]:
    """The parts of a text; words that are no names are left out and end a run."""
    found = words_of(text)
    parts: list[TextPart] = []
    run = at = 0
    end = 0
    table, ordinary = words(), text_words()
    while at < len(found):
        word = found[at]
        gap = text[end : word.start]
        if gap not in (" ", "-") and _STOP.search(gap) and not _initial_before(found, at):
            run += 1
        if word.letters in ordinary:
            run += 1
            end = word.end
            at += 1
            continue
        bares = without_clitics(word.letters) if word.arabic else ()
        for bare in bares:
            if bare in table.special and bare not in table.links:
                found[at] = word._replace(letters=bare)
                bares = ()
                break
        part, after = part_at(found, at)
        end = found[after - 1].end
        if part is not None:
            stripped = (_stripped(found, at, after, bare) for bare in bares)
            bare_parts = tuple(each for each in stripped if each is not None)
            parts.append(TextPart(Placed(part, word.start, end), bare_parts, run))
        at = after
    return parts


def _stripped(found: Sequence[Word], at: int, after: int, bare: str) -> Part | None:
    again, end = part_at([found[at]._replace(letters=bare), *found[at + 1 : after]], 0)
    return again if end == after - at else None


def _initial_before(found: Sequence[Word], at: int) -> bool:
    """Whether the word before is one letter: its full stop ends no sentence."""
    return at > 0 and len(found[at - 1].letters) == 1


@lru_cache(maxsize=1 << 15)
def without_clitics(letters: str) -> tuple[str, ...]:
    """A word without "and", "by", "for", "like" before it, one or two of them; else nothing."""
    if letters.startswith("لل") and len(letters) > 4:
        return ("ال" + letters[2:],)
    if letters[0] in _CLITICS and len(letters) > 3:
        rest = letters[1:]
        return (rest, *without_clitics(rest)) if letters[0] in "وف" else (rest,)
    return ()


class TextIndex:
    """Listed names made ready to be found in texts."""

    def __init__(self, names: Sequence[ListedParts], parts: Sequence[Part]) -> None:
        self._names = names
        self._parts = parts
        self._filed: dict[str, list[int]] = {}
        for number, part in enumerate(parts):
            for key in {key for reading in part.readings for key in coarse_keys(reading)}:
                self._filed.setdefault(key, []).append(number)
        self._bearers: list[list[int]] = [[] for _ in parts]
        for at, name in enumerate(names):
            for number in self._anchors(name):
                self._bearers[number].append(at)
        self._numbers = [frozenset(name.numbers) for name in names]
        self._like: dict[object, dict[int, float]] = {}

    @staticmethod
    def _anchors(name: ListedParts) -> set[int]:
        """The two rarest parts of a name."""
        ranked = sorted(
            (at for at, part in enumerate(name.parts) if part.kind not in ("title", "initial")),
            key=lambda at: (-name.weights[at], -len(name.parts[at].whole)),
        )
        return {name.numbers[at] for at in ranked[:2]}

    def like(self, part: Part) -> dict[int, float]:
        """The listed parts with the same coarse sounds that are as alike as `ALIKE`."""
        known = self._like.get(part.key)
        if known is None:
            if len(self._like) > _CACHED:
                self._like.clear()
            near = {
                number
                for reading in part.readings
                for key in coarse_keys(reading)
                for number in self._filed.get(key, ())
            }
            measured = ((number, part_likeness(part, self._parts[number])) for number in near)
            known = {number: alike for number, alike in measured if alike >= ALIKE}
            self._like[part.key] = known
        return known

    def found(self, text: str, least: float) -> Iterator[tuple[Found, list[TextPart]]]:
        """The best name at each place of the text, in order; places don't overlap."""
        parts = text_parts(text)
        candidates = sorted(
            self._found(parts, least), key=lambda each: (-each.score, each.first, each.name)
        )
        taken: set[int] = set()
        kept = []
        for each in candidates:
            places = range(each.first, each.last + 1)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(each)
        for each in sorted(kept, key=lambda one: one.first):
            yield each, parts

    def _found(self, parts: list[TextPart], least: float) -> Iterator[Found]:
        like = [
            _merged([self.like(each) for each in (*part.bare, part.placed.part)]) for part in parts
        ]
        tried: set[tuple[int, int]] = set()
        for at, known in enumerate(like):
            for number in known:
                for name in self._bearers[number]:
                    yield from self._at(parts, like, at, name, tried, least)

    def _at(
        self,
        parts: list[TextPart],
        like: list[dict[int, float]],
        at: int,
        name: int,
        tried: set[tuple[int, int]],
        least: float,
    ) -> Iterator[Found]:
        numbers = self._numbers[name]
        first = last = at
        run = parts[at].run
        while last + 1 < len(parts) and parts[last + 1].run == run and last - at < _REACH:
            if numbers.isdisjoint(like[last + 1]):
                break
            last += 1
        while first > 0 and parts[first - 1].run == run and at - first < _REACH:
            if numbers.isdisjoint(like[first - 1]):
                break
            first -= 1
        if (name, first) in tried:
            return
        tried.add((name, first))
        listed = self._names[name]
        if first == last and len(listed.parts) > 1:
            return
        best = self._scored(parts, first, last, name)
        if best is not None and best.score >= least:
            yield best

    def _scored(self, parts: list[TextPart], first: int, last: int, name: int) -> Found | None:
        listed = self._names[name]
        best: Found | None = None
        for lead in (parts[first].placed.part, *parts[first].bare):
            asked = [lead, *(part.placed.part for part in parts[first + 1 : last + 1])]
            likely: list[Likely] = []
            for i, one in enumerate(asked):
                for j, other in enumerate(listed.parts):
                    alike = part_likeness(one, other)
                    if alike >= ALIKE:
                        likely.append((i, j, alike))
            weights = [1.0] * len(asked)
            for i, j, _ in likely:
                weights[i] = min(weights[i], listed.weights[j])
            result = weighed(asked, listed.parts, weights, listed.weights, likely)
            if not _enough(result, asked, listed):
                continue
            if best is None or result.score > best.score:
                best = Found(name, first, last, result.score, result)
        return best


def _merged(known: Sequence[dict[int, float]]) -> dict[int, float]:
    if len(known) == 1:
        return known[0]
    return {number: alike for each in known for number, alike in each.items()}


def _enough(found: Weighed, asked: Sequence[Part], listed: ListedParts) -> bool:
    """Whether what agrees is long and rare enough for a text."""
    sound = told = 0.0
    named = 0
    for pair, weight in found.pairs:
        parts = [asked[at] for at in pair.first]
        if parts[0].kind in ("title", "initial"):
            continue
        named += 1
        sound += sum(value(part.whole) for part in parts)
        told += weight * evidence(pair.likeness)
    if named == 1:
        return len(listed.parts) == 1 and sound >= LEAST_SOUND and told >= 0.9
    return sound >= LEAST_SOUND and told >= LEAST_TOLD


LEAST_TOLD = 0.9
_CACHED = 1 << 16
