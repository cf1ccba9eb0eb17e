"""Room for small figures after the last word of a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QTextDocument

_GAP = 6


def room_after(document: QTextDocument, size: QSize, *, rtl: bool) -> QRect:
    """Where `size` lies on the last line of a text if it fits there, else on a line of its own."""
    if size.isEmpty():
        return QRect()
    block = document.lastBlock()
    frame = document.documentLayout().blockBoundingRect(block)
    lines, wide, high = block.layout(), size.width(), size.height()
    if not lines.lineCount():
        return QRect(QPoint(0, 0), size)
    line = lines.lineAt(lines.lineCount() - 1)
    used = line.naturalTextWidth() + _GAP
    # small figures sit a little above the line that the words stand on
    top = frame.top() + line.y() + line.ascent() - 5 - high / 2
    if line.width() - used < wide:
        used, top = 0, frame.bottom()
    start = frame.left() + line.x()
    left = start + (line.width() - used - wide if rtl else used)
    return QRect(QPoint(int(left), int(top)), size)
