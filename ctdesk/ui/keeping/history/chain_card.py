"""The chains followed at a press of a button, with how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ctdesk.desk import Desk
from ctdesk.desk.history_check import ChainCheck
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.history.cards import Answer, card_of
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Step, Work


class ChainCard(Retranslated, QFrame):
    """Checks both chains of every machine."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._found: ChainCheck | None = None
        self.head, self.lead, layout = card_of(self)
        self.button, self.stop_button = QPushButton(self), QPushButton(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self.answer = Answer(context, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.button, self.stop_button):
            row.addWidget(widget)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.answer)
        self.button.clicked.connect(self.check)
        self.stop_button.clicked.connect(self._stop)
        self._show_running(False)
        self.retranslate()

    def check(self) -> None:
        """Begin; the answer comes by itself."""
        if self._work is not None:
            return
        self.answer.clear()
        self._show_running(True)
        self._work = Work(self._context.desk, _verified, self)
        self._work.progressed.connect(self._progressed)
        self._work.finished_with.connect(self._answered)
        self._work.failed.connect(self.failed)
        self._work.finished.connect(self._ended)
        self._work.start()

    def wait(self, *, stop: bool = True) -> None:
        """Be sure that nothing runs any more; `stop`: before it has come to its end."""
        if self._work is not None:
            if stop:
                self._work.cancel()
            self._work.wait()

    def retranslate(self) -> None:
        self.head.setText(self.tr("Check the chain"))
        self.lead.setText(
            self.tr(
                "Every entry of the history names the one before it. What was altered, taken out"
                " or cut off is found, and the first of it is named."
            )
        )
        self.button.setText(self.tr("Check now"))
        self.stop_button.setText(self.tr("Stop"))
        self._say()

    def _say(self) -> None:
        found, lang = self._found, self._context.lang
        if found is None:
            return
        faults = [broken.told(lang) for broken in found.broken]
        if not found.in_step:
            faults.append(self._context.word("chain.out_of_step"))
        self.answer.say(found.told(lang), good=found.sound, more=faults)

    def _progressed(self, done: int, total: object, _last: object) -> None:
        self._bar.setRange(0, int(total) if isinstance(total, int) else 0)
        self._bar.setValue(done)
        self._count.setText(self._context.show.number(done))

    def _answered(self, found: ChainCheck) -> None:
        self._found = found
        self._say()

    def _ended(self) -> None:
        self._work = None
        self._show_running(False)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _show_running(self, running: bool) -> None:
        self.button.setEnabled(not running)
        for widget in (self.stop_button, self._bar, self._count):
            widget.setVisible(running)


def _verified(desk: Desk, step: Step) -> ChainCheck:
    return desk.history.verify(lambda done, total: step(done, total))
