"""Who may read the desk's folder: its owner alone, as far as the file system knows owners."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OTHERS = 0o077


def make_private(folder: Path) -> None:
    """Take the folder and the files at its top from everybody else.

    What lies deeper can't be reached without passing the folder. On Windows the folder inherits the
    list of its place, which in the user's own data folder names the user, the administrators and
    the system: nothing is changed there. Raises OSError.
    """
    if os.name != "posix":
        return
    for path in (folder, *folder.iterdir()):
        if path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS and path.stat().st_uid == os.geteuid():
            path.chmod(mode & ~_OTHERS)


def is_private(folder: Path) -> bool | None:
    """Whether only the owner can enter the folder; None where it can't be told from here."""
    if os.name != "posix":
        return True if _in_own_profile(folder) else None
    facts = folder.stat()
    return facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS


def _in_own_profile(folder: Path) -> bool:
    profile = os.environ.get("USERPROFILE", "")
    return bool(profile) and folder.resolve().is_relative_to(Path(profile).resolve())
