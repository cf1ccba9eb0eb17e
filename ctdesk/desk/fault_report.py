"""A report of a fault of the program that can be sent to whoever mends it: where, never what.

It holds the types of the exceptions, the places in the program that they passed, versions. It holds
no message of an exception, no local variable, no path of the user: each of them may quote a record.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any

import ctdesk
from ctdesk.domain.errors import CtdeskError

_KEPT = 20
_PACKAGE = Path(ctdesk.__file__).resolve().parents[1]


def report_of(error: BaseException, trace: TracebackType | None = None) -> dict[str, Any]:
    """What may be said of an exception and of those that led to it."""
    return {
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "program": ctdesk.__version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "faults": [_fault(each, trace if each is error else None) for each in _chain(error)],
    }


def save(report: dict[str, Any], folder: Path) -> Path:
    """Write a report where only its owner reads it; the oldest go. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"fault-{report['at'].replace(':', '')}-{secrets.token_hex(2)}.json"
    path = folder / name
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps(report, indent=1))
    for old in sorted(folder.glob("fault-*.json"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def reports_folder() -> Path:
    """Where reports lie: the user's data folder, apart from any desk."""
    from platformdirs import user_data_path

    return user_data_path("CTDesk", appauthor=False) / "reports"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _fault(error: BaseException, trace: TracebackType | None) -> dict[str, Any]:
    kind = type(error)
    found: dict[str, Any] = {
        "type": f"{kind.__module__}.{kind.__qualname__}",
        "places": [
            f"{_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(trace or error.__traceback__)
        ],
    }
    if isinstance(error, CtdeskError):
        found["code"] = error.code
    return found


def _place(file: str) -> str:
    """A source file without the part of its path that belongs to this machine."""
    path = PurePath(file)
    for root in (_PACKAGE, *(PurePath(entry) for entry in sys.path if entry)):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
