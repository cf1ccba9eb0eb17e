"""What this machine signs with its own key (Ed25519, RFC 8032), and whose a signature is."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated


@dataclass(frozen=True)
class Signed:
    """A signature and the public key that it is checked with."""

    key: bytes
    signature: bytes

    def fits(self, data: bytes) -> bool:
        """Whether the holder of the key signed exactly these bytes."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(self.signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


def sign(connection: Connection, data: bytes) -> Signed:
    """Sign with the key of the machine that this desk lies on."""
    with translated():
        row = connection.execute(
            "SELECT public_key, secret_key FROM device WHERE own = 1"
        ).fetchone()
    return Signed(row[0], Ed25519PrivateKey.from_private_bytes(row[1]).sign(data))


def machine_of(connection: Connection, key: bytes) -> str:
    """The machine known to this desk that has that public key; "" for none."""
    with translated():
        row = connection.execute("SELECT id FROM device WHERE public_key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""
