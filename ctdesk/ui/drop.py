"""What lies over the window while files are dragged over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget


class DropLabel(QLabel):
    """Says what becomes of the files; hidden otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("drop", True)
        self.hide()

    def enter(self, event: QDragEnterEvent, phrase: str) -> None:
        """Files of this machine come over the window: say what becomes of them."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.setText(phrase)
            self.show()
            self.raise_()

    def dropped(self, event: QDropEvent) -> list[Path]:
        """The files that were dropped."""
        self.hide()
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
