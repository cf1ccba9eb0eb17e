"""Other desks: their cards, the seals of their histories, the packs to them and from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ctdesk.store.changes import NO_HASH, Entry, canonical, now
from ctdesk.store.driver import Connection
from ctdesk.store.entries import entries_of
from ctdesk.store.following import Broken
from ctdesk.store.merging import Sealed
from ctdesk.store.sealing import Signer, Verifier


@dataclass(frozen=True)
class Own:
    """This desk's device with its secret keys."""

    device: str
    label: str
    public_key: bytes
    secret_key: bytes = field(repr=False)
    box_secret: str = field(repr=False)


@dataclass(frozen=True)
class Peer:
    """Another desk, as its key card says; trusted once an officer compared the words."""

    device: str
    label: str
    card: str
    public_key: bytes
    met_at: str
    trusted_at: str
    trusted_by: str

    @property
    def trusted(self) -> bool:
        return bool(self.trusted_at)


@dataclass(frozen=True)
class PackRow:
    """A pack that was made here (`out`) or merged here (`in`)."""

    id: str
    way: str
    device: str
    at: str
    officer: str
    ceiling: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class HeadSeal:
    """Where one chain of a device stood, signed by it."""

    device: str
    chain: str
    seq: int
    hash: bytes
    signature: bytes

    def content(self) -> bytes:
        """What the signature is over."""
        return canonical([self.device, self.chain, self.seq, self.hash.hex()]).encode()


