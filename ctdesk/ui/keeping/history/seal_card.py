"""A seal typed from paper, and what the history says to it; a summary that comes back as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ctdesk.desk.history_check import SEAL_DIGITS, SealAnswer, grouped, seal_of
from ctdesk.desk.month_check import MonthAnswer
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_which
from ctdesk.ui.keeping.history.cards import Answer, card_of
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Work

_WAIT_MS = 150


class SealCard(Retranslated, QFrame):
    """Sixteen digits or a file in, an answer out."""

    failed = Signal(object)
    opened = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._said: SealAnswer | MonthAnswer | None = None
        self.head, self.lead, layout = card_of(self)
        self.line = QLineEdit(self)
        face = QFont(self.line.font())
        face.setPointSizeF(face.pointSizeF() + 4)
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
        self.line.setFont(face)
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.answer = Answer(context, self)
        self.open_button, self.file_button = QPushButton(self), QPushButton(self)
        self.near_button = QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.file_button)
        foot = QHBoxLayout()
        foot.addWidget(self.open_button)
        foot.addWidget(self.near_button)
        foot.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.answer)
        layout.addLayout(foot)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.compare)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.compare)
        self.file_button.clicked.connect(self._ask)
        self.open_button.clicked.connect(self._open)
        self.near_button.clicked.connect(self._take_near)
        self.retranslate()

    def compare(self) -> None:
        """Compare what is typed with the history."""
        self._wait.stop()
        typed = self.line.text()
        try:
            seal_of(typed)
        except BadInput as error:
            self._show(None)
            self.answer.say(error.message(self._context.lang), good=None)
            return
        self._begin(lambda desk, step: desk.history.seal(typed, lambda d, t: step(d, t)))

    def check(self, path: Path) -> None:
        """Compare a summary of a month with the history."""
        self.line.clear()
        self._begin(lambda desk, step: desk.history.check_month(path, lambda d, t: step(d, t)))

    def wait(self, *, stop: bool = True) -> None:
        """Be sure that nothing runs any more; `stop`: before it has come to its end."""
        if self._work is not None:
            if stop:
                self._work.cancel()
            self._work.wait()

    def retranslate(self) -> None:
        self.head.setText(self.tr("Compare paper with the history"))
        self.lead.setText(
            self.tr("The small print of a memo, a register or a summary ends with sixteen digits."
                    " Type them as they stand; or choose the file of a month's summary.")
        )  # fmt: skip
        self.line.setPlaceholderText("0000 0000 0000 0000")
        self.line.setAccessibleName(self.tr("Seal: sixteen digits"))
        self.file_button.setText(self.tr("A summary…"))
        self.open_button.setText(self.tr("Open the record"))
        self.near_button.setText(self.tr("Compare that one"))
        self._show(self._said)

    def _typed(self, text: str) -> None:
        """Part the digits in fours while they are typed, and compare when all are there."""
        at = len("".join(text[: self.line.cursorPosition()].split()))
        plain = "".join(text.split())
        if len(plain) <= SEAL_DIGITS:
            self.line.setText(grouped(plain))
            self.line.setCursorPosition(at + max(at - 1, 0) // 4)
        self._wait.stop()
        self.answer.clear()
        self._show(None)
        if len(plain) >= SEAL_DIGITS:
            self._wait.start()

    def _begin(self, act: Any) -> None:
        self.wait()
        self._show(None)
        self.answer.clear()
        self._work = Work(self._context.desk, act, self)
        self._work.finished_with.connect(self._answered)
        self._work.failed.connect(self._refused)
        self._work.finished.connect(self._ended)
        self._work.start()

    def _answered(self, said: SealAnswer | MonthAnswer) -> None:
        if self.sender() is self._work:  # an answer to an earlier question comes too late
            self._show(said)

    def _refused(self, error: CtdeskError) -> None:
        if self.sender() is self._work:
            self.answer.say(error.message(self._context.lang), good=False)

    def _ended(self) -> None:
        if self.sender() is self._work:
            self._work = None

    def _show(self, said: SealAnswer | MonthAnswer | None) -> None:
        self._said = said
        lang = self._context.lang
        seal = said if isinstance(said, SealAnswer) else None
        self.open_button.setVisible(bool(seal and seal.row and seal.row.room[1]))
        self.near_button.setVisible(bool(seal and seal.near))
        if isinstance(said, MonthAnswer):
            self.answer.say(said.told(lang), good=said.holds)
        elif seal is not None:
            faults = [broken.told(lang) for broken in seal.broken]
            about = [seal.row.about] if seal.row and seal.row.about else []
            self.answer.say(seal.told(lang), good=seal.stands, more=[*about, *faults])

    def _ask(self) -> None:
        chosen = ask_which(self, self.tr("A summary of a month"), "*.docx *.json")
        if chosen:
            self.check(chosen[0])

    def _open(self) -> None:
        if isinstance(self._said, SealAnswer) and self._said.row:
            self.opened.emit(*self._said.row.room)

    def _take_near(self) -> None:
        if isinstance(self._said, SealAnswer) and self._said.near:
            self.line.setText(grouped(self._said.near[0]))
            self.compare()
