"""A colleague who stands by says yes with their own passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.screening.signing import SigningDialog

if TYPE_CHECKING:
    from ctdesk.desk import Desk

Sign = Callable[["Desk", str, str], Any]
"""Does what is agreed to, on a worker's Desk, with the colleague's slot and passphrase."""


class CountersignDialog(SigningDialog):
    """Asks which colleague stands by, and for their passphrase."""

    def __init__(
        self, context: Context, parent: QWidget, about: str, degree: str, sign: Sign
    ) -> None:
        super().__init__(context, parent)
        self._sign = sign
        self.setWindowTitle(self.tr("A colleague signs"))
        self.setMinimumWidth(460)
        lead = QLabel(about, self)
        lead.setWordWrap(True)
        self.offer(context.desk.approvals.seconds(degree))
        self.officers.setAccessibleName(self.tr("Colleague"))
        self.passphrase.setAccessibleName(self.tr("Their passphrase"))
        self.go.setText(self.tr("Approve"))
        self.go.clicked.connect(self.submit)
        self.leave.setText(self.tr("Cancel"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Colleague"), self.officers)
        form.addRow(self.tr("Their passphrase"), self.passphrase)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        if not self.officers.count():
            self.go.setEnabled(False)
            self.say(self.tr("This desk has no other officer who may approve it."))
        self.passphrase.setFocus()

    def submit(self) -> None:
        """Sign, with the passphrase that was written."""
        slot, words, sign = str(self.officers.currentData()), self.passphrase.text(), self._sign
        self.attempt(lambda desk: sign(desk, slot, words))
