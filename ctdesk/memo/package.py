"""A `.docx` as its parts: opened within limits, written so that equal content is equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from lxml import etree

from ctdesk.domain.errors import BadInput, TermKey

MOST_PARTS = 2_000
MOST_BYTES = 64 * 1024 * 1024
MOST_RATIO = 200
"""A part of a document never shrinks to less than a two-hundredth of itself."""
_SMALL = 1024 * 1024

_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_UNWANTED = re.compile(r"docProps/thumbnail\.|word/stylesWithEffects\.xml$")
_RSID = re.compile(rb' w:rsid\w*="[0-9A-Fa-f]*"')
_RSIDS = re.compile(rb"<w:rsids>.*?</w:rsids>|<w:rsids/>", re.DOTALL)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

Parts = dict[str, bytes]


def unpack(data: bytes) -> Parts:
    """The parts of a package from outside, by name.

    Raises BadInput for what is no zip of ours (`memo_not_docx`), and before unpacking it for one
    that is too large, shrinks too well or has names that lead elsewhere (`memo_unsafe`).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _within_limits(package.infolist())
            return {i.filename: _read(package, i) for i in package.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        raise BadInput("memo_not_docx") from error
    except NotImplementedError as error:
        raise BadInput("memo_not_docx") from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package: fixed order, fixed times, nothing of this machine."""
    first = [name for name in _FIRST if name in parts]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in (*first, *sorted(set(parts).difference(first))):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name], compresslevel=6)
    return out.getvalue()


def normalise(parts: Parts, day: str) -> Parts:
    """The parts without what Word, python-docx or an editor of the template left in them.

    No author, program, company, path, revision ids or thumbnail; the only time is the memo's day.
    """
    kept = {name: data for name, data in parts.items() if not _UNWANTED.match(name)}
    for name in list(kept):
        if name.endswith(".xml") and b"rsid" in kept[name]:
            kept[name] = _RSIDS.sub(b"", _RSID.sub(b"", kept[name]))
    dropped = set(parts).difference(kept)
    if dropped:
        _forget(kept, dropped)
    kept["docProps/app.xml"] = app_xml()
    kept["docProps/core.xml"] = core_xml(day)
    return kept


def app_xml() -> bytes:
    return (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>CTDesk</Application></Properties>'
    ).encode()


def core_xml(day: str) -> bytes:
    """Core properties that say when and no more: a title would show the subject in Explorer."""
    time = f"{day}T00:00:00Z"
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{stamps}</cp:coreProperties>'
    ).encode()


def parse(data: bytes) -> Any:
    """The root element of a part from outside; no entities, no document type.

    Raises BadInput (`memo_not_docx`, `memo_unsafe`).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadInput("memo_not_docx") from error
    if root.getroottree().docinfo.doctype:
        raise _unsafe("dtd")
    return root


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS:
        raise _unsafe("members")
    if sum(entry.file_size for entry in entries) > MOST_BYTES or any(
        e.file_size > _SMALL and e.file_size > MOST_RATIO * max(e.compress_size, 1) for e in entries
    ):
        raise _unsafe("size")
    astray = any(".." in n.split("/") or n.startswith("/") or "\\" in n or ":" in n for n in names)
    if astray or len(set(names)) != len(names):
        raise _unsafe("name")


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, never more than its directory entry promised."""
    with package.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise _unsafe("size")
    return data


def _unsafe(reason: str) -> BadInput:
    return BadInput("memo_unsafe", reason=TermKey(f"memo.unsafe.{reason}"))


def _forget(parts: Parts, names: set[str]) -> None:
    """Take dropped parts out of the content types and relationships too."""
    for holder in [n for n in parts if n.endswith(".rels") or n == "[Content_Types].xml"]:
        root = parse(parts[holder])
        for child in list(root):
            target = child.get("PartName") or child.get("Target") or ""
            if any(name.endswith(target.lstrip("/")) for name in names if target):
                root.remove(child)
        parts[holder] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
