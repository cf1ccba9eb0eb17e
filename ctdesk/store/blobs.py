"""Attachments as encrypted files beside the database: content-addressed, never changed.

A file's name is an HMAC of its content's SHA-256, since a bare hash would prove to a finder that a
known file is here. Content is AES-256-GCM in chunks of 1 MiB; the nonce of a chunk is a random
prefix, its number and a flag on the last, so that neither order nor length can be changed unseen
(the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ctdesk.domain.errors import AttachmentLostError

_MAGIC = b"CTDB1"
_PREFIX_BYTES = 7
_CHUNK = 1 << 20
_TAG = 16


class Blobs:
    """The `blobs/` folder of a desk."""

    def __init__(self, folder: Path, key: bytes, name_key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._name_key = name_key

    def put(self, data: bytes) -> str:
        """Store the bytes durably and return their name; the same bytes are stored once."""
        name = hmac.new(self._name_key, hashlib.sha256(data).digest(), "sha256").hexdigest()
        path = self._path(name)
        if path.exists():
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(name + ".part")
        try:
            with part.open("wb") as file:
                for piece in self._sealed(name, data):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _sync_folder(path.parent)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of that name; AttachmentLostError when the file is missing,
        cut short or altered."""
        try:
            sealed = self._path(name).read_bytes()
        except FileNotFoundError:
            raise AttachmentLostError("attachment_missing") from None
        try:
            return b"".join(self._opened(name, sealed))
        except (InvalidTag, ValueError):
            raise AttachmentLostError("attachment_damaged") from None

    def names(self) -> Iterator[str]:
        """The names of all stored files."""
        return (p.name for p in self._folder.glob("??/*") if not p.name.endswith(".part"))

    def remove(self, name: str) -> None:
        """Remove the file of that name; nothing may mention it."""
        self._path(name).unlink(missing_ok=True)

    def sweep(self, in_use: set[str]) -> int:
        """Remove half-written files and files that no record names; how many went."""
        gone = 0
        for path in list(self._folder.glob("??/*")):
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


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
