"""Opening an Office package from outside: limits first, then one part at a time.

A `.docx` is a zip of XML parts, and whatever made it may have lied in its directory. Nothing is
ever unpacked to disk.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, iterparse

from ctdesk.domain.errors import BadInput

MOST_MEMBERS = 2_000
MOST_XML = 64 * 1024 * 1024
"""Bytes of XML that may be read from one package."""
MOST_RATIO = 200
"""A part of a document never shrinks to less than a two-hundredth of itself."""
_SMALL = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    ValueError,
)
"""What a package that is cut or altered makes the libraries raise."""
_DRIVE = re.compile(r"[A-Za-z]:")


class Package:
    """The parts of a package that passed the limits. Raises BadInput where one is broken."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise BadInput("file_encrypted" if _ENCRYPTED_STREAM in data else "file_other_format")
        if not data.startswith(b"PK"):
            raise BadInput("file_other_format")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise BadInput("file_damaged") from error
        _within_limits(self._zip.infolist())
        self._left = MOST_XML

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def elements(self, part: str) -> Iterator[tuple[str, Element]]:
        """("start" | "end", element) of an XML part in order; each element is emptied at its end.

        Refuses document types (and with them entities of every kind) and more XML than MOST_XML.
        """
        try:
            with self._zip.open(part) as file:
                source = _Bounded(file, self)
                for event, element in iterparse(source, ("start", "end"), forbid_dtd=True):
                    yield event, element
                    if event == "end":
                        element.clear()
        except DefusedXmlException as error:
            raise BadInput("file_unsafe") from error
        except _BROKEN as error:
            raise BadInput("file_damaged") from error
        except (RuntimeError, NotImplementedError) as error:
            raise BadInput("file_encrypted") from error

    def feed(self, part: str, target: object) -> None:
        """Parse an XML part into a target with `start`, `data` and `end`, within the same limits.

        For text mixed with elements, which `elements` does not keep in order.
        """
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        try:
            with self._zip.open(part) as file:
                source = _Bounded(file, self)
                while piece := source.read():
                    parser.feed(piece)
            parser.close()
        except DefusedXmlException as error:
            raise BadInput("file_unsafe") from error
        except _BROKEN as error:
            raise BadInput("file_damaged") from error
        except (RuntimeError, NotImplementedError) as error:
            raise BadInput("file_encrypted") from error

    def check(self, part: str) -> None:
        """Read an XML part through, for another program to read it after: BadInput as `feed`."""
        self.feed(part, Nothing())

    @property
    def names(self) -> Sequence[str]:
        """The parts by name, in the order of the package."""
        return list(self._zip.NameToInfo)

    def bytes_of(self, part: str) -> bytes:
        """A part that is no XML, unpacked; it counts as the XML does."""
        try:
            with self._zip.open(part) as file:
                source, pieces = _Bounded(file, self), []
                while piece := source.read():
                    pieces.append(piece)
        except _BROKEN as error:
            raise BadInput("file_damaged") from error
        except (RuntimeError, NotImplementedError) as error:
            raise BadInput("file_encrypted") from error
        return b"".join(pieces)

    def relations(self, part: str) -> Mapping[str, str]:
        """Type (last word of its address) -> part; `part` "" stands for the package itself."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return {}
        found: dict[str, str] = {}
        for event, element in self.elements(rels):
            if event == "start" and element.get("TargetMode") != "External":
                kind = element.get("Type", "").rsplit("/", 1)[-1]
                target = posixpath.join("/", folder, element.get("Target", ""))
                found.setdefault(kind, posixpath.normpath(target).lstrip("/"))
        return found

    def take(self, count: int) -> None:
        """Count bytes of XML that were read; raises BadInput beyond MOST_XML."""
        self._left -= count
        if self._left < 0:
            raise BadInput("file_unsafe")


class Nothing:
    """Takes what a parser gives and keeps none of it."""

    def start(self, _tag: str, _attributes: Mapping[str, str]) -> None: ...

    def end(self, _tag: str) -> None: ...

    def data(self, _text: str) -> None: ...

    def close(self) -> None: ...


class _Bounded:
    """A part as it is unpacked, counted: the directory's word on sizes is not taken."""

    def __init__(self, file: IO[bytes], package: Package) -> None:
        self._file = file
        self._package = package

    def read(self, size: int = 65_536) -> bytes:
        piece = self._file.read(min(size, 65_536) if size > 0 else 65_536)
        self._package.take(len(piece))
        return piece


def _within_limits(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or len({m.filename for m in members}) < len(members):
        raise BadInput("file_unsafe")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or _DRIVE.match(parts[0]):
            raise BadInput("file_unsafe")
        if member.flag_bits & 0x1:
            raise BadInput("file_encrypted")
        packed = max(member.compress_size, 1)
        if member.file_size > _SMALL and member.file_size / packed > MOST_RATIO:
            raise BadInput("file_unsafe")
