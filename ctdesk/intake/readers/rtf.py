"""Rich Text Format: letters by `\\u` escapes and by bytes in the code page of the font."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import Note
from ctdesk.intake.readers.reading import Reading, cleaned

MOST = 12 * 1024 * 1024
"""Bytes that are read: a text of that length has ten thousand pages; pictures come first out."""
_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{2}[\r\n]{0,2}){200,}")
"""Pictures and embedded objects: long stretches of hexadecimal figures."""
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_KNOWN = {874, 932, 936, 949, 950, *range(1250, 1259)}


def read(data: bytes) -> Reading:
    """The text of an `.rtf`; raises BadInput when it is none."""
    if not data.lstrip()[:5].lower().startswith(b"{\\rtf"):
        raise BadInput("file_other_format")
    data = _PICTURE.sub(b"", _without_binary(data))
    page = _CODE_PAGE.search(data[:4096])
    number = int(page.group(1)) if page else 1252
    encoding = f"cp{number}" if number in _KNOWN else "cp1252"
    given = data[:MOST].decode("latin-1")
    try:
        text: str = rtf_to_text(given, encoding, "replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, OverflowError) as error:
        raise BadInput("file_damaged") from error
    # a lone surrogate is half of a letter that `\\u` gives in two halves
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Reading(cleaned(text), notes=(Note("cut"),) if len(data) > MOST else ())


def _without_binary(data: bytes) -> bytes:
    """The file without raw bytes (`\\binN`), in which anything may stand."""
    pieces, at = [], 0
    while found := _BINARY.search(data, at):
        pieces.append(data[at : found.start()])
        at = min(found.end() + int(found.group(1)), len(data))
    return b"".join((*pieces, data[at:]))
