"""Where the two chains of each machine end, single entries of them, and how many acts of a span."""

from __future__ import annotations

from dataclasses import dataclass

from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated


@dataclass(frozen=True)
class Entry:
    """One entry of either chain, as far as both have it."""

    at_millis: int
    officer: str
    act: str


@dataclass(frozen=True)
class End:
    """The last entry of a chain: its number and its hash."""

    seq: int
    hash: bytes


class Chains:
    """Questions about the chains, to one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def own(self) -> str:
        """The machine that this desk lies on."""
        with translated():
            row = self._connection.execute("SELECT id FROM device WHERE own = 1").fetchone()
        return str(row[0])

    def label_of(self, device: str) -> str:
        """What a machine is called; "" where nobody named it."""
        with translated():
            row = self._connection.execute(
                "SELECT label FROM device WHERE id = ? UNION ALL"
                " SELECT label FROM peer WHERE device = ?",
                (device, device),
            ).fetchone()
        return str(row[0]) if row else ""

    def ends(self) -> dict[str, dict[str, End]]:
        """Of each machine, where its chains end, by their names."""
        with translated():
            rows = self._connection.execute(
                "SELECT id, change_seq, change_hash, act_seq, act_hash FROM device"
            ).fetchall()
        return {
            device: {"change": End(changes, head), "act": End(acts, top)}
            for device, changes, head, acts, top in rows
        }

    def counts(
        self, device: str, since: int, until: int, changes: int, acts: int
    ) -> list[tuple[str, str, int]]:
        """How many acts of each kind each officer did on a machine in a span of milliseconds, as
        far as these entries of its two chains."""
        with translated():
            rows = self._connection.execute(
                "SELECT act, officer, count(*) FROM deed WHERE device = ? AND clock >= ?"
                " AND clock < ? AND last_change <= ? AND last_act <= ?"
                " GROUP BY act, officer ORDER BY act, officer",
                (device, f"{since:013d}", f"{until:013d}", changes, acts),
            ).fetchall()
        return [(act, officer, count) for act, officer, count in rows]

    def entry(self, chain: str, device: str, seq: int) -> Entry | None:
        """One entry of a chain."""
        millis = "substr(hlc, 1, 13)" if chain == "change" else "unixepoch(at) * 1000"
        with translated():
            row = self._connection.execute(
                f"SELECT {millis}, officer, act FROM {chain} WHERE device = ? AND seq = ?",
                (device, seq),
            ).fetchone()
        return Entry(int(row[0]), row[1], row[2]) if row else None

    def last_entry(self, chain: str, device: str) -> int:
        """The number of the last entry that is there; 0 for none."""
        with translated():
            row = self._connection.execute(
                f"SELECT max(seq) FROM {chain} WHERE device = ?", (device,)
            ).fetchone()
        return row[0] or 0

    def in_step(self) -> bool:
        """Whether the acts of this machine hold every entry of both its logs, and no other."""
        counted = (
            "SELECT coalesce(sum(CASE WHEN first_{0} THEN last_{0} - first_{0} + 1 ELSE 0 END), 0)"
            " FROM deed WHERE device = ?"
        )
        logged = "SELECT count(*) FROM {0} WHERE device = ?"
        own = (self.own(),)
        with translated():
            return all(
                self._connection.execute(counted.format(log), own).fetchone()
                == self._connection.execute(logged.format(log), own).fetchone()
                for log in ("change", "act")
            )
