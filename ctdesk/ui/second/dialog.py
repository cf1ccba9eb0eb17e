"""A second officer is needed: asked for later, or countersigning on the spot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.approvals import Request
from ctdesk.desk.people import officer_name
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Work


class SecondDialog(Retranslated, QDialog):
    """Says what is asked; `outcome` is "agreed", "asked", or "" when it was given up."""

    def __init__(self, context: Context, request: Request, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._request = context, request
        self._work: Work | None = None
        self.outcome = ""
        self._head, self._about, self._why, self._told = (QLabel(self) for _ in range(4))
        self._now, self._later, self._who, self._phrase = (QLabel(self) for _ in range(4))
        self.reason, self.passphrase = QLineEdit(self), QLineEdit(self)
        self.colleague = Choice(self)
        self.sign, self.ask, self.leave = (QPushButton(self) for _ in range(3))
        self._dress()
        self._lay_out()
        self.retranslate()
        self._grey()

    def countersign(self) -> None:
        """Let the colleague who stands by agree; takes about a second, off the window's thread."""
        if not self.sign.isEnabled():
            return
        reason, phrase = self.reason.text(), self.passphrase.text()
        slot, request = str(self.colleague.currentData()), self._request
        self._work = Work(
            self._context.desk,
            lambda desk, _step: desk.approvals.countersign(request, reason, slot, phrase),
            self,
        )
        self._work.finished_with.connect(lambda _agreed: self._end("agreed"))
        self._work.failed.connect(self._fail)
        self._work.finished.connect(lambda: self.setEnabled(True))
        self.setEnabled(False)
        self._work.start()

    def ask_later(self) -> None:
        """A colleague finds the request when they have unlocked the desk."""
        try:
            self._context.desk.approvals.ask(self._request, self.reason.text())
        except CtdeskError as error:
            self._fail(error)
            return
        self._end("asked")

    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.wait()
        super().done(result)

    def retranslate(self) -> None:
        context, show = self._context, self._context.show
        row = context.desk.approvals.worded(self._request, context.lang)
        self.setWindowTitle(self.tr("A second officer is needed"))
        self._head.setText(row.what)
        parts = (show.number(row.number) if row.number else "", row.title, row.change)
        self._about.setText(show.mark + "\n".join(filter(None, parts)))
        self._why.setText(self.tr("Reason"))
        self._now.setText(self.tr("A colleague is here"))
        self._later.setText(self.tr("A colleague agrees later, when they have unlocked the desk"))
        self._who.setText(self.tr("Second officer"))
        self._phrase.setText(self.tr("Their passphrase"))
        self.sign.setText(self.tr("Countersign"))
        self.ask.setText(self.tr("Ask for agreement"))
        self.leave.setText(self.tr("Cancel"))
        for label, field in (
            (self._why, self.reason), (self._who, self.colleague), (self._phrase, self.passphrase),
        ):  # fmt: skip
            field.setAccessibleName(label.text())
        seconds = context.desk.approvals.seconds(self._request.classification)
        rows = ((officer_name(o, context.lang), o.slot, ()) for o in seconds)
        self.colleague.offer(rows, self.colleague.currentData())

    def _end(self, outcome: str) -> None:
        self.outcome = outcome
        self.accept()

    def _fail(self, error: CtdeskError) -> None:
        self._told.setText(self._context.show.mark + error.message(self._context.lang))
        self._told.show()
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _grey(self) -> None:
        reasoned = bool(self.reason.text().strip())
        self.ask.setEnabled(reasoned)
        someone = self.colleague.count() > 0
        self.sign.setEnabled(reasoned and someone and bool(self.passphrase.text()))

    def _dress(self) -> None:
        self._head.setProperty("role", "heading")
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setProperty("role", "danger")
        self._told.setWordWrap(True)
        self._told.hide()
        for label in (self._now, self._later):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        for label, field in (
            (self._why, self.reason), (self._who, self.colleague), (self._phrase, self.passphrase),
        ):  # fmt: skip
            label.setBuddy(field)
        for button, act in (
            (self.sign, self.countersign), (self.ask, self.ask_later), (self.leave, self.reject),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.reason.textChanged.connect(lambda _text: self._grey())
        self.passphrase.textChanged.connect(lambda _text: self._grey())
        self.passphrase.returnPressed.connect(self.countersign)

    def _lay_out(self) -> None:
        self.setMinimumWidth(540)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self._about)
        why = QFormLayout()
        why.addRow(self._why, self.reason)
        layout.addLayout(why)
        here, form = self._card(self._now)
        form.addRow(self._who, self.colleague)
        form.addRow(self._phrase, self.passphrase)
        form.addRow("", self._line(self.sign))
        layout.addWidget(here)
        away, form = self._card(self._later)
        form.addRow(self._line(self.ask))
        layout.addWidget(away)
        layout.addWidget(self._told)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        layout.addLayout(foot)

    def _card(self, head: QLabel) -> tuple[QFrame, QFormLayout]:
        card = QFrame(self)
        card.setProperty("card", True)
        form = QFormLayout(card)
        form.setContentsMargins(14, 12, 14, 12)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.addRow(head)
        return card, form

    def _line(self, button: QPushButton) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return line


def wanted_by(error: CtdeskError) -> Request | None:
    """What a second officer would have to agree to, for a refusal that says so."""
    request = error.values.get("request")
    return request if isinstance(request, Request) else None


def second_asked(context: Context, request: Request, parent: QWidget | None) -> str:
    """Ask for a second officer's yes: "agreed", "asked" or ""."""
    dialog = SecondDialog(context, request, parent)
    dialog.exec()
    return dialog.outcome
