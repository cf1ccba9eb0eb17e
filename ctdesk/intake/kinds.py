"""What a file is: by its content where that is certain, else by its extension.

Offices send Rich Text and web pages named `.doc`, and files without any extension. Looked at in
the worker only, since a directory of a package is parsed for it.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile

from ctdesk.domain.errors import BadInput
from ctdesk.intake.formats import READABLE, SAVED_ANEW, extension
from ctdesk.intake.readers.ole import MAGIC, Compound

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_BLANKS = b" \t\r\n\xef\xbb\xbf"
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:(?:Received|Return-Path|From|To|Subject|Date|MIME-Version|Message-ID|Delivered-To"
    rb"|X-[\w-]{1,60}):[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){3}",
    re.IGNORECASE,
)
_HEAD = 8192
_TEXTS = ("txt", "csv", "eml", "html")
"""Kinds without a signature of their own: the extension tells them."""


def kind_of(name: str, data: bytes) -> str:
    """The kind of a file (`formats.KINDS`); raises BadInput for one that has no reader."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(name, data)
    if data.startswith(MAGIC):
        return _compound(data)
    if head.lstrip(_BLANKS)[:5].lower() == b"{\\rtf":
        return "rtf"
    if data.startswith(_PICTURES):
        return "image"
    return _by_name(name, head)


def _by_name(name: str, head: bytes) -> str:
    found = extension(name)
    kind = READABLE.get(found, "")
    if kind in _TEXTS:
        return kind
    if _PAGE.match(head.lstrip(_BLANKS)):
        return "html"
    if not kind and _MAIL.match(head):
        return "eml"
    if not found:
        return "txt"
    if not kind:
        raise BadInput("format_save_as" if found in SAVED_ANEW else "format_unknown")
    raise BadInput("file_other_format")


def _packed(name: str, data: bytes) -> str:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, struct.error, OSError, ValueError, NotImplementedError) as error:
        raise BadInput("file_damaged") from error
    held = set(parts)
    if "word/document.xml" in held or ("[Content_Types].xml" in held and _has(parts, "word/")):
        return "docx"
    if "xl/workbook.xml" in held:
        return "xlsx"
    if "content.xml" in held and "mimetype" in held:
        return "odt" if extension(name) not in SAVED_ANEW else _save_as()
    if "ppt/presentation.xml" in held:
        return _save_as()
    return "docx" if READABLE.get(extension(name)) == "docx" else "zip"


def _has(parts: list[str], folder: str) -> bool:
    return any(part.startswith(folder) for part in parts)


def _compound(data: bytes) -> str:
    compound = Compound(data)
    if "WordDocument" in compound:
        return "doc"
    if "__properties_version1.0" in compound:
        return "msg"
    if any(each in compound for each in ("Workbook", "Book", "PowerPoint Document")):
        return _save_as()
    raise BadInput("format_unknown")


def _save_as() -> str:
    raise BadInput("format_save_as")
