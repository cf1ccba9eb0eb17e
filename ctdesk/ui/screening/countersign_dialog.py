"""A colleague who stands by says yes with their own passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk import Desk

Sign = Callable[["Desk", str, str], Any]
"""Does what is agreed to, on a worker's Desk, with the colleague's slot and passphrase."""
_ROLE = QDialogButtonBox.ButtonRole


class CountersignDialog(QDialog):
    """Stays open until the passphrase is right; says what stood in the way."""

    def __init__(
        self, context: Context, parent: QWidget, about: str, degree: str, sign: Sign
    ) -> None:
        super().__init__(parent)
        self._context, self._sign = context, sign
        self._work: Work | None = None
        self.setWindowTitle(self.tr("A colleague signs"))
        self.setMinimumWidth(460)
        lead = QLabel(about, self)
        lead.setWordWrap(True)
        self.officers, self.passphrase = Choice(self), QLineEdit(self)
        name = context.officer_name
        seconds = context.desk.approvals.seconds(degree)
        self.officers.offer([(name(each), each.slot, ()) for each in seconds if each.slot])
        self.officers.setAccessibleName(self.tr("Colleague"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Their passphrase"))
        self.said = QLabel(self)
        self.said.setProperty("role", "danger")
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.go = buttons.addButton(self.tr("Approve"), _ROLE.AcceptRole)
        self.go.setDefault(True)
        buttons.addButton(self.tr("Cancel"), _ROLE.RejectRole)
        buttons.accepted.connect(self.submit)
        buttons.rejected.connect(self.reject)
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
        layout.addWidget(buttons)
        self.said.hide()
        if not self.officers.count():
            self.go.setEnabled(False)
            self._say(self.tr("This desk has no other officer who may approve it."))
        self.passphrase.setFocus()

    def submit(self) -> None:
        """Try the passphrase on a worker: it takes a second."""
        if self._work is not None:
            return
        slot, words, sign = str(self.officers.currentData()), self.passphrase.text(), self._sign
        self._work = work = Work(
            self._context.desk, lambda desk, _step: sign(desk, slot, words), self
        )
        self.go.setEnabled(False)
        work.finished_with.connect(lambda _done: self.accept())
        work.failed.connect(self._refused)
        work.finished.connect(self._ended)
        work.start()

    def done(self, result: int) -> None:
        """Close; a try that runs ends first."""
        if self._work is not None:
            self._work.wait()
        self.passphrase.clear()
        super().done(result)

    def _refused(self, error: CtdeskError) -> None:
        self._say(error.message(self._context.lang))
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _ended(self) -> None:
        self._work = None
        self.go.setEnabled(True)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
