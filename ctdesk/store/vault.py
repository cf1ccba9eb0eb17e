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
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from uuid_utils import uuid7

from ctdesk.domain.errors import Refused, StoreError
from ctdesk.store.durable import write_durably
from ctdesk.store.secrets import Secret, bytes_of, wiped

NAME = "vault.json"
COPY = "vault.json.bak"
FORMAT = 1
_KEY_BYTES = 32
_FLOOR_KIB = 64 * 1024
_CEILING_KIB = 512 * 1024
OFFICER, RECOVERY = "officer", "recovery"
"""Kinds of slots: an officer's passphrase; the words in the safe, which open nothing by themselves
but let an officer have a new passphrase."""


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

    def derive(self, secret: Secret, salt: bytes) -> bytearray:
        """The 32-byte key of a secret; whoever asks for it overwrites it."""
        key, material = bytearray(_KEY_BYTES), bytes_of(secret)
        with wiped(material):
            Argon2id(
                salt=salt,
                length=_KEY_BYTES,
                iterations=self.iterations,
                lanes=self.lanes,
                memory_cost=self.memory_kib,
            ).derive_into(cast(bytes, material), key)  # any buffer will do; the stub is narrow
        return key


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
    def of(cls, master: bytearray, vault_id: str) -> Keys:
        return cls(*(_expand(master, vault_id, use) for use in ("db", "blob", "name", "backup")))


@dataclass(frozen=True)
class Vault:
    """The contents of `vault.json`: the slots, and what must be known before unlocking."""

    id: str
    slots: tuple[Slot, ...]
    look: Mapping[str, str] = field(default_factory=dict)
    """Language, digits, theme: how the unlock screen looks. Nothing else is readable."""

    @property
    def officers(self) -> tuple[str, ...]:
        """The names of the officers' slots."""
        return tuple(slot.name for slot in self.slots if slot.kind == OFFICER)

    @property
    def recovery(self) -> Slot | None:
        """The slot of the recovery words, once there are any."""
        return next((slot for slot in self.slots if slot.kind == RECOVERY), None)

    @classmethod
    def create(
        cls, passphrase: str, slot: str, cost: Cost | None = None
    ) -> tuple[Vault, bytearray]:
        """A new vault with one slot, and its master key, which the caller overwrites."""
        master = bytearray(os.urandom(_KEY_BYTES))
        vault = cls(id=str(uuid7()), slots=())
        return vault.with_slot(master, slot, passphrase, cost=cost), master

    def with_slot(
        self,
        master: bytes | bytearray,
        name: str,
        secret: Secret,
        *,
        kind: str = OFFICER,
        cost: Cost | None = None,
    ) -> Vault:
        """The vault with the slot of that name and kind made anew; other slots stay as they are.

        There is one slot of recovery words: a new one takes the place of the old.
        """
        if not secret:
            raise Refused("passphrase_empty")
        cost = cost or Cost.tuned()
        salt, nonce = os.urandom(16), os.urandom(12)
        key = cost.derive(secret, salt)
        bare = Slot(name, kind, cost, salt, nonce, b"")
        with wiped(key):
            wrapped = AESGCM(key).encrypt(nonce, master, self._bound(bare))
        kept = (s for s in self.slots if s.kind != kind or (kind == OFFICER and s.name != name))
        return replace(self, slots=(*kept, replace(bare, wrapped=wrapped)))

    def without_slot(self, name: str) -> Vault:
        """The vault without that officer's slot; Refused when it is the last."""
        kept = tuple(s for s in self.slots if s.kind != OFFICER or s.name != name)
        if not replace(self, slots=kept).officers:
            raise Refused("last_slot")
        return replace(self, slots=kept)

    def without_recovery(self) -> Vault:
        """The vault without recovery words."""
        return replace(self, slots=tuple(s for s in self.slots if s.kind != RECOVERY))

    def unlock(self, passphrase: Secret, slot: str | None = None) -> tuple[bytearray, str]:
        """The master key and the name of the officer's slot that opened; StoreError if none does.

        The caller overwrites the key as soon as it has served.
        """
        for candidate in self.slots:
            if candidate.kind == OFFICER and slot in (None, candidate.name):
                master = self._unwrapped(candidate, passphrase)
                if master is not None:
                    return master, candidate.name
        raise StoreError("wrong_passphrase")

    def unlock_with_words(self, secret: Secret) -> bytearray:
        """The master key by the recovery words; StoreError when they are not this desk's."""
        slot = self.recovery
        master = self._unwrapped(slot, secret) if slot else None
        if master is None:
            raise StoreError("wrong_recovery_words")
        return master

    def _unwrapped(self, slot: Slot, secret: Secret) -> bytearray | None:
        key, master = slot.cost.derive(secret, slot.salt), bytearray(_KEY_BYTES)
        with wiped(key):
            try:
                AESGCM(key).decrypt_into(slot.nonce, slot.wrapped, self._bound(slot), master)
            except (InvalidTag, ValueError):
                # another length than a key's is no key either
                return None
        return master

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
            write_durably(folder / name, text.encode())

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
    def readings(cls, folder: Path) -> Iterator[Vault]:
        """What `load` reads and then, where the two files are not the same, the copy: a file that
        can still be read may be damaged in a slot, which then takes no passphrase."""
        yield cls.load(folder)
        if copies_differ(folder):
            with suppress(OSError, ValueError, KeyError, TypeError):
                yield cls._from_json(json.loads((folder / COPY).read_bytes()))

    @classmethod
    def _from_json(cls, data: Mapping[str, Any]) -> Vault:
        if data["format"] > FORMAT:
            raise StoreError("newer_schema")
        slots = tuple(Slot.from_json(slot) for slot in data["slots"])
        return cls(id=data["id"], slots=slots, look=dict(data["look"]))


def copies_differ(folder: Path) -> bool:
    """Whether the vault's two files are not the same: one is damaged, missing, or older."""
    files = [folder / name for name in (NAME, COPY)]
    return not all(file.exists() for file in files) or (
        files[0].read_bytes() != files[1].read_bytes()
    )


def _expand(master: bytearray, vault_id: str, use: str) -> bytes:
    info = f"ctdesk/{use}".encode()
    return HKDF(SHA256(), _KEY_BYTES, salt=vault_id.encode(), info=info).derive(master)


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
