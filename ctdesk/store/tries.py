"""Wrong tries at a locked desk, counted until somebody gets in.

The count lies beside the vault and can be deleted: the pause it makes slows a hand at this
keyboard. What slows a program that has the file is the price of one Argon2id derivation.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

NAME = "tries.json"
_PAUSES_S = (0, 1, 2, 4, 8, 16, 30, 60, 120, 300)
"""After so many wrong tries in a row."""


@dataclass(frozen=True)
class Tries:
    """How many since the desk was last opened, how many of them with recovery words, when the
    first and the last were (seconds of Unix time), and how often the words opened it since."""

    count: int = 0
    recovery: int = 0
    first: int = 0
    last: int = 0
    recovered: int = 0

    def pause_s(self, at: float | None = None) -> int:
        """Seconds to wait before the next try."""
        whole = _PAUSES_S[min(self.count, len(_PAUSES_S) - 1)]
        since = (time.time() if at is None else at) - self.last
        # a clock that was set back must not make the wait longer than it was
        return max(0, min(whole, int(whole - since + 0.999)))


def so_far(folder: Path) -> Tries:
    """The wrong tries since the desk was last opened."""
    try:
        return Tries(**{k: int(v) for k, v in json.loads((folder / NAME).read_bytes()).items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return Tries()


def count_wrong(folder: Path, *, recovery: bool = False, at: float | None = None) -> None:
    """One more wrong try."""
    before, now = so_far(folder), int(time.time() if at is None else at)
    _write(
        folder,
        replace(
            before,
            count=before.count + 1,
            recovery=before.recovery + recovery,
            first=before.first or now,
            last=now,
        ),
    )


def count_recovered(folder: Path) -> None:
    """The recovery words gave an officer a new passphrase: the chain of acts must hear of it."""
    before = so_far(folder)
    _write(folder, replace(before, recovered=before.recovered + 1))


def forget(folder: Path) -> None:
    """Somebody got in, and the count stands in the chain of acts."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def _write(folder: Path, tries: Tries) -> None:
    # a medium that can't be written keeps no count; the try was refused all the same
    with suppress(OSError):
        (folder / NAME).write_text(json.dumps(asdict(tries)), encoding="ascii")
