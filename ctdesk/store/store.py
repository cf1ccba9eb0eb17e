"""The store of one desk: opened with a passphrase, written by acts, read as records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import Officer
from ctdesk.store import device, restoring, slots, tries
from ctdesk.store.acting import Act
from ctdesk.store.backup import Backup
from ctdesk.store.blobs import Blobs
from ctdesk.store.changes import now
from ctdesk.store.driver import Database
from ctdesk.store.errors import translated
from ctdesk.store.folder import (
    InstanceLock,
    lay_ballast,
    refuse_network,
)
from ctdesk.store.incoming import Incoming
from ctdesk.store.index import Index
from ctdesk.store.local import Local
from ctdesk.store.migrations import migrate
from ctdesk.store.noticing import noticed
from ctdesk.store.opening import DATABASE, open_database
from ctdesk.store.permissions import make_private
from ctdesk.store.places import ring_of
from ctdesk.store.reading import Reader
from ctdesk.store.rebuild import Progress, Rebuild
from ctdesk.store.secrets import wiped
from ctdesk.store.unsettled import Conflicts
from ctdesk.store.vault import Cost, Keys, Vault
from ctdesk.store.verifying import Check, Verification
from ctdesk.store.writes import Writes


def _quiet(_part: str, _done: int, _total: int) -> bool:
    """Progress that nobody watches."""
    return True


@dataclass(frozen=True)
class Unlocked:
    """An unlocked vault: what the slow derivation gave. It opens the desk on any thread."""

    vault: Vault
    keys: Keys
    slot: str


class Store:
    """An open desk. One connection, bound to the thread that opened it; see `sibling`."""

    def __init__(
        self, folder: Path, vault: Vault, keys: Keys, slot: str, lock: InstanceLock | None
    ) -> None:
        self.folder = folder
        self.vault = vault
        self.slot = slot
        self._keys = keys
        self._lock = lock
        self._db: Database = open_database(folder / DATABASE, keys.database)
        self.read = Reader(self._db)
        self.conflicts = Conflicts(self.read)
        self.index = Index(self._db.conn)
        self._writes = Writes(self._db, folder)
        self.incoming = Incoming(self._db, self._writes)
        self.local = Local(self._db, self._writes)
        self.blobs = Blobs(folder / "blobs", keys.blob, keys.name)
        self.warnings: tuple[str, ...] = ()
        self._closed = False

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a desk lies in the folder; a restoring that was cut off is finished first."""
        restoring.settle(folder)
        return (folder / DATABASE).exists() or Vault.lies_in(folder)

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        slot: str = "officer-1",
        look: Mapping[str, str] | None = None,
        cost: Cost | None = None,
    ) -> Store:
        """Make a desk in an empty or new folder. StoreError when there is one already."""
        refuse_network(folder)
        if cls.exists(folder):
            raise StoreError("desk_exists", path=str(folder))
        with translated():
            folder.mkdir(parents=True, exist_ok=True)
            vault, master = Vault.create(passphrase, slot, cost)
            vault = replace(vault, look=dict(look or {}))
            lock = InstanceLock(folder)
            lock.take()
            vault.save(folder)
            with wiped(master):
                keys = Keys.of(master, vault.id)
            store = cls(folder, vault, keys, slot, lock)
            migrate(store._db, lambda: None)
            Rebuild(store._db, _quiet).bring_up()
            with store._db.atomic():
                device.enrol(store._db.conn)
            lay_ballast(folder)
            make_private(folder)
        return store

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        slot: str | None = None,
        progress: Progress = _quiet,
    ) -> Store:
        """Open a desk. StoreError says why not: wrong passphrase, in use, damaged, not ours."""
        return cls.open_unlocked(folder, cls.unlock(folder, passphrase, slot), progress)

    @staticmethod
    def unlock(folder: Path, passphrase: str, slot: str | None = None) -> Unlocked:
        """The slow half of opening (about a second); touches no database."""
        refuse_network(folder)
        refused = StoreError("wrong_passphrase")
        for vault in Vault.readings(folder):
            try:
                master, used = vault.unlock(passphrase, slot)
            except StoreError as error:
                refused = error
                continue
            with wiped(master):
                return Unlocked(vault, Keys.of(master, vault.id), used)
        tries.count_wrong(folder)
        raise refused

    @staticmethod
    def vault_of(folder: Path) -> Vault:
        """The vault of a desk or of a backup, locked."""
        return Vault.load(folder)

    @property
    def unlocked(self) -> Unlocked:
        """With this the desk can be opened again, after closing, without its passphrase."""
        return Unlocked(self.vault, self._keys, self.slot)

    @classmethod
    def open_unlocked(cls, folder: Path, unlocked: Unlocked, progress: Progress = _quiet) -> Store:
        """The quick half of opening; the connection belongs to the thread that calls this.

        Not quick when a part of the index was made by the rules of an older program: it is made
        anew first, as `progress` is told. When that stops it, StoreError("index_unfinished"): the
        next opening goes on.
        """
        if not (folder / DATABASE).exists():
            raise StoreError("database_missing", path=str(folder / DATABASE))
        if (folder / DATABASE).stat().st_size == 0:
            # The engine would take an empty file for a new database and fill it.
            raise StoreError("store_damaged")
        lock = InstanceLock(folder)
        with translated():
            lock.take()
        try:
            return cls._opened(folder, unlocked, lock, progress)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _opened(
        cls, folder: Path, unlocked: Unlocked, lock: InstanceLock, progress: Progress
    ) -> Store:
        with translated():
            store = cls(folder, unlocked.vault, unlocked.keys, unlocked.slot, lock)
            try:
                migrate(store._db, store._back_up_before_migration)
                store._enter_restoring()
                lay_ballast(folder)
                make_private(folder)
                if not Rebuild(store._db, progress).bring_up():
                    raise StoreError("index_unfinished")
                store.warnings = noticed(store)
            except BaseException:
                store._db.close()
                raise
        return store

    def sibling(self) -> Store:
        """A second connection to the same desk, for another thread; close it there."""
        with translated():
            other = Store(self.folder, self.vault, self._keys, self.slot, None)
        other.incoming.given_up = self.incoming.given_up
        return other

    def close(self) -> None:
        """Fold the log file into the database and let go of the folder; once is enough."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._lock is not None:
                # Nothing is lost on a medium that refuses: what was acknowledged stands in the log
                # file, and the next opening folds it in.
                with suppress(StoreError), translated():
                    self._remove_given_up()
                    self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            with translated():
                self._db.close()
            if self._lock is not None:
                self._lock.release()

    @contextmanager
    def act(self, name: str, officer: str = "") -> Iterator[Act]:
        """One act of an officer: all of it is kept, or nothing.

        On a full disk the ballast is given back, so that the next try has room; this act is not
        kept, and StoreError("disk_full_reserve") says so.
        """
        with self._writes.atomic():
            act = Act(self.read, self.index, name, officer)
            yield act
            act.finish()

    def keep_draft(self, uid: str, officer: str, content: str) -> str:
        """Keep unsaved work where a crash can't reach it; returns when."""
        at = now()
        with self._writes.atomic():
            self._db.table("draft").upsert(
                {"uid": uid, "officer": officer, "at": at, "content": content}, pk="uid"
            )
        return at

    def drop_draft(self, uid: str) -> None:
        """Forget unsaved work: it was saved, or given up."""
        with self._writes.atomic():
            self._db.execute("DELETE FROM draft WHERE uid = ?", [uid])

    def adopt(self, vault: Vault) -> None:
        """Put other slots into force; how the unlock screen looks stays."""
        self.vault = replace(vault, look=self.vault.look)
        with translated():
            self.vault.save(self.folder)

    def change_look(self, **look: str) -> None:
        """Remember how the unlock screen looks (language, digits, theme)."""
        self.vault = replace(self.vault, look={**self.vault.look, **look})
        self.adopt(self.vault)

    def add_slot(self, passphrase: str, name: str, new: str, *, cost: Cost | None = None) -> None:
        """Let another officer open this desk."""
        self.adopt(slots.with_officer(self.vault, self.slot, passphrase, name, new, cost))

    def verify(self, progress: Progress = _quiet) -> Verification:
        """Check everything; see `verifying`. `progress` is told of the parts and how far they are;
        a check that it stops tells what was found until then."""
        return Check(self, progress).run()

    def rebuild_index(self, progress: Progress = _quiet) -> bool:
        """Make the whole index anew from the records; nobody else may use the desk meanwhile.

        False when `progress` stopped it: the next opening goes on where it was.
        """
        with translated():
            return Rebuild(self._db, progress).everything()

    def optimize(self) -> None:
        """Tidy the index after a large import, or so that no word of a removed text stays in it."""
        with translated():
            with self._db.atomic():
                self.index.optimize()
            self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _remove_given_up(self) -> None:
        """Remove the files that were dropped from the queue. Only now: while the desk is open,
        another thread may be about to name the same bytes."""
        if self.incoming.given_up:
            for name in self.incoming.given_up - self.read.blobs_in_use():
                self.blobs.remove(name)

    def _back_up_before_migration(self) -> None:
        Backup.of(self).into_place(ring_of(self.folder), "update")

    def _enter_restoring(self) -> None:
        note = self.folder / restoring.NOTE
        if note.exists():
            with self._db.atomic():
                officers = self.read.where(Officer, slot=self.slot)
                officer = officers[0].uid if officers else ""
                restoring.enter_restoring(self._db.conn, self.folder, self._keys, officer)
            note.unlink()
