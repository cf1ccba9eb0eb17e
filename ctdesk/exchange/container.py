"""The outer form of a pack: a zip of known members inside age, read within bounds and in memory.

Nothing is ever unpacked to disk by a name that the pack chose. (age: https://age-encryption.org/v1;
to the X25519 key of the receiving desk, or under a passphrase for first contact.)
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence

import pyrage

from ctdesk.domain.errors import BadInput, Refused

SUFFIX = ".ctx"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
CHANGES, BODIES = "changes.jsonl", "bodies.jsonl"
FIXED = (MANIFEST, SIGNATURE, CHANGES, BODIES)
MOST_BYTES = 512 << 20
"""Of a pack, closed and opened."""
MOST_MEMBERS = 50_000
_MOST_RATIO = 200
_SMALL = 1 << 20
_BLOB = re.compile(r"blobs/[0-9a-f]{64}")
_AGE = b"age-encryption.org/v1\n"
_SCRYPT = _AGE + b"-> scrypt "
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def blob_member(sha256: str) -> str:
    """The member that holds the file with that hash."""
    return f"blobs/{sha256}"


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The members as a zip that tells neither times nor the machine it was made on."""
    if sum(map(len, members.values())) > MOST_BYTES or len(members) > MOST_MEMBERS:
        raise Refused("pack_too_large", megabytes=MOST_BYTES >> 20)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            stored = _BLOB.fullmatch(name) is not None
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data, compresslevel=6)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a zip; BadInput("pack_altered") for anything but what a pack has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_members(infos)
            return {info.filename: _member(archive, info) for info in infos}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, KeyError, EOFError,
            NotImplementedError, RuntimeError, OSError, zlib.error):  # fmt: skip
        raise BadInput("pack_altered") from None


def _check_members(infos: Sequence[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    if len(infos) > MOST_MEMBERS or len(set(names)) != len(names) or not set(FIXED) <= set(names):
        raise BadInput("pack_altered")
    if any(name not in FIXED and not _BLOB.fullmatch(name) for name in names):
        raise BadInput("pack_altered")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise Refused("pack_too_large", megabytes=MOST_BYTES >> 20)
    for info in infos:
        packed = max(info.compress_size, 1)
        if info.file_size > _SMALL and info.file_size / packed > _MOST_RATIO:
            raise BadInput("pack_altered")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as file:
        data = file.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise BadInput("pack_altered")
    return data


def closed(data: bytes, boxes: Sequence[str], passphrase: str = "") -> bytes:
    """The data encrypted to the recipients' keys, or under a passphrase."""
    if passphrase:
        return bytes(pyrage.passphrase.encrypt(data, passphrase))
    recipients = [pyrage.x25519.Recipient.from_str(box) for box in boxes]
    return bytes(pyrage.encrypt(data, recipients))


def under_passphrase(data: bytes) -> bool:
    """Whether a pack asks for a passphrase."""
    return data.startswith(_SCRYPT)


def opened(data: bytes, box_secret: str, passphrase: str = "") -> bytes:
    """What `closed` closed. BadInput says why it can't be had."""
    if not data.startswith(_AGE):
        raise BadInput("pack_not_a_pack")
    if under_passphrase(data):
        if not passphrase:
            raise BadInput("pack_needs_passphrase")
        try:
            return bytes(pyrage.passphrase.decrypt(data, passphrase))
        except pyrage.DecryptError:
            raise BadInput("pack_wrong_passphrase") from None
    try:
        identity = pyrage.x25519.Identity.from_str(box_secret)
        return bytes(pyrage.decrypt(data, [identity]))
    except pyrage.DecryptError as error:
        foreign = "no matching keys" in str(error).lower()
        raise BadInput("pack_not_for_us" if foreign else "pack_altered") from None


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
