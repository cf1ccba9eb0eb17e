"""Which list a file is and of which day, where the file itself doesn't say."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice

_PLAIN = (".xml", ".gz")
_SHEETS = (".csv", ".tsv", ".txt")


def kind_is_plain(name: str) -> bool:
    """Whether a file of that name says itself which list it is and of which day."""
    return PurePath(name).suffix.lower() in _PLAIN


class ListKindDialog(QDialog):
    """Asks for both; proposes what the file's name suggests, and today."""

    def __init__(self, context: Context, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which list is this?"))
        self.setMinimumWidth(460)
        self._kinds, self._day = Choice(self), QDateEdit(self)
        ofac = PurePath(name).suffix.lower() in _SHEETS and "sdn" in name.lower()
        self._kinds.offer(
            [(context.label("list_kind", code), code, ()) for code in ("national", "ofac")],
            "ofac" if ofac else "national",
        )
        self._kinds.setAccessibleName(self.tr("List"))
        self._day.setAccessibleName(self.tr("List of"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy/MM/dd")
        self._day.setDate(QDate.currentDate())
        file, lead = QLabel(f"\u2068{name}\u2069", self), QLabel(self)
        file.setTextFormat(Qt.TextFormat.PlainText)
        lead.setText(self.tr("A table does not say of which day it is; the newest is in force."))
        lead.setProperty("role", "muted")
        lead.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("File"), file)
        form.addRow(self.tr("List"), self._kinds)
        form.addRow(self.tr("List of"), self._day)
        buttons = QDialogButtonBox(self)
        go = buttons.addButton(self.tr("Show what it changes"), _ROLE.AcceptRole)
        go.setDefault(True)
        go.setProperty("kind", "primary")
        buttons.addButton(self.tr("Cancel"), _ROLE.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(lead)
        layout.addWidget(buttons)

    @property
    def kind(self) -> str:
        """The code of the list."""
        return str(self._kinds.currentData())

    @property
    def day(self) -> str:
        """Its day, in ISO form."""
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day()).isoformat()


_ROLE = QDialogButtonBox.ButtonRole
