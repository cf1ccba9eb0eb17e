"""The locked screen: unlock the desk that is there, or make the first one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk, Peek
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language
from ctdesk.text.show import digits
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.first_run import FirstRunForm
from ctdesk.ui.language import Retranslated

_DELAYS_S = (0, 1, 2, 4, 8, 16, 30)
"""Pause after the nth wrong try in a row: it slows a hand; the key slot slows a program."""


class Derivation(QThread):
    """The slow half of unlocking, or the making of a desk, off the window's thread."""

    done = Signal(object)
    """What `act` returned."""
    failed = Signal(object)

    def __init__(self, act: Callable[[], Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._act = act

    def run(self) -> None:
        try:
            self.done.emit(self._act())
        except CtdeskError as error:
            self.failed.emit(error)


class UnlockView(Retranslated, QWidget):
    """Asks for the passphrase, or for what a new desk needs; gives the open Desk."""

    unlocked = Signal(object)

    def __init__(
        self,
        folder: Path,
        appearance: Appearance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._appearance = appearance
        self._exists = Desk.exists(folder)
        self._peek = self._look_in()
        self._error: CtdeskError | None = None
        self._wrong = 0
        self._wait_s = 0
        self._work: Derivation | None = None
        self._title, self._lead = QLabel(self), QLabel(self)
        self.passphrase = QLineEdit(self)
        self.reveal = QPushButton(self)
        self.slots = QComboBox(self)
        self.form = FirstRunForm(self)
        self.go = QPushButton(self)
        self.language = QPushButton(self)
        self._said = QLabel(self)
        self._busy = QProgressBar(self)
        self._tick = QTimer(self)
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def lang(self) -> Language:
        """The language of this screen."""
        return "ar" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"

    @property
    def said(self) -> str:
        """The sentence below the fields: what went wrong, or what is being done."""
        return self._said.text()

    def submit(self) -> None:
        """Unlock, or make the desk; the answer comes by `unlocked` or as a sentence."""
        if self._work is not None or self._wait_s > 0:
            return
        if self._exists:
            word, slot = self.passphrase.text(), self.slots.currentData() or None
            self._start(lambda: Desk.unlock(self._folder, word, slot))
        elif self.form.complete():
            asked, folder, lang = self.form.asked, self._folder, self.lang
            self._start(lambda: _make(folder, asked, lang))

    def retranslate(self) -> None:
        self._title.setText("CTDesk")
        self._lead.setText(
            self.tr("The counter-terrorism desk. Unlock it with your passphrase.")
            if self._exists
            else self.tr("Welcome. This machine has no desk yet: make one in a minute.")
        )
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.slots.setAccessibleName(self.tr("Who unlocks"))
        self.reveal.setText(self.tr("Show") if self._hidden else self.tr("Hide"))
        self.language.setText("English" if self.lang == "ar" else "العربية")
        self.language.setAccessibleName(self.tr("Language of the window"))
        self.go.setText(self.tr("Unlock") if self._exists else self.tr("Make the desk"))
        self.form.retranslate()
        self._say()

    @property
    def _hidden(self) -> bool:
        return self.passphrase.echoMode() == QLineEdit.EchoMode.Password

    def _look_in(self) -> Peek:
        if not self._exists:
            return Peek()
        try:
            return Desk.peek(self._folder)
        except CtdeskError as error:
            self._error = error
            return Peek()

    def _start(self, act: Callable[[], Any]) -> None:
        self._error = None
        self._work = Derivation(act, self)
        self._work.done.connect(self._derived)
        self._work.failed.connect(self._failed)
        self._set_busy(True)
        self._work.start()

    def _derived(self, unlocked: Any) -> None:
        self._end()
        try:
            desk = Desk.open_unlocked(self._folder, unlocked)
        except CtdeskError as error:
            self._failed(error)
            return
        self.passphrase.clear()
        self.form.forget()
        self.unlocked.emit(desk)

    def _failed(self, error: CtdeskError) -> None:
        self._end()
        self._error = error
        if error.code == "wrong_passphrase":
            self._wrong += 1
            self._wait_s = _DELAYS_S[min(self._wrong, len(_DELAYS_S) - 1)]
            self._tick.start()
            self.passphrase.selectAll()
            self.passphrase.setProperty("wrong", True)
            self.passphrase.style().polish(self.passphrase)
        self._grey()
        self._say()

    def _end(self) -> None:
        if self._work is not None:
            self._work.wait()
            self._work.deleteLater()
        self._work = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._grey()
        self._say()
        if not busy:
            (self.passphrase if self._exists else self.form.first).setFocus()

    def _count_down(self) -> None:
        self._wait_s = max(0, self._wait_s - 1)
        if not self._wait_s:
            self._tick.stop()
        self._grey()
        self._say()

    def _grey(self) -> None:
        idle = self._work is None
        filled = bool(self.passphrase.text()) if self._exists else self.form.complete()
        for widget in (self.passphrase, self.slots, self.form, self.language):
            widget.setEnabled(idle)
        self.go.setEnabled(idle and filled and self._wait_s == 0)

    def _say(self) -> None:
        role, sentence = "danger", ""
        if self._work is not None:
            role = "muted"
            sentence = (
                self.tr("Unlocking…")
                if self._exists
                else self.tr("Making the desk: its key is fitted to this machine…")
            )
        elif self._error is not None:
            sentence = self._error.message(self.lang)
            if self._wait_s:
                wait = digits(str(self._wait_s), "arabic" if self.lang == "ar" else "western")
                sentence += " " + self.tr("Next try in {0} s.").format(wait)
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _switch_language(self) -> None:
        wanted: Language = "en" if self.lang == "ar" else "ar"
        if self._appearance is not None:
            self._appearance.apply(wanted, self._peek.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.setLayoutDirection(application.layoutDirection())
        self.retranslate()

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode
        self.passphrase.setEchoMode(mode.Normal if self._hidden else mode.Password)
        self.retranslate()

    def _typed(self) -> None:
        self.passphrase.setProperty("wrong", False)
        self.passphrase.style().polish(self.passphrase)
        self._grey()

    def _dress(self) -> None:
        self._title.setProperty("role", "brand")
        self._lead.setProperty("role", "muted")
        for label in (self._lead, self._said):
            label.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMinimumHeight(38)
        self.reveal.setProperty("kind", "link")
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.language.setProperty("kind", "quiet")
        self.go.setProperty("kind", "primary")
        self.go.setMinimumHeight(38)
        for slot in self._peek.slots:
            self.slots.addItem(slot, slot)
        self.slots.setVisible(len(self._peek.slots) > 1)
        self.passphrase.setVisible(self._exists)
        self.reveal.setVisible(self._exists)
        self.form.setVisible(not self._exists)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._tick.setInterval(1000)

    def _connect(self) -> None:
        self.go.clicked.connect(self.submit)
        self.passphrase.returnPressed.connect(self.submit)
        self.passphrase.textEdited.connect(lambda _text: self._typed())
        self.reveal.clicked.connect(self._reveal)
        self.language.clicked.connect(self._switch_language)
        self.form.changed.connect(self._grey)
        self.form.submitted.connect(self.submit)
        self._tick.timeout.connect(self._count_down)
        self._grey()
        QTimer.singleShot(0, (self.passphrase if self._exists else self.form.first).setFocus)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        card.setFixedWidth(440 if self._exists else 620)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.language)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addSpacing(4)
        column.addWidget(self.slots)
        line = QHBoxLayout()
        line.addWidget(self.passphrase, 1)
        line.addWidget(self.reveal)
        column.addLayout(line)
        column.addWidget(self.form)
        column.addWidget(self._said)
        column.addWidget(self._busy)
        column.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)


def _make(folder: Path, asked: Any, language: Language) -> Any:
    desk = Desk.create(
        folder,
        asked.passphrase,
        asked.officer,
        language=language,
        digits=asked.digits,
        sample=asked.sample,
    )
    unlocked = desk.unlocked
    desk.close()
    return unlocked
