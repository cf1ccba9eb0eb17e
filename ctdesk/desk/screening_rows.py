"""What screening hands to the window and the command line: shown, never written back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ctdesk.domain.records import ListEntry
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
