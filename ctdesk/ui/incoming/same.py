"""What on the desk seems to be the same as the file in hand, and where the texts differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ctdesk.ui.changed_words import marked_pair, two_columns
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

if TYPE_CHECKING:
    from ctdesk.desk import Alike, QueueRow, Row


class SameLines(Retranslated, QWidget):
    """One line for each document that seems to be the same; hidden when there is none."""

    opened = Signal(str)
    """Uid of a document that the officer wants to read."""
    compared = Signal(object)
    """An Alike whose differences are wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: QueueRow | None = None
        self._alike: Sequence[Alike] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.hide()

    def show_file(self, row: QueueRow | None, alike: Sequence[Alike] = ()) -> None:
        """Tell of a file what the registers, the queue and the texts tell."""
        self._row, self._alike = row, alike
        self.retranslate()

    @property
    def told(self) -> list[str]:
        """The sentences that stand here."""
        labels = self.findChildren(QLabel)
        return [self._context.show.plain(label.text()) for label in labels if not label.isHidden()]

    def retranslate(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        row = self._row
        if row is not None:
            told: set[str] = set()
            for other in row.same_bytes:
                self._add(self.tr("This very file is registered: {0}"), other, told)
            for other in row.same_letter:
                self._add(self.tr("Same number, date and sender: {0}"), other, told)
            for alike in self._alike:
                share = self._context.show.digits(f"{alike.share:.0%}")
                phrase = self.tr("Nearly the same text ({0}):").format(share) + " {0}"
                self._add(phrase, alike.row, told, alike)
            if row.twins:
                names = self._context.show.names(row.twins)
                phrase = self.tr("Same number, date and sender in this list: {0}")
                self._add_line(phrase.format(names))
        self.setVisible(self._lines.count() > 0)

    def _add(self, phrase: str, row: Row, told: set[str], alike: Alike | None = None) -> None:
        if row.uid in told:
            return
        told.add(row.uid)
        buttons = [self._button(self.tr("Open"), lambda: self.opened.emit(row.uid))]
        if alike is not None and alike.share < 1:
            buttons.append(self._button(self.tr("What differs"), lambda: self.compared.emit(alike)))
        number = self._context.show.number(row.number or row.their_number)
        self._add_line(phrase.format(number), buttons, row.title)

    def _add_line(self, sentence: str, buttons: Sequence[QPushButton] = (), tip: str = "") -> None:
        line = QWidget(self)
        label = QLabel(f"{self._context.show.mark}⚠ {sentence}", line)
        label.setProperty("role", "warning")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(tip)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(label)
        for button in buttons:
            across.addWidget(button)
        across.addStretch(1)
        self._lines.addWidget(line)

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


class DifferenceDialog(QDialog):
    """Two texts side by side: what is registered, and the file in hand."""

    def __init__(self, context: Context, alike: Alike, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What differs"))
        self.resize(980, 620)
        was, now = marked_pair(alike.text, text, context.tokens)
        number = context.show.number(alike.row.number or alike.row.their_number)
        heads = (self.tr("Registered under {0}").format(number), self.tr("The file in hand"))
        bold = [f"<b>{head}</b>" for head in heads]
        self.view = QTextBrowser(self)
        self.view.setOpenLinks(False)
        rows = [(bold[0], "", bold[1]), (was, "", now)]
        self.view.setHtml(two_columns(rows, rtl=context.rtl))
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.view)
        layout.addWidget(buttons)
