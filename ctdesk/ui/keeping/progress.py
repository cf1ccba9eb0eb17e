"""How far long work in a tab is, and the button that stops it; the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from ctdesk.desk import Desk
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Step, Work

Progress = Callable[[str, int, int], bool]


class ProgressLine(Retranslated, QWidget):
    """Runs one piece of work at a time."""

    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._said, self._bar, self._stop = QLabel(self), QProgressBar(self), QPushButton(self)
        self._said.setProperty("role", "muted")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._stop.clicked.connect(self.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._said)
        line.addWidget(self._bar)
        line.addWidget(self._stop)
        line.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self.retranslate()

    @property
    def busy(self) -> bool:
        return self._work is not None

    def run(self, act: Callable[[Desk, Progress], Any]) -> None:
        """Begin; nothing happens while other work is under way."""
        if self._work is not None:
            return

        def work(desk: Desk, step: Step) -> Any:
            return act(desk, lambda name, done, total: step(done, total, name))

        self._work = Work(self._context.desk, work, self)
        self._work.progressed.connect(self._told)
        self._work.finished_with.connect(self.done)
        self._work.failed.connect(self.failed)
        self._work.finished.connect(self._end)
        self._bar.setRange(0, 0)
        self._said.setText("")
        self._stop.setEnabled(True)
        self.show()
        self._work.start()

    def cancel(self) -> None:
        """Ask the work to stop after its current piece."""
        if self._work is not None:
            self._stop.setEnabled(False)
            self._work.cancel()

    def wait(self) -> None:
        """Stop the work and let it come to its end: the desk is about to be closed."""
        if self._work is not None:
            self._work.cancel()
            self._work.wait()

    def retranslate(self) -> None:
        self._stop.setText(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("How far the work is"))

    def _told(self, done: int, total: int | None, step: object) -> None:
        self._said.setText(self._context.word(f"step.{step}"))
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)

    def _end(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.wait()
            work.deleteLater()
        self.hide()
        self.ended.emit()
