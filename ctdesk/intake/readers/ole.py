"""Compound files (OLE2), of which old Word documents and Outlook mails are made."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile
from ctdesk.intake.formats import media_type
from ctdesk.intake.names import safe_name

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_STREAMS = 20_000
_DAMAGED = (OSError, ValueError, IndexError, TypeError, AttributeError, KeyError, struct.error)
"""What olefile raises on structures that are wrong; there is no common base class."""
_NATIVE = "\x01Ole10Native"
_ENDED_BY = b"\0"


class Compound:
    """The streams of a compound file. Raises BadInput where its structure is broken."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise BadInput("file_other_format")
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT)
            self._names = {
                "/".join(path) for path in self._ole.listdir(streams=True, storages=True)
            }
        except (*_DAMAGED, RecursionError) as error:
            raise BadInput("file_damaged") from error
        if len(self._names) > MOST_STREAMS:
            raise BadInput("file_unsafe")
        if "EncryptedPackage" in self._names:
            raise BadInput("file_encrypted")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; raises BadInput when they can't be read."""
        try:
            return bytes(self._ole.openstream(name).read())
        except _DAMAGED as error:
            raise BadInput("file_damaged") from error

    def under(self, storage: str) -> list[str]:
        """Names of the storages and streams directly in a storage ("" for the root)."""
        prefix = f"{storage}/" if storage else ""
        rests = (name.removeprefix(prefix) for name in self._names if name.startswith(prefix))
        return sorted({rest for rest in rests if rest and "/" not in rest})


def object_file(data: bytes) -> AttachedFile | None:
    """The file in an embedded object (`oleObject1.bin`); None where the object is no file."""
    try:
        compound = Compound(data)
        if _NATIVE in compound:
            return native_file(compound.stream(_NATIVE))
        if "CONTENTS" in compound and compound.stream("CONTENTS").startswith(b"%PDF-"):
            name = "object.pdf"
            return AttachedFile(name, media_type(name), compound.stream("CONTENTS"))
    except BadInput:
        return None  # a broken object takes nothing from the document that holds it
    return None


def native_file(data: bytes) -> AttachedFile | None:
    """The file that an embedded "package" object carries (its stream `\\x01Ole10Native`).

    Layout: total size, two bytes, label, path, eight bytes, path again, size, content (as the
    packager of Windows writes it).
    """
    try:
        at = 6
        label, at = _text(data, at)
        _, at = _text(data, at)
        at += 4
        (length,) = struct.unpack_from("<I", data, at)
        at += 4 + length
        (size,) = struct.unpack_from("<I", data, at)
    except (struct.error, ValueError):
        return None
    content = data[at + 4 : at + 4 + size]
    if len(content) != size or not size:
        return None
    name = safe_name(label.decode("cp1252", "replace"))
    return AttachedFile(name, media_type(name), content)


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    end = data.index(_ENDED_BY, at)
    return data[at:end], end + 1
