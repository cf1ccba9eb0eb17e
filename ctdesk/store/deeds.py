"""The acts of officers as the history pages read them: one row each, the newest first, by key."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated
from ctdesk.store.schema_9 import NAMED, NOTE_CLOCK

Key = tuple[str, str]
"""Clock and device of an act."""


@dataclass(frozen=True)
class Deed:
    """One act of an officer: what it entered in either log, by sequence numbers; 0: nothing."""

    clock: str
    device: str
    officer: str
    act: str
    first_change: int
    last_change: int
    first_act: int
    last_act: int

    @property
    def key(self) -> Key:
        return self.clock, self.device

    @property
    def at_millis(self) -> int:
        """When it began, in milliseconds since 1970 (UTC), by the clock of its device."""
        return int(self.clock[:13])

    @property
    def changes(self) -> int:
        """How many writes of fields it entered."""
        return self.last_change - self.first_change + 1 if self.first_change else 0


@dataclass(frozen=True)
class Change:
    """One write of an act. `before` and `after` are values as the log holds them; a new record has
    no field, and all its fields after."""

    seq: int
    table: str
    row_id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Note:
    """One entry of the acts chain."""

    device: str
    seq: int
    at: str
    officer: str
    act: str
    detail: Mapping[str, Any]
    hash: bytes

    @property
    def seal(self) -> str:
        """The 16 digits that stand on what left with it; "" when nothing was sealed."""
        return self.hash.hex()[:16] if "head" in self.detail else ""


@dataclass(frozen=True)
class Wanted:
    """Which acts are asked for; what is empty asks for nothing."""

    officer: str = ""
    acts: tuple[str, ...] = ()
    device: str = ""
    since: int = 0
    """Milliseconds; acts from then on."""
    until: int = 0
    """Milliseconds; acts before then."""
    records: tuple[str, ...] = ()
    """Acts that wrote one of these records, or that noted it."""


class Deeds:
    """Questions about acts, to one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, wanted: Wanted, before: Key | None = None, limit: int = 50) -> list[Deed]:
        """The newest acts that are wanted, older than `before`."""
        with translated():
            streams = [self._newest(wanted, act, before, limit) for act in wanted.acts or ("",)]
            merged = heapq.merge(*streams, key=lambda deed: deed.key, reverse=True)
            return list(islice(merged, limit))

    def every(self, wanted: Wanted, most: int) -> Iterator[Deed]:
        """The acts that are wanted, the newest first, at most so many."""
        before: Key | None = None
        while most > 0 and (found := self.page(wanted, before, min(most, 500))):
            yield from found
            most -= len(found)
            before = found[-1].key

    def get(self, key: Key) -> Deed | None:
        """The act of that key."""
        with translated():
            row = self._connection.execute(
                f"SELECT {_COLUMNS} FROM deed WHERE clock = ? AND device = ?", key
            ).fetchone()
        return Deed(*row) if row else None

    def of_note(self, note: Note) -> Deed | None:
        """The act that an entry of the acts chain belongs to."""
        with translated():
            row = self._connection.execute(
                f"SELECT {NOTE_CLOCK} FROM act WHERE device = ? AND seq = ?",
                (note.device, note.seq),
            ).fetchone()
        return self.get((row[0], note.device)) if row else None

    def changes(self, deed: Deed, limit: int, offset: int = 0) -> list[Change]:
        """Writes of an act in their order, each with the value that it replaced."""
        first = deed.first_change + offset
        with translated():
            rows = self._connection.execute(
                "SELECT seq, tbl, row_id, field, value, base FROM change"
                " WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq LIMIT ?",
                (deed.device, first, deed.last_change, limit),
            ).fetchall()
            return [
                Change(seq, tbl, row, name, self._value_at(base, name), json.loads(value))
                for seq, tbl, row, name, value, base in rows
            ]

    def records(self, deed: Deed) -> int:
        """How many records an act wrote."""
        with translated():
            row = self._connection.execute(
                "SELECT count(DISTINCT row_id) FROM change"
                " WHERE device = ? AND seq BETWEEN ? AND ?",
                (deed.device, deed.first_change, deed.last_change),
            ).fetchone()
        return int(row[0])

    def notes(self, deed: Deed) -> list[Note]:
        """What an act entered in the acts chain."""
        where = "device = ? AND seq BETWEEN ? AND ? ORDER BY seq"
        return self._notes(where, (deed.device, deed.first_act, deed.last_act))

    def sealed_as(self, begin: bytes, end: bytes) -> list[Note]:
        """Entries of the acts chains whose hash lies between two values."""
        return self._notes("hash >= ? AND hash < ? LIMIT 20", (begin, end))

    def last_of(self, act: str, device: str) -> Iterator[Note]:
        """The notes that a device made of an act, the newest first."""
        for deed in self.every(Wanted(acts=(act,), device=device), 10_000):
            yield from reversed(self.notes(deed))

    def values(self, column: str) -> list[str]:
        """The officers, acts or devices that occur, without a walk through all acts."""
        found: list[str] = []
        with translated():
            row = self._connection.execute(f"SELECT min({column}) FROM deed").fetchone()
            while row[0] is not None:
                found.append(row[0])
                row = self._connection.execute(
                    f"SELECT min({column}) FROM deed WHERE {column} > ?", row
                ).fetchone()
        return found

    def _newest(self, wanted: Wanted, act: str, before: Key | None, limit: int) -> list[Deed]:
        conditions = {
            "deed.officer = ?": (wanted.officer,) if wanted.officer else (),
            "deed.act = ?": (act,) if act else (),
            "deed.device = ?": (wanted.device,) if wanted.device else (),
            "deed.clock >= ?": (f"{wanted.since:013d}",) if wanted.since else (),
            "deed.clock < ?": (f"{wanted.until:013d}",) if wanted.until else (),
            "(deed.clock, deed.device) < (?, ?)": before or (),
        }
        asked = {condition: values for condition, values in conditions.items() if values}
        source, values = "deed", [value for given in asked.values() for value in given]
        if wanted.records:
            source = f"({_OF_RECORDS}) AS k CROSS JOIN deed USING (clock, device)"
            values = [json.dumps(wanted.records)] * 2 + values
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM {source} WHERE {' AND '.join(asked) or 'true'}"
            " ORDER BY deed.clock DESC, deed.device DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
        return [Deed(*row) for row in rows]

    def _value_at(self, bases: str, name: str) -> Any:
        """What a field held after an entry, or after the latest of several that a merge left side
        by side; "" for nothing."""
        found = []
        for base in bases.split():
            device, _, seq = base.rpartition("/")
            found += self._connection.execute(
                "SELECT hlc, field, value FROM change WHERE device = ? AND seq = ?",
                (device, int(seq)),
            ).fetchall()
        if not found:
            return ""
        _, field, text = max(found)
        value = json.loads(text)
        return value if field else value.get(name, "")

    def _notes(self, where: str, values: Sequence[Any]) -> list[Note]:
        with translated():
            rows = self._connection.execute(
                f"SELECT device, seq, at, officer, act, detail, hash FROM act WHERE {where}", values
            ).fetchall()
        return [
            Note(device, seq, at, officer, act, json.loads(detail), digest)
            for device, seq, at, officer, act, detail, digest in rows
        ]


_COLUMNS = (
    "deed.clock, deed.device, deed.officer, deed.act,"
    " deed.first_change, deed.last_change, deed.first_act, deed.last_act"
)
_OF_RECORDS = (
    "SELECT substr(hlc, 1, 13) AS clock, device FROM change"
    " WHERE row_id IN (SELECT value FROM json_each(?))"
    f" UNION SELECT {NOTE_CLOCK}, device FROM act WHERE {NAMED} IN (SELECT value FROM json_each(?))"
)
