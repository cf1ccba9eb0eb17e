"""Pieces of a page as Word elements: in one language, or twins side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ctdesk.domain.terms import Language
from ctdesk.memo import wml
from ctdesk.memo.pieces import Cell, Grid, Line, Piece, Twin, phrase
from ctdesk.memo.stylesheet import HEAD_FILL
from ctdesk.text.direction import LRM, NNBSP, RLM, Base, base_direction
from ctdesk.text.show import Digits
from ctdesk.text.show import digits as shaped

WIDTH = 9638
"""Twips between the margins; a template with other margins keeps its tables centred."""
_COLUMNS = (WIDTH // 2, WIDTH - WIDTH // 2)
_MARKER = wml.Look(style="MemoMarker")
_BOLD_IN_COLUMN = {"MemoHeading", "MemoSubject"}
_CENTRED_IN_COLUMN = {"MemoPlace", "MemoInitials"}
_TWIN_STYLES = {"MemoTitle", "MemoFoot", "MemoSmall", "MemoSmallHead"}
"""Styles that keep their own look in a column; all others take that of the twins."""


@dataclass(frozen=True)
class Renderer:
    """Draws pieces in one language. `digits` are the digits of Arabic text; English has its own."""

    language: Language
    digits: Digits
    twin: bool = False
    """In a column beside the other language: a text that is missing stays missing."""

    @property
    def base(self) -> Base:
        return "rtl" if self.language == "ar" else "ltr"

    def pieces(self, pieces: Iterable[Piece]) -> str:
        return "".join(
            self.line(piece) if isinstance(piece, Line) else self.grid(piece) for piece in pieces
        )

    def line(self, line: Line) -> str:
        """A paragraph; nothing where the line says nothing."""
        if not (line.words.side(self.language) if line.standing else self._words(line.words)):
            return ""
        base = self._base(line.words)
        look = wml.BOLD if self.twin and line.style in _BOLD_IN_COLUMN else wml.PLAIN
        content = (
            self._lead(line.lead, base, line.hanging and not self.twin)
            + self._said(line.words, base, look)
            + self._markers(line.markers, base)
        )
        centred = self.twin and line.style in _CENTRED_IN_COLUMN
        return wml.paragraph(
            content,
            self._style(line.style),
            base,
            align="center" if centred else None,
            keep_next=line.keep_next,
        )

    def grid(self, grid: Grid) -> str:
        """A ruled table and the small space after it."""
        widths = [WIDTH * share // 100 for share in grid.shares]
        widths[-1] += WIDTH - sum(widths)
        head = [self.head(words) for words in grid.head]
        rows = [wml.row(head, widths, head=True, fill=HEAD_FILL)]
        rows += [wml.row([self._cell(c, "MemoCell") for c in row], widths) for row in grid.rows]
        after = wml.paragraph("", "MemoRunning", self.base)
        return wml.table(rows, widths, self.base) + after

    def head(self, words: Twin) -> str:
        """The head of a column."""
        return self._cell(Cell(words), "MemoCellHead")

    def _cell(self, cell: Cell, style: str) -> str:
        base = self._base(cell.words)
        if cell.quoted:
            base = base_direction(self._words(cell.words))
        lead = self._lead(cell.lead, self.base if not cell.words else base, hanging=False)
        content = lead + self._said(cell.words, base) + self._markers(cell.markers, base)
        align: wml.Align | None = "center" if cell.centred else None
        return wml.paragraph(content, self._style(style), base, align=align)

    def _words(self, words: Twin) -> str:
        """The words in this language, else in the other: nothing is lost for want of a twin."""
        own = words.side(self.language).strip()
        return own if own or self.twin else (words.ar or words.en).strip()

    def _base(self, words: Twin) -> Base:
        own = words.side(self.language).strip()
        return self.base if own or not words else base_direction(self._words(words))

    def _said(self, words: Twin, base: Base, look: wml.Look = wml.PLAIN) -> str:
        return wml.spans(self._words(words), base, self.digits, look)

    def _lead(self, lead: Twin, base: Base, hanging: bool) -> str:
        text = lead.side(self.language)
        if not text:
            return ""
        bold = wml.spans(text, base, self.digits, wml.BOLD)
        return bold + (wml.tab() if hanging else wml.spans(" ", base, self.digits))

    def _markers(self, markers: Sequence[int], base: Base) -> str:
        """[1] [2] after the words, in the paragraph's direction whatever the words end with."""
        if base == "ltr":
            text = NNBSP.join(f"[{marker}]" for marker in markers)
            return wml.run(LRM + NNBSP + text, False, _MARKER) if markers else ""
        # Each held left to right by itself: LibreOffice would end a line after its bracket.
        between = wml.run(RLM + NNBSP, True, _MARKER)
        numbers = (shaped(str(marker), self.digits) for marker in markers)
        return "".join(
            between + wml.run(f"{LRM}[{number}]{LRM}", False, _MARKER) for number in numbers
        )

    def _style(self, style: str) -> str:
        if not self.twin or style in _TWIN_STYLES or style.startswith("MemoCell"):
            return style
        return "MemoTwinAr" if self.language == "ar" else "MemoTwin"


class TwinRenderer:
    """Draws pieces in two columns, Arabic at the right, English facing it, row by row."""

    def __init__(self, digits: Digits) -> None:
        self._sides = (Renderer("ar", digits, twin=True), Renderer("en", digits, twin=True))

    def pieces(self, pieces: Iterable[Piece], *, ruled: bool = True) -> str:
        """A table of twins, ruled and headed or plain; a title stands across, before it."""
        lines = [line for piece in pieces for line in _lines(piece)]
        above = "".join(self._across(line) for line in lines if line.style == "MemoTitle")
        rows = [self._row(line) for line in lines if self._in_columns(line)]
        if not rows:
            return above
        if ruled:
            heads = [side.head(phrase("table.text")) for side in self._sides]
            rows.insert(0, wml.row(heads, _COLUMNS, head=True, fill=HEAD_FILL))
        style = "MemoTable" if ruled else "MemoFrame"
        # Two tables with nothing between them grow together in Word.
        apart = wml.paragraph("", "MemoRunning" if ruled else "MemoApart", "rtl")
        return above + wml.table(rows, _COLUMNS, "rtl", style=style) + apart

    def _in_columns(self, line: Line) -> bool:
        if line.standing and not (line.words.ar and line.words.en):
            return False
        return line.style != "MemoTitle" and bool(line.words)

    def _row(self, line: Line) -> str:
        cells = [
            side.line(line) or wml.paragraph("", "MemoTwin", side.base) for side in self._sides
        ]
        return wml.row(cells, _COLUMNS)

    def _across(self, line: Line) -> str:
        ar, en = (
            wml.spans(line.words.side(side.language), side.base, side.digits)
            for side in self._sides
        )
        return wml.paragraph(ar + wml.run(" \u2013 ", True) + en, line.style, "rtl")


def _lines(piece: Piece) -> Iterator[Line]:
    """A piece as lines: a table's rows become what they say, each with its head's word."""
    if isinstance(piece, Line):
        yield piece
        return
    for number, *cells in piece.rows:
        name = piece.head[0]
        article = Twin(f"{name.ar} {number.words.ar}", f"{name.en} {number.words.en}")
        yield Line("MemoHeading", article, keep_next=True)
        for head, cell in zip(piece.head[1:], cells, strict=True):
            words = Twin(
                f"{cell.lead.ar} {cell.words.ar}".strip(), f"{cell.lead.en} {cell.words.en}".strip()
            )
            yield Line("MemoBody", words, Twin(f"{head.ar}:", f"{head.en}:"), markers=cell.markers)
