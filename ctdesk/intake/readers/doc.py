"""Word documents of the old binary form (Word 97 to 2003): their text by the piece table.

Source of every offset: [MS-DOC], sections 2.5 (Fib) and 2.9.38 (Clx), 2.4.1 (retrieving text).
Headers, footers and comments are not part of the text; macros are told of, never looked into.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import Note
from ctdesk.intake.readers import txt
from ctdesk.intake.readers.ole import Compound
from ctdesk.intake.readers.reading import Reading, cleaned

_WORD = 0xA5EC
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_OLDEST = 0x00C1
"""nFib of Word 97; before it a text has no pieces."""
_FLAGS, _TEXT_LENGTHS, _CLX = 0x0A, 0x4C, 0x01A2
_ONE_BYTE = 0x40000000
_MOST_PIECES = 500_000
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")
_DEEPEST_FIELD = 20
_ROW_END = re.compile("\x07\x07")
_MARKS = {0x07: "\t", 0x0C: "\n", 0x1E: "\u2011", 0x1F: None, 0xA0: " "} | dict.fromkeys(
    (0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x13, 0x14, 0x15)
)


def read(data: bytes) -> Reading:
    """The text of a `.doc`, its footnotes and endnotes after it.

    Raises BadInput for what is encrypted, damaged, or no Word document.
    """
    compound = Compound(data)
    if "WordDocument" not in compound:
        raise BadInput("file_other_format")
    main = compound.stream("WordDocument")
    try:
        text = _text(compound, main)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise BadInput("file_damaged") from error
    macros = any(name in compound for name in ("Macros", "_VBA_PROJECT_CUR"))
    return Reading(cleaned(text), notes=(Note("macros"),) if macros else ())


def _text(compound: Compound, main: bytes) -> str:
    ident, fib = struct.unpack_from("<HH", main)
    (flags,) = struct.unpack_from("<H", main, _FLAGS)
    if ident != _WORD:
        raise BadInput("file_other_format" if ident not in (0xA5DC, 0xA59B) else "format_too_old")
    if flags & _ENCRYPTED:
        raise BadInput("file_encrypted")
    if fib < _OLDEST:
        return _undivided(main)
    table = compound.stream("1Table" if flags & _OTHER_TABLE else "0Table")
    body, footnotes, headers, _, comments, endnotes, boxes = struct.unpack_from(
        "<7i", main, _TEXT_LENGTHS
    )
    whole = "".join(_pieces(main, table))
    parts, at = [], 0
    for length, wanted in (
        (body, True),
        (footnotes, True),
        (headers, False),
        (comments, False),
        (endnotes, True),
        (boxes, True),
    ):
        if length < 0:
            raise BadInput("file_damaged")
        if wanted:
            parts.append(_plain(whole[at : at + length]))
        at += length
    return "\n".join(filter(None, (part.strip("\n") for part in parts)))


def _undivided(main: bytes) -> str:
    """Word 6 and 95: one run of one-byte letters."""
    start, end = struct.unpack_from("<II", main, 0x18)
    text, _ = txt.detected(main[start:end])
    return _plain(text)


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """The pieces of the text in order; a character of the text is one unit of UTF-16."""
    start, length = struct.unpack_from("<II", main, _CLX)
    clx = table[start : start + length]
    at = 0
    while clx[at] == 0x01:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        at += 3 + size
    if clx[at] != 0x02:
        raise BadInput("file_damaged")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    if not 0 < count <= _MOST_PIECES:
        raise BadInput("file_damaged")
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    left = len(main)
    for number in range(count):
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)
        units = ends[number + 1] - ends[number]
        # pieces that overlap would make a text longer than its file
        left -= units
        if units < 0 or left < 0:
            raise BadInput("file_damaged")
        if place & _ONE_BYTE:
            first = (place & ~_ONE_BYTE) // 2
            yield main[first : first + units].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * units].decode("utf-16-le", "replace")


def _plain(text: str) -> str:
    """The text without Word's own marks: of a field its result, of a table cells apart by tabs."""
    for _ in range(_DEEPEST_FIELD):
        text, found = _FIELD.subn(lambda match: match.group(1) or "", text)
        if not found:
            break
    return _ROW_END.sub("\n", text).translate(_MARKS)
