"""The six words of two desks, to be compared before one trusts the other's card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.pack_rows import DeskRow
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context

_ACROSS = 3


class WordsDialog(QDialog):
    """Accepted: the officer says that the words are the same on both desks."""

    def __init__(self, context: Context, row: DeskRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare six words"))
        lead = QLabel(
            self.tr(
                "Read these words to an officer of {0}, by telephone or face to face. "
                "Only if both desks show the same six, in the same order, is the card true."
            ).format(isolate(row.name)),
            self,
        )
        lead.setWordWrap(True)
        self.words = context.desk.desks.words(row.device)
        box = QDialogButtonBox(self)
        self.same = box.addButton(
            self.tr("They are the same: trust this desk"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        other = box.addButton(self.tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        other.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(lead)
        layout.addWidget(self._card(context))
        layout.addWidget(box)
        self.setMinimumWidth(560)

    def _card(self, context: Context) -> QFrame:
        card = QFrame(self)
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for place, word in enumerate(self.words):
            number = context.show.number(str(place + 1))
            first, second = (word.ar, word.en) if context.rtl else (word.en, word.ar)
            label = QLabel(f"{number}  {isolate(first)}\n{isolate(second)}", card)
            label.setProperty("role", "heading")
            label.setAlignment(Qt.AlignmentFlag.AlignLeading)
            label.setAccessibleName(f"{place + 1}: {word.ar}, {word.en}")
            grid.addWidget(label, place // _ACROSS, place % _ACROSS)
        return card
