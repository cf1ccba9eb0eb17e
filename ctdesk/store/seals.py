"""Ends of the chains that left the machine, compared with the chains: a chain alone does not show
that its tail was cut, nor that a whole older database was put in its place."""

from __future__ import annotations

import json

from ctdesk.store.driver import Connection
from ctdesk.store.manifest import Seal


class Seals:
    """Compares seals with the chains of one database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        rows = connection.execute("SELECT detail FROM act WHERE act = 'restore_desk'").fetchall()
        details = [json.loads(row[0]) for row in rows]
        self._ends = {each["device"]: (each["changes"], each["acts"]) for each in details}
        """How far the chains of each device went that ended with a restoring."""

    def forgotten(self, seal: Seal) -> bool:
        """Whether an entry that left in a seal is gone, and no restoring accounts for that."""
        ends = self._ends.get(seal.device)
        chains = (
            ("change", seal.change_seq, seal.change_hash),
            ("act", seal.act_seq, seal.act_hash),
        )
        for at, (chain, seq, wanted) in enumerate(chains):
            if not seq or self._has(chain, seal.device, seq, wanted):
                continue
            if self._knows(seal.device):
                if ends is None or seq <= ends[at]:
                    return True
            elif not self._ends:
                # A device that one restoring began is unknown to what was restored later.
                return True
        return False

    def _has(self, chain: str, device: str, seq: int, wanted: str) -> bool:
        row = self._connection.execute(
            f"SELECT hash FROM {chain} WHERE device = ? AND seq = ?", (device, seq)
        ).fetchone()
        return row is not None and row[0].hex() == wanted

    def _knows(self, device: str) -> bool:
        row = self._connection.execute("SELECT 1 FROM device WHERE id = ?", (device,)).fetchone()
        return row is not None
