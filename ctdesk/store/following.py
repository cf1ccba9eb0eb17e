"""The chains of both logs followed, entry by entry: whether each follows from the one before it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ctdesk.store.changes import NO_HASH, canonical
from ctdesk.store.driver import Connection


@dataclass(frozen=True)
class Broken:
    """The first entry of a chain that does not follow from the one before it."""

    chain: str
    device: str
    seq: int


Followed = Callable[[int, int], bool]
"""Told how many entries were followed, of how many; False stops."""


def verify_chains(
    connection: Connection,
    last: int | None = None,
    progress: Followed = lambda _done, _total: True,
) -> list[Broken]:
    """Follow both chains of every device and give the first break of each.

    `last`: only that many entries at the end (the check at every opening). When `progress` stops
    it, what was found until then.
    """
    found: list[Broken] = []
    devices = connection.execute(
        "SELECT id, own, change_seq, change_hash, act_seq, act_hash FROM device"
    ).fetchall()
    chains = [
        chain
        for device, own, change_seq, change_hash, act_seq, act_hash in devices
        for chain in (
            Chain("change", device, change_seq, change_hash, goes_on=not own),
            Chain("act", device, act_seq, act_hash),
        )
    ]
    total = sum(min(chain.end, last) if last is not None else chain.end for chain in chains)
    done = 0
    for chain in chains:
        start = 0 if last is None else max(0, chain.end - last)
        before = done

        def step(followed: int, before: int = before) -> bool:
            return progress(before + followed, total)

        broken = chain.first_break(connection, start, step)
        if broken is not None:
            found.append(Broken(chain.name, chain.device, broken))
        done += chain.end - start
        if not progress(done, total):
            break
    return found


@dataclass(frozen=True)
class Chain:
    """One chain of one device, as far as an entry whose hash is known."""

    name: str
    """`change` or `act`."""
    device: str
    end: int
    head: bytes
    goes_on: bool = False
    """There may be entries after the end, which are not looked at."""

    def first_break(
        self,
        connection: Connection,
        start: int = 0,
        progress: Callable[[int], bool] = lambda _done: True,
    ) -> int | None:
        """The first entry after `start` that does not follow, is missing, or is one too many; the
        last when it is not the one that is known. None when all follow, and when stopped."""
        expected, previous = start, NO_HASH
        if start:
            row = connection.execute(
                f"SELECT hash FROM {self.name} WHERE device = ? AND seq = ?", (self.device, start)
            ).fetchone()
            if row is None:
                return start
            previous = row[0]
        for seq, text, written in _entries(connection, self, start):
            expected += 1
            if seq != expected:
                return expected
            if written != _hash(previous, text):
                text = self._text(connection, seq)
                if written != _hash(previous, text):
                    return expected
            previous = written
            if expected % _STEP == 0 and not progress(expected - start):
                return None
        if expected != self.end:
            return min(expected, self.end) + 1
        return None if previous == self.head else self.end

    def _text(self, connection: Connection, seq: int) -> str:
        """The text of an entry as it was hashed when it was written."""
        row = connection.execute(
            f"SELECT {_COLUMNS[self.name]} FROM {self.name} WHERE device = ? AND seq = ?",
            (self.device, seq),
        ).fetchone()
        return canonical(list(row))


_STEP = 2_000
_COLUMNS = {
    "change": "device, seq, hlc, act, officer, tbl, row_id, field, value, base",
    "act": "device, seq, at, officer, act, detail",
}


def _entries(connection: Connection, chain: Chain, start: int) -> Iterator[Sequence[Any]]:
    """Number, text and hash of the entries after one.

    The text is the engine's own JSON of the parts: twice as quick as ours, and the same but for
    rare characters, so that only an entry it doesn't fit is written anew (`canonical`).
    """
    rows: Iterator[Sequence[Any]] = connection.execute(
        f"SELECT seq, json_array({_COLUMNS[chain.name]}), hash FROM {chain.name}"
        " WHERE device = ? AND seq > ? AND seq <= ? ORDER BY seq",
        (chain.device, start, chain.end + (not chain.goes_on)),
    )
    return rows


def _hash(previous: bytes, text: str) -> bytes:
    return hashlib.sha256(previous + text.encode()).digest()
