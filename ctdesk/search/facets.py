"""How the records found divide by kind, sender, classification, state, year and topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

FACETS = ("kind", "mission", "classification", "state", "year", "topic")
COLUMNS = ("kind", "mission", "classification", "state", "year", "topics")

_KNOWN = 32


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet (a code, a party's uid, a year) and how many records have it."""

    value: str
    count: int


def counted(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Facet]]:
    """Facets from rows of `COLUMNS`; values by count, years newest first.

    A record with several topics counts in each; one without a value counts in none.
    """
    tallies: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    # Counting equal rows first is twice as fast as GROUP BY, which sorts them.
    for values, count in Counter(rows).items():
        for name, value in zip(FACETS, values, strict=True):
            if value is None or value == "":
                continue
            for part in str(value).split() if name == "topic" else (str(value),):
                tallies[name][part] += count
    return {name: _ordered(name, tally) for name, tally in tallies.items()}


def _ordered(name: str, tally: Counter[str]) -> list[Facet]:
    if name == "year":
        return [Facet(year, tally[year]) for year in sorted(tally, reverse=True)]
    return [Facet(value, n) for value, n in sorted(tally.items(), key=lambda i: (-i[1], i[0]))]


class Counted:
    """Counts through one connection; what was counted lately is known until the desk changes."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._state: tuple[int, int] = (-1, -1)
        self._known: dict[tuple[str, tuple[object, ...]], dict[str, list[Facet]]] = {}

    def __call__(self, sql: str, values: Iterable[object]) -> dict[str, list[Facet]]:
        """The facets of the rows of `COLUMNS` that a query gives."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        state = (version, self._connection.total_changes)
        if state != self._state or len(self._known) > _KNOWN:
            self._state, self._known = state, {}
        asked = (sql, tuple(values))
        if asked not in self._known:
            self._known[asked] = counted(self._connection.execute(*asked))
        return self._known[asked]
