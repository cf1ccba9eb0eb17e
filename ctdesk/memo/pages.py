"""A memo's `.docx` as a page reader takes it: paragraphs, tables, heads and feet, as they look.

Only what the memo room writes is read (WordprocessingML of ECMA-376 part 1, section 17): styles
with what they are based on, sizes, weight, side, space, direction, tables, page fields, pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ctdesk.memo.package import Parts, parse, unpack
from ctdesk.memo.wml import W

Side = Literal["leading", "trailing", "center", "both"]
_SIDES: dict[str, Side] = {
    "left": "leading", "start": "leading", "right": "trailing", "end": "trailing",
    "center": "center", "both": "both",
}  # fmt: skip
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TWIPS, _HALF_POINTS = 20, 2


@dataclass(frozen=True)
class Span:
    """Words of one look, its size in points. `field`: PAGE or NUMPAGES; `image`: a picture."""

    text: str
    bold: bool = False
    points: float = 12.0
    colour: str = ""
    field: str = ""
    image: bytes = b""


@dataclass(frozen=True)
class Paragraph:
    """Measures in points; `side` is seen from where the paragraph begins."""

    spans: tuple[Span, ...] = ()
    rtl: bool = False
    side: Side = "leading"
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0
    first: float = 0.0
    page_break: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells of paragraphs, in the order of reading; `widths` in points."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    widths: tuple[float, ...]
    rtl: bool
    ruled: bool


@dataclass(frozen=True)
class Sheet:
    """The page: its measures in points, its heads and feet (first page and others), its body."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    heads: tuple[tuple[Paragraph | Table, ...], tuple[Paragraph | Table, ...]]
    feet: tuple[tuple[Paragraph | Table, ...], tuple[Paragraph | Table, ...]]
    body: tuple[Paragraph | Table, ...]


@dataclass(frozen=True)
class _Look:
    """What styles say, before the paragraph or run itself speaks."""

    bold: bool = False
    points: float = 12.0
    colour: str = ""
    paragraph: Paragraph = field(default_factory=Paragraph)


def read_sheet(data: bytes) -> Sheet:
    """The memo as a page reader takes it. Raises BadInput for what is no sound `.docx`."""
    parts = unpack(data)
    reader = _Reader(parts)
    body = parse(parts["word/document.xml"])[0]
    section = body.find(_w("sectPr"))
    size, margin = section.find(_w("pgSz")), section.find(_w("pgMar"))
    edges = (_points(margin, name) for name in ("top", "right", "bottom", "left"))
    heads, feet = reader.around(section, "header"), reader.around(section, "footer")
    top, right, bottom, left = edges
    return Sheet(
        width=_points(size, "w"),
        height=_points(size, "h"),
        margins=(top, right, bottom, left),
        heads=heads,
        feet=feet,
        body=tuple(reader.pieces(body, "word/_rels/document.xml.rels")),
    )


