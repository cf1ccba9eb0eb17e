"""The desk's folder as a place: who has it open, whether it may lie there, room in need."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from ctdesk.domain.errors import StoreError

BALLAST = "ballast"
BALLAST_BYTES = 64 << 20
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"}
_CLOUD_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")


class InstanceLock:
    """Held while a desk is open: a second program is refused, a crashed one leaves nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lock"
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Raise StoreError when another program has this desk open."""
        file = self._path.open("a+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise StoreError("store_open_elsewhere", path=str(self._path.parent)) from None
        self._file = file

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def refuse_network(folder: Path) -> None:
    """Raise StoreError on a network drive: write-ahead logging is not safe there."""
    if _on_network(folder):
        raise StoreError("network_folder", path=str(folder))


def _on_network(folder: Path) -> bool:
    resolved = folder.resolve()
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        root = resolved.anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == drive_remote
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, file_system, *_ = line.split(" ")
        point = point.encode().decode("unicode_escape", errors="replace")
        if resolved.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, file_system
    return kind in _NETWORK_FILE_SYSTEMS


def in_cloud_folder(folder: Path) -> bool:
    """Whether a synchronising program is likely to copy this folder behind our back."""
    return any(name in part.lower() for part in folder.resolve().parts for name in _CLOUD_FOLDERS)


def lay_ballast(folder: Path, size: int = BALLAST_BYTES) -> None:
    """Hold room that can be given back when the disk is full: deleting needs room as well."""
    path = folder / BALLAST
    if path.exists():
        return
    try:
        with path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                file.truncate(size)
    except OSError:
        # No room for ballast is a nearly full disk: the desk still opens, without this help.
        path.unlink(missing_ok=True)


def drop_ballast(folder: Path) -> bool:
    """Give the held room back; whether there was any."""
    path = folder / BALLAST
    held = path.exists()
    path.unlink(missing_ok=True)
    return held
