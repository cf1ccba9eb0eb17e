"""Letters recognised on a scan, by Tesseract where the machine has it with Arabic.

It is no part of CTDesk and is never needed. Pages go to it through a pipe, so that nothing of them
is written to the disk; its words are for finding, not for quoting, and are labelled so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ctdesk.domain.errors import BadInput
from ctdesk.intake.isolation import IsolatedReader
from ctdesk.intake.readers.reading import cleaned

SECONDS_A_PAGE = 3
"""Of a full page on one core, as measured with the fast Arabic model; told before it starts."""
_MOST_SECONDS = 90
_ARABIC, _ENGLISH = "ara", "eng"
Progress = Callable[[int, int], bool]


def program() -> Path | None:
    """Where Tesseract is, if it is there and knows Arabic."""
    found = shutil.which("tesseract")
    if found is None and sys.platform == "win32":
        usual = Path(os.environ.get("PROGRAMFILES", "C:\\Program Files"), "Tesseract-OCR")
        found = shutil.which("tesseract", path=str(usual))
    if found is None or _ARABIC not in _languages(found):
        return None
    return Path(found)


def _languages(found: str) -> set[str]:
    try:
        listed = subprocess.run(
            [found, "--list-langs"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return set()
    return set(listed.stdout.decode("utf-8", "replace").split())


def recognised(data: bytes, progress: Progress) -> str:
    """The text of a scan, page after page; what was read until `progress` says stop.

    Raises BadInput when there is no program for it, or it can't read the pages.
    """
    tool = program()
    if tool is None:
        raise BadInput("recognition_absent")
    texts: list[str] = []
    with IsolatedReader() as reader:
        total = reader.count_pages(data)
        for number in range(total):
            texts.append(_read(tool, reader.page(data, number)))
            if not progress(number + 1, total):
                break
    return cleaned("\n\n".join(filter(None, (text.strip() for text in texts))))


def _read(tool: Path, picture: bytes) -> str:
    languages = f"{_ARABIC}+{_ENGLISH}" if _ENGLISH in _languages(str(tool)) else _ARABIC
    try:
        done = subprocess.run(
            [str(tool), "stdin", "stdout", "-l", languages, "--psm", "6"],
            input=picture,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BadInput("recognition_failed") from error
    if done.returncode:
        raise BadInput("recognition_failed")
    return done.stdout.decode("utf-8", "replace")
