"""The classification of the open record, across the top: in words and in colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ctdesk.domain.records import Document
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import interface_font
from ctdesk.ui.language import Retranslated


class ClassificationBanner(Retranslated, QWidget):
    """Always there, so that nothing moves when a record opens; quiet while none is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._handling = ""
        self._text = ""
        self.setFont(interface_font(9.5, strong=True))
        self.setFixedHeight(self.fontMetrics().height() + 4)
        self.retranslate()

    @property
    def code(self) -> str:
        """The classification shown; "" when no record is open."""
        return self._code

    @property
    def text(self) -> str:
        """What the banner says."""
        return self._text

    def show_record(self, record: Document | None) -> None:
        """Wear the classification of the record that is open; None: none is."""
        if record is None:
            self.show_code("")
        else:
            self.show_code(record.classification, getattr(record, "handling", ""))

    def show_code(self, code: str, handling: str = "") -> None:
        """Show the classification of a record, and how it may be passed on."""
        self._code, self._handling = code, handling
        self.retranslate()

    def retranslate(self) -> None:
        context = self._context
        level = context.label("classification", self._code)
        self._text = context.show.joined(level, context.label("handling", self._handling))
        self.setAccessibleName(
            self.tr("Classification: {0}").format(self._text)
            if self._code
            else self.tr("No record is open")
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._context.tokens
        ground, ink = tokens.classification.get(self._code, (tokens.background, tokens.muted))
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ground))
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self._text)
        painter.end()
