"""A backup, open for reading: whether it is whole, and what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ctdesk.domain.errors import AttachmentLostError, StoreError
from ctdesk.store import manifest
from ctdesk.store.blobs import Blobs, names_of
from ctdesk.store.driver import Connection, Database
from ctdesk.store.errors import translated
from ctdesk.store.following import verify_chains
from ctdesk.store.manifest import Facts, Manifest, facts_of
from ctdesk.store.opening import DATABASE, open_for_reading
from ctdesk.store.places import Copied
from ctdesk.store.vault import Keys

Progress = Callable[[str, int, int], bool]
"""Told the step (`pages`, `check`, `files`), how much is done, of how much; False stops."""

_TAIL = 500
_READ = 1 << 20


def quiet(_step: str, _done: int, _total: int) -> bool:
    """Progress that nobody watches."""
    return True


@dataclass(frozen=True)
class CopyCheck:
    """What a check of a backup found: its counts, and what is wrong with it."""

    facts: Facts
    files: int
    lost: tuple[str, ...]
    """Names of attachments that it should have and that are missing or damaged."""
    as_written: bool
    """Whether it is, to the byte, what its signed manifest says; a backup that was opened as a
    desk since is not, and may be whole all the same."""


class Copy:
    """The database of a backup, read-only, and its attachments."""

    def __init__(self, copied: Copied, keys: Keys) -> None:
        self.copied = copied
        self._keys = keys
        with translated():
            self._db: Database = open_for_reading(copied.folder / DATABASE, keys.database)
        self.connection: Connection = self._db.conn
        self.blobs = Blobs(copied.blobs, keys.blob, keys.name)

    def role_of(self, slot: str) -> str:
        """The role of the officer whose passphrase slot it is; "" for nobody's."""
        with translated():
            row = self.connection.execute(
                "SELECT role FROM officer WHERE slot = ?", (slot,)
            ).fetchone()
        return str(row[0]) if row else ""

    def close(self) -> None:
        self._db.close()

    @property
    def manifest(self) -> Manifest | None:
        """What the backup says of itself; None when nothing that this key opens lies there."""
        return read_manifest(self.copied.folder, self._keys)

    def facts(self) -> Facts:
        """What it holds, counted."""
        with translated():
            return facts_of(self.connection)

    def check(self, progress: Progress = quiet) -> CopyCheck:
        """Every page, the chains, the signed manifest, every attachment.

        StoreError("backup_damaged") when the database can't be relied on.
        """
        with translated():
            if page_faults(self.connection, progress) or verify_chains(self.connection):
                raise StoreError("backup_damaged", path=str(self.copied.folder))
            facts = facts_of(self.connection)
            names = names_of(self.connection)
        lost = []
        for done, name in enumerate(sorted(names), 1):
            try:
                self.blobs.get(name)
            except AttachmentLostError:
                lost.append(name)
            if not progress("files", done, len(names)):
                raise StoreError("check_stopped")
        return CopyCheck(facts, len(names), tuple(lost), self._is_as_written(facts))

    def _is_as_written(self, facts: Facts) -> bool:
        told = self.manifest
        if told is None or told.facts != facts:
            return False
        row = self.connection.execute(
            "SELECT public_key FROM device WHERE id = ?", (told.device,)
        ).fetchone()
        if row is None or not told.is_signed_by(Ed25519PublicKey.from_public_bytes(row[0])):
            return False
        return digest_of(self.copied.folder / DATABASE) == told.database_sha256


@contextmanager
def opened(copied: Copied, keys: Keys) -> Iterator[Copy]:
    """A backup, open for the length of a block."""
    copy = Copy(copied, keys)
    try:
        yield copy
    finally:
        copy.close()


def read_manifest(folder: Path, keys: Keys) -> Manifest | None:
    """What a backup says of itself. Of two, the one that is of the database which lies there: a
    power cut may have come between the two names."""
    for name in (manifest.NEXT, manifest.NAME):
        try:
            told = Manifest.opened((folder / name).read_bytes(), keys.backup)
        except (OSError, StoreError):
            continue
        if name == manifest.NAME or digest_of(folder / DATABASE) == told.database_sha256:
            return told
    return None


def page_faults(connection: Connection, progress: Progress = quiet) -> list[str]:
    """What is wrong with the pages of a database. Both checks are needed: the one misses what was
    cut off, the other what was altered (research: store, section 4)."""
    faults = []
    checks = ("cipher_integrity_check", "quick_check")
    for done, pragma in enumerate(checks, 1):
        rows = connection.execute(f"PRAGMA {pragma}").fetchall()
        faults += [str(row[0]) for row in rows if row[0] != "ok"]
        if not progress("check", done, len(checks)):
            raise StoreError("check_stopped")
    return faults


def tail_is_sound(connection: Connection) -> bool:
    """Whether the ends of the chains follow from what stands before them."""
    return not verify_chains(connection, last=_TAIL)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ):
            digest.update(piece)
    return digest.hexdigest()
