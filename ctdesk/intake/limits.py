"""What the worker process may never do: use more memory than its share, write, connect, start.

The process lays these limits on itself before it reads the first byte of a file. The memory limit
is the operating system's; the others stop what Python code could be talked into by a file.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

MEMORY = 512 * 1024 * 1024
"""Bytes."""

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.",
    "webbrowser.",
    "urllib.",
    "ftplib.",
    "smtplib.",
)


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND


class Forbidden(BaseException):
    """A reader tried to leave its process. Not an Exception, so that no reader swallows it."""


def confine() -> None:
    """Lay all limits on this process, for its lifetime."""
    if sys.platform == "win32":
        from ctdesk.intake.job_object import confine_this_process

        confine_this_process(MEMORY)
    else:
        _limit_resources()
    sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        _refuse(event)
    if event == "open" and len(arguments) == 3:
        _, mode, flags = arguments
        writing = isinstance(mode, str) and bool(set(mode) & set("wax+"))
        if writing or (isinstance(flags, int) and flags & _WRITING):
            _refuse(event)


def _refuse(event: str) -> NoReturn:
    raise Forbidden(event)


def _limit_resources() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
