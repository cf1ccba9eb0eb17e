"""The styles and fonts of the default templates.

Sizes, fonts, languages and spacing stand here and nowhere else; runs only say what departs from
them. Never `w:rtl` in a style: it would turn Latin runs too (research, WordprocessingML rules).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctdesk.memo.wml import NAMESPACES

GOLD = "8A6A2B"
GREY = "595F69"
RED = "A50021"
HEAD_FILL = "F1ECDD"
LINE = "B9B4A5"

LATIN_FONT = "Times New Roman"
"""On every Windows, Arabic letters too; LibreOffice has a twin of the same widths for its Latin."""
ARABIC_FONT = "Amiri"
"""Comes with the program. Where it is absent Word takes the `w:altName` of the font table, which
is the font above: every Windows has it."""


@dataclass(frozen=True)
class Sizes:
    """Half-points of Latin and Arabic letters, and the least line in twentieths of a point."""

    latin: int
    arabic: int
    line: int

    def plus(self, half_points: int) -> Sizes:
        return Sizes(
            self.latin + half_points, self.arabic + half_points, self.line + 11 * half_points
        )


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str = "MemoBody"
    ppr: str = ""
    rpr: str = ""


def styles_xml(sizes: Sizes, bidi: bool, second: Sizes | None = None) -> bytes:
    """`styles.xml` for a template of that base direction.

    In an Arabic paragraph Latin letters and numbers have the Arabic font too, so that `431` has
    one face whichever way its run goes.

    `second` are the sizes of Arabic paragraphs in a template whose own are for English ones: a
    letter of the other script inside a paragraph must be as large as its neighbours.
    """
    body = "".join(map(_xml, _styles(sizes, bidi, second)))
    direction = "<w:bidi/>" if bidi else ""
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"{_fonts(ARABIC_FONT if bidi and not second else LATIN_FONT)}"
        f"{_size(sizes)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-IQ"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{direction}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{_TABLE_NORMAL}{body}{_CHARACTERS}{_tables()}</w:styles>"
    )
    return text.encode()


def _styles(sizes: Sizes, bidi: bool, second: Sizes | None) -> Iterator[_Style]:
    yield _Style("MemoBody", "Normal", _spacing(0, 100, sizes.line) + '<w:jc w:val="both"/>')
    yield _Style("MemoMeta", ppr=_spacing(0, 20, sizes.line) + _jc("left"))
    yield _Style(
        "MemoAddressee",
        ppr="<w:keepNext/>" + _spacing(160, 60, sizes.line) + _jc("left"),
        rpr=_bold(sizes.plus(2)),
    )
    yield _Style(
        "MemoSubject",
        ppr="<w:keepNext/>" + _spacing(100, 160, sizes.line) + _jc("center"),
        rpr=_bold(sizes.plus(2)),
    )
    yield _Style(
        "MemoTitle",
        ppr="<w:keepNext/>" + _spacing(240, 240, sizes.line) + _jc("center"),
        rpr=_bold(sizes.plus(6)),
    )
    yield _Style(
        "MemoHeading",
        ppr="<w:keepNext/><w:keepLines/>" + _spacing(160, 80, sizes.line) + _jc("left"),
        rpr=_bold(sizes.plus(1)),
    )
    # Arabic numbers are words.
    for name, room in (("MemoNumbered", 850 if bidi else 510), ("MemoPoint", 454)):
        yield _Style(
            name,
            ppr=f'<w:tabs><w:tab w:val="left" w:pos="{room}"/></w:tabs>'
            + _spacing(0, 100, sizes.line)
            + f'<w:ind w:left="{room}" w:hanging="{room}"/>',
        )
    yield _Style(
        "MemoNote", ppr=_spacing(40, 100, sizes.line) + '<w:ind w:left="454" w:right="454"/>',
        rpr=_size(sizes.plus(-1)),
    )  # fmt: skip
    yield _Style(
        "MemoClosing",
        ppr="<w:keepNext/><w:keepLines/>" + _spacing(200, 120, sizes.line) + _jc("center"),
    )
    for name, ppr in (("MemoSignSpace", _spacing(0, 0, 700)), ("MemoSign", _spacing(0, 0, 0))):
        keep = "<w:keepNext/><w:keepLines/>"
        yield _Style(
            name, ppr=keep + ppr + '<w:ind w:left="5102"/>' + _jc("center"), rpr="<w:b/><w:bCs/>"
        )
    yield _Style("MemoSignTwin", "MemoSign", '<w:ind w:left="0"/>')
    yield _Style("MemoPlace", "MemoSign", _spacing(240, 0, 0))
    yield _Style("MemoInitials", "MemoSign", _spacing(60, 0, 0), _color(GREY))
    rule = f'<w:top w:val="single" w:sz="6" w:space="6" w:color="{GOLD}"/>'
    yield _Style(
        "MemoFoot",
        ppr=f"<w:keepLines/><w:pBdr>{rule}</w:pBdr>" + _spacing(760, 100, 0) + _jc("left"),
        rpr="<w:b/><w:bCs/>",
    )
    small = sizes.plus(-4)
    yield _Style("MemoSmall", ppr=_spacing(0, 30, small.line) + _jc("left"), rpr=_size(small))
    yield _Style(
        "MemoSmallHead", "MemoSmall", "<w:keepNext/>" + _spacing(160, 30, small.line),
        "<w:b/><w:bCs/>",
    )  # fmt: skip
    yield _Style(
        "MemoMark", ppr=_spacing(0, 0, 0) + _jc("center"),
        rpr="<w:b/><w:bCs/>" + _color(RED) + _size(sizes),
    )  # fmt: skip
    yield _Style("MemoLetterhead", ppr=_spacing(0, 0, 0) + _jc("center"), rpr=_bold(sizes.plus(1)))
    yield _Style(
        "MemoRunning", ppr=_spacing(0, 0, 0) + _jc("left"), rpr=_color(GREY) + _size(small)
    )
    yield _Style("MemoRunningFoot", "MemoRunning", _spacing(140, 0, 0))
    # What must stand after a table has no room of its own: it would begin an empty page.
    hair = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    yield _Style("MemoApart", "MemoRunning", hair, _size(Sizes(2, 2, 0)))
    yield _Style("MemoRunningHead", "MemoRunning", _spacing(0, 160, 0))
    yield _Style("MemoRule", "MemoRunning", _spacing(0, 140, 0), _size(Sizes(8, 8, 0)))
    cell = sizes.plus(-3)
    yield _Style("MemoCell", ppr=_spacing(30, 30, cell.line) + _jc("left"), rpr=_size(cell))
    yield _Style("MemoCellHead", "MemoCell", "<w:keepNext/>" + _jc("center"), "<w:b/><w:bCs/>")
    yield _Style("MemoTwin", ppr=_spacing(50, 50, sizes.line) + _jc("left"))
    if second:
        face = _fonts(ARABIC_FONT)
        yield _Style("MemoTwinAr", "MemoTwin", _spacing(50, 50, second.line), face + _size(second))


def _xml(style: _Style) -> str:
    rpr = f"<w:rPr>{style.rpr}</w:rPr>" if style.rpr else ""
    ppr = f"<w:pPr>{style.ppr}</w:pPr>" if style.ppr else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.name}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/><w:qFormat/>'
        f"{ppr}{rpr}</w:style>"
    )


def _fonts(latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{latin}" w:cs="{ARABIC_FONT}"/>'
    )


def _size(sizes: Sizes) -> str:
    return f'<w:sz w:val="{sizes.latin}"/><w:szCs w:val="{sizes.arabic}"/>'


def _bold(sizes: Sizes) -> str:
    return "<w:b/><w:bCs/>" + _size(sizes)


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _jc(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def _spacing(before: int, after: int, line: int) -> str:
    """Twentieths of a point; at least that line, so that a taller font is never clipped."""
    rule = f' w:line="{line}" w:lineRule="atLeast"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _character(name: str, rpr: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{rpr}</w:rPr></w:style>"
    )


_CHARACTERS = (
    _character("MemoLabel", "<w:b/><w:bCs/>")
    + _character("MemoDraft", "<w:b/><w:bCs/>" + _color(RED))
    + _character("MemoMarker", _color(GREY) + '<w:sz w:val="18"/><w:szCs w:val="18"/>')
    + _character("MemoQuiet", _color(GREY))
)


def _tables() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for s in sides
    )
    sides_in = "".join(f'<w:{s} w:w="85" w:type="dxa"/>' for s in ("left", "right"))
    margins = f"<w:tblCellMar>{sides_in}</w:tblCellMar>"
    return "".join(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{inside}</w:tblPr></w:style>'
        for name, inside in (
            ("MemoTable", f"<w:tblBorders>{borders}</w:tblBorders>{margins}"),
            ("MemoFrame", '<w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
             '<w:right w:w="0" w:type="dxa"/></w:tblCellMar>'),
        )
    )  # fmt: skip


def fonts_xml() -> bytes:
    """`fontTable.xml`: each font, and what stands in where the first is absent."""
    kind = '<w:family w:val="roman"/><w:pitch w:val="variable"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {NAMESPACES}><w:font w:name="{ARABIC_FONT}"><w:altName w:val="{LATIN_FONT}"/>'
        f'<w:charset w:val="B2"/>{kind}</w:font><w:font w:name="{LATIN_FONT}">'
        f'<w:charset w:val="00"/>{kind}</w:font></w:fonts>'
    ).encode()
