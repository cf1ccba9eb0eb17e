"""Key material in memory: kept as briefly as Python allows.

A `str` or `bytes` can't be overwritten, a `bytearray` can. What passes through the interpreter on
the way (the passphrase as the input field holds it, its encoded form) is beyond our reach: that is
why locking ends the process (research: store, section 3).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

Secret = str | bytes | bytearray
"""A passphrase as it was typed, or the bytes of recovery words."""
_HEX = b"0123456789abcdef"


@contextmanager
def wiped(*buffers: bytearray) -> Iterator[None]:
    """Overwrite the buffers with zeros once they have served."""
    try:
        yield
    finally:
        for buffer in buffers:
            buffer[:] = bytes(len(buffer))


def bytes_of(secret: Secret) -> bytearray:
    """What a key is derived from; a passphrase counts in Unicode form NFKC."""
    if isinstance(secret, str):
        return bytearray(unicodedata.normalize("NFKC", secret), "utf-8")
    return bytearray(secret)


def raw_key(key: bytes | bytearray) -> bytearray:
    """A key in SQLCipher's notation for one that needs no derivation: `x'<64 hex digits>'`."""
    text = bytearray(b"x'" + bytes(2 * len(key)) + b"'")
    for at, byte in enumerate(key):
        text[2 + 2 * at], text[3 + 2 * at] = _HEX[byte >> 4], _HEX[byte & 15]
    return text
