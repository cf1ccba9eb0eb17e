"""What the dialogs have in common in which a colleague signs with their own passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Officer
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk import Desk

_ROLE = QDialogButtonBox.ButtonRole


class SigningDialog(QDialog):
    """Stays open until the Desk has taken it; says what stood in the way."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._work: Work | None = None
        self.officers, self.passphrase = Choice(self), QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.said = QLabel(self)
        self.said.setProperty("role", "danger")
        self.said.setWordWrap(True)
        self.said.hide()
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("", _ROLE.AcceptRole)
        """Says yes; the dialog that is one of these connects it."""
        self.go.setDefault(True)
        self.go.setProperty("kind", "primary")
        self.leave = self.buttons.addButton("", _ROLE.RejectRole)
        self.leave.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)

    def offer(self, colleagues: Iterable[Officer]) -> None:
        """The colleagues who may sign and have a passphrase here."""
        name = self.context.officer_name
        self.officers.offer([(name(each), each.slot, ()) for each in colleagues if each.slot])

    def attempt(self, act: Callable[[Desk], Any]) -> None:
        """Do it on a worker: a passphrase takes a second to try."""
        if self._work is not None:
            return
        self._work = work = Work(self.context.desk, lambda desk, _step: act(desk), self)
        self.go.setEnabled(False)
        work.finished_with.connect(lambda _done: self.accept())
        work.failed.connect(self._refused)
        work.finished.connect(self._ended)
        work.start()

    def say(self, sentence: str) -> None:
        """What stands in the way."""
        self.said.setText(sentence)
        self.said.show()

    def done(self, result: int) -> None:
        """Close; a try that runs ends first."""
        if self._work is not None:
            self._work.wait()
        self.passphrase.clear()
        super().done(result)

    def _refused(self, error: CtdeskError) -> None:
        self.say(error.message(self.context.lang))
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _ended(self) -> None:
        self._work = None
        self.go.setEnabled(True)
