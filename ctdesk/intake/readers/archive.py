"""Archives (`.zip`): their files, each to be read by itself. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import AttachedFile
from ctdesk.intake.formats import media_type
from ctdesk.intake.names import safe_name, told_apart

MOST_FILES = 500
MOST_BYTES = 200 * 1024 * 1024
"""Of all files together, unpacked."""
_MOST_RATIO, _SMALL = 300, 1024 * 1024
_PIECE = 256 * 1024
_UNWANTED = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_UTF8 = 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError)


def members(data: bytes) -> list[AttachedFile]:
    """The files of an archive under names that are safe and told apart, folders forgotten.

    Raises BadInput for an archive that is damaged, protected, or would unpack to more than a
    desk takes: then none of its files is given.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        raise BadInput("file_damaged") from error
    wanted = [each for each in archive.infolist() if not each.is_dir() and not _is_unwanted(each)]
    if not wanted:
        raise BadInput("file_empty")
    if len(wanted) > MOST_FILES:
        raise BadInput("zip_too_many", most=MOST_FILES)
    if sum(each.file_size for each in wanted) > MOST_BYTES or any(map(_is_bomb, wanted)):
        raise BadInput("file_unsafe")
    files, taken, left = [], set[str](), MOST_BYTES
    for each in wanted:
        content = _unpacked(archive, each, left)
        left -= len(content)
        name = told_apart(safe_name(_name(each)), taken)
        taken.add(name.lower())
        files.append(AttachedFile(name, media_type(name), content))
    return files


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """A file of the archive; its directory's word on sizes is not taken."""
    if member.flag_bits & 0x1:
        raise BadInput("file_encrypted")
    pieces, size = [], 0
    try:
        with archive.open(member) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > most:
                    raise BadInput("file_unsafe")
                pieces.append(piece)
    except _BROKEN as error:
        raise BadInput("file_damaged") from error
    except (RuntimeError, NotImplementedError) as error:
        raise BadInput("file_encrypted") from error
    return b"".join(pieces)


def _is_unwanted(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith(_UNWANTED[0]) or member.filename.endswith(_UNWANTED[1:])


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    packed = max(member.compress_size, 1)
    return member.file_size > _SMALL and member.file_size / packed > _MOST_RATIO


def _name(member: zipfile.ZipInfo) -> str:
    """A name as it was meant: without the mark of UTF-8 Python takes it for DOS, where Windows
    in Arabic writes its own code page."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp720"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
