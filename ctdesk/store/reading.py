"""Reading records: by identity, by equal fields, long texts joined in by hash."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS, Document, Record
from ctdesk.store.blobs import names_of
from ctdesk.store.driver import Connection, Database, NotFoundError
from ctdesk.store.errors import translated
from ctdesk.store.rows import columns, record_of, unpacked, unpacked_as

R = TypeVar("R", bound=Record)

# As `domain.numbering.is_provisional` tells them.
_PERMANENT = (
    " AND NOT (register_number GLOB 'م/*/' || register_seq AND register_number NOT GLOB 'م/*/*/*'"
    " AND register_number <> 'م/' || register_year || '/' || register_seq)"
)
_PERMANENT_GONE = (
    " AND NOT (number GLOB 'م/*/' || seq AND number NOT GLOB 'م/*/*/*'"
    " AND number <> 'م/' || year || '/' || seq)"
)
_MANY = 400
"""Bound parameters a query: well below the engine's limit."""


@dataclass(frozen=True)
class LogEntry:
    """One write, as the history shows it. `before` and `after` are values as the log holds them."""

    at_millis: int
    device: str
    officer: str
    act: str
    table: str
    row_id: str
    field: str
    before: Any
    after: Any


class Reader:
    """Questions to one connection. Values come back as records, never as rows."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @property
    def connection(self) -> Connection:
        """For the search room, which compiles its own SQL."""
        return self._db.conn

    def get(self, kind: type[R], uid: str) -> R | None:
        """The record of that identity, whole."""
        with translated():
            try:
                row = self._db.table(kind.table).get(uid)
            except NotFoundError:
                return None
            return self._whole(kind, [row])[0]

    def get_many(self, kind: type[R], uids: Iterable[str]) -> dict[str, R]:
        """The records of those identities that exist, by identity."""
        found: dict[str, R] = {}
        wanted = list(dict.fromkeys(uids))
        for start in range(0, len(wanted), _MANY):
            part = wanted[start : start + _MANY]
            where = f"uid IN ({', '.join('?' * len(part))})"
            found |= {record.uid: record for record in self.find(kind, where, part)}
        return found

    def find(
        self,
        kind: type[R],
        where: str = "1",
        values: Sequence[Any] = (),
        *,
        order: str = "uid",
        limit: int | None = None,
    ) -> list[R]:
        """Records for which the condition holds; the store's own rooms write the condition."""
        with translated():
            rows = self._db.table(kind.table).rows_where(
                where, list(values), order_by=order, limit=limit
            )
            return self._whole(kind, list(rows))

    def where(
        self, kind: type[R], /, *, order: str = "", limit: int | None = None, **equal: Any
    ) -> list[R]:
        """Records whose fields equal the values given. `order`: field names, `-` for descending."""
        for name in (*equal, *(part.lstrip("-") for part in order.split())):
            if name not in columns(kind):
                raise KeyError(name)
        condition = " AND ".join(f'"{name}" = ?' for name in equal) or "1"
        by = ", ".join(
            f'"{part.lstrip("-")}" {"DESC" if part.startswith("-") else "ASC"}'
            for part in order.split()
        )
        return self.find(kind, condition, list(equal.values()), order=by or "uid", limit=limit)

    def count(self, kind: type[Record], /, **equal: Any) -> int:
        """How many records have fields equal to the values given."""
        condition = " AND ".join(f'"{name}" = ?' for name in equal) or "1"
        with translated():
            row = self.connection.execute(
                f'SELECT count(*) FROM "{kind.table}" WHERE {condition}', list(equal.values())
            ).fetchone()
        return int(row[0])

    def last_number(self, register: str, year: int, *, provisional: bool = False) -> int:
        """The highest sequence number given in a register and year; 0 for none.

        A travelling laptop's (`provisional`) go on from all that it knows of, the permanent ones
        only from permanent ones. What a merge took off a record counts too: a number is never
        given again.
        """
        kept, gone = ("", "") if provisional else (_PERMANENT, _PERMANENT_GONE)
        with translated():
            row = self.connection.execute(
                "SELECT register_seq FROM document WHERE register = ?1 AND register_year = ?2"
                f"{kept} ORDER BY register_seq DESC LIMIT 1",
                (register, year),
            ).fetchone()
            last = self.connection.execute(
                f"SELECT max(seq) FROM number_gone WHERE register = ?1 AND year = ?2{gone}",
                (register, year),
            ).fetchone()
        return max(row[0] if row else 0, last[0] or 0)

    def registered(self, register: str, year: int, offset: int, limit: int) -> list[Document]:
        """Some entries of a register and year in the order of their numbers."""
        return self.find(
            Document,
            "uid IN (SELECT uid FROM document WHERE register = ? AND register_year = ?"
            " ORDER BY register_seq, uid LIMIT ? OFFSET ?)",
            (register, year, limit, offset),
            order="register_seq, uid",
        )

    def register_years(self, register: str) -> list[int]:
        """The years in which a register has entries, the latest first."""
        with translated():
            rows = self.connection.execute(
                "SELECT DISTINCT register_year FROM document WHERE register = ?"
                " ORDER BY register_year DESC",
                (register,),
            ).fetchall()
        return [row[0] for row in rows]

    def sequence(self, register: str, year: int) -> list[int]:
        """The sequence numbers given in a register and year, in order."""
        with translated():
            rows = self.connection.execute(
                "SELECT register_seq FROM document WHERE register = ? AND register_year = ?"
                " ORDER BY register_seq",
                (register, year),
            ).fetchall()
        return [row[0] for row in rows]

    def latest_blocks(self, document: str) -> str:
        """The JSON of the blocks of an opinion's newest revision; empty for none."""
        with translated():
            row = self.connection.execute(
                "SELECT body.text FROM revision JOIN body ON body.hash = revision.blocks"
                " WHERE document = ? ORDER BY frozen DESC, number DESC, at DESC, uid DESC LIMIT 1",
                (document,),
            ).fetchone()
        return unpacked(row[0]) if row else ""

    def texts_of(self, uids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Summary and text of documents by identity: what snippets are cut from."""
        if not uids:
            return {}
        marks = ", ".join("?" * len(uids))
        with translated():
            rows = self.connection.execute(
                "SELECT uid, s.text, t.text FROM document"
                " LEFT JOIN body s ON s.hash = summary LEFT JOIN body t ON t.hash = document.text"
                f" WHERE uid IN ({marks})",
                list(uids),
            ).fetchall()
        return {
            uid: (unpacked(summary) if summary else "", unpacked(text) if text else "")
            for uid, summary, text in rows
        }

    def mentioning(self, keys: Iterable[str], limit: int) -> list[str]:
        """Identities of the records whose texts mention one of these numbers, the newest first."""
        wanted = sorted(keys)
        marks = ", ".join("?" * len(wanted))
        with translated():
            rows = self.connection.execute(
                f"SELECT DISTINCT source FROM mention WHERE key IN ({marks})"
                " ORDER BY source DESC LIMIT ?",
                (*wanted, limit),
            ).fetchall()
        return [row[0] for row in rows]

    def is_own(self, row_id: str) -> bool:
        """Whether a record was made on this desk, not brought by a pack."""
        with translated():
            row = self.connection.execute(
                "SELECT 1 FROM change JOIN device ON device.id = change.device"
                " WHERE row_id = ? AND field = ''",
                (row_id,),
            ).fetchone()
        return row is not None

    def settings(self) -> dict[str, Any]:
        """All settings of the desk by name."""
        with translated():
            rows = self.connection.execute("SELECT uid, value FROM setting").fetchall()
        return {name: json.loads(value) for name, value in rows}

    def draft(self, uid: str) -> tuple[str, str] | None:
        """Unsaved work on a record: when, and its content."""
        with translated():
            row = self.connection.execute(
                "SELECT at, content FROM draft WHERE uid = ?", (uid,)
            ).fetchone()
        return (row[0], row[1]) if row else None

    def log_of(self, row_id: str) -> list[LogEntry]:
        """Every write of a record, oldest first, each with the value that it replaced."""
        with translated():
            rows = self.connection.execute(
                "SELECT hlc, device, officer, act, tbl, field, value FROM change"
                " WHERE row_id = ? ORDER BY hlc",
                (row_id,),
            ).fetchall()
        held: dict[str, Any] = {}
        entries = []
        for hlc, device, officer, act, table, field, text in rows:
            value = json.loads(text)
            after = value if field else dict(value)
            written = {field: value} if field else value
            before = held.get(field, "") if field else ""
            held |= written
            entries.append(
                LogEntry(int(hlc[:13]), device, officer, act, table, row_id, field, before, after)
            )
        return entries

    def bodies(self, hashes: Iterable[str]) -> dict[str, str]:
        """Long texts by hash."""
        wanted = sorted({value for value in hashes if value})
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _MANY):
            part = wanted[start : start + _MANY]
            marks = ", ".join("?" * len(part))
            rows = self.connection.execute(
                f"SELECT hash, text FROM body WHERE hash IN ({marks})", part
            ).fetchall()
            found |= {key: unpacked_as(key, data) for key, data in rows}
        return found

    def blobs_in_use(self) -> set[str]:
        """Names of the stored files that a record, a setting or a waiting file mentions."""
        return names_of(self.connection)

    def counts_by(self, kind: type[Record], column: str, of: str = "") -> dict[str, int]:
        """How many records have each value of a column; of one `kind` of them if it is named."""
        where, values = ("kind = ?", (of,)) if of else ("1", ())
        with translated():
            rows = self.connection.execute(
                f'SELECT "{column}", count(*) FROM "{kind.table}" WHERE {where} GROUP BY 1', values
            ).fetchall()
        return dict(rows)

    def _whole(self, kind: type[R], rows: Sequence[Mapping[str, Any]]) -> list[R]:
        wide = [spec.name for spec in fields_of(kind) if spec.wide]
        bodies = self.bodies(row[name] for row in rows for name in wide) if wide else {}
        return [record_of(kind, row, bodies) for row in rows]


def kind_of(table: str) -> type[Record]:
    """The record kind of a table."""
    return RECORDS[table]
