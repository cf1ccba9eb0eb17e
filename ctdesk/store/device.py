"""This machine as one of the desk's devices: its short name, its signing key."""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ctdesk.store.changes import NO_HASH
from ctdesk.store.driver import Connection


def enrol(connection: Connection) -> str:
    """Enter this machine as the desk's own device; returns its id of eight hex digits."""
    device = os.urandom(4).hex()
    key = Ed25519PrivateKey.generate()
    connection.execute(
        "INSERT INTO device VALUES (?, '', 1, ?, ?, '', 0, ?, 0, ?)",
        (device, key.public_key().public_bytes_raw(), key.private_bytes_raw(), NO_HASH, NO_HASH),
    )
    return device
