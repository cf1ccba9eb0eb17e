"""The `.docx` template of a memo: opened, checked against its contract, its slots filled.

The contract: inline content controls tagged `ct:...` for what changes, a paragraph of its own with
the bookmark `ct_body` where the text goes, another with `ct_tail` for what follows the signature
(the end of the document where there is none), the bookmark `ct_language_ar` (`en`, `both`) beside
the first, and the `Memo...` styles. Everything else belongs to the division.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from ctdesk.domain.errors import BadInput
from ctdesk.domain.resources import resource
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.package import Parts, parse, unpack
from ctdesk.memo.wml import NAMESPACES, Look, spans
from ctdesk.text.direction import Base
from ctdesk.text.show import Digits

REQUIRED_SLOTS = ("number", "date", "to", "subject", "title", "mark")
REQUIRED_STYLES = (
    "MemoBody", "MemoMeta", "MemoSubject", "MemoTitle", "MemoHeading", "MemoNumbered", "MemoPoint",
    "MemoNote", "MemoClosing", "MemoSign", "MemoPlace", "MemoInitials", "MemoFoot",
    "MemoSmall", "MemoSmallHead", "MemoCell", "MemoCellHead",
    "MemoTwin", "MemoApart", "MemoTable", "MemoFrame", "MemoMark",
)  # fmt: skip
_DIRECTION = frozenset((qn("w:rtl"), qn("w:cs"), qn("w:lang")))
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml$")


@dataclass(frozen=True)
class Value:
    """What fills a slot; `style` is a character style that overrides the slot's own."""

    text: str
    style: str = ""


def default_template(language: MemoLanguage) -> bytes:
    """The template that comes with the program."""
    return resource("templates", f"memo-{language}.docx").read_bytes()


def template_language(data: bytes) -> MemoLanguage | None:
    """The language whose labels the template carries; None when it does not say."""
    document = parse(unpack(data).get("word/document.xml", b"<none/>"))
    names = document.iter(qn("w:bookmarkStart"))
    for name in (mark.get(qn("w:name")) or "" for mark in names):
        if name in ("ct_language_ar", "ct_language_en", "ct_language_both"):
            return cast(MemoLanguage, name.removeprefix("ct_language_"))
    return None


def open_template(data: bytes) -> Any:
    """The template as a python-docx document.

    Raises BadInput `template_unfit` naming every fault, `memo_not_docx`, `memo_unsafe`.
    """
    faults = {language: check_template(data, language) for language in ("ar", "en")}
    if faults["en"]:
        raise UnfitTemplate(faults)
    return Document(io.BytesIO(data))


class UnfitTemplate(BadInput):
    """The template breaks its contract; the sentence names how, in its own language."""

    def __init__(self, faults: Mapping[str, list[str]]) -> None:
        super().__init__("template_unfit", faults=" ".join(faults["en"]))
        self._faults = faults

    def message(self, language: Language) -> str:
        faults = " ".join(self._faults[language])
        return terms()("error.template_unfit", language, faults=faults)


def check_template(data: bytes, language: Language) -> list[str]:
    """What keeps a file from being a memo template, each fault one sentence; empty: it is fit."""
    words = terms()
    try:
        parts = unpack(data)
        found = list(_faults(parts))
    except BadInput as error:
        return [error.message(language)]
    return [words(f"memo.fault.{code}", language, name=name) for code, name in found]


def _faults(parts: Parts) -> Iterator[tuple[str, str]]:
    if "word/document.xml" not in parts or "word/styles.xml" not in parts:
        yield "unreadable", ""
        return
    roots = {name: parse(data) for name, data in parts.items() if _STORY.match(name)}
    controls = [sdt for root in roots.values() for sdt in root.iter(qn("w:sdt"))]
    tags = {_tag(sdt) for sdt in controls}
    for slot in REQUIRED_SLOTS:
        if not tags & {f"ct:{slot}", f"ct:{slot}.ar"}:
            yield "slot", slot
    styles = {s.get(qn("w:styleId")) for s in parse(parts["word/styles.xml"]).iter(qn("w:style"))}
    for style in REQUIRED_STYLES:
        if style not in styles:
            yield "style", style
    anchor = _bookmarked(roots["word/document.xml"], "ct_body")
    if anchor is None:
        yield "anchor", ""
    elif anchor.getparent().tag != qn("w:body"):
        yield "anchor_lonely", ""
    for sdt in controls:
        if sdt.find(f"{qn('w:sdtContent')}/{qn('w:p')}") is not None:
            yield "block_control", _tag(sdt)
        if sdt.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is not None:
            yield "text_control", _tag(sdt)
    if any("vbaProject" in name for name in parts):
        yield "macros", ""
    yield from _links_outside(parts)


