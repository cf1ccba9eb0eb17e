"""The summary of a month signed by this machine, and whose the signature on one is."""

from __future__ import annotations

from dataclasses import dataclass

from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated
from ctdesk.store.sealing import Signer, Verifier


@dataclass(frozen=True)
class Signature:
    """A signature and the public key that it is checked with."""

    key: bytes
    signature: bytes

    def fits(self, data: bytes) -> bool:
        """Whether the holder of the key signed exactly these bytes."""
        try:
            return Verifier(self.key)("month", data, self.signature)
        except ValueError:  # no key at all
            return False


def sign(connection: Connection, data: bytes) -> Signature:
    """Sign with the key of the machine that this desk lies on."""
    with translated():
        row = connection.execute(
            "SELECT public_key, secret_key FROM device WHERE own = 1"
        ).fetchone()
    return Signature(row[0], Signer(row[1])("month", data))


def machine_of(connection: Connection, key: bytes) -> str:
    """The machine that has that public key: this desk's, or another's that it knows; "" for
    none."""
    with translated():
        row = connection.execute(
            "SELECT id FROM device WHERE public_key = ?"
            " UNION ALL SELECT device FROM peer WHERE public_key = ?",
            (key, key),
        ).fetchone()
    return str(row[0]) if row else ""
