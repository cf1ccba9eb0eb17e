"""A memo on its way back: whose it is, and what its text says now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ctdesk.domain.errors import BadInput, TermKey
from ctdesk.memo.identity import NAMESPACE, PROPERTIES, Identity
from ctdesk.memo.package import Parts, parse, unpack
from ctdesk.memo.wml import W, clean
from ctdesk.text.direction import unguarded

MOST_PARAGRAPHS = 10_000
MOST_LETTERS = 2_000_000
"""No memo is longer; a file that is was made to keep the desk busy."""

Reading = Literal["final", "original"]
_IN = ("ins", "moveTo")
_OUT = ("del", "moveFrom")
_TEXTS = {f"{{{W}}}t", f"{{{W}}}delText"}
_BODY = "word/document.xml"
_COMMENTS = "word/comments.xml"
_MARGIN = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml$")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A drawing told once more, for readers that don't know its first telling."""


@dataclass(frozen=True)
class Traces:
    """What people left in a memo that came back."""

    tracked: bool
    """Changes are marked in it as changes; `read_text` takes them as accepted or refused."""
    comments: int


def read_identity(data: bytes) -> Identity | None:
    """The identity that a `.docx` carries; None where it carries none of ours.

    Raises BadInput for a file that is no sound `.docx` or is built to do harm.
    """
    parts = _docx(data)
    return _from_item(parts) or _from_properties(parts)


def read_text(data: bytes, changes: Reading = "final") -> list[str]:
    """The paragraphs of the body, with tracked changes accepted (final) or refused (original).

    Text inside content controls is read too; the marks that keep it in order are taken out.
    Raises BadInput as `read_identity`, and for a text that is longer than any memo.
    """
    return _bounded(_paragraphs(parse(_docx(data)[_BODY]), changes))


def read_margins(data: bytes) -> list[str]:
    """The lines of headers, footers and footnotes, each once, without the counting of pages.

    Programs that save a memo number these parts anew, so their order says nothing. Raises
    BadInput as `read_text`.
    """
    parts = _docx(data)
    roots = (parse(parts[name]) for name in sorted(parts) if _MARGIN.match(name))
    lines = (line for root in roots for line in _paragraphs(root, fields=False))
    return list(dict.fromkeys(_bounded(lines)))


def read_traces(data: bytes) -> Traces:
    """What people left in the file beside its text. Raises BadInput as `read_identity`."""
    parts = _docx(data)
    roots = [parse(parts[name]) for name in sorted(parts) if name == _BODY or _MARGIN.match(name)]
    tracked = [root.find(f".//{_w(kind)}") is not None for root in roots for kind in _IN + _OUT]
    remarks = parse(parts[_COMMENTS]).findall(_w("comment")) if _COMMENTS in parts else []
    return Traces(tracked=any(tracked), comments=len(remarks))


def _bounded(paragraphs: Iterator[str]) -> list[str]:
    found: list[str] = []
    letters = 0
    for paragraph in paragraphs:
        letters += len(paragraph)
        if len(found) == MOST_PARAGRAPHS or letters > MOST_LETTERS:
            raise BadInput("memo_unsafe", reason=TermKey("memo.unsafe.size"))
        found.append(paragraph)
    return found


def _paragraphs(root: Any, changes: Reading = "final", *, fields: bool = True) -> Iterator[str]:
    """The texts of a part; a paragraph whose end a change takes away runs on into the next."""
    names = _OUT if changes == "final" else _IN
    skipped = {_w(name) for name in names}
    held = ""
    for paragraph in root.iter(_w("p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        said = paragraph if fields else _without_fields(paragraph)
        held += unguarded(clean("".join(_texts(said, skipped))))
        ends = (paragraph.find(f"{_w('pPr')}/{_w('rPr')}/{_w(name)}") for name in names)
        if all(end is None for end in ends):
            yield held.strip()
            held = ""
    if held.strip():
        yield held.strip()


def _without_fields(paragraph: Any) -> list[Any]:
    """What stands in a paragraph, without what a field counts (the number of a page)."""
    kept, inside = [], 0
    for child in paragraph:
        marks = [mark.get(_w("fldCharType")) for mark in child.iter(_w("fldChar"))]
        if not inside and not marks and child.tag != _w("fldSimple"):
            kept.append(child)
        inside += marks.count("begin") - marks.count("end")
    return kept


def _texts(elements: Iterable[Any], skipped: set[str], inside: str = "") -> Iterator[str]:
    for child in elements:
        if child.tag in skipped or child.tag == _w("p"):
            continue
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag == _w("br"):
            yield "\n"
        elif child.tag == _w("tab") and inside == _w("r"):
            yield " "
        else:
            yield from _texts(child, skipped, child.tag)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _docx(data: bytes) -> Parts:
    parts = unpack(data)
    if _BODY not in parts:
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
