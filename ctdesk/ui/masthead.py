"""The head of the locked screen: the program's mark and name, and the switch of its language."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ctdesk.ui.icons import drawn
from ctdesk.ui.language import Retranslated

_MARK = 34


class Masthead(Retranslated, QWidget):
    """Mark, name, and `language`, the button that names the other language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._name = QLabel(self), QLabel(self)
        self._name.setProperty("role", "brand")
        self.language = QPushButton(self)
        self.language.setProperty("kind", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._mark)
        layout.addWidget(self._name)
        layout.addStretch(1)
        layout.addWidget(self.language)
        self.retranslate()

    def retranslate(self) -> None:
        self._name.setText("CTDesk")
        self.language.setText("English" if self.isRightToLeft() else "العربية")
        self.language.setAccessibleName(self.tr("Language of the window"))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        accent = self.palette().color(QPalette.ColorRole.Accent).name()
        pixmap = drawn("ctdesk", _MARK * 2, accent)
        pixmap.setDevicePixelRatio(2)
        self._mark.setPixmap(pixmap)
