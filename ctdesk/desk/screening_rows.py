"""What screening hands to the window and the command line: shown, never written back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ctdesk.desk.rows import Row
from ctdesk.domain.records import ListEntry, Match, NameList, NameRow
from ctdesk.screening.entry import Entry
from ctdesk.screening.lists import ChangedField, Difference, ListFile


@dataclass(frozen=True)
class InForce:
    """A list in force: the file of the newest day."""

    uid: str
    list: str
    """A code of the vocabulary `list_kind`."""
    date: str
    sha256: str
    file_name: str
    entries: int
    imported_at: str
    imported_by: str
    """Identity of the officer."""
    files: int
    """How many files of this list the desk has."""
    delisted: int
    """How many entries the desk remembers that are listed no more."""


@dataclass(frozen=True)
class Preview:
    """What an import would do; nothing is written yet. `Lists.apply` takes it."""

    file: ListFile
    file_name: str
    difference: Difference
    """From the file before it to this one; of a file older than the one in force, from this one to
    the next newer that the desk has (see `older`)."""
    before: str
    after: str
    """The days between which `difference` lies; "" for no list before."""
    older: bool
    known: bool
    """The very same file was imported before: applying changes nothing."""
    shrunk: bool
    """More than a third of the entries of the file before it are gone: `apply` wants it said that
    this is right."""
    notes: Sequence[str] = ()
    """Keys under `list_note.`; their `{date}` is `in_force`."""
    in_force: str = ""


@dataclass(frozen=True)
class EntryRow:
    """An entry in a list of entries."""

    uid: str
    list: str
    permanent_id: str
    reference: str
    kind: str
    name: str
    name_original: str
    regime: str
    nationality: tuple[str, ...]
    listed_on: str
    delisted_on: str
    score: float = 0.0
    """Of a search by name: 1 for a part of a name as it is written, else the matcher's."""
    found: str = ""
    """The name of the entry that answered the search."""


@dataclass(frozen=True)
class EntryPage:
    """Some rows of the entries that answer, and how many there are."""

    rows: Sequence[EntryRow]
    total: int


@dataclass(frozen=True)
class EntryVersion:
    """What the list said of an entry from one file on."""

    since: str
    """Day of the first file that says so."""
    until: str
    """Day of the last file that says so."""
    listed: bool
    """False: the files of these days don't have the entry."""
    entry: Entry | None
    changed: tuple[ChangedField, ...] = ()
    """Against the version before."""


@dataclass(frozen=True)
class EntryView:
    """An entry as its page shows it."""

    record: ListEntry
    entry: Entry
    said: Sequence[tuple[str, tuple[str, ...]]]
    """Every field that the list fills: key under `list_field.`, lines."""
    versions: Sequence[EntryVersion]
    """The newest first."""
    narrative: str = ""


@dataclass(frozen=True)
class Applied:
    """What an import did."""

    uid: str
    added: int
    removed: int
    changed: int
    reopened: int
    """Decisions about names that are open again, since their entry says something else now."""
    notes: Sequence[str] = field(default=())


@dataclass(frozen=True)
class NameHit:
    """An entry that a name may mean."""

    entry: EntryRow
    name: str
    """The entry's name that comes nearest."""
    score: float
    explanation: tuple[str, ...]
    """In the desk's language, part by part."""
    decided: Match | None = None
    """What was decided about this name and entry, while the entry says what it said then."""


@dataclass(frozen=True)
class TextName:
    """A name in a text that is no document: `text[start:end] == passage`."""

    start: int
    end: int
    passage: str
    hit: NameHit


@dataclass(frozen=True)
class MatchRow:
    """A name in a document (or asked for) and the entry that it may mean."""

    match: Match
    entry: EntryRow
    document: Row | None
    """None for a name that was asked for by itself."""
    explanation: tuple[str, ...]
    by: str
    second_by: str
    """The officers by name."""
    waits_for_second: bool
    """One officer confirmed it; another one has to."""
    delisted: bool


@dataclass(frozen=True)
class MatchPage:
    """Some matches, and how many there are that the officer may see."""

    rows: Sequence[MatchRow]
    total: int


@dataclass(frozen=True)
class Screened:
    """What a run over texts did."""

    documents: int
    matches: int
    """New ones, those with a remembered decision included."""
    stopped: bool = False


@dataclass(frozen=True)
class NameRowView:
    """A row, and how far its approval is."""

    row: NameRow
    reference: str
    """Of its entry; "" for none."""
    delisted_on: str
    """Its entry is listed no more since then."""
    approvals: int
    """How many of its approvals, 0 to 2, are of what it says now."""
    lost: bool
    """It was approved and says something else since."""
    first_by: str
    second_by: str
    """The officers by name."""
    may_approve: bool
    """Whether the officer who is here may approve it now."""


@dataclass(frozen=True)
class NameListRow:
    """A list of names, and how far it is."""

    record: NameList
    rows: int
    approved: int
    """Rows that were approved twice as they are."""

    @property
    def ready(self) -> bool:
        """Whether it may leave."""
        return 0 < self.rows == self.approved
