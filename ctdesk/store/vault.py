"""The desk's keys: a random master key, wrapped once per passphrase in `vault.json`.

A slot holds Argon2id parameters and the master key under AES-256-GCM. The tag of the slot is the
passphrase check: if it fails the passphrase is wrong, if it holds and the database can't be read,
the database is damaged. Changing a passphrase rewraps one slot and rewrites no data.
Source of the cost floor: RFC 9106 section 4, second recommended option (64 MiB, three passes).
"""

from __future__ import annotations

import base64
import json
import os
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from uuid_utils import uuid7

from ctdesk.domain.errors import Refused, StoreError

NAME = "vault.json"
COPY = "vault.json.bak"
FORMAT = 1
_KEY_BYTES = 32
_FLOOR_KIB = 64 * 1024
_CEILING_KIB = 512 * 1024


@dataclass(frozen=True)
class Cost:
    """What one derivation costs: memory in KiB, passes, lanes."""

    memory_kib: int = _FLOOR_KIB
    iterations: int = 3
    lanes: int = 4

    @classmethod
    def tuned(cls, seconds: float = 1.0) -> Cost:
        """The cost that takes about `seconds` on this machine, never below the floor."""
        floor = cls()
        start = time.perf_counter()
        floor.derive("", b"\0" * 16)
        taken = max(time.perf_counter() - start, 0.001)
        memory = int(_FLOOR_KIB * seconds / taken) // 1024 * 1024
        return replace(floor, memory_kib=min(max(memory, _FLOOR_KIB), _CEILING_KIB))

    def derive(self, passphrase: str, salt: bytes) -> bytes:
        """The 32-byte key of a passphrase, which is compared in Unicode form NFKC."""
        normal = unicodedata.normalize("NFKC", passphrase).encode()
        return Argon2id(
            salt=salt,
            length=_KEY_BYTES,
            iterations=self.iterations,
            lanes=self.lanes,
            memory_cost=self.memory_kib,
        ).derive(normal)


@dataclass(frozen=True)
class Slot:
    """The master key under one passphrase."""

    name: str
    kind: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind,
            "kdf": {"name": "argon2id", **asdict(self.cost)},
            **{key: _b64(getattr(self, key)) for key in ("salt", "nonce", "wrapped")},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Slot:
        kdf = data["kdf"]
        return cls(
            name=data["name"],
            kind=data["kind"],
            cost=Cost(kdf["memory_kib"], kdf["iterations"], kdf["lanes"]),
            **{key: base64.b64decode(data[key]) for key in ("salt", "nonce", "wrapped")},
        )


@dataclass(frozen=True)
class Keys:
    """What an open vault gives to the other parts of the store."""

    database: bytes = field(repr=False)
    blob: bytes = field(repr=False)
    name: bytes = field(repr=False)
    backup: bytes = field(repr=False)

    @classmethod
    def of(cls, master: bytes, vault_id: str) -> Keys:
        return cls(*(_expand(master, vault_id, use) for use in ("db", "blob", "name", "backup")))


@dataclass(frozen=True)
class Vault:
    """The contents of `vault.json`: the slots, and what must be known before unlocking."""

    id: str
    slots: tuple[Slot, ...]
    look: Mapping[str, str] = field(default_factory=dict)
    """Language, digits, theme: how the unlock screen looks. Nothing else is readable."""

    @classmethod
    def create(cls, passphrase: str, slot: str, cost: Cost | None = None) -> tuple[Vault, bytes]:
        """A new vault with one slot, and its master key."""
        master = os.urandom(_KEY_BYTES)
        vault = cls(id=str(uuid7()), slots=())
        return vault.with_slot(master, slot, passphrase, cost=cost), master

    def with_slot(
        self,
        master: bytes,
        name: str,
        passphrase: str,
        *,
        kind: str = "officer",
        cost: Cost | None = None,
    ) -> Vault:
        """The vault with the slot of that name made anew; other slots stay as they are."""
        if not passphrase:
            raise Refused("passphrase_empty")
        cost = cost or Cost.tuned()
        salt, nonce = os.urandom(16), os.urandom(12)
        key = cost.derive(passphrase, salt)
        bare = Slot(name, kind, cost, salt, nonce, b"")
        wrapped = AESGCM(key).encrypt(nonce, master, self._bound(bare))
        kept = tuple(slot for slot in self.slots if slot.name != name)
        return replace(self, slots=(*kept, replace(bare, wrapped=wrapped)))

    def without_slot(self, name: str) -> Vault:
        """The vault without that slot; Refused when it is the last."""
        kept = tuple(slot for slot in self.slots if slot.name != name)
        if not kept:
            raise Refused("last_slot")
        return replace(self, slots=kept)

    def unlock(self, passphrase: str, slot: str | None = None) -> tuple[bytes, str]:
        """The master key and the name of the slot that opened; StoreError if none does."""
        for candidate in self.slots:
            if slot is not None and candidate.name != slot:
                continue
            key = candidate.cost.derive(passphrase, candidate.salt)
            try:
                master = AESGCM(key).decrypt(
                    candidate.nonce, candidate.wrapped, self._bound(candidate)
                )
            except InvalidTag:
                continue
            return master, candidate.name
        raise StoreError("wrong_passphrase")

    def _bound(self, slot: Slot) -> bytes:
        """The slot's plain facts, bound to its tag: none can be exchanged unnoticed."""
        facts = replace(slot, wrapped=b"").to_json()
        return json.dumps([self.id, facts], sort_keys=True, ensure_ascii=True).encode()

    @staticmethod
    def lies_in(folder: Path) -> bool:
        """Whether the folder holds a vault or its copy."""
        return any((folder / name).exists() for name in (NAME, COPY))

    def save(self, folder: Path) -> None:
        """Write `vault.json` and its copy, each whole or not at all."""
        text = json.dumps(
            {
                "format": FORMAT,
                "id": self.id,
                "look": dict(self.look),
                "slots": [slot.to_json() for slot in self.slots],
            },
            indent=1,
        )
        for name in (COPY, NAME):
            _write_whole(folder / name, text.encode())

    @classmethod
    def load(cls, folder: Path) -> Vault:
        """Read `vault.json`, or its copy if the first is damaged; StoreError if neither serves."""
        if not cls.lies_in(folder):
            raise StoreError("not_a_desk", path=str(folder))
        for name in (NAME, COPY):
            try:
                return cls._from_json(json.loads((folder / name).read_bytes()))
            except (OSError, ValueError, KeyError, TypeError):
                continue
        raise StoreError("vault_damaged", path=str(folder / NAME))

    @classmethod
    def _from_json(cls, data: Mapping[str, Any]) -> Vault:
        if data["format"] > FORMAT:
            raise StoreError("newer_schema")
        slots = tuple(Slot.from_json(slot) for slot in data["slots"])
        return cls(id=data["id"], slots=slots, look=dict(data["look"]))


def _expand(master: bytes, vault_id: str, use: str) -> bytes:
    info = f"ctdesk/{use}".encode()
    return HKDF(SHA256(), _KEY_BYTES, salt=vault_id.encode(), info=info).derive(master)


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _write_whole(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
