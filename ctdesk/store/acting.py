"""An act of an officer: one transaction in which rows, change log, index and acts chain agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from uuid_utils import uuid7

from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document, Party, Record, Revision
from ctdesk.store.cards import SEARCHED, card_of
from ctdesk.store.changes import Log
from ctdesk.store.degrees import belonging_to, rank_above
from ctdesk.store.driver import Connection
from ctdesk.store.entries import base_of, last_of
from ctdesk.store.index import Card, Index, Texts
from ctdesk.store.reading import Reader, kind_of
from ctdesk.store.rows import insert_sql, logged, logged_record, long_texts, row_of, stored

R = TypeVar("R", bound=Record)
Guard = Callable[[Record, Mapping[str, Any]], None]
"""Told a record and the fields about to be written in it; raises where that may not be."""


class Act:
    """What may be written within one act. Made by `Store.act`; nothing is kept if it raises."""

    def __init__(self, reader: Reader, index: Index, name: str, officer: str) -> None:
        self.read = reader
        self._connection: Connection = reader.connection
        self._index = index
        self._officer = officer
        self._log = Log(self._connection, name, officer)
        self._at = self._log.at
        self._parties: dict[str, Party | None] = {}
        self._before: dict[tuple[str, str], Texts | None] = {}
        self._new: dict[tuple[str, str], Record] = {}
        self.guard: Guard | None = None

    def create(self, record: R) -> R:
        """Write a new record; returns it with its identity and stamps."""
        record = replace(
            record,
            uid=record.uid or str(uuid7()),
            created_at=self._at,
            created_by=self._officer,
            updated_at=self._at,
            updated_by=self._officer,
        )
        if isinstance(record, Revision):
            # before the write: the index must know which words the document loses
            self._touch("document", record.document)
        self._touch(record.table, record.uid, new=record)
        self._write_texts(record)
        self._connection.execute(insert_sql(type(record)), row_of(record))
        self._log.change(record.table, record.uid, "", logged_record(record))
        return record

    def update(self, kind: type[R], uid: str, /, **fields: Any) -> R:
        """Write fields of a record; those that don't change leave no trace. KeyError: no such."""
        record = self.read.get(kind, uid)
        if record is None:
            raise KeyError(uid)
        changed = {name: v for name, v in fields.items() if getattr(record, name) != v}
        if not changed:
            return record
        if self.guard is not None:
            self.guard(record, changed)
        self._touch(kind.table, uid)
        if kind is Party:
            self._touch_those_that_name(uid)
        if "classification" in changed:
            for belonging in belonging_to(self.read, kind.table, uid):
                self._touch(*belonging)
        after = replace(record, **changed, updated_at=self._at, updated_by=self._officer)
        self._write_texts(after)
        for name, value in changed.items():
            spec = field_of(kind, name)
            base = base_of(self._connection, self._log, kind, uid, spec, value)
            self._connection.execute(
                f'UPDATE "{kind.table}" SET "{name}" = ?, updated_at = ?, updated_by = ?'
                " WHERE uid = ?",
                (stored(spec, value), self._at, self._officer, uid),
            )
            self._log.change(kind.table, uid, name, logged(spec, value), base)
        self._new.pop((kind.table, uid), None)
        self._parties.pop(uid, None)
        return after

    def settle(self, kind: type[R], uid: str, name: str, value: Any, heads: Sequence[str]) -> None:
        """Write a field's value in the place of several that stand side by side (`heads`, ids)."""
        spec = field_of(kind, name)
        self._touch(kind.table, uid)
        if kind is Party:
            self._touch_those_that_name(uid)
        self._connection.execute(
            f'UPDATE "{kind.table}" SET "{name}" = ?, updated_at = ?, updated_by = ? WHERE uid = ?',
            (stored(spec, value), self._at, self._officer, uid),
        )
        self._log.change(kind.table, uid, name, logged(spec, value), " ".join(heads))
        self._parties.pop(uid, None)

    def put_merged(self, records: Sequence[tuple[Record, Record | None]]) -> None:
        """Write records as the entries of several desks make them, each with what it was before.

        Nothing is logged: the log has those entries already.
        """
        for record, before in records:
            self._touch(record.table, record.uid, new=None if before else record)
            if isinstance(record, Revision):
                self._touch("document", record.document)
            if isinstance(record, Party) and isinstance(before, Party):
                self._touch_named_anew(record, before)
        for record, before in records:
            if before is not None:
                self._connection.execute(
                    f'DELETE FROM "{record.table}" WHERE uid = ?', (record.uid,)
                )
            self._connection.execute(insert_sql(type(record)), row_of(record))
        self._parties.clear()

    def meet(self, hlc: str) -> None:
        """Be later than what another desk wrote."""
        self._log.meet(hlc)
        self._at = self._log.at

    @property
    def device(self) -> str:
        """This desk's device."""
        return self._log.device

    def take_from_queue(self, uid: str) -> None:
        """A file that waited is a record from this act on."""
        self._connection.execute("DELETE FROM incoming WHERE uid = ?", (uid,))

    def change_setting(self, name: str, value: Any) -> None:
        """Write a setting of the desk."""
        text = json.dumps(value, ensure_ascii=False)
        self._connection.execute(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (uid) DO UPDATE SET value = ?",
            (name, text, text),
        )
        base = self._log.written(name, "value") or last_of(self._connection, name, "value")
        self._log.change("setting", name, "value", value, base)

    def note(self, act: str, **detail: Any) -> None:
        """Enter an act that is no write of a field in the acts chain: ids and counts only."""
        self._log.note(act, detail)

    def seal(self, act: str, **detail: Any) -> str:
        """Enter an act with the head of the change log; the 16 digits to print."""
        return self._log.seal(act, detail)

    def finish(self) -> None:
        """Bring index and logs up to what was written; the last step before the commit."""
        fresh: list[tuple[Card, Texts]] = []
        for key, old in self._before.items():
            found = self._card(*key)
            if found is None:
                continue
            if old is None:
                fresh.append(found)
            else:
                self._index.put(*found, old)
        if fresh:
            self._index.put_many(fresh)
        self._log.flush()

    def _touch(self, table: str, uid: str, new: Record | None = None) -> None:
        """Remember what the index now holds of a record, before the first write to it."""
        key = (table, uid)
        if new is not None:
            self._new[key] = new
        if key not in self._before:
            found = None if new is not None else self._card(table, uid)
            self._before[key] = found[1] if found else None
        elif new is None:
            self._new.pop(key, None)

    def _touch_those_that_name(self, party: str) -> None:
        for table, condition in _NAMES_PARTIES.items():
            rows = self._connection.execute(
                f"SELECT uid FROM {table} WHERE {condition}", {"party": party}
            ).fetchall()
            for (uid,) in rows:
                self._touch(table, uid)

    def _touch_named_anew(self, after: Party, before: Party) -> None:
        names = ("name_ar", "name_en", "spellings")
        if any(getattr(after, name) != getattr(before, name) for name in names):
            self._touch_those_that_name(after.uid)

    def _card(self, table: str, uid: str) -> tuple[Card, Texts] | None:
        if table not in _SEARCHED_TABLES:
            return None
        record = self._new.get((table, uid)) or self.read.get(kind_of(table), uid)
        if record is None:
            return None
        opinion = isinstance(record, Document) and record.kind == "opinion"
        blocks = self.read.latest_blocks(uid) if opinion else ""
        return card_of(record, self._party, blocks, rank_above(self.read, record))

    def _party(self, uid: str) -> Party | None:
        if uid not in self._parties:
            self._parties[uid] = self.read.get(Party, uid)
        return self._parties[uid]

    def _write_texts(self, record: Record) -> None:
        texts = long_texts(record)
        if texts:
            self._connection.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", texts)


_SEARCHED_TABLES = frozenset(kind.table for kind in SEARCHED)
# Records whose texts hold the names of a party.
_NAMES_PARTIES = {
    "document": "sender = :party OR instr(addressees, :party)",
    "dossier": "instr(parties, :party)",
    "action": "waiting_for = :party",
}
