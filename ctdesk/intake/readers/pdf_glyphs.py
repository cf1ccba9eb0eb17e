"""What a PDF paints: its glyphs, each with its letters, its box and the way it runs."""

from __future__ import annotations

import logging
import math
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import apply_matrix_pt, decode_text

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

MOST_GLYPHS = 3_000_000
SECONDS = 22.0
"""After so long a document is cut: the worker is ended at 30."""
_DEEPEST = 12
BROKEN = (
    PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError,
    AssertionError, OverflowError, ZeroDivisionError, NotImplementedError, RecursionError,
    UnicodeError, OSError, struct.error,
)  # fmt: skip
"""What pdfminer raises on documents that are not as they should be."""


class Enough(Exception):
    """A limit was reached: what was read until then stands."""


@dataclass(slots=True)
class Glyph:
    """A painted glyph, in the frame of its own baseline: `x` along it, `y` its height.

    `text` is "" where the font does not say which letters it stands for.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    code: tuple[int, int]
    """Font and number of the glyph in it."""
    turned: int
    """Quarter turns of the baseline."""


class Glyphs(PDFTextDevice):
    """A device that keeps glyphs and paints nothing."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.found: list[Glyph] = []
        self.unmapped = 0
        self.pictures = 0
        self.broken = False
        """Whether the page broke off: what it had painted until then is here."""
        self._all = 0
        self._depth = 0
        self._fonts: dict[int, int] = {}
        self._spans: list[tuple[str | None, int]] = []
        self._until = time.monotonic() + SECONDS

    def begin_page(self, _page: Any, _ctm: Any) -> None:
        self.found, self.unmapped, self.pictures, self.broken = [], 0, 0, False
        self._spans.clear()
        self._depth = 0

    def begin_tag(self, _tag: Any, props: Any = None) -> None:
        """A marked stretch; its `ActualText`, where it has one, is what its glyphs stand for."""
        self._check()
        given = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        said = decode_text(given) if isinstance(given, bytes) else None
        self._spans.append((said, len(self.found)))

    def end_tag(self) -> None:
        if not self._spans:
            return
        said, start = self._spans.pop()
        if said is not None:
            self._say(said, start)

    def _say(self, said: str, start: int) -> None:
        """Let the glyphs since `start` stand for a text, where they are one piece of a line."""
        glyphs = self.found[start:]
        if not glyphs:
            return
        heights = [glyph.y for glyph in glyphs]
        if max(heights) - min(heights) > glyphs[0].size or len({g.turned for g in glyphs}) > 1:
            return
        self.unmapped -= sum(not glyph.text for glyph in glyphs)
        whole = replace(
            glyphs[0],
            text=said,
            x0=min(glyph.x0 for glyph in glyphs),
            x1=max(glyph.x1 for glyph in glyphs),
        )
        self.found[start:] = [whole]

    def begin_figure(self, _name: Any, _bbox: Any, _matrix: Any) -> None:
        self._depth += 1
        self._check()
        if self._depth > _DEEPEST:
            raise Enough

    def end_figure(self, _name: Any) -> None:
        self._depth -= 1

    def render_image(self, _name: Any, _stream: Any) -> None:
        self.pictures += 1

    def paint_path(self, *_arguments: Any) -> None:
        self._check()

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        _ncs: Any,
        _graphicstate: Any,
    ) -> float:
        self._check()
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = ""
            self.unmapped += 1
        advance = float(font.char_width(cid) * fontsize * scaling)
        self._keep(matrix, font, fontsize, rise, advance, text, cid)
        return advance

    def _keep(
        self, matrix: Any, font: Any, fontsize: float, rise: float, advance: float, text: str,
        cid: int,
    ) -> None:  # fmt: skip
        a, b = matrix[0], matrix[1]
        turned = round(math.atan2(b, a) / (math.pi / 2)) % 4
        start, end = (apply_matrix_pt(matrix, (x, rise)) for x in (0, advance))
        (x0, y), (x1, _) = _unturned(start, turned), _unturned(end, turned)
        self.found.append(
            Glyph(
                text=text,
                x0=min(x0, x1),
                x1=max(x0, x1),
                y=y,
                size=abs(fontsize) * math.hypot(a, b) or 1.0,
                code=(self._fonts.setdefault(id(font), len(self._fonts)), cid),
                turned=turned,
            )
        )

    def _check(self) -> None:
        self._all += 1
        if self._all > MOST_GLYPHS or (self._all % 512 == 0 and time.monotonic() > self._until):
            raise Enough


def _unturned(point: tuple[float, float], turned: int) -> tuple[float, float]:
    """A point of the page as it is on a page turned back by so many quarters."""
    x, y = point
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def pages(document: Any, create: Any) -> Iterator[Glyphs]:
    """The device after each page of a document, until a limit is reached: then it raises Enough."""
    manager = PDFResourceManager(caching=True)
    device = Glyphs(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for page in create(document):
        try:
            interpreter.process_page(page)
        except BROKEN:
            device.broken = True
        yield device
