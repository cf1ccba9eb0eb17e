"""A copy of the desk that is known to open: written, opened, checked, and only then named.

It is encrypted under the same key, and in DELETE journal mode: a database in WAL mode can't be
opened on a read-only medium (research: store, section 4).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.domain.errors import AttachmentLostError, StoreError
from ctdesk.store import manifest
from ctdesk.store.blobs import Blobs, names_of
from ctdesk.store.copies import (
    Progress,
    digest_of,
    opened,
    page_faults,
    quiet,
    tail_is_sound,
)
from ctdesk.store.driver import Connection, connect
from ctdesk.store.durable import make_folder, sync_file, sync_folder, write_durably
from ctdesk.store.errors import translated
from ctdesk.store.manifest import Facts, Manifest, facts_of, signing_key
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import Copied, Kind, backups_in, name_of, spared
from ctdesk.store.secrets import raw_key, wiped
from ctdesk.store.vault import COPY, NAME, Keys, Vault

if TYPE_CHECKING:
    from ctdesk.store.store import Store

_STEP_PAGES = 2_000
"""Pages (of 4 KiB) between two words on how far the copy is."""
_MARGIN_BYTES = 32 << 20
"""What must stay free beside the copy: a backup may not fill the disk of the desk itself."""


@dataclass(frozen=True)
class Written:
    """A backup that was written and checked."""

    copied: Copied
    files: int
    """Attachments that were copied anew; the others lay there already."""
    lost: tuple[str, ...]
    """Names of attachments that the desk should have and that are missing or damaged."""
    gone: int = 0
    """Older backups that the rotation removed."""


class _Stopped(Exception):
    """The progress said so; raised through the engine's own loop."""


