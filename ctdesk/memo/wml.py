"""WordprocessingML, element by element: the one place that knows its order and its directions.

Children of `w:pPr` and `w:rPr` have a fixed order; `w:jc` and `w:ind` are relative to the
paragraph's direction in Word and LibreOffice, so `start` and `end` are the only sides here
(research: ECMA-376 17.3.1.6, I.2, I.7). Text goes through `spans` only, never raw into a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from ctdesk.text.direction import LRM, guard, runs
from ctdesk.text.resolve import Base
from ctdesk.text.show import Digits, digits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

Align = Literal["start", "end", "center", "both"]
_JC = {"start": "left", "end": "right", "center": "center", "both": "both"}

# XML 1.0, Char; and the characters that would order text behind the reader's back (UAX #9).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SIGN = re.compile("([-+\u2013\u00a0\u202f ])")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True)
class Look:
    """How a run departs from its paragraph's style."""

    bold: bool = False
    style: str = ""
    """A character style's id."""
    rpr: str = ""
    """Run properties taken from a template's slot, in schema order, without direction."""


PLAIN = Look()
BOLD = Look(bold=True)


def clean(text: str) -> str:
    """The text without what XML can't hold and without direction controls of its author."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROLS.sub("", _ILLEGAL.sub("", text))


def spans(text: str, base: Base, shape: Digits, look: Look = PLAIN) -> str:
    """The text, cleaned, as `w:r` elements, one for each direction; line ends become `w:br`."""
    western = digits(clean(text), "western")
    out: list[str] = []
    for number, line in enumerate(western.split("\n")):
        if number:
            out.append("<w:r><w:br/></w:r>")
        for piece in runs(guard(line, base), base):
            words = piece.text
            if shape == "arabic" and base == "rtl" and not _LATIN.search(words):
                words = _arabic_digits(words, piece.rtl)
            out.append(run(words, piece.rtl, look))
    return "".join(out)


def _arabic_digits(words: str, rtl: bool) -> str:
    """The run in Arabic digits: in a left-to-right one they would turn round at every sign."""
    shaped = digits(words, "arabic")
    return shaped if rtl else _SIGN.sub(rf"{LRM}\1{LRM}", shaped)


def run(text: str, rtl: bool, look: Look = PLAIN) -> str:
    """One `w:r`. Only `spans`, and labels known to run one way, may call this."""
    rpr = look.rpr
    if not rpr:
        style = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
        rpr = style + ("<w:b/><w:bCs/>" if look.bold else "")
    if rtl:
        rpr += '<w:rtl/><w:lang w:bidi="ar-IQ"/>'
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def field(code: str, rtl: bool, shown: str = "1") -> str:
    """A complex field (`PAGE`, `NUMPAGES`), with what shows until Word counts."""
    rpr = '<w:rPr><w:rtl/><w:lang w:bidi="ar-IQ"/></w:rPr>' if rtl else ""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds
    )
    instruction = f'<w:r>{rpr}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{instruction}{separate}<w:r>{rpr}<w:t>{shown}</w:t></w:r>{end}"


def paragraph(
    content: str,
    style: str,
    base: Base,
    *,
    align: Align | None = None,
    keep_next: bool = False,
    page_break: bool = False,
) -> str:
    """A `w:p` that says its direction, on the paragraph and on its mark."""
    rtl = base == "rtl"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"{'<w:keepNext/>' if keep_next else ''}"
        f"{'<w:pageBreakBefore/>' if page_break else ''}"
        f"{'<w:bidi/>' if rtl else '<w:bidi w:val=' + chr(34) + '0' + chr(34) + '/>'}"
        f"{f'<w:jc w:val={chr(34)}{_JC[align]}{chr(34)}/>' if align else ''}"
        f"{'<w:rPr><w:rtl/></w:rPr>' if rtl else ''}"
        f"</w:pPr>{content}</w:p>"
    )


def table(
    rows: Iterable[str],
    widths: Sequence[int],
    base: Base,
    *,
    style: str = "MemoTable",
) -> str:
    """A `w:tbl` of fixed widths in twips, its first column at the start side.

    Centred: with neither indent nor alignment Word and LibreOffice differ by the cell margin.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f"{'<w:bidiVisual/>' if base == 'rtl' else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False, fill: str = "") -> str:
    """A `w:tr` that no page break divides; a head row comes back on each page.

    Each cell's content must end with a paragraph.
    """
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def control(tag: str, number: int, alias: str, shown: str) -> str:
    """An inline content control: a slot of a template, locked against deletion."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(alias)}"/><w:tag w:val="{tag}"/>'
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )
