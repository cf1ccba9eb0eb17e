"""Attachments as encrypted files beside the database: content-addressed, never changed.

A file's name is an HMAC of its content's SHA-256, since a bare hash would prove to a finder that a
known file is here. Content is AES-256-GCM in chunks of 1 MiB; the nonce of a chunk is a random
prefix, its number and a flag on the last, so that neither order nor length can be changed unseen
(the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ctdesk.domain.errors import AttachmentLostError
from ctdesk.store.driver import Connection
from ctdesk.store.durable import make_folder, write_durably
from ctdesk.store.errors import translated

_MAGIC = b"CTDB1"
_PREFIX_BYTES = 7
_CHUNK = 1 << 20
_TAG = 16
_NAME = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """The `blobs/` folder of a desk."""

    def __init__(self, folder: Path, key: bytes, name_key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._name_key = name_key

    def put(self, data: bytes) -> str:
        """Store the bytes durably and return their name; the same bytes are stored once."""
        name = hmac.new(self._name_key, hashlib.sha256(data).digest(), "sha256").hexdigest()
        self.put_as(name, data)
        return name

    def put_as(self, name: str, data: bytes) -> bool:
        """Store bytes that came from another desk under the name that they have there (64 hex
        digits); False when something lies under that name already, which is left as it is."""
        path = self._path(name)
        with translated():
            if _is_whole(path, len(data)):
                return False
            make_folder(path.parent)
            write_durably(path, b"".join(self._sealed(name, data)))
        return True

    def get(self, name: str) -> bytes:
        """The bytes of that name; AttachmentLostError when the file is missing,
        cut short or altered."""
        return self.opened(name, self.sealed(name))

    def sealed(self, name: str) -> bytes:
        """The file of that name as it lies on the disk; AttachmentLostError when it is missing."""
        try:
            with translated(FileNotFoundError):
                return self._path(name).read_bytes()
        except FileNotFoundError:
            raise AttachmentLostError("attachment_missing") from None

    def opened(self, name: str, sealed: bytes) -> bytes:
        """What such a file holds; AttachmentLostError when it was cut short or altered."""
        try:
            return b"".join(self._opened(name, sealed))
        except (InvalidTag, ValueError):
            raise AttachmentLostError("attachment_damaged") from None

    def restore(self, name: str, sealed: bytes) -> None:
        """Put a file back as another desk's folder or a backup of this one had it."""
        path = self._path(name)
        with translated():
            make_folder(path.parent)
            write_durably(path, sealed)

    def size(self, name: str) -> int:
        """Bytes of the file of that name; 0 when it is missing."""
        path = self._path(name)
        return path.stat().st_size if path.exists() else 0

    def names(self) -> Iterator[str]:
        """The names of all stored files."""
        return (p.name for p in self.paths() if not p.name.endswith(".part"))

    def paths(self) -> Iterator[Path]:
        """Every file in the folder, half-written ones too."""
        return self._folder.glob("??/*")

    def remove(self, name: str) -> None:
        """Remove the file of that name; nothing may mention it."""
        self._path(name).unlink(missing_ok=True)

    def sweep(self, in_use: set[str]) -> int:
        """Remove half-written files and files that no record names; how many went."""
        gone = 0
        for path in list(self.paths()):
            if path.name not in in_use:
                path.unlink()
                gone += 1
        return gone

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _cipher(self, name: str) -> AESGCM:
        info = b"ctdesk/blob/" + name.encode()
        return AESGCM(HKDF(SHA256(), 32, salt=None, info=info).derive(self._key))

    def _sealed(self, name: str, data: bytes) -> Iterator[bytes]:
        cipher, prefix = self._cipher(name), os.urandom(_PREFIX_BYTES)
        yield _MAGIC + prefix
        chunks = max(1, -(-len(data) // _CHUNK))
        for number in range(chunks):
            chunk = data[number * _CHUNK : (number + 1) * _CHUNK]
            yield cipher.encrypt(_nonce(prefix, number, number == chunks - 1), chunk, _MAGIC)

    def _opened(self, name: str, sealed: bytes) -> Iterator[bytes]:
        head = len(_MAGIC) + _PREFIX_BYTES
        if not sealed.startswith(_MAGIC) or len(sealed) < head + _TAG:
            raise ValueError(name)
        cipher, prefix = self._cipher(name), sealed[len(_MAGIC) : head]
        body, step = sealed[head:], _CHUNK + _TAG
        chunks = -(-len(body) // step)
        for number in range(chunks):
            chunk = body[number * step : (number + 1) * step]
            yield cipher.decrypt(_nonce(prefix, number, number == chunks - 1), chunk, _MAGIC)


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + struct.pack(">I?", number, last)


def _is_whole(path: Path, length: int) -> bool:
    """Whether a file of such content lies there, and none that was cut short since."""
    chunks = max(1, -(-length // _CHUNK))
    whole = len(_MAGIC) + _PREFIX_BYTES + length + chunks * _TAG
    return path.exists() and path.stat().st_size == whole


def names_of(connection: Connection) -> set[str]:
    """Names of the stored files that a database of any schema mentions: in columns called after
    them, in the letterheads of revisions, in settings."""
    named: set[str] = set()
    for table, column in connection.execute(
        "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table' AND (instr(c.name, 'blob') OR c.name = 'letterheads'"
        " OR (t.name = 'setting' AND c.name = 'value'))"
    ).fetchall():
        rows = connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}"')
        for name in (name for (value,) in rows for name in _names_in(value)):
            if _NAME.fullmatch(name):
                named.add(name)
    return named


def _names_in(value: object) -> list[str]:
    """What a column holds: a name, or JSON of one or of several."""
    if not isinstance(value, str) or value[:1] not in ("[", '"'):
        return [str(value)]
    found = json.loads(value)
    return [str(each) for each in (found if isinstance(found, list) else [found])]
