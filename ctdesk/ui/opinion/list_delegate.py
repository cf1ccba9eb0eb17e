"""A record in a narrow list: its subject in two lines, since many of them begin alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from ctdesk.text.direction import base_direction
from ctdesk.ui.documents.delegate import AnyIndex, RecordDelegate
from ctdesk.ui.fonts import INTERFACE_POINTS, interface_font

_LINES = 2


class LongSubjectDelegate(RecordDelegate):
    """A `RecordDelegate` whose subjects may take a second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        size = super().sizeHint(option, index)
        line = QFontMetrics(interface_font(INTERFACE_POINTS + 0.5, strong=True)).height()
        return QSize(size.width(), size.height() + line * (_LINES - 1))

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        own_direction: bool = False,
    ) -> None:
        if not own_direction:
            super()._write(painter, rect, text, font, colour)
            return
        metrics = QFontMetrics(font)
        first, rest = _first_line(text, font, rect.width())
        lines = [first, rest] if rest else [text]
        top = rect.top() if rest else rect.top() + metrics.height() * 3 // 4
        for place, line in enumerate(lines):
            where = QRect(rect.left(), top + place * metrics.height(), rect.width(), rect.height())
            super()._write(painter, where, line, font, colour, own_direction=True)


def _first_line(text: str, font: QFont, width: int) -> tuple[str, str]:
    """What fits on a line of that width, and what does not."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    rtl = base_direction(text) == "rtl"
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    line.setPosition(QPointF(0, 0))
    end = line.textLength()
    layout.endLayout()
    return text[:end].rstrip(), text[end:].lstrip()