class _Reader:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        styles = parse(parts["word/styles.xml"])
        self._styles = {s.get(_w("styleId")): s for s in styles.iter(_w("style"))}
        self._default = self._character(_Look(), styles.find(f".//{_w('rPrDefault')}/{_w('rPr')}"))
        self._known: dict[str, _Look] = {}

    def around(self, section: Any, name: str) -> tuple[Any, Any]:
        """The heads or feet of the first page and of the others."""
        found: dict[str, tuple[Paragraph | Table, ...]] = {}
        targets = self._targets("word/_rels/document.xml.rels")
        for reference in section.findall(_w(f"{name}Reference")):
            target = targets[reference.get(f"{{{_RELATIONS}}}id")]
            rels = f"word/_rels/{target.rpartition('/')[2]}.rels"
            pieces = tuple(self.pieces(parse(self._parts[target]), rels))
            found[reference.get(_w("type"))] = pieces
        other = found.get("default", ())
        return found.get("first", other), other

    def pieces(self, parent: Any, rels: str) -> Iterator[Paragraph | Table]:
        """The paragraphs and tables that stand in an element."""
        for child in parent:
            if child.tag == _w("p"):
                yield self._paragraph(child, rels)
            elif child.tag == _w("tbl"):
                yield self._table(child, rels)
            elif child.tag == _w("sdt"):
                yield from self.pieces(child.find(_w("sdtContent")), rels)

    def _table(self, table: Any, rels: str) -> Table:
        properties = table.find(_w("tblPr"))
        style = properties.find(_w("tblStyle"))
        widths = tuple(_points(column, "w") for column in table.iter(_w("gridCol")))
        rows = tuple(
            tuple(
                tuple(p for p in self.pieces(cell, rels) if isinstance(p, Paragraph))
                for cell in row.findall(_w("tc"))
            )
            for row in table.findall(_w("tr"))
        )
        name = style.get(_w("val")) if style is not None else ""
        return Table(rows, widths, properties.find(_w("bidiVisual")) is not None, "Table" in name)

    def _paragraph(self, element: Any, rels: str) -> Paragraph:
        properties = element.find(_w("pPr"))
        look = self._default
        if properties is not None:
            named = properties.find(_w("pStyle"))
            if named is not None:
                look = self._style(named.get(_w("val")))
            look = self._of_paragraph(look, properties)
        spans = tuple(self._spans(element, look, rels))
        return replace(look.paragraph, spans=spans)

    def _spans(self, parent: Any, look: _Look, rels: str) -> Iterator[Span]:
        in_field = ""
        for run in parent.iter(_w("r")):
            instruction = run.find(_w("instrText"))
            mark = run.find(_w("fldChar"))
            if instruction is not None:
                in_field = (instruction.text or "").split()[0]
            if mark is not None and mark.get(_w("fldCharType")) == "end":
                in_field = ""
            own = self._of_run(look, run)
            image = self._image(run, rels)
            text = "".join(_text(child) for child in run)
            if text or image:
                simple = run.getparent()
                name = in_field or (
                    (simple.get(_w("instr")) or "").strip().split(" ")[0]
                    if simple.tag == _w("fldSimple")
                    else ""
                )
                yield Span(text, own.bold, own.points, own.colour, name, image)

    def _image(self, run: Any, rels: str) -> bytes:
        blip = next(run.iter(f"{{{_DRAWING}}}blip"), None)
        if blip is None:
            return b""
        target = self._targets(rels)[blip.get(f"{{{_RELATIONS}}}embed")]
        return self._parts[target]

    def _targets(self, rels: str) -> dict[str, str]:
        """Relation ids to part names; of pictures and heads only what lies inside."""
        root = parse(self._parts[rels])
        return {
            relation.get("Id"): f"word/{relation.get('Target')}".replace("word//word", "word")
            for relation in root
        }

    def _style(self, name: str) -> _Look:
        if name not in self._known:
            style = self._styles.get(name)
            if style is None:
                return self._default
            above = style.find(_w("basedOn"))
            look = self._style(above.get(_w("val"))) if above is not None else self._default
            look = self._character(look, style.find(_w("rPr")))
            properties = style.find(_w("pPr"))
            self._known[name] = (
                self._of_paragraph(look, properties) if properties is not None else look
            )
        return self._known[name]

    def _of_run(self, look: _Look, run: Any) -> _Look:
        properties = run.find(_w("rPr"))
        if properties is None:
            return look
        named = properties.find(_w("rStyle"))
        if named is not None and named.get(_w("val")) in self._styles:
            look = self._character(look, self._styles[named.get(_w("val"))].find(_w("rPr")))
        return self._character(look, properties)

    def _character(self, look: _Look, properties: Any) -> _Look:
        if properties is None:
            return look
        bold, size, colour = (properties.find(_w(name)) for name in ("b", "sz", "color"))
        if bold is not None:
            look = replace(look, bold=bold.get(_w("val")) not in ("0", "false"))
        if size is not None:
            look = replace(look, points=int(size.get(_w("val"))) / _HALF_POINTS)
        if colour is not None and colour.get(_w("val")) != "auto":
            look = replace(look, colour=f"#{colour.get(_w('val'))}")
        return look

    def _of_paragraph(self, look: _Look, properties: Any) -> _Look:
        paragraph = look.paragraph
        side, space, indent = (properties.find(_w(name)) for name in ("jc", "spacing", "ind"))
        if properties.find(_w("bidi")) is not None:
            given = properties.find(_w("bidi")).get(_w("val"))
            paragraph = replace(paragraph, rtl=given not in ("0", "false"))
        if side is not None:
            paragraph = replace(paragraph, side=_SIDES.get(side.get(_w("val")), "leading"))
        if space is not None:
            paragraph = replace(
                paragraph,
                before=_points(space, "before", paragraph.before),
                after=_points(space, "after", paragraph.after),
            )
        if indent is not None:
            hanging = _points(indent, "hanging")
            start = _points(indent, "left", _points(indent, "start", paragraph.start))
            first = _points(indent, "firstLine", paragraph.first)
            paragraph = replace(paragraph, start=start, first=-hanging if hanging else first)
        if properties.find(_w("pageBreakBefore")) is not None:
            paragraph = replace(paragraph, page_break=True)
        return replace(look, paragraph=paragraph)


def _text(child: Any) -> str:
    if child.tag == _w("t"):
        return child.text or ""
    return {_w("tab"): "\t", _w("br"): "\u2028"}.get(child.tag, "")


def _points(element: Any, name: str, otherwise: float = 0.0) -> float:
    written = element.get(_w(name))
    return int(written) / _TWIPS if written else otherwise


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
