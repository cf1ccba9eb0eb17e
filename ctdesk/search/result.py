"""What a search gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ctdesk.search.facets import Facet
from ctdesk.search.highlight import Marker

HIT_COLUMNS = (
    "fts_key", "tbl", "uid", "kind", "direction", "number", "their_number", "date", "title",
    "mission", "state", "urgency", "classification", "officer", "language",
)  # fmt: skip
"""Columns of `entry` that make a hit, in its order."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. `exact`: it has the words as typed; `tier` 2: all of them but one, or a
    quoted phrase inflected."""

    fts_key: int
    tbl: str
    uid: str
    kind: str
    direction: str
    number: str
    their_number: str
    date: str
    title: str
    mission: str
    state: str
    urgency: str
    classification: str
    officer: str
    language: str
    score: float = 0.0
    exact: bool = True
    tier: int = 1

    @classmethod
    def of(cls, row: Sequence[Any], **rated: Any) -> Hit:
        """The hit of a row of `HIT_COLUMNS`, with how it was rated."""
        card: list[Any] = ["" if value is None else value for value in row]
        return cls(*card, **rated)


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the question and the other forms of it that were looked for."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What was found: `total` counts tier 1 exactly; `notices` are keys of terms."""

    total: int
    hits: list[Hit]
    words: list[QueryWord] = field(default_factory=list)
    facets: dict[str, list[Facet]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    marker: Marker = field(default_factory=Marker)
