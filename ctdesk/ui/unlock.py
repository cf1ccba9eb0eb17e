"""The locked screen: unlock the desk that is there, or make the first one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk, Peek
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language, terms
from ctdesk.text.show import digits, strip_isolates
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.derivation import Derivation, Pause, make_desk, unlock_desk
from ctdesk.ui.first_run import FirstRunForm
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.masthead import Masthead

_MARKS = {"ar": "\u200f", "en": "\u200e"}
_WIDTH_UNLOCK, _WIDTH_FIRST_RUN = 440, 640


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
        self._error: CtdeskError | None = None
        self._peek = self._look_in()
        self._pause = Pause(self)
        self._work: Derivation | None = None
        self._head, self._lead = Masthead(self), QLabel(self)
        self.passphrase = QLineEdit(self)
        self.reveal = QPushButton(self)
        self.slots = Choice(self)
        self.form = FirstRunForm(self)
        self.go = QPushButton(self)
        self.language = self._head.language
        self._said = QLabel(self)
        self._busy = QProgressBar(self)
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
        return strip_isolates(self._said.text())

    def submit(self) -> None:
        """Unlock, or make the desk; the answer comes by `unlocked` or as a sentence."""
        if not self.go.isEnabled():
            return
        if self._exists:
            word, slot, told = self.passphrase.text(), self.slots.currentData() or None, self._tell
            self._start(lambda: unlock_desk(self._folder, word, slot, told))
        else:
            asked, folder, lang = self.form.asked, self._folder, self.lang
            self._start(lambda: make_desk(folder, asked, lang))

    def retranslate(self) -> None:
        self._lead.setText(
            self.tr("The counter-terrorism desk. Unlock it with your passphrase.")
            if self._exists
            else self.tr("Welcome. This machine has no desk yet: make one in a minute.")
        )
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.slots.setAccessibleName(self.tr("Who unlocks"))
        self.reveal.setText(self.tr("Show") if self._hidden else self.tr("Hide"))
        self._busy.setAccessibleName(self.tr("Working"))
        self.go.setText(self.tr("Unlock") if self._exists else self.tr("Make the desk"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            # a window that was made before the language was switched learns its direction last
            for view in (self, self.form, self._head):
                view.retranslate()

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
        self._work.told.connect(self._progressed)
        self._work.failed.connect(self._failed)
        self._work.finished.connect(self._end)
        self._show_state()
        self._work.start()

    def _tell(self, part: str, done: int, total: int) -> bool:
        return self._work is None or self._work.tell(part, done, total)

    def _progressed(self, part: str, done: int, total: int) -> None:
        self._busy.setRange(0, total)
        self._busy.setValue(done)
        what = terms()(f"index_part.{part}", self.lang)
        phrase = self.tr("The search index is made anew, once: {0}").format(what)
        self._said.setText(_MARKS[self.lang] + phrase)

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
        self._error = error
        if error.code == "wrong_passphrase":
            self._pause.wrong()
            self._redden(wrong=True)
        self._end()
        self.passphrase.selectAll()

    def _end(self) -> None:
        """The worker is done, whichever way it ended."""
        work, self._work = self._work, None
        if work is not None:
            work.wait()
            work.deleteLater()
        self._show_state()
        (self.passphrase if self._exists else self.form.first).setFocus()

    def _show_state(self) -> None:
        idle = self._work is None
        filled = bool(self.passphrase.text()) if self._exists else self.form.complete()
        for widget in (self.passphrase, self.slots, self.form, self.language, self.reveal):
            widget.setEnabled(idle)
        self.go.setEnabled(idle and filled and self._pause.left_s == 0)
        # a range of 0..0 is the quiet bar that runs without an end
        self._busy.setRange(0, 1 if idle else 0)
        self._busy.setVisible(not idle)
        self._say()

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
            if self._pause.left_s:
                sentence += f"\n{_MARKS[self.lang]}" + self._shown(
                    self.tr("Next try in %n second(s).", "", self._pause.left_s)
                )
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(_MARKS[self.lang] + sentence if sentence else "")
        self._said.setVisible(bool(sentence))

    def _shown(self, sentence: str) -> str:
        arabic = self._peek.digits == "arabic" if self._exists else self.lang == "ar"
        return digits(sentence, "arabic" if arabic and self.lang == "ar" else "western")

    def _switch_language(self) -> None:
        wanted: Language = "en" if self.lang == "ar" else "ar"
        if self._appearance is not None:
            self._appearance.apply(wanted, self._peek.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.setLayoutDirection(application.layoutDirection())
        for view in (self, self.form, self._head):
            view.retranslate()

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode
        self.passphrase.setEchoMode(mode.Normal if self._hidden else mode.Password)
        self.retranslate()
        self.passphrase.setFocus()

    def _typed(self) -> None:
        self._redden(wrong=False)
        self._show_state()

    def _redden(self, *, wrong: bool) -> None:
        self.passphrase.setProperty("wrong", wrong)
        self.passphrase.style().polish(self.passphrase)

    def _dress(self) -> None:
        self._lead.setProperty("role", "muted")
        for label in (self._lead, self._said):
            label.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMinimumHeight(38)
        self.reveal.setProperty("kind", "link")
        self.go.setProperty("kind", "primary")
        self.go.setMinimumHeight(38)
        self.slots.offer((slot, slot, ()) for slot in self._peek.slots)
        self.slots.setVisible(len(self._peek.slots) > 1)
        self.passphrase.setVisible(self._exists)
        self.reveal.setVisible(self._exists)
        self.form.setVisible(not self._exists)
        self._busy.setTextVisible(False)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)

    def _connect(self) -> None:
        self.go.clicked.connect(self.submit)
        self.passphrase.returnPressed.connect(self.submit)
        self.passphrase.textEdited.connect(lambda _text: self._typed())
        self.passphrase.textChanged.connect(lambda _text: self._show_state())
        self.reveal.clicked.connect(self._reveal)
        self.language.clicked.connect(self._switch_language)
        self.form.changed.connect(self._show_state)
        self.form.submitted.connect(self.submit)
        self._pause.ticked.connect(self._show_state)
        self._show_state()
        QTimer.singleShot(0, (self.passphrase if self._exists else self.form.first).setFocus)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        card.setFixedWidth(_WIDTH_UNLOCK if self._exists else _WIDTH_FIRST_RUN)
        column = QVBoxLayout(card)
        column.setContentsMargins(30, 26, 30, 14)
        column.setSpacing(11)
        column.addWidget(self._head)
        column.addWidget(self._lead)
        column.addSpacing(2)
        column.addWidget(self.slots)
        line = QHBoxLayout()
        line.addWidget(self.passphrase, 1)
        line.addWidget(self.reveal)
        column.addLayout(line)
        column.addWidget(self.form)
        column.addWidget(self._said)
        column.addWidget(self.go)
        column.addWidget(self._busy)
        inside = QWidget(self)
        around = QVBoxLayout(inside)
        around.addStretch(2)
        around.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        QWidget.setTabOrder(self.passphrase, self.reveal)
        QWidget.setTabOrder(self.reveal if self._exists else self.form.sample, self.go)
        QWidget.setTabOrder(self.go, self.language)
