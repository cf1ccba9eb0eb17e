"""Backups: written each day and by hand, looked into, restored, and tried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.backup_preview import ChangedRow, Preview, preview_alone, preview_of
from ctdesk.desk.damage import leads_to_restoring, with_newest
from ctdesk.desk.restoring import restore
from ctdesk.domain.errors import BadInput, StoreError
from ctdesk.domain.records import Officer
from ctdesk.store.backup import Backup, Written
from ctdesk.store.changes import now
from ctdesk.store.copies import CopyCheck, Progress, opened, quiet
from ctdesk.store.manifest import facts_of
from ctdesk.store.mending import days_since
from ctdesk.store.places import Copied, Kind, backups_in, newest_of, place_on, ring_of
from ctdesk.store.store import Store, Unlocked

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

REMIND_AFTER_DAYS = 7
_DAILY, _PLACE, _ELSEWHERE, _DRILLS = (
    "backup.daily", "backup.place", "backup.elsewhere", "backup.drills",
)  # fmt: skip


@dataclass(frozen=True)
class Drill:
    """A trial: the backup was opened and looked through, and its counts laid beside the desk's."""

    copied: Copied
    check: CopyCheck
    here: dict[str, int]

    @property
    def sound(self) -> bool:
        return not self.check.lost


class Backups:
    """The backups of the open desk."""

    def __init__(self, session: Session, settings: SettingsBook) -> None:
        self._session = session
        self._settings = settings

    # --- where they lie ---

    def ring(self) -> Sequence[Copied]:
        """The backups beside the desk, the newest first."""
        return backups_in(ring_of(self._session.store.folder))

    def elsewhere(self) -> Sequence[Copied]:
        """The backups in the second place; none while its medium is away."""
        place = self.second_place
        return backups_in(self._on(place)) if place and place.is_dir() else []

    @property
    def ring_folder(self) -> Path:
        return ring_of(self._session.store.folder)

    @property
    def second_place(self) -> Path | None:
        """The folder, on another medium, to which each day's backup goes as well."""
        kept = self._session.store.local.get(_PLACE)
        return Path(kept) if kept else None

    def change_second_place(self, folder: Path | None) -> None:
        """Choose the second place; BadInput for a folder that won't do."""
        desk = self._session.store.folder.resolve()
        if folder is not None:
            inside = folder.resolve()
            if not folder.is_dir() or inside == desk or desk in inside.parents:
                raise BadInput("backup_place", path=str(folder))
        self._session.store.local.put(_PLACE, str(folder) if folder else "")

    @property
    def daily(self) -> bool:
        """Whether each day's backup is written by itself."""
        kept = self._session.store.local.get(_DAILY)
        return True if kept is None else bool(kept)

    def change_daily(self, wanted: bool) -> None:
        self._session.store.local.put(_DAILY, wanted)

    # --- writing ---

    def due(self) -> bool:
        """Whether today's backup is still to be written, here or in the second place."""
        today = datetime.now(UTC).date()
        if not self.daily:
            return False
        if not any(copied.day == today for copied in self.ring()):
            return True
        place = self.second_place
        away = place is None or not place.is_dir()
        return not away and not any(copied.day == today for copied in self.elsewhere())

    def write_daily(self, progress: Progress = quiet) -> list[Written]:
        """Write what is due; each is encrypted, checked and recorded."""
        today, written = datetime.now(UTC).date(), []
        if not any(copied.day == today for copied in self.ring()):
            written.append(self.write_here(progress))
        place = self.second_place
        away = place is None or not place.is_dir()
        if not away and not any(copied.day == today for copied in self.elsewhere()):
            written.append(self.write_elsewhere(progress))
        return written

    def write_here(self, progress: Progress = quiet, kind: Kind = "daily") -> Written:
        """Add a backup to the ring beside the desk."""
        written = Backup.of(self._session.store, progress).into_place(self.ring_folder, kind)
        self._record("ring", written)
        return written

    def write_elsewhere(self, progress: Progress = quiet) -> Written:
        """Add a backup to the second place. BadInput when none was chosen, or it is away."""
        place = self.second_place
        if place is None or not place.is_dir():
            raise BadInput("backup_place_away", path=str(place or ""))
        written = Backup.of(self._session.store, progress).into_place(self._on(place), "daily")
        self._record("elsewhere", written)
        return written

    def write(self, target: Path, progress: Progress = quiet) -> Written:
        """Write a backup that holds everything itself into a folder."""
        written = Backup.of(self._session.store, progress).into_folder(target)
        self._record("elsewhere", written)
        return written

    def days_without_elsewhere(self) -> int | None:
        """Whole days since a backup went to another medium; None for never."""
        at = self._session.store.local.get(_ELSEWHERE)
        return days_since(at) if at else None

    def reminder(self) -> bool:
        """Whether a backup on another medium is overdue."""
        if self._session.store.read.count(Officer) == 0:
            return False
        days = self.days_without_elsewhere()
        return days is None or days >= REMIND_AFTER_DAYS

    # --- looking into one ---

    def drill(self, copied: Copied, progress: Progress = quiet) -> Drill:
        """Open a backup, look through all of it, lay its counts beside the desk's; remembered."""
        store = self._session.store
        with opened(copied, self._keys_of(copied)) as copy:
            check = copy.check(progress)
        drills = store.local.get(_DRILLS) or {}
        drills[copied.at] = now()
        kept = dict(sorted(drills.items())[-40:])
        store.local.put(_DRILLS, kept)
        with self._session.act("restore_drill") as act:
            act.note("restore_drill", of=copied.at, lost=len(check.lost))
        return Drill(copied, check, facts_of(store.read.connection).counts)

    def drilled(self, copied: Copied) -> str:
        """When a backup was last tried out (UTC); "" for never."""
        found = (self._session.store.local.get(_DRILLS) or {}).get(copied.at, "")
        return str(found)

    def preview(self, copied: Copied, progress: Progress = quiet) -> Preview:
        """What restoring a backup would change. StoreError when it can't be relied on."""
        with opened(copied, self._keys_of(copied)) as copy:
            return preview_of(self._session, self._settings.all().lang, copy, progress)

    @property
    def may_restore(self) -> bool:
        """Whether this officer may put a backup in the desk's place."""
        return self._session.may("restore")

    def to_restore(self) -> tuple[Unlocked, str]:
        """With this `restore` puts a backup of this desk in its place once the desk is closed.
        Refused for an officer who may not."""
        self._session.check_right("restore")
        return self._session.store.unlocked, self._session.officer.role

    def _on(self, medium: Path) -> Path:
        return place_on(medium, self._session.store.vault.id)

    def _keys_of(self, copied: Copied) -> Any:
        vault = Store.vault_of(copied.folder)
        if vault.id != self._session.store.vault.id:
            raise StoreError("backup_of_another_desk", path=str(copied.folder))
        return self._session.store.unlocked.keys

    def _record(self, place: str, written: Written) -> None:
        with self._session.act("backup") as act:
            act.note("backup", place=place, files=written.files, lost=len(written.lost))
        if place == "elsewhere":
            self._session.store.local.put(_ELSEWHERE, now())


__all__ = [
    "Backups",
    "ChangedRow",
    "Copied",
    "Drill",
    "Preview",
    "Unlocked",
    "Written",
    "backups_in",
    "leads_to_restoring",
    "newest_of",
    "preview_alone",
    "restore",
    "ring_of",
    "with_newest",
]
