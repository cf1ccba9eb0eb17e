"""Compressed RTF of Outlook ([MS-OXRTFCP]): a dictionary coder over 4,096 bytes."""

from __future__ import annotations

import struct

from ctdesk.domain.errors import BadInput

MOST = 32 * 1024 * 1024
"""Bytes of RTF that may come of one mail."""
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_SIZE = 4096
_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def unpacked(data: bytes) -> bytes:
    """The RTF; raises BadInput when the bytes are no compressed RTF."""
    try:
        _, _, kind, _ = struct.unpack_from("<II4sI", data)
    except struct.error as error:
        raise BadInput("file_damaged") from error
    if kind == _PLAIN:
        return data[16:]
    if kind != _COMPRESSED:
        raise BadInput("file_damaged")
    return _decoded(data[16:])


def _decoded(data: bytes) -> bytes:
    window = bytearray(_START.ljust(_SIZE, b"\0"))
    write, out, at = len(_START), bytearray(), 0
    while at < len(data) and len(out) < MOST:
        flags = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                return bytes(out)
            if not flags >> bit & 1:
                piece = data[at : at + 1]
                at += 1
            else:
                if at + 1 >= len(data):
                    return bytes(out)
                token = data[at] << 8 | data[at + 1]
                at += 2
                place, length = token >> 4, (token & 0xF) + 2
                if place == write:
                    return bytes(out)
                piece = _copied(window, place, length, write)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _SIZE
            out += piece
    return bytes(out)


def _copied(window: bytearray, place: int, length: int, write: int) -> bytes:
    """A stretch of the window that may run on into what it is itself writing."""
    ahead = (write - place) % _SIZE or _SIZE
    stretch = bytes(window[(place + step) % _SIZE] for step in range(min(length, ahead)))
    return (stretch * (length // len(stretch) + 1))[:length]