def _links_outside(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, data in parts.items():
        if name.endswith(".rels"):
            for relation in parse(data):
                if relation.get("TargetMode") == "External":
                    yield "external", relation.get("Target", "")


def fill(document: Any, values: Mapping[str, Value], shape: Digits) -> None:
    """Put the values into the slots of body, headers and footers.

    A paragraph all of whose slots are empty goes, with its row where nothing is left of it; one
    that counts pages stays.
    """
    for root in _stories(document):
        touched: dict[Any, bool] = {}
        for sdt in list(root.iter(qn("w:sdt"))):
            tag = _tag(sdt)
            if not tag.startswith("ct:"):
                continue
            value = values.get(tag.removeprefix("ct:"), Value(""))
            paragraph = _ancestor(sdt, "w:p")
            _fill_one(sdt, value, _base(paragraph), shape)
            touched[paragraph] = touched.get(paragraph, False) or bool(value.text.strip())
        for paragraph, said in touched.items():
            if not said and paragraph.find(f".//{qn('w:fldChar')}") is None:
                _remove(paragraph)


def has_slot(document: Any, name: str) -> bool:
    """The template has a place of its own for that value."""
    return any(_tag(sdt) == f"ct:{name}" for sdt in document.element.body.iter(qn("w:sdt")))


def replace_anchor(document: Any, bookmark: str, content: str) -> None:
    """Put block elements where the bookmark's paragraph stands, or at the end of the document."""
    body = document.element.body
    anchor = _bookmarked(body, bookmark)
    section = body.find(qn("w:sectPr"))
    place = anchor if anchor is not None else section
    for element in parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"):
        place.addprevious(element)
    if anchor is not None:
        body.remove(anchor)


def remove_style(document: Any, style: str) -> None:
    """Take out the body's paragraphs of that style (the room for a signature none will write)."""
    body = document.element.body
    for mark in list(body.iter(qn("w:pStyle"))):
        if mark.get(qn("w:val")) == style:
            _remove(_ancestor(mark, "w:p"))


def _fill_one(sdt: Any, value: Value, base: Base, shape: Digits) -> None:
    content = sdt.find(qn("w:sdtContent"))
    first = content.find(f"{qn('w:r')}/{qn('w:rPr')}")
    look = Look(rpr=_own_look(first)) if first is not None else Look()
    if value.style:
        look = Look(style=value.style)
    for child in list(content):
        content.remove(child)
    if value.text.strip():
        for run in parse_xml(f"<w:p {NAMESPACES}>{spans(value.text, base, shape, look)}</w:p>"):
            content.append(run)


def _own_look(rpr: Any) -> str:
    """A slot's own formatting, without what says direction."""
    kept = [deepcopy(child) for child in rpr if child.tag not in _DIRECTION]
    return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in kept)


def _stories(document: Any) -> Iterator[Any]:
    for part in document.part.package.iter_parts():
        if _STORY.match(str(part.partname).lstrip("/")):
            yield part.element


def _bookmarked(root: Any, name: str) -> Any:
    for mark in root.iter(qn("w:bookmarkStart")):
        if mark.get(qn("w:name")) == name:
            return _ancestor(mark, "w:p")
    return None


def _tag(sdt: Any) -> str:
    tag = sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else tag.get(qn("w:val")) or ""


def _ancestor(element: Any, name: str) -> Any:
    return next(element.iterancestors(qn(name)), None)


def _base(paragraph: Any) -> Base:
    bidi = paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}")
    on = bidi is not None and bidi.get(qn("w:val")) not in ("0", "false", "off")
    return "rtl" if on else "ltr"


def _remove(paragraph: Any) -> None:
    """Remove a paragraph; a cell keeps its last one, emptied, and a row of such cells goes."""
    cell = _ancestor(paragraph, "w:tc")
    if cell is None or len(cell.findall(qn("w:p"))) > 1:
        paragraph.getparent().remove(paragraph)
        return
    for child in paragraph.findall("*")[1:]:
        paragraph.remove(child)
    row = _ancestor(cell, "w:tr")
    table = row.getparent()
    if table is not None and not any(t.text for t in row.iter(qn("w:t"))):
        table.remove(row)
        if table.find(qn("w:tr")) is None:
            table.getparent().remove(table)
