"""File names from outside made safe to show, to store and to write on any system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Control, format (direction marks, zero width), private use, lone surrogates, line ends."""
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE
)
_EXTENSION = re.compile(r"\.\w{1,10}$")
_DOTS_AND_BLANKS = " .\u00a0"


def safe_name(name: str, otherwise: str = "file") -> str:
    """The last part of `name` as a file name: shown as it reads, writable on Windows and Linux.

    Path parts, direction and control characters, characters and device names that Windows
    reserves (CON, NUL, COM1), and dots or blanks at either end go; at most 120 characters
    are kept, with the extension. `otherwise` stands in when nothing is left.
    """
    seen = "".join(_seen(c) for c in unicodedata.normalize("NFC", name))
    last = re.split(r"[/\\]", seen.rstrip("/\\ "))[-1]
    last = _FORBIDDEN.sub("_", last)
    last = re.sub(r"\s+", " ", last).strip(_DOTS_AND_BLANKS)
    if not last:
        return otherwise
    if _DEVICE.fullmatch(last.split(".", 1)[0].rstrip()):
        last = f"_{last}"
    return _short_enough(last)


def told_apart(name: str, taken: Container[str]) -> str:
    """`name`, with a number before its extension if `taken` (in small letters) has it already."""
    found = _EXTENSION.search(name)
    end = found.group() if found else ""
    stem = name.removesuffix(end)
    number = 1
    while name.lower() in taken:
        number += 1
        mark = f" ({number})"
        name = stem[: LONGEST - len(end) - len(mark)] + mark + end
    return name


def _seen(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character


def _short_enough(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    found = _EXTENSION.search(name)
    extension = found.group() if found else ""
    return name[: LONGEST - len(extension)].rstrip(_DOTS_AND_BLANKS) + extension
