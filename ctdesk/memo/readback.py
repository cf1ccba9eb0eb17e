"""A memo on its way back: whose it is, and what its text says now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ctdesk.domain.errors import BadInput
from ctdesk.memo.identity import NAMESPACE, PROPERTIES, Identity
from ctdesk.memo.package import Parts, parse, unpack
from ctdesk.memo.wml import W, clean
from ctdesk.text.direction import unguarded

_IN = {f"{{{W}}}{name}" for name in ("ins", "moveTo")}
_OUT = {f"{{{W}}}{name}" for name in ("del", "moveFrom")}
_TEXTS = {f"{{{W}}}t", f"{{{W}}}delText"}


def read_identity(data: bytes) -> Identity | None:
    """The identity that a `.docx` carries; None where it carries none of ours.

    Raises BadInput for a file that is no sound `.docx` or is built to do harm.
    """
    parts = _docx(data)
    return _from_item(parts) or _from_properties(parts)


def read_text(data: bytes, changes: Literal["final", "original"] = "final") -> list[str]:
    """The paragraphs of the body, with tracked changes accepted (final) or refused (original).

    Text inside content controls is read too; the marks that keep it in order are taken out.
    Raises BadInput as `read_identity`.
    """
    root = parse(_docx(data)["word/document.xml"])
    skipped = _OUT if changes == "final" else _IN
    return [unguarded(clean("".join(_texts(p, skipped)))).strip() for p in root.iter(f"{{{W}}}p")]


def _texts(element: Any, skipped: set[str]) -> Iterator[str]:
    for child in element:
        if child.tag in skipped or child.tag == f"{{{W}}}p":
            continue
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag == f"{{{W}}}br":
            yield "\n"
        elif child.tag == f"{{{W}}}tab" and element.tag == f"{{{W}}}r":
            yield " "
        else:
            yield from _texts(child, skipped)


def _docx(data: bytes) -> Parts:
    parts = unpack(data)
    if "word/document.xml" not in parts:
        raise BadInput("memo_not_docx")
    return parts


def _from_item(parts: Parts) -> Identity | None:
    for name in sorted(parts):
        if name.startswith("customXml/item") and NAMESPACE.encode() in parts[name]:
            root = parse(parts[name])
            if root.tag == f"{{{NAMESPACE}}}memo":
                return _identity(*(root.get(k, "") for k in ("opinion", "revision", "sha256")))
    return None


def _from_properties(parts: Parts) -> Identity | None:
    if "docProps/custom.xml" not in parts:
        return None
    found = {p.get("name"): "".join(p.itertext()) for p in parse(parts["docProps/custom.xml"])}
    return _identity(*(found.get(name, "") for name in PROPERTIES))


def _identity(opinion: str, revision: str, sha256: str) -> Identity | None:
    if not opinion or not revision.isascii() or not revision.isdigit():
        return None
    return Identity(opinion, int(revision), sha256)
