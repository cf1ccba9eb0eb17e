"""Which records go along when some are chosen for another desk.

With a dossier go its items and documents; with a document its files, revisions, comments, actions
and matches; a tie only if both ends go or went before. What names a record above the ceiling stays
here with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import (
    RECORDS,
    Action,
    Approval,
    Assessment,
    Attachment,
    Comment,
    Document,
    Dossier,
    Item,
    Link,
    ListEntry,
    ListImport,
    ListVersion,
    Match,
    NameList,
    NameRow,
    Officer,
    Party,
    Record,
    Revision,
    VocabularyTerm,
)
from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated

_PARTS: tuple[tuple[type[Record], str], ...] = (
    (Item, "dossier"),
    (Attachment, "document"),
    (Revision, "document"),
    (Comment, "document"),
    (Action, "document"),
    (Action, "dossier"),
    (Match, "document"),
    (Assessment, "item"),
)
"""What belongs to a record, by the field that names it; in an order in which parts have parts."""
_CLASSIFIED: tuple[type[Record], ...] = (Document, Dossier)
_LISTS: tuple[type[Record], ...] = (ListEntry, ListImport, ListVersion)
_NOT_BY_ITSELF = (*_LISTS, Link, Approval, NameList, NameRow, Document, Dossier)
"""Also not lists of names that are being drawn up: they leave by approvals of their own."""


@dataclass(frozen=True)
class Chosen:
    """What an officer wants to send."""

    documents: Collection[str] = ()
    dossiers: Collection[str] = ()
    everything: bool = False
    lists: bool = False
    """Also the sanctions lists: their files, entries and wordings."""


@dataclass
class Picked:
    """The records that go, by identity their table; the documents and dossiers that stay."""

    rows: dict[str, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    @property
    def empty(self) -> bool:
        """Whether nothing of what was chosen goes: words of vocabularies alone are no pack."""
        return set(self.rows.values()) <= {VocabularyTerm.table}


class Picking:
    """One choice; `allowed` says of a classification whether it may go."""

    def __init__(self, connection: Connection, allowed: Callable[[str], bool]) -> None:
        self._connection = connection
        self._allowed = allowed
        self._picked = Picked()
        self._above: set[str] = set()

    def pick(self, chosen: Chosen, known_there: Collection[str] = ()) -> Picked:
        """The records that go; `known_there` are those that the other desk has already."""
        with translated():
            self._above = {uid for kind in _CLASSIFIED for uid in self._too_high(kind)}
            if chosen.everything:
                self._everything()
            else:
                self._chosen(chosen)
            if chosen.lists:
                for kind in _LISTS:
                    self._add(kind, self._uids(f"SELECT uid FROM {kind.table}"))
            self._matched_entries()
            self._add(VocabularyTerm, self._uids("SELECT uid FROM term"))
            self._links(set(self._picked.rows) | set(known_there))
        return self._picked

    def _chosen(self, chosen: Chosen) -> None:
        dossiers = set(chosen.dossiers)
        self._choose(Dossier, dossiers)
        here = [uid for uid in dossiers if uid in self._picked.rows]
        belonging = self._uids(
            "SELECT source FROM link WHERE type = 'belongs_to' AND removed = 0"
            " AND target IN (SELECT value FROM json_each(?))",
            here,
        )
        self._choose(Document, {*chosen.documents, *belonging})
        for kind, name in _PARTS:
            self._add_sound(kind, f'"{name}" IN (SELECT value FROM json_each(?))', self._going())

    def _everything(self) -> None:
        for kind in _CLASSIFIED:
            self._choose(kind, set(self._uids(f"SELECT uid FROM {kind.table}")))
        parts: list[type[Record]] = [Item, *RECORDS.values()]
        for part in parts:
            if part not in _NOT_BY_ITSELF:
                self._add_sound(part, "1")

    def _choose(self, kind: type[Record], uids: set[str]) -> None:
        self._picked.left_out |= uids & self._above
        there = set(
            self._uids(
                f"SELECT uid FROM {kind.table} WHERE uid IN (SELECT value FROM json_each(?))",
                uids - self._above,
            )
        )
        self._add(kind, there)

    def _add_sound(self, kind: type[Record], where: str, values: Iterable[str] = ()) -> None:
        """Add records of a kind that name nothing above the ceiling."""
        refs = [spec.name for spec in fields_of(kind) if spec.type == "ref"]
        names = ", ".join(["uid", *(f'"{name}"' for name in refs)])
        rows = self._connection.execute(
            f'SELECT {names} FROM "{kind.table}" WHERE {where}',
            [json.dumps(sorted(values))] if "?" in where else [],
        )
        for uid, *named in rows:
            if self._above.isdisjoint(named):
                self._picked.rows[uid] = kind.table
            elif kind is Item:
                self._above.add(uid)

    def _matched_entries(self) -> None:
        matches = [uid for uid, table in self._picked.rows.items() if table == Match.table]
        entries = self._uids(
            'SELECT entry FROM "match" WHERE uid IN (SELECT value FROM json_each(?))', matches
        )
        self._add(ListEntry, entries)
        wordings = self._uids(
            "SELECT v.uid FROM list_version v JOIN list_entry e ON e.uid = v.entry"
            " AND e.version = v.hash WHERE e.uid IN (SELECT value FROM json_each(?))",
            entries,
        )
        self._add(ListVersion, wordings)

    def _links(self, ends: set[str]) -> None:
        rows = self._connection.execute("SELECT uid, source, target FROM link")
        for uid, source, target in rows:
            if source in ends and target in ends and self._above.isdisjoint((source, target)):
                self._picked.rows[uid] = Link.table

    def _going(self) -> list[str]:
        tables = (Document.table, Dossier.table, Item.table)
        return [uid for uid, table in self._picked.rows.items() if table in tables]

    def _add(self, kind: type[Record], uids: Iterable[str]) -> None:
        self._picked.rows |= dict.fromkeys(filter(None, uids), kind.table)

    def _too_high(self, kind: type[Record]) -> Iterable[str]:
        degrees = self._uids(f"SELECT DISTINCT classification FROM {kind.table}")
        high = [degree for degree in degrees if not self._allowed(degree)]
        return self._uids(
            f"SELECT uid FROM {kind.table}"
            " WHERE classification IN (SELECT value FROM json_each(?))",
            high,
        )

    def _uids(self, query: str, values: Iterable[str] | None = None) -> list[str]:
        bound = [] if values is None else [json.dumps(sorted(values))]
        return [row[0] for row in self._connection.execute(query, bound)]


NAMED_KINDS: dict[str, type[Record]] = {"party": Party, "parties": Party, "officer": Officer}
"""The record that a field of that type names: it goes along, so that its name is known there."""
