"""One bootstrap at a time: a second start waits for the first instead of clearing its work away."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from installer.place import Place


@contextmanager
def turn(place: Place) -> Iterator[None]:
    """Holds the project's lock; the system lets it go even when the process is killed."""
    file = place.project / "build" / "bootstrap.lock"
    file.parent.mkdir(exist_ok=True)
    with file.open("a+b") as handle:
        if not _take(handle):
            print("Another start is already making the environment here: waiting for it.")
            while not _take(handle):
                time.sleep(1)
        yield


def _take(handle: IO[bytes]) -> bool:
    """Whether the lock is ours now; it goes with the file's closing."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
