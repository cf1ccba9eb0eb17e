"""The change log and the acts chain: every write, by whom, on which desk, what it replaced.

The change log is at once the history, the undo, the audit and what packs will carry. A new record
is one entry (`field` is empty, the value is all its fields), each later write of a field is one
entry: its `base` names the entry that it replaces. Entries of one device form a chain:
`hash = SHA-256(previous hash || canonical JSON of the entry)`. The form of that JSON is frozen:
keys sorted, no blanks, no floats, UTF-8.

All that one act enters shares the milliseconds of its clock, and no two acts of a device share
them: that is how the history tells one act from the next (`deeds`), on this machine and on those
that packs carry it to.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ctdesk.store.driver import Connection

NO_HASH = b"\0" * 32
_COUNTER_DIGITS = 6


def now() -> str:
    """The time of day as records hold it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def canonical(value: Any) -> str:
    """The one form of JSON that is hashed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def next_clock(last: str, device: str, millis: int | None = None) -> str:
    """The hybrid logical clock after `last`: never goes back, also when the machine's clock does.

    13 digits of milliseconds, 6 of counter, the device (Kulkarni et al., 2014).
    """
    wall = int(time.time() * 1000) if millis is None else millis
    before, counter = (int(last[:13]), int(last[14:20])) if last else (0, 0)
    if wall > before:
        before, counter = wall, 0
    elif counter + 1 >= 10**_COUNTER_DIGITS:
        before, counter = before + 1, 0
    else:
        counter += 1
    return f"{before:013d}-{counter:06d}-{device}"


def _later(last: str) -> int:
    """The milliseconds of the act that begins now: later than those of the one before it."""
    return max(int(time.time() * 1000), int(last[:13]) + 1 if last else 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One write in the change log. `value` is canonical JSON; `field` is empty for a creation."""

    device: str
    seq: int
    hlc: str
    act: str
    officer: str
    table: str
    row_id: str
    field: str
    value: str
    base: str
    hash: bytes

    @property
    def id(self) -> str:
        """By this a later entry names it as its base."""
        return f"{self.device}/{self.seq}"

    @property
    def bases(self) -> tuple[str, ...]:
        """The ids of the entries that this one replaces."""
        return tuple(self.base.split())

    @property
    def at(self) -> str:
        """When it was written, as records hold the time of day."""
        return time_of(self.hlc)

    @property
    def parts(self) -> tuple[object, ...]:
        """What is hashed, in the frozen order."""
        return (self.device, self.seq, self.hlc, self.act, self.officer, self.table, self.row_id,
                self.field, self.value, self.base)  # fmt: skip

    def follows(self, previous: bytes) -> bool:
        """Whether the entry's hash is that of an entry which follows upon `previous`."""
        return chained(previous, self.parts) == self.hash


def chained(previous: bytes, parts: tuple[object, ...]) -> bytes:
    """The hash of an entry of a chain."""
    return hashlib.sha256(previous + canonical(parts).encode()).digest()


def time_of(hlc: str) -> str:
    """The time of day of a clock, as records hold it."""
    return datetime.fromtimestamp(int(hlc[:13]) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Log:
    """The writing end of both chains, for the length of one transaction.

    Taking it writes to the device's row first, so that the transaction holds the write lock before
    it reads where the chains end: two connections of one program can't fork them.
    """

    def __init__(self, connection: Connection, act: str, officer: str) -> None:
        self._connection = connection
        self._act = act
        self._officer = officer
        connection.execute("UPDATE device SET clock = clock WHERE own = 1")
        row = connection.execute(
            "SELECT id, clock, change_seq, change_hash, act_seq, act_hash FROM device WHERE own = 1"
        ).fetchone()
        self.device: str = row[0]
        self._clock: str = row[1]
        self._millis = _later(self._clock)
        self._clock = next_clock(self._clock, self.device, self._millis)
        self._seq, self._hash, self._act_seq, self._act_hash = row[2:]
        self._changes: list[tuple[object, ...]] = []
        self._last: dict[tuple[str, str], str] = {}

    @property
    def at(self) -> str:
        """When this act is, as records hold the time of day."""
        return time_of(f"{self._millis:013d}")

    def meet(self, hlc: str) -> None:
        """Be later than an entry that came from another desk."""
        if hlc[:20] > self._clock[:20]:
            self._clock = f"{hlc[:20]}-{self.device}"
            self._millis = max(self._millis, int(hlc[:13]))

    def change(self, table: str, row_id: str, field: str, value: Any, base: str = "") -> str:
        """Enter one write; its id, by which a later one names it as base."""
        self._seq += 1
        self._clock = next_clock(self._clock, self.device, self._millis)
        parts = (
            self.device,
            self._seq,
            self._clock,
            self._act,
            self._officer,
            table,
            row_id,
            field,
            canonical(value),
            base,
        )
        self._hash = chained(self._hash, parts)
        self._changes.append((*parts, self._hash))
        self._last[row_id, field] = f"{self.device}/{self._seq}"
        return self._last[row_id, field]

    def note(self, act: str, detail: Mapping[str, Any]) -> None:
        """Enter an act that is no write of a field: unlock, export, issue, a failed check.

        `detail` holds ids, counts and hashes, never content; the clock of the act is added to it.
        """
        self._act_seq += 1
        at, text = now(), canonical({**detail, "clock": self._millis})
        parts = canonical([self.device, self._act_seq, at, self._officer, act, text])
        self._act_hash = hashlib.sha256(self._act_hash + parts.encode()).digest()
        self._connection.execute(
            "INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.device, self._act_seq, at, self._officer, act, text, self._act_hash),
        )

    def seal(self, act: str, detail: Mapping[str, Any]) -> str:
        """Enter an act together with where the change log stands; 16 digits that stand for both.

        Printed on what leaves the machine: a chain alone does not show that its tail was cut.
        """
        self.note(act, {**detail, "changes": self._seq, "head": self._hash.hex()})
        digits: str = self._act_hash.hex()[:16]
        return digits

    def written(self, row_id: str, field: str) -> str:
        """The id of this act's own last entry for a field, or for the making of its record."""
        return self._last.get((row_id, field)) or self._last.get((row_id, ""), "")

    def flush(self) -> None:
        """Write what was entered, and where the chains now end."""
        self._connection.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._changes
        )
        self._changes.clear()
        self._connection.execute(
            "UPDATE device SET clock = ?, change_seq = ?, change_hash = ?, act_seq = ?,"
            " act_hash = ? WHERE own = 1",
            (self._clock, self._seq, self._hash, self._act_seq, self._act_hash),
        )
