"""One line below the menus that says what was done or what stood in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Work

_STAYS_MS = 8000


class NoticeBar(Retranslated, QFrame):
    """A notice goes by itself; an error stays until it is closed; work shows how far it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._error: CtdeskError | None = None
        self._work: Work | None = None
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(180)
        self._cancel = QPushButton(self)
        self._cancel.clicked.connect(self._stop)
        self._close = QToolButton(self)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 6, 5)
        layout.setSpacing(9)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._cancel)
        layout.addWidget(self._close)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(_STAYS_MS)
        self._going.timeout.connect(self.dismiss)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show a notice for some seconds; "" shows nothing."""
        if sentence:
            self._error = None
            self._show(sentence, "done", "accent")
            self._going.start()

    def fail(self, error: CtdeskError) -> None:
        """Show an error until it is closed."""
        self._going.stop()
        self._error = error
        self._show(error.message(self._context.lang), "warning", "danger")

    def remind(self, sentence: str) -> None:
        """Show what should be known until it is closed; "" shows nothing."""
        if sentence:
            self._going.stop()
            self._error = None
            self._show(sentence, "warning", "accent")

    def follow(self, work: Work, sentence: str) -> None:
        """Show how far long work is; its button stops it."""
        self._going.stop()
        self._work = work
        self._error = None
        self._show(sentence, "info", "accent")
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(sentence)
        self._progress.show()
        self._cancel.show()
        self._close.hide()
        work.progressed.connect(lambda done, total, _last: self._step(sentence, done, total))
        work.finished.connect(self._worked)

    def dismiss(self) -> None:
        """Take the line away."""
        self._going.stop()
        self._error = None
        self.hide()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Stop"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self._close.accessibleName())
        self._close.setIcon(icon("close", self._context.tokens, colour="muted"))
        if self._error is not None:
            self._text.setText(self._error.message(self._context.lang))

    def _show(self, sentence: str, picture: str, colour: str) -> None:
        self._picture.setPixmap(icon(picture, self._context.tokens, colour=colour).pixmap(18, 18))
        self._text.setText(sentence)
        self._progress.hide()
        self._cancel.hide()
        self._close.show()
        self.show()
        self._text.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def _step(self, sentence: str, done: int, total: int | None) -> None:
        number = self._context.show.number
        if total:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
            far = self.tr("{0} of {1}").format(number(done), number(total))
        else:
            far = number(done)
        self._text.setText(self._context.show.joined(sentence, far))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._cancel.setEnabled(False)

    def _worked(self) -> None:
        self._work = None
        self._cancel.setEnabled(True)
        if self._error is None and self._progress.isVisible():
            self.hide()
        self._progress.hide()
        self._cancel.hide()
