"""A list as a Word file: landscape, its head on every page, equal bytes for equal content."""

from __future__ import annotations

import io
import re
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Twips

from ctdesk.domain.terms import Language
from ctdesk.memo import wml
from ctdesk.memo.package import normalise, pack, unpack
from ctdesk.memo.stylesheet import HEAD_FILL
from ctdesk.memo.table import Table
from ctdesk.memo.template import default_template, open_template
from ctdesk.text.direction import Base, base_direction
from ctdesk.text.show import Digits, short_date

_LONG, _SHORT, _MARGIN = 16838, 11906, 850
"""A4 in twips."""
_MAIN, _PLACE = "word/document.xml", "ct-list"
_PARAGRAPH = re.compile(rf"<w:p>\s*<w:r>\s*<w:t>{_PLACE}</w:t>\s*</w:r>\s*</w:p>".encode())
_STRUCK = wml.Look(rpr="<w:strike/>")


def table_docx(table: Table, language: Language, *, digits: Digits, day: str) -> bytes:
    """The list as the bytes of a `.docx`; `day` (ISO) is what the file says of its making."""
    document = open_template(default_template(language))
    base: Base = "rtl" if language == "ar" else "ltr"
    body = document.element.body
    section = cleared(body)
    section.addprevious(element(f"<w:p><w:r><w:t>{_PLACE}</w:t></w:r></w:p>"))
    _landscape(document, base, table.mark)
    saved = io.BytesIO()
    document.save(saved)
    parts = unpack(saved.getvalue())
    # moving a table of thousands of rows from tree to tree takes minutes; its text, nothing
    content = _content(table, base, digits).encode("utf-8")
    parts[_MAIN] = _PARAGRAPH.sub(lambda _found: content, parts[_MAIN], count=1)
    return pack(normalise(parts, day))


def element(xml: str) -> Any:
    """The element of some WordprocessingML."""
    return next(iter(parse_xml(f"<w:body {wml.NAMESPACES}>{xml}</w:body>")))


def cleared(body: Any) -> Any:
    """Take out all but the section, and of that the letterhead: this is a list, not a letter."""
    section = body.find(qn("w:sectPr"))
    for child in list(body):
        if child is not section:
            body.remove(child)
    unwanted = (qn("w:headerReference"), qn("w:footerReference"), qn("w:titlePg"))
    for child in [child for child in section if child.tag in unwanted]:
        section.remove(child)
    return section


def _landscape(document: Any, base: Base, mark: str) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(_LONG), Twips(_SHORT)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Twips(_MARGIN))
    section.footer.is_linked_to_previous = False
    foot = section.footer._element
    for child in list(foot):
        foot.remove(child)
    if mark:
        degree = wml.paragraph(wml.spans(mark, base, "western"), "MemoMark", base)
        foot.append(element(degree))
        section.header.is_linked_to_previous = False
        head = section.header._element
        for child in list(head):
            head.remove(child)
        head.append(element(degree))
    rtl = base == "rtl"
    count = wml.field("PAGE", rtl) + wml.run(" / ", rtl) + wml.field("NUMPAGES", rtl)
    line = wml.paragraph(count, "MemoFoot", base, align="center")
    foot.append(element(line))


def _content(table: Table, base: Base, digits: Digits) -> str:
    widths = _widths(table)
    head = [cell(column.title, "MemoCellHead", base, digits) for column in table.columns]
    rows = [wml.row(head, widths, head=True, fill=HEAD_FILL)]
    for place, values in enumerate(table.rows):
        look = _STRUCK if place in table.struck else wml.PLAIN
        cells = [
            cell(_shown(value, column.kind, digits), "MemoCell", base, digits, look)
            for value, column in zip(values, table.columns, strict=True)
        ]
        rows.append(wml.row(cells, widths))
    above = wml.paragraph(wml.spans(table.title, base, digits), "MemoTitle", base)
    if table.subtitle:
        above += wml.paragraph(
            wml.spans(table.subtitle, base, digits), "MemoMeta", base, align="center"
        )
    below = wml.paragraph(wml.spans(table.small_print, base, digits), "MemoSmall", base)
    return above + wml.table(rows, widths, base) + below


def _widths(table: Table) -> list[int]:
    room, shares = _LONG - 2 * _MARGIN, sum(column.share for column in table.columns)
    widths = [room * column.share // shares for column in table.columns]
    widths[-1] += room - sum(widths)
    return widths


def _shown(value: str, kind: str, digits: Digits) -> str:
    return short_date(value, digits) if kind == "date" else value


def cell(text: str, style: str, base: Base, digits: Digits, look: wml.Look = wml.PLAIN) -> str:
    """A cell runs as its own words do; a number or a date as the page does."""
    own = base_direction(text) if any(c.isalpha() for c in text) else base
    return wml.paragraph(wml.spans(text, own, digits, look), style, own, align=_side(own, base))


def _side(own: Base, base: Base) -> wml.Align:
    """The side of the page's beginning, whichever way the words run."""
    return "start" if own == base else "end"
