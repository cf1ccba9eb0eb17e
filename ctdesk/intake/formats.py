"""Which files can be read, by their extension: the reader, the media type, and what comes later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from ctdesk.domain.errors import BadInput

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

READABLE: Mapping[str, str] = {"txt": "text/plain", "docx": DOCX, "eml": "message/rfc822"}
"""Extension (also the name of the reader) -> media type."""

KNOWN: Mapping[str, str] = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docm": "application/vnd.ms-word.document.macroEnabled.12",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "msg": "application/vnd.ms-outlook",
    "html": "text/html",
    "htm": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "csv": "text/csv",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "xml": "application/xml",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
}
"""Formats that arrive and are kept as attachments, but whose text is not read yet."""

_DOCUMENTS = frozenset(("pdf", "doc", "docm", "rtf", "odt", "msg", "html", "htm"))
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,120}")


def extension(name: str) -> str:
    """The extension in small letters without its dot; "" when there is none."""
    return PurePath(name).suffix.lower().removeprefix(".")


def media_type(name: str, claimed: str = "") -> str:
    """The media type by the extension, else the claimed one if well formed, else unknown bytes."""
    known = READABLE.get(extension(name)) or KNOWN.get(extension(name))
    if known:
        return known
    return claimed if _MEDIA_TYPE.fullmatch(claimed) else "application/octet-stream"


def reader_of(name: str) -> str:
    """The name of the reader for a file of that name; raises BadInput that says what to do."""
    found = extension(name)
    if found in READABLE:
        return found
    code = "format_save_as" if found in _DOCUMENTS else "format_unknown"
    known = ", ".join(f".{each}" for each in (*READABLE, "jsonl"))
    raise BadInput(code, file=name, format=f".{found}" if found else "—", known=known)
