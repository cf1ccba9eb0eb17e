"""A drop-down field that is found by typing, in whichever language one types."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QWidget

from ctdesk.text.fold import fold
from ctdesk.ui.icons import drawn

_KEYS = Qt.ItemDataRole.UserRole + 1
_FORGET_MS = 1000
_ARROW = 14


class Choice(QComboBox):
    """Values with a shown text each; typing goes to the first that begins so in any language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_FORGET_MS)
        self._forget.timeout.connect(self._forget_typed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, rows: Iterable[tuple[str, str, Iterable[str]]], chosen: str = "") -> None:
        """Offer rows of shown text, value, and further words by which the row is found."""
        self.blockSignals(True)
        self.clear()
        for text, value, words in rows:
            self.addItem(text, value)
            keys = [fold(word) for word in (text, *words) if word]
            self.setItemData(self.count() - 1, keys, _KEYS)
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, value: str) -> bool:
        """Show the row of that value; False, and the first row, if there is none."""
        index = self.findData(value)
        self.setCurrentIndex(max(0, index))
        return index >= 0

    def row_of(self, typed: str) -> int:
        """The row one of whose words begins so, the text's own beginning first; -1: none."""
        wanted = fold(typed).strip()
        if not wanted:
            return -1
        found = -1
        for row in range(self.count()):
            keys = self.itemData(row, _KEYS) or []
            if any(key.startswith(wanted) for key in keys):
                return row
            if found < 0 and any(f" {wanted}" in key for key in keys):
                found = row
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if self.isEditable() or not plain or not text.isprintable() or not text:
            super().keyPressEvent(event)
        elif text == " " and not self._typed:
            self.showPopup()
        else:
            self._typed += text
            self._forget.start()
            row = self.row_of(self._typed)
            if row >= 0 and row != self.currentIndex():
                self.setCurrentIndex(row)
                self.activated.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # a wheel that scrolls the form must not change what it passes over
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        inside = self.rect()
        place = QRect(
            inside.right() - _ARROW - 8, inside.center().y() - _ARROW // 2, _ARROW, _ARROW
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(
            QStyle.visualRect(self.layoutDirection(), inside, place),
            drawn("down", _ARROW * 2, colour),
        )
        painter.end()

    def _forget_typed(self) -> None:
        self._typed = ""