class Backup:
    """Writes backups through one connection of an open desk; others may write meanwhile: the copy
    holds one moment of the desk."""

    def __init__(
        self, connection: Connection, folder: Path, keys: Keys, progress: Progress = quiet
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._keys = keys
        self._blobs = Blobs(folder / "blobs", keys.blob, keys.name)
        self._progress = progress

    @classmethod
    def of(cls, store: Store, progress: Progress = quiet) -> Backup:
        """Of an open store."""
        return cls(store.read.connection, store.folder, store.unlocked.keys, progress)

    def into_place(self, place: Path, kind: Kind, at: datetime | None = None) -> Written:
        """Add a backup to a place, and let go of those that the rotation no longer needs.

        Nothing of it stays when it is stopped or fails; those before it are not touched.
        """
        at = at or datetime.now(UTC)
        while (place / name_of(kind, at)).exists():
            at += timedelta(seconds=1)
        name = name_of(kind, at)
        part = place / (name + ".part")
        with translated():
            make_folder(place)
            for left in place.glob("*.part"):
                shutil.rmtree(left)
            part.mkdir()
            try:
                files, lost = self._write(part, place / "blobs", kind, at)
                part.rename(place / name)
            finally:
                shutil.rmtree(part, ignore_errors=True)
            sync_folder(place)
        written = next(each for each in backups_in(place) if each.folder == place / name)
        return Written(written, files, lost, rotate(place, self._keys, at))

    def into_folder(self, target: Path) -> Written:
        """Write a backup that holds everything itself, over the one that lies there of this desk.

        StoreError("backup_elsewhere_taken") when another desk, or the desk itself, lies there.
        """
        self._check_free_for_us(target)
        at = datetime.now(UTC)
        part = target / "backup.part"
        with translated():
            make_folder(target)
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            try:
                files, lost = self._write(part, target / "blobs", "hand", at)
                self._take_the_place(part, target)
            finally:
                shutil.rmtree(part, ignore_errors=True)
        return Written(backups_in(target)[0], files, lost)

    def _check_free_for_us(self, target: Path) -> None:
        taken = target.resolve() == self._folder.resolve()
        if not taken and Vault.lies_in(target):
            taken = Vault.load(target).id != Vault.load(self._folder).id
        if taken:
            raise StoreError("backup_elsewhere_taken", path=str(target))

    def _take_the_place(self, part: Path, target: Path) -> None:
        """The name of the database decides which backup lies here; what is renamed before it
        belongs to both."""
        (part / manifest.NAME).replace(target / manifest.NEXT)
        for name in (COPY, NAME):
            (part / name).replace(target / name)
        (part / DATABASE).replace(target / DATABASE)
        (target / manifest.NEXT).replace(target / manifest.NAME)
        sync_folder(target)

    def _write(
        self, part: Path, blobs: Path, kind: Kind, at: datetime
    ) -> tuple[int, tuple[str, ...]]:
        database = part / DATABASE
        self._check_room(part)
        facts = self._copy_database(database)
        sync_file(database)
        copied = Copied(part, f"{at:%Y-%m-%dT%H:%M:%SZ}", kind, database.stat().st_size)
        names = self._check(copied, facts)
        files, lost = self._copy_files(names, Blobs(blobs, self._keys.blob, self._keys.name))
        vault = Vault.load(self._folder)
        vault.save(part)
        told = Manifest(
            at=copied.at,
            kind=kind,
            vault=vault.id,
            database_bytes=copied.size,
            database_sha256=digest_of(database),
            files=len(names),
            facts=facts,
        ).signed(*signing_key(self._connection))
        write_durably(part / manifest.NAME, told.sealed(self._keys.backup))
        return files, lost

    def _check_room(self, part: Path) -> None:
        pages, size = (
            int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "page_size")
        )
        if shutil.disk_usage(part).free < pages * size + _MARGIN_BYTES:
            raise StoreError("backup_no_room", path=str(part.parent))

    def _copy_database(self, path: Path) -> Facts:
        """Copy one moment of the desk; its counts and the ends of its chains at that moment."""
        copy = connect(str(path), isolation_level=None)
        try:
            with wiped(raw := raw_key(self._keys.database)):
                copy.set_key(raw)
            # The read transaction holds the moment: without it a write by another connection makes
            # the engine begin again.
            self._connection.execute("BEGIN")
            try:
                facts = facts_of(self._connection)
                self._connection.backup(copy, pages=_STEP_PAGES, progress=self._copied)
            finally:
                self._connection.execute("ROLLBACK")
            copy.execute("PRAGMA journal_mode = delete").fetchone()
        except _Stopped:
            raise StoreError("backup_stopped") from None
        finally:
            copy.close()
        return facts

    def _copied(self, _status: int, remaining: int, total: int) -> None:
        if not self._progress("pages", total - remaining, total):
            raise _Stopped

    def _check(self, copied: Copied, facts: Facts) -> set[str]:
        """Open the copy and look: the names of the files that it mentions."""
        with opened(copied, self._keys) as copy:
            faults = page_faults(copy.connection, self._told)
            if faults or copy.facts() != facts or not tail_is_sound(copy.connection):
                raise StoreError("backup_failed", path=str(copied.folder.parent))
            return names_of(copy.connection)

    def _copy_files(self, names: set[str], target: Blobs) -> tuple[int, tuple[str, ...]]:
        files = 0
        lost: list[str] = []
        for done, name in enumerate(sorted(names), 1):
            if not self._told("files", done, len(names)):
                continue
            if target.size(name) and target.size(name) == self._blobs.size(name):
                continue
            try:
                sealed = self._blobs.sealed(name)
                self._blobs.opened(name, sealed)
            except AttachmentLostError:
                # What an earlier backup kept of it stays.
                lost += [] if target.size(name) else [name]
                continue
            target.restore(name, sealed)
            if target.sealed(name) != sealed:
                raise StoreError("backup_failed", path=str(name))
            files += 1
        return files, tuple(lost)

    def _told(self, step: str, done: int, total: int) -> bool:
        if not self._progress(step, done, total):
            raise StoreError("backup_stopped")
        return True


def rotate(place: Path, keys: Keys, now: datetime) -> int:
    """Remove the backups that the rotation no longer needs, and the files that only they named.

    No file goes while a backup that stays can't be read: what it names is then unknown.
    """
    with translated():
        copies = backups_in(place)
        stays = spared(copies, now.date())
        going = [copied for copied in copies if copied.folder not in stays]
        for copied in going:
            # Without its database it is no backup any more: that goes first.
            (copied.folder / DATABASE).unlink()
            shutil.rmtree(copied.folder)
        if going:
            _sweep(place, [copied for copied in copies if copied.folder in stays], keys)
    return len(going)


def _sweep(place: Path, copies: list[Copied], keys: Keys) -> None:
    named: set[str] = set()
    for copied in copies:
        try:
            with opened(copied, keys) as copy, translated():
                named |= names_of(copy.connection)
        except StoreError:
            return  # a copy that can't be read may name any file: all of them stay
    Blobs(place / "blobs", keys.blob, keys.name).sweep(named)
