"""What the Desk hands to the window and the command line: shown, never written back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Action, Document, Link, Revision
from ctdesk.search import Facet, Filters, QueryWord


@dataclass(frozen=True)
class Snippet:
    """A passage around the hits, and where in it they are (code points)."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Row:
    """One record in a list. Codes are shown through the terms; `mission` is a name."""

    uid: str
    table: str
    kind: str
    title: str
    mission: str
    date: str
    number: str
    their_number: str
    state: str
    urgency: str
    classification: str
    snippet: Snippet | None = None
    score: float = 0.0
    tier: int = 1
    """2: found only when one word of the query is dropped."""


@dataclass(frozen=True)
class Page:
    """Some rows of a list, how many there are in all, and how the query was understood."""

    rows: list[Row]
    total: int
    words: list[QueryWord] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    facets: Mapping[str, list[Facet]] = field(default_factory=dict)

    @property
    def second_tier_from(self) -> int | None:
        """The index of the first row that lacks one word of the query."""
        return next((i for i, row in enumerate(self.rows) if row.tier == 2), None)


@dataclass(frozen=True)
class LinkRow:
    """A tie seen from one record: the other end, and whether it points there."""

    link: Link
    other: Row
    outward: bool


@dataclass(frozen=True)
class HistoryRow:
    """One write as a person reads it."""

    at: str
    officer: str
    act: str
    field: str
    before: str
    after: str
    name: str = ""
    """The field by its name in the record; "" for a whole record."""
    was: object = ""
    """What the field held before, as the record holds it."""


@dataclass(frozen=True)
class Counts:
    """What waits in each room."""

    documents: int
    opinions_open: int
    dossiers: int
    actions_open: int
    today: int
    incoming: int = 0
    """Files that wait to be registered."""


@dataclass(frozen=True)
class ActionRow:
    """An action, with what is computed from today."""

    action: Action
    late: bool
    waiting_for: str


@dataclass(frozen=True)
class NewFile:
    """A file to be kept with a document, exactly as it is."""

    name: str
    media_type: str
    data: bytes
    original: bool = False


@dataclass(frozen=True)
class Registered:
    """A document that is now in the register."""

    uid: str
    number: str
    file: str


@dataclass(frozen=True)
class ImportResult:
    """What came of an import."""

    registered: int
    refused: tuple[tuple[str, CtdeskError], ...] = ()
    duplicates: int = 0
    """Of those registered, how many have the number, date and sender of another."""
    skipped: int = 0
    """Files left out, since the very same file was registered before."""
    cancelled: bool = False


@dataclass(frozen=True)
class Opinion:
    """An opinion as its workspace shows it."""

    document: Document
    blocks: tuple[Block, ...]
    revision: Revision | None
    on: tuple[str, ...]
    """Identities of the documents that it answers."""
    frozen: bool
    autosaved_at: str = ""
    hidden: bool = False
    """Something of it is above the reader's clearance; a sentence stands in its place."""


@dataclass(frozen=True)
class Check:
    """Something to look at before an opinion is issued. `code` is a key under `check.`."""

    code: str
    block: str = ""
    blocking: bool = False
    values: Mapping[str, str] = field(default_factory=dict)


__all__ = ["Facet", "Filters", "QueryWord"]
