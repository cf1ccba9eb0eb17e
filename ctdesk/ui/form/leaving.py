"""The question before something that was entered is given up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class LeavingQuestion(QMessageBox):
    """Asks once; Enter and Esc both mean to stay."""

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(sentence)
        self._leave = self.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = self.addButton(self.tr("Go on entering"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)

    def leaves(self) -> bool:
        """Whether the officer wants to give it up."""
        self.exec()
        return self.clickedButton() is self._leave
