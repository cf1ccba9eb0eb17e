"""Which files can be read, by their extension and media type, and what is only kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{_OFFICE}.wordprocessingml.document"

KINDS: Mapping[str, str] = {
    "txt": "text/plain",
    "docx": DOCX,
    "doc": "application/msword",
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "csv": "text/csv",
    "zip": "application/zip",
    "image": "image/png",
}
"""Kinds of files for which there is a reader -> media type."""

READABLE: Mapping[str, str] = {
    **{kind: kind for kind in KINDS if kind != "image"},
    "docm": "docx",
    "dotx": "docx",
    "htm": "html",
    "mht": "eml",
    "mhtml": "eml",
    "xlsm": "xlsx",
    "text": "txt",
    "png": "image",
    "jpg": "image",
    "jpeg": "image",
    "tif": "image",
    "tiff": "image",
}
"""Extension -> kind."""

_OTHERS: Mapping[str, str] = {
    "docm": "application/vnd.ms-word.document.macroEnabled.12",
    "xls": "application/vnd.ms-excel",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "ppt": "application/vnd.ms-powerpoint",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "mht": "multipart/related",
    "mhtml": "multipart/related",
    "xml": "application/xml",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
}
"""Media types of extensions that are no kind's own name, or that are kept and not read."""

SAVED_ANEW = frozenset(("xls", "ppt", "pptx", "ods", "odp", "pages", "wpd", "wps", "xps"))
"""Documents of programs that can save them in a form that is read here."""

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,120}")


def extension(name: str) -> str:
    """The extension in small letters without its dot; "" when there is none."""
    return PurePath(name).suffix.lower().removeprefix(".")


def media_type(name: str, claimed: str = "") -> str:
    """The media type by the extension, else the claimed one if well formed, else unknown bytes."""
    found = extension(name)
    known = _OTHERS.get(found) or KINDS.get(READABLE.get(found, ""))
    if known:
        return known
    return claimed if _MEDIA_TYPE.fullmatch(claimed) else "application/octet-stream"


def extension_of(claimed: str) -> str:
    """The extension that files of a media type have; "" when it is none of ours."""
    for table in (_OTHERS, {kind: media for kind, media in KINDS.items() if kind != "image"}):
        for found, media in table.items():
            if media == claimed:
                return found
    return "png" if claimed == "image/png" else ""
