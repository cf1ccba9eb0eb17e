"""A question with two answers that are verbs, never a bare yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_MARGINS = 20, 16, 18, 14


class Question(QMessageBox):
    """Asks once before something is done; Enter and Esc both leave things as they are."""

    def __init__(self, parent: QWidget, title: str, sentence: str, yes: str, no: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(sentence)
        self._yes = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        leave = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(leave)
        self.setEscapeButton(leave)
        place = self.layout()
        if place is not None:
            place.setContentsMargins(*_MARGINS)

    def agreed(self) -> bool:
        """Whether the officer wants it done."""
        self.exec()
        return self.clickedButton() is self._yes
