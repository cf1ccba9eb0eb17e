"""A backup is put in the desk's place, by somebody who may."""

from __future__ import annotations

from pathlib import Path

from ctdesk.domain.roles import check_right
from ctdesk.store import restoring
from ctdesk.store.copies import Progress, opened, quiet
from ctdesk.store.places import Copied
from ctdesk.store.store import Unlocked


def restore(
    desk: Path, copied: Copied, unlocked: Unlocked, progress: Progress = quiet, role: str = ""
) -> Path | None:
    """Put a backup in the place of the desk, which must be closed; where the desk lies that was
    there, None when there was none.

    `role` is that of the officer who is at the desk; without it that of the officer whose slot
    opened the backup, as the backup has it. Refused for one who may not restore, StoreError when
    the backup can't be relied on: the desk is then as it was.
    """
    check_right(role or _role_in(copied, unlocked), "restore")
    return restoring.restore(desk, copied, unlocked.keys, progress)


def _role_in(copied: Copied, unlocked: Unlocked) -> str:
    with opened(copied, unlocked.keys) as copy:
        return copy.role_of(unlocked.slot)
