"""Conflicts: what two desks wrote of the same field, read from the change log.

`unsettled` only says which records to look at; what clashes is derived each time, so that it is
never out of date. An opinion whose text was written on two desks is told by its revisions: each
names the one before, and those that it takes account of; two ends are a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ctdesk.domain.records import Document, Revision
from ctdesk.store.changes import Entry
from ctdesk.store.deriving import Clash, derive
from ctdesk.store.driver import Connection
from ctdesk.store.entries import entries_of
from ctdesk.store.errors import translated
from ctdesk.store.reading import Reader, kind_of


@dataclass(frozen=True)
class Unsettled:
    """A record and what clashes in it."""

    table: str
    uid: str
    clashes: tuple[Clash, ...]
    texts: tuple[Revision, ...] = ()
    """Ends of an opinion's text, the one that shows first; empty when there is only one."""


def mark_unsettled(connection: Connection, records: Mapping[str, tuple[str, bool]]) -> None:
    """Note which records to look at: by identity their table, and whether something clashes."""
    clean = [(uid,) for uid, (_, clashes) in records.items() if not clashes]
    clashing = [(uid, table) for uid, (table, clashes) in records.items() if clashes]
    connection.executemany("DELETE FROM unsettled WHERE row_id = ?", clean)
    connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, ?)", clashing)


def text_ends(revisions: Sequence[Revision]) -> tuple[Revision, ...]:
    """The revisions of an opinion that no other takes account of, the one that shows first."""
    taken = {one for r in revisions for one in (r.previous_hash, *r.settles)}
    ends = {r.hash: r for r in sorted(revisions, key=shown_first) if r.hash not in taken}
    return tuple(sorted(ends.values(), key=shown_first, reverse=True))


def has_two_texts(connection: Connection, document: str) -> bool:
    """Whether an opinion's text was written on two desks, and nobody took account of both."""
    rows = connection.execute(
        "SELECT hash, previous_hash, settles FROM revision WHERE document = ?", (document,)
    ).fetchall()
    taken = {one for _, previous, settles in rows for one in (previous, *json.loads(settles))}
    return len({own for own, _, _ in rows} - taken) > 1


def shown_first(revision: Revision) -> tuple[bool, int, str, str]:
    """By this the text that shows is chosen, the highest: the issued one, else the newest."""
    return (revision.frozen, revision.number, revision.at, revision.uid)


class Conflicts:
    """What is unsettled at a desk."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def all(self) -> list[Unsettled]:
        """Every record in which something clashes, by identity."""
        with translated():
            rows = self._read.connection.execute(
                "SELECT row_id, tbl FROM unsettled ORDER BY row_id"
            ).fetchall()
            entries = entries_of(self._read.connection, [uid for uid, _ in rows])
        found = (self._of(table, uid, entries.get(uid, [])) for uid, table in rows)
        return [each for each in found if each.clashes or each.texts]

    def of(self, table: str, uid: str) -> Unsettled:
        """What clashes in one record; nothing for most."""
        with translated():
            entries = entries_of(self._read.connection, [uid])
        return self._of(table, uid, entries.get(uid, []))

    def doubled_numbers(self) -> list[tuple[Document, ...]]:
        """Documents of one register and year that carry the same number."""
        with translated():
            rows = self._read.connection.execute(
                "SELECT register, register_year, register_seq FROM document WHERE register <> ''"
                " GROUP BY 1, 2, 3 HAVING count(*) > 1"
            ).fetchall()
        found: dict[tuple[str, int, str], list[Document]] = {}
        for register, year, seq in rows:
            for document in self._read.where(
                Document, register=register, register_year=year, register_seq=seq
            ):
                key = (register, year, document.register_number)
                found.setdefault(key, []).append(document)
        return [tuple(same) for same in found.values() if len(same) > 1]

    def _of(self, table: str, uid: str, entries: Sequence[Entry]) -> Unsettled:
        kind = kind_of(table)
        clashes = derive(kind, entries).clashes if entries else ()
        ends: tuple[Revision, ...] = ()
        if kind is Document:
            ends = text_ends(self._read.where(Revision, document=uid))
        return Unsettled(table, uid, clashes, ends if len(ends) > 1 else ())
