"""The help page: how a day's work goes, by its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ctdesk.domain.resources import resource
from ctdesk.text.direction import base_direction
from ctdesk.ui.context import Context


class HelpDialog(QDialog):
    """The page in the window's language."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(720, 640)
        self.view = QTextBrowser(self)
        self.view.setAccessibleName(self.windowTitle())
        text = resource("help", f"{context.lang}.md").read_text(encoding="utf-8")
        self.view.setMarkdown(text)
        self._turn()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.view)

    def _turn(self) -> None:
        """Each paragraph runs by its own first letter; Markdown knows no direction."""
        block = self.view.document().begin()
        while block.isValid():
            rtl = base_direction(block.text()) == "rtl"
            shape = block.blockFormat()
            shape.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
            QTextCursor(block).setBlockFormat(shape)
            block = block.next()