class Peers:
    """Questions and writes about other desks, in the transaction of the caller's act."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def own(self) -> Own:
        """This desk's device."""
        row = self._connection.execute(
            "SELECT id, label, public_key, secret_key, box_secret FROM device WHERE own = 1"
        ).fetchone()
        return Own(*row)

    def name_own(self, label: str) -> None:
        """How other desks see this one called."""
        self._connection.execute("UPDATE device SET label = ? WHERE own = 1", (label,))

    def all(self) -> list[Peer]:
        """The other desks that are known, by name."""
        rows = self._connection.execute(
            "SELECT device, label, card, public_key, met_at, trusted_at, trusted_by FROM peer"
            " ORDER BY label, device"
        )
        return [Peer(*row) for row in rows]

    def get(self, device: str) -> Peer | None:
        return next((peer for peer in self.all() if peer.device == device), None)

    def keep(self, device: str, label: str, card: str, public_key: bytes) -> None:
        """Note another desk's card, not trusted yet."""
        self._connection.execute(
            "INSERT INTO peer (device, label, card, public_key, met_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (device) DO UPDATE SET label = excluded.label, card = excluded.card",
            (device, label, card, public_key, now()),
        )

    def trust(self, device: str, officer: str) -> None:
        """An officer compared the words."""
        self._connection.execute(
            "UPDATE peer SET trusted_at = ?, trusted_by = ? WHERE device = ?",
            (now(), officer, device),
        )

    def distrust(self, device: str) -> None:
        """Take no further packs from a desk; what came stays."""
        self._connection.execute(
            "UPDATE peer SET trusted_at = '', trusted_by = '' WHERE device = ?", (device,)
        )

    def sealed(self, row_ids: Iterable[str]) -> list[Sealed]:
        """The whole history of these records, each entry under its own device's signature; this
        desk's entries are signed now if they were not before."""
        entries = [e for found in entries_of(self._connection, row_ids).values() for e in found]
        entries.sort(key=lambda e: (e.device, e.seq))
        seals = self._seals(entries)
        for device, secret in self._own_secrets():
            lacking = [e for e in entries if e.device == device and e.id not in seals]
            if lacking:
                seals |= self._seal(lacking, Signer(secret))
        return [Sealed(entry, *seals[entry.id]) for entry in entries]

    def head_seals(self) -> list[HeadSeal]:
        """Where this desk's two chains stand now, signed, and kept."""
        own = self.own()
        signer = Signer(own.secret_key)
        row = self._connection.execute(
            "SELECT change_seq, change_hash, act_seq, act_hash FROM device WHERE own = 1"
        ).fetchone()
        made = []
        for chain, seq, digest in (("change", *row[:2]), ("act", *row[2:])):
            bare = HeadSeal(own.device, chain, seq, digest, b"")
            made.append(HeadSeal(own.device, chain, seq, digest, signer("head", bare.content())))
        self.keep_seals(made)
        return made

    def kept_seals(self, devices: Iterable[str]) -> list[HeadSeal]:
        """The seals of other desks' histories that came here."""
        rows = self._connection.execute(
            "SELECT device, chain, seq, hash, signature FROM seal"
            " WHERE device IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(devices)),),
        )
        return [HeadSeal(*row) for row in rows]

    def keep_seals(self, seals: Sequence[HeadSeal]) -> None:
        """Keep where a desk's chains stood."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?, ?, ?)",
            [(s.device, s.chain, s.seq, s.hash, s.signature, now()) for s in seals],
        )

    def hash_at(self, device: str, seq: int) -> bytes | None:
        """The hash of an entry, where it is known."""
        row = self._connection.execute(
            "SELECT hash FROM change WHERE device = ? AND seq = ?", (device, seq)
        ).fetchone()
        return row[0] if row else None

    def carried(self, device: str) -> set[str]:
        """The records that another desk has, since a pack took them there or brought them here."""
        rows = self._connection.execute("SELECT row_id FROM carried WHERE device = ?", (device,))
        return {row[0] for row in rows}

    def note_carried(self, device: str, row_ids: Iterable[str]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO carried VALUES (?, ?)", [(device, row) for row in row_ids]
        )

    def packs(self) -> list[PackRow]:
        """The packs that went out and came in, the newest first."""
        rows = self._connection.execute(
            "SELECT id, way, device, at, officer, ceiling, counts FROM pack"
            " ORDER BY at DESC, id DESC"
        )
        return [
            PackRow(id_, way, device, at, officer, ceiling, json.loads(counts))
            for id_, way, device, at, officer, ceiling, counts in rows
        ]

    def pack(self, id_: str) -> PackRow | None:
        return next((pack for pack in self.packs() if pack.id == id_), None)

    def note_pack(
        self, id_: str, way: str, device: str, officer: str, ceiling: str, counts: Mapping[str, Any]
    ) -> None:
        """Note a pack that was made or merged here."""
        self._connection.execute(
            "INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)",
            (id_, way, device, now(), officer, ceiling, canonical(dict(counts))),
        )

    def broken_entries(self) -> list[Broken]:
        """The first entry of each other desk that isn't under that desk's signature, or does not
        follow upon the one before it where that is known. Also of what came back, after a
        restoring, of this desk's own."""
        keys = self.own_keys() | {peer.device: peer.public_key for peer in self.all()}
        broken = []
        devices = self._connection.execute(
            "SELECT d.device, coalesce(own.change_seq, 0) FROM (SELECT DISTINCT device FROM change)"
            " AS d LEFT JOIN device AS own ON own.id = d.device WHERE coalesce(own.own, 0) = 0"
        ).fetchall()
        for device, end in devices:
            seq = self._first_unsound(device, keys.get(device, b""), end)
            if seq is not None:
                broken.append(Broken("change", device, seq))
        return broken

    def _first_unsound(self, device: str, key: bytes, end: int) -> int | None:
        verify = Verifier(key) if key else None
        rows = self._connection.execute(
            "SELECT c.device, c.seq, hlc, act, officer, tbl, row_id, field, value, base, hash,"
            " previous, signature FROM change AS c LEFT JOIN entry_seal AS s USING (device, seq)"
            " WHERE c.device = ? AND c.seq > ? ORDER BY c.seq",
            (device, end),
        )
        last: Entry | None = None
        for *columns, previous, signature in rows:
            entry = Entry(*columns)
            linked = last is None or last.seq + 1 != entry.seq or last.hash == previous
            if (
                verify is None
                or previous is None
                or not linked
                or not entry.follows(previous)
                or not verify("entry", entry.hash, signature)
            ):
                return entry.seq
            last = entry
        return None

    def own_keys(self) -> dict[str, bytes]:
        """The public keys of this desk, and of those that it was before a restoring."""
        return dict(self._connection.execute("SELECT id, public_key FROM device").fetchall())

    def _own_secrets(self) -> list[tuple[str, bytes]]:
        return list(self._connection.execute("SELECT id, secret_key FROM device").fetchall())

    def _seals(self, entries: Sequence[Entry]) -> dict[str, tuple[bytes, bytes]]:
        rows = self._connection.execute(
            "SELECT s.device, s.seq, s.previous, s.signature FROM json_each(?) AS wanted"
            " JOIN entry_seal AS s ON s.device = json_extract(wanted.value, '$[0]')"
            " AND s.seq = json_extract(wanted.value, '$[1]')",
            (json.dumps([(e.device, e.seq) for e in entries]),),
        )
        return {f"{device}/{seq}": (previous, sig) for device, seq, previous, sig in rows}

    def _seal(self, entries: Sequence[Entry], sign: Signer) -> dict[str, tuple[bytes, bytes]]:
        made = {}
        for entry in entries:
            previous = self.hash_at(entry.device, entry.seq - 1) or NO_HASH
            made[entry.id] = (previous, sign("entry", entry.hash))
        self._connection.executemany(
            "INSERT INTO entry_seal VALUES (?, ?, ?, ?)",
            [(e.device, e.seq, *made[e.id]) for e in entries],
        )
        return made
