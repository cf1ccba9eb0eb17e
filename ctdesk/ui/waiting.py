"""Long work that nothing else may come between: a dialog says how far it is, and can stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QThread, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language, terms

Progress = Callable[[str, int, int], bool]
"""Told the step by its key under `step.`, how much of it is done, of how much; False: stop."""
_WIDTH = 440


class _Thread(QThread):
    """Runs the work; what it gave or raised is read when it has finished."""

    told = Signal(str, int, int)

    def __init__(self, act: Callable[[Progress], Any], parent: QDialog) -> None:
        super().__init__(parent)
        self._act = act
        self.result: Any = None
        self.error: CtdeskError | None = None

    def run(self) -> None:
        try:
            self.result = self._act(self._tell)
        except CtdeskError as error:
            self.error = error

    def _tell(self, step: str, done: int, total: int) -> bool:
        self.told.emit(step, done, total)
        return not self.isInterruptionRequested()


class WaitingDialog(QDialog):
    """Closes itself when the work is done; Esc and the button ask it to stop."""

    def __init__(
        self,
        parent: QWidget | None,
        language: Language,
        sentence: str,
        act: Callable[[Progress], Any],
        stop: str = "",
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(sentence)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setFixedWidth(_WIDTH)
        self._said, self._step, self._bar = QLabel(sentence), QLabel(" "), QProgressBar()
        self._said.setWordWrap(True)
        self._step.setProperty("role", "muted")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(sentence)
        self.stop_button = QPushButton(stop or QCoreApplication.translate("Waiting", "Stop"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(10)
        for widget in (self._said, self._step, self._bar):
            layout.addWidget(widget)
        layout.addLayout(foot)
        self.thread_ = _Thread(act, self)
        self.thread_.told.connect(self._told)
        self.thread_.finished.connect(self.accept)

    def exec(self) -> int:
        self.thread_.start()
        code = super().exec()
        # locked over: the work is not waited for longer than it must be
        self.thread_.requestInterruption()
        self.thread_.wait()
        return code

    def reject(self) -> None:
        """Ask the work to stop after its current piece; it closes the dialog when it did."""
        self.stop_button.setEnabled(False)
        self.thread_.requestInterruption()

    def _told(self, step: str, done: int, total: int) -> None:
        self._step.setText(terms()(f"step.{step}", self._language))
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def wait_for(
    parent: QWidget | None,
    language: Language,
    sentence: str,
    act: Callable[[Progress], Any],
    stop: str = "",
) -> Any:
    """What `act` gives, run on a thread of its own behind a dialog. Raises its CtdeskError."""
    dialog = WaitingDialog(parent, language, sentence, act, stop)
    dialog.exec()
    error, result = dialog.thread_.error, dialog.thread_.result
    dialog.deleteLater()
    if error is not None:
        raise error
    return result
