"""One line of the passage around a hit, the hit marked, in the passage's own direction."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ctdesk.desk.rows import Snippet
from ctdesk.text.direction import base_direction

_BEFORE = 24
"""So many characters are shown before the first hit where the line can't hold the passage."""
Marks = tuple[tuple[int, int], ...]


def cut_to(snippet: Snippet, metrics: QFontMetrics, width: int) -> tuple[str, Marks]:
    """The part of a passage that fits, from a little before its first hit, and the hits in it."""
    text = "".join(" " if c.isspace() else c for c in snippet.text)
    first = snippet.marks[0][0] if snippet.marks else 0
    start = 0
    if metrics.horizontalAdvance(text) > width and first > _BEFORE:
        start = text.rfind(" ", 0, first - _BEFORE // 2) + 1
    lead = "… " if start else ""
    shown = metrics.elidedText(lead + text[start:], Qt.TextElideMode.ElideRight, width)
    move = len(lead) - start
    kept = len(shown) - shown.endswith("…")
    marks = tuple(
        (begin + move, min(end + move, kept))
        for begin, end in snippet.marks
        if begin >= start and begin + move < kept
    )
    return shown, marks


def paint_snippet(
    painter: QPainter, rect: QRect, snippet: Snippet, font: QFont, ink: QColor, ground: QColor,
    *, to_right: bool,
) -> None:  # fmt: skip
    """Paint it at the leading side of the window (`to_right` in Arabic)."""
    text, marks = cut_to(snippet, QFontMetrics(font), rect.width())
    layout = QTextLayout(text, font)
    option = QTextOption()
    rtl = base_direction(text) == "rtl"
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(right if rtl else left)
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    face = QTextCharFormat()
    face.setBackground(ground)
    ranges = []
    for start, end in marks:
        found = QTextLayout.FormatRange()
        found.start = _units(text[:start])
        found.length = _units(text[start:end])
        found.format = face
        ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(ink)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _units(text: str) -> int:
    """Qt counts UTF-16 units, the desk counts code points."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
