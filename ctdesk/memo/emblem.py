"""A neutral ring that keeps the emblem's place in the letterhead until the ministry sets its own.

The state emblem is not ours to draw: its use is restricted to listed printed matter.
"""

from __future__ import annotations

import math
import struct
import zlib

_GOLD = (138, 106, 43)
_RAYS = 8


def ring_png(side: int = 240) -> bytes:
    """A square PNG of that many pixels: two rings and a small sun, on nothing."""
    rows = (b"\0" + b"".join(_pixel(x, y, side) for x in range(side)) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(b"".join(rows), 9)),
            (b"IEND", b""),
        )
    )


def _pixel(x: int, y: int, side: int) -> bytes:
    unit = side / 240
    dx, dy = (x + 0.5 - side / 2) / unit, (y + 0.5 - side / 2) / unit
    distance = math.hypot(dx, dy)
    cover = max(
        _line(distance - 114, 2.6),
        _line(distance - 103, 0.8),
        _line(distance - 26, 2.2),
        _ray(dx, dy),
    )
    return bytes((*_GOLD, round(255 * cover)))


def _ray(dx: float, dy: float) -> float:
    """How much of the pixel the nearest ray covers."""
    step = 2 * math.pi / _RAYS
    turned = math.atan2(dy, dx)
    turned -= step * round(turned / step)
    distance = math.hypot(dx, dy)
    along, aside = distance * math.cos(turned), distance * math.sin(turned)
    return _line(aside, 2.2) if 36 <= along <= 56 else 0.0


def _line(off: float, half_width: float) -> float:
    """Cover of a line of that half width at a distance from its middle, softened by a pixel."""
    return min(1.0, max(0.0, half_width + 0.5 - abs(off)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
