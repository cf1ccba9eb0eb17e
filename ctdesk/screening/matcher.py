"""The name matcher: the entries of the lists by name, in either script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ctdesk.screening.align import Likely
from ctdesk.screening.bracketed import forms_of_name
from ctdesk.screening.compare import findings_of, told
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.hit import Hit, TextHit
from ctdesk.screening.in_text import TextIndex
from ctdesk.screening.near import NearParts
from ctdesk.screening.parts import Part
from ctdesk.screening.qualifiers import MOST_FOR, About, qualified, qualifiers
from ctdesk.screening.rarity import common_rarity
from ctdesk.screening.score import Weighed, highest, weighed
from ctdesk.screening.segment import Placed, placed_parts

MATCHER_VERSION = "2"
"""Changes whenever the score of a name may change: decisions and evidence sheets cite it."""

THRESHOLD = 0.75
"""From this score on a name is a hit.

Set on half of the kit's pairs (tests/benchmarks/name_pairs.py) where the false rate on the hard
negatives of the UN's list falls below 1 % and that of Wikidata's below 2 %, with room to spare.
"""

TEXT_THRESHOLD = 0.8
"""The same in running text, where most words are no names (tests/benchmarks/names_in_text.py)."""

MOST_PARTS = 24
"""Parts of an asked name that are looked at: the longest listed name has fewer."""

_LOW_QUALITY = 0.97
"""What is left of a score where the listed name is a low-quality alias: ranks it after others."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed name made ready: its entry, its parts with their places, numbers and weights."""

    entry: Entry
    name: ListedName
    placed: tuple[Placed, ...]
    parts: tuple[Part, ...]
    numbers: tuple[int, ...]
    weights: tuple[float, ...]


class Matcher:
    """The names of all entries, made ready once per state of the lists; never changed after."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        read = [
            (
                entry,
                [
                    (name, placed_parts(form))
                    for name in entry.names
                    for form in forms_of_name(name.text)
                ],
            )
            for entry in entries
        ]
        self.rarity = common_rarity().joined_by(
            [placed.part for _, placed_all in names for placed in placed_all] for _, names in read
        )
        numbers: dict[object, int] = {}
        parts: list[Part] = []
        self.names: list[Listed] = []
        for entry, names in read:
            for name, placed in names:
                if placed:
                    self.names.append(self._listed(entry, name, placed, numbers, parts))
        self.parts = parts
        self.near = NearParts(parts, self._neighbours())
        self._index = TextIndex(self.names, parts, self.rarity)
        self.bearers: list[list[int]] = [[] for _ in parts]
        for at, listed in enumerate(self.names):
            for number in set(listed.numbers):
                self.bearers[number].append(at)

    def _neighbours(self) -> list[str]:
        """What two parts that stand together in a name sound like when written as one word."""
        bearers: dict[str, list[int]] = {}
        for at, listed in enumerate(self.names):
            for one, other in pairwise(listed.parts):
                bearers.setdefault(one.whole + other.whole, []).append(at)
        self._neighbour_bearers = list(bearers.values())
        return list(bearers)

    def _listed(
        self,
        entry: Entry,
        name: ListedName,
        placed: list[Placed],
        numbers: dict[object, int],
        parts: list[Part],
    ) -> Listed:
        own = tuple(each.part for each in placed)
        for part in own:
            if numbers.setdefault(part.key, len(parts)) == len(parts):
                parts.append(part)
        return Listed(
            entry,
            name,
            tuple(placed),
            own,
            tuple(numbers[part.key] for part in own),
            tuple(self.rarity.weight(part) for part in own),
        )

    def find(
        self, name: str, *, about: About | None = None, limit: int = 5, least: float = THRESHOLD
    ) -> list[Hit]:
        """The entries that a name may stand for, best first, each by its nearest name.

        `about` is what else is known of the person; `least` is the lowest score handed back.
        """
        placed = placed_parts(name)[:MOST_PARTS]
        parts = [each.part for each in placed]
        weights = [self.rarity.weight(part) for part in parts]
        best: dict[tuple[str, str], tuple[float, Weighed, Listed]] = {}
        for listed, likely in self._candidates(parts, weights, least - MOST_FOR):
            found = weighed(parts, listed.parts, weights, listed.weights, likely)
            score = found.score * (_LOW_QUALITY if listed.name.quality == "low" else 1.0)
            known = best.get(listed.entry.key)
            if score >= least - MOST_FOR and (known is None or score > known[0]):
                best[listed.entry.key] = score, found, listed
        asked = (name, placed, weights)
        hits = [self._hit(*each, asked, about or About()) for each in best.values()]
        hits = [hit for hit in hits if hit.score >= least]
        return sorted(hits, key=lambda hit: (-hit.score, hit.entry.key))[:limit]

    def in_text(self, text: str, *, least: float = TEXT_THRESHOLD) -> list[TextHit]:
        """The listed names in a running text, in order; `text[start:end]` is the passage."""
        hits = []
        parts, all_found = self._index.found(text, least)
        for found in all_found:
            stretch = parts[found.first : found.last + 1]
            start, end = stretch[0].start, stretch[-1].end
            passage = text[start:end]
            moved = [Placed(p.reading.part, p.start - start, p.end - start) for p in stretch]
            weights = [self.rarity.weight(each.part) for each in moved]
            hit = self._hit(
                found.score,
                found.weighed,
                self.names[found.name],
                (passage, moved, weights),
                About(),
            )
            hits.append(TextHit(start, end, passage, hit))
        return hits

    def _candidates(
        self, parts: list[Part], weights: list[float], least: float
    ) -> Iterator[tuple[Listed, list[Likely]]]:
        """The names that may reach a score, in the list's order, with their likely pairs."""
        like = [self.near.like(part) for part in parts]
        split = self._split_bearers(parts)
        found = {at for known in like for number in known for at in self.bearers[number]}
        for at in sorted(found | split):
            listed = self.names[at]
            likely = [
                (i, j, known[number])
                for j, number in enumerate(listed.numbers)
                for i, known in enumerate(like)
                if number in known
            ]
            if at in split or highest(likely, weights, listed.weights) >= least:
                yield listed, likely

    def _split_bearers(self, parts: list[Part]) -> set[int]:
        """The names that write in two words what the asked name writes in one, or the reverse."""
        found: set[int] = set()
        for part in parts:
            for pair in self.near.split_of(part):
                found.update(self._neighbour_bearers[pair])
        for one, other in pairwise(parts):
            for number in self.near.joined_of(one, other):
                found.update(self.bearers[number])
        return found

    def _hit(
        self,
        score: float,
        found: Weighed,
        listed: Listed,
        asked: tuple[str, list[Placed], list[float]],
        about: About,
    ) -> Hit:
        for_and_against = qualifiers(about, listed.entry)
        findings = findings_of(found)
        if listed.name.quality == "low":
            findings = (*findings, "low_quality")
        return Hit(
            listed.entry,
            listed.name,
            qualified(score, for_and_against),
            told(found, asked, (listed.name.text, listed.placed, listed.weights)),
            for_and_against,
            findings,
        )
