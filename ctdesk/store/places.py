"""Where backups lie: the ring beside the desk, a second place, a folder that an officer chose.

A place holds one folder for each backup, named by its time (UTC) and occasion, and `blobs/`, the
attachments that they share. A backup that an officer wrote by hand holds everything itself, so
that it opens as a desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from ctdesk.store import manifest
from ctdesk.store.opening import DATABASE
from ctdesk.store.vault import Vault

Kind = Literal["daily", "update", "hand"]
"""The occasion: of each day, before an update of the desk's tables, by an officer's hand."""

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(\d{8}-\d{6})-(daily|update|hand)")
_DAYS, _WEEKS, _MONTHS = 7, 4, 12


@dataclass(frozen=True)
class Copied:
    """A backup as its folder shows it, without a key."""

    folder: Path
    at: str
    """When it was written: UTC, to the second."""
    kind: str
    size: int
    """Bytes of its database."""

    @property
    def blobs(self) -> Path:
        """Where its attachments lie."""
        own = self.folder / "blobs"
        shared = self.folder.parent / "blobs"
        return shared if not own.exists() and shared.exists() else own

    @property
    def day(self) -> date:
        return datetime.fromisoformat(self.at).date()


def ring_of(desk: Path) -> Path:
    """The ring of a desk: beside it, in the user's data folder."""
    return desk.with_name(desk.name + "-backups")


def place_on(medium: Path, vault: str) -> Path:
    """Where a desk's backups lie on another medium, so that two desks can share one."""
    return medium / f"ctdesk-backups-{vault[-8:]}"


def name_of(kind: Kind, at: datetime) -> str:
    """The name of the folder of a backup."""
    return f"{at:{_STAMP}}-{kind}"


def backups_in(folder: Path) -> list[Copied]:
    """The backups in a place, in a medium's root, or the one that the folder is; newest first."""
    found = [*_those_in(folder)]
    if not found and folder.is_dir():
        found = [each for place in folder.glob("ctdesk-backups-*") for each in _those_in(place)]
        found += [each for place in folder.glob("*-backups") for each in _those_in(place)]
    return sorted(found, key=lambda copied: copied.at, reverse=True)


def newest_of(desk: Path) -> Copied | None:
    """The newest backup in the ring of a desk."""
    found = backups_in(ring_of(desk))
    return found[0] if found else None


def _those_in(folder: Path) -> Iterator[Copied]:
    if (folder / DATABASE).is_file() and Vault.lies_in(folder):
        yield _copied(folder)
    elif folder.is_dir():
        for inner in folder.iterdir():
            if _NAME.fullmatch(inner.name) and (inner / DATABASE).is_file():
                yield _copied(inner)


def _copied(folder: Path) -> Copied:
    database = (folder / DATABASE).stat()
    named = _NAME.fullmatch(folder.name)
    if named:
        at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
        return Copied(folder, f"{at:%Y-%m-%dT%H:%M:%SZ}", named[2], database.st_size)
    told = folder / manifest.NAME
    written = told.stat().st_mtime if told.exists() else database.st_mtime
    at = datetime.fromtimestamp(written, UTC)
    return Copied(folder, f"{at:%Y-%m-%dT%H:%M:%SZ}", "hand", database.st_size)


def spared(copies: Iterable[Copied], today: date) -> set[Path]:
    """Which backups of a ring stay: the newest of each of the last seven days that has one, of
    four weeks, of twelve months; and the newest of all, whatever its age."""
    newest_first = sorted(copies, key=lambda copied: copied.at, reverse=True)
    kept = {copied.folder for copied in newest_first[:1]}
    for most, since, key in (
        (_DAYS, today - timedelta(days=_DAYS), lambda day: (day,)),
        (_WEEKS, today - timedelta(weeks=_WEEKS), lambda day: day.isocalendar()[:2]),
        (_MONTHS, today - timedelta(days=366), lambda day: (day.year, day.month)),
    ):
        seen: set[object] = set()
        for copied in newest_first:
            part = key(copied.day)
            if part not in seen and len(seen) < most and copied.day > since:
                seen.add(part)
                kept.add(copied.folder)
    return kept
