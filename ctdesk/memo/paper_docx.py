"""A page of the desk's own business as a Word file: upright, tables under heads, the small print at
the foot, and, where wanted, a part that only programs read."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart

from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import Language
from ctdesk.memo import wml
from ctdesk.memo.package import normalise, pack, parse, unpack
from ctdesk.memo.paper import Paper, PaperPart
from ctdesk.memo.readback import read_text
from ctdesk.memo.stylesheet import HEAD_FILL
from ctdesk.memo.table_docx import cell, cleared, element
from ctdesk.memo.template import default_template, open_template
from ctdesk.text.direction import Base
from ctdesk.text.show import Digits, short_date

NAMESPACE = "urn:ctdesk:paper:1"
_DENSE, _HEAD = "MemoSmall", "MemoSmallHead"
"""Of cells and of heads: what is read at the desk should be one page."""
_WIDTH, _MARGIN = 11906, 850
"""A4 and its margins, in twips."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paper_docx(
    paper: Paper, language: Language, *, digits: Digits, day: str, carried: str = ""
) -> bytes:
    """The page as the bytes of a `.docx`; the same page gives the same bytes.

    `carried`: text for programs, kept in a part of its own.
    """
    document = open_template(default_template(language))
    base: Base = "rtl" if language == "ar" else "ltr"
    section = cleared(document.element.body)
    for xml in _content(paper, base, digits):
        section.addprevious(element(xml))
    layout = document.sections[-1]
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(layout, side, _MARGIN * 635)
    layout.footer.is_linked_to_previous = False
    foot = layout.footer._element
    for child in list(foot):
        foot.remove(child)
    for xml in _foot(paper, base, digits):
        foot.append(element(xml))
    if carried:
        _carry(document, carried)
    saved = io.BytesIO()
    document.save(saved)
    return pack(normalise(unpack(saved.getvalue()), day))


def paper_text(data: bytes) -> str:
    """What a page says above its small print, line by line. BadInput for what is no `.docx`."""
    return "\n".join(line for line in read_text(data) if line)


def carried_text(data: bytes) -> str:
    """The text for programs that a `.docx` carries; "" for none. BadInput as `paper_text`."""
    for name, part in unpack(data).items():
        if not name.startswith("customXml/item") or NAMESPACE.encode() not in part:
            continue
        root = parse(part)
        if root.tag == f"{{{NAMESPACE}}}paper":
            try:
                return base64.b64decode(root.text or "", validate=True).decode("utf-8")
            except ValueError as error:
                raise BadInput("memo_not_docx") from error
    return ""


def _content(paper: Paper, base: Base, digits: Digits) -> Sequence[str]:
    def line(text: str, style: str, align: wml.Align | None = None) -> str:
        return wml.paragraph(wml.spans(text, base, digits), style, base, align=align)

    found = [line(paper.mark, "MemoMark")] if paper.mark else []
    found.append(line(paper.title, "MemoSubject"))
    if paper.subtitle:
        found.append(line(paper.subtitle, "MemoMeta", "center"))
    for part in paper.parts:
        if part.head:
            found.append(line(part.head, _HEAD))
        found += [line(text, _DENSE) for text in part.lines]
        if part.columns:
            found += [_table(part, base, digits), line("", "MemoApart")]
    if paper.signers:
        found += [_signers(paper, base, digits), line("", "MemoApart")]
    return found


def _table(part: PaperPart, base: Base, digits: Digits) -> str:
    widths = _widths([column.share for column in part.columns])
    head = [cell(column.title, _DENSE, base, digits, wml.BOLD) for column in part.columns]
    rows = [] if part.headless else [wml.row(head, widths, head=True, fill=HEAD_FILL)]
    for values in part.rows:
        cells = [
            cell(
                short_date(value, digits) if column.kind == "date" else value,
                _DENSE, base, digits,
            )
            for value, column in zip(values, part.columns, strict=True)
        ]  # fmt: skip
        rows.append(wml.row(cells, widths))
    return wml.table(rows, widths, base)


def _signers(paper: Paper, base: Base, digits: Digits) -> str:
    widths = _widths([1] * len(paper.signers))
    cells = []
    for first, *lines in paper.signers:
        told = [wml.spans(first, base, digits, wml.BOLD)]
        told += [wml.spans(text, base, digits) for text in lines]
        cells.append("".join(wml.paragraph(t, "MemoMeta", base, align="center") for t in told))
    return wml.table([wml.row(cells, widths)], widths, base, style="MemoFrame")


def _foot(paper: Paper, base: Base, digits: Digits) -> Sequence[str]:
    rtl = base == "rtl"
    found = [
        wml.paragraph(wml.spans(text, base, "western"), "MemoSmall", base)
        for text in paper.small_print
    ]
    if paper.mark:
        found.append(wml.paragraph(wml.spans(paper.mark, base, digits), "MemoMark", base))
    count = wml.field("PAGE", rtl) + wml.run(" / ", rtl) + wml.field("NUMPAGES", rtl)
    return [*found, wml.paragraph(count, "MemoRunning", base, align="center")]


def _widths(shares: Sequence[int]) -> list[int]:
    room, whole = _WIDTH - 2 * _MARGIN, sum(shares)
    widths = [room * share // whole for share in shares]
    widths[-1] += room - sum(widths)
    return widths


def _carry(document: object, text: str) -> None:
    """Keep a text in a custom XML part; as base64, so that no editor tidies its blanks."""
    main = document.part  # type: ignore[attr-defined]
    for rid, relation in list(main.rels.items()):
        if relation.reltype == f"{_OFFICE}/customXml" and not relation.is_external:
            del main.rels[rid]
    held = base64.b64encode(text.encode("utf-8")).decode("ascii")
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<paper xmlns="{NAMESPACE}">{held}</paper>'
    )
    item = PackagePart(
        PackURI("/customXml/item1.xml"), "application/xml", xml.encode(), main.package
    )
    main.relate_to(item, f"{_OFFICE}/customXml")
