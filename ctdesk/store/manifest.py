"""What a backup says of itself: counts, schema, where the chains stood; signed, and not readable.

It lies beside the copy under the backup key: a finder of the medium learns nothing of the desk.
The chains' ends leave the machine in it, since a chain alone does not show that its tail was cut.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import RECORDS
from ctdesk.store.changes import canonical
from ctdesk.store.driver import Connection

NAME = "manifest"
NEXT = "manifest.next"
_MAGIC = b"CTBM1"
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Seal:
    """Where the two chains of a device stood: number and hash of the last entry of each."""

    device: str
    change_seq: int
    change_hash: str
    act_seq: int
    act_hash: str


@dataclass(frozen=True)
class Facts:
    """What a database holds, as far as it can be counted."""

    counts: dict[str, int]
    schema: tuple[str, ...]
    seals: tuple[Seal, ...]


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    at: str
    kind: str
    vault: str
    database_bytes: int
    database_sha256: str
    files: int
    facts: Facts
    device: str = ""
    signature: str = field(default="", repr=False)

    def signed(self, device: str, key: Ed25519PrivateKey) -> Manifest:
        """The same, vouched for by a device of the desk."""
        bare = replace(self, device=device, signature="")
        return replace(bare, signature=key.sign(bare._text()).hex())

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        """Whether the device of that key wrote it, word for word."""
        try:
            key.verify(bytes.fromhex(self.signature), replace(self, signature="")._text())
        except (InvalidSignature, ValueError):
            return False
        return True

    def sealed(self, key: bytes) -> bytes:
        """The file that lies beside the copy."""
        nonce = os.urandom(_NONCE_BYTES)
        return _MAGIC + nonce + AESGCM(key).encrypt(nonce, self._text(), _MAGIC)

    @classmethod
    def opened(cls, sealed: bytes, key: bytes) -> Manifest:
        """The manifest in such a file; StoreError when it is damaged or of another desk."""
        head = len(_MAGIC) + _NONCE_BYTES
        try:
            text = AESGCM(key).decrypt(sealed[len(_MAGIC) : head], sealed[head:], _MAGIC)
            return cls._of(json.loads(text))
        except (InvalidTag, ValueError, KeyError, TypeError):
            raise StoreError("manifest_damaged") from None

    def _text(self) -> bytes:
        return canonical(asdict(self)).encode()

    @classmethod
    def _of(cls, data: dict[str, Any]) -> Manifest:
        facts = data["facts"]
        seals = tuple(Seal(**seal) for seal in facts["seals"])
        told = Facts(dict(facts["counts"]), tuple(facts["schema"]), seals)
        return cls(**data | {"facts": told})


def facts_of(connection: Connection) -> Facts:
    """Count what a database holds; within a transaction all of it at one moment."""
    there = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    counted = [table for table in (*RECORDS, "change", "act", "body", "draft") if table in there]
    counts = {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in counted
    }
    steps = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name").fetchall()
    rows = connection.execute(
        "SELECT id, change_seq, change_hash, act_seq, act_hash FROM device ORDER BY id"
    ).fetchall()
    seals = tuple(
        Seal(device, change_seq, change_hash.hex(), act_seq, act_hash.hex())
        for device, change_seq, change_hash, act_seq, act_hash in rows
    )
    return Facts(counts, tuple(row[0] for row in steps), seals)


def signing_key(connection: Connection) -> tuple[str, Ed25519PrivateKey]:
    """This machine's device of the desk, and the key by which it signs."""
    device, secret = connection.execute(
        "SELECT id, secret_key FROM device WHERE own = 1"
    ).fetchone()
    return device, Ed25519PrivateKey.from_private_bytes(secret)
