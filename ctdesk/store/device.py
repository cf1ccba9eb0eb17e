"""This machine as one of the desk's devices: its short name and its two keys.

With the Ed25519 key it signs what it wrote; to the X25519 key (an age identity) others encrypt the
packs that are meant for it.
"""

from __future__ import annotations

import os

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ctdesk.store.changes import NO_HASH
from ctdesk.store.driver import Connection


def enrol(connection: Connection) -> str:
    """Enter this machine as the desk's own device; returns its id of eight hex digits."""
    device = os.urandom(4).hex()
    key = Ed25519PrivateKey.generate()
    connection.execute(
        "INSERT INTO device (id, label, own, public_key, secret_key, clock, change_seq,"
        " change_hash, act_seq, act_hash, box_secret) VALUES (?, '', 1, ?, ?, '', 0, ?, 0, ?, ?)",
        (
            device,
            key.public_key().public_bytes_raw(),
            key.private_bytes_raw(),
            NO_HASH,
            NO_HASH,
            new_box(),
        ),
    )
    return device


def new_box() -> str:
    """A new age identity, as age writes it."""
    return str(pyrage.x25519.Identity.generate())


def give_box(connection: Connection) -> None:
    """Give the desk's own device a key to encrypt packs to, where an older program gave none."""
    connection.execute(
        "UPDATE device SET box_secret = ? WHERE own = 1 AND box_secret = ''", (new_box(),)
    )
