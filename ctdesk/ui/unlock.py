"""The locked screen at work: unlock the desk that is there, or make the first one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ctdesk.desk import Desk
from ctdesk.desk.backups import with_newest
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import terms
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.derivation import Derivation, Made, Pause, make_desk, recover_desk, unlock_desk
from ctdesk.ui.locked_screen import MARKS, LockedScreen


class UnlockView(LockedScreen):
    """Asks for the passphrase, for the recovery words, or for what a new desk needs; gives the open
    Desk."""

    unlocked = Signal(object)
    restored = Signal()
    """A backup was put in the desk's place: the screen is to be made anew."""
    made = Signal(object)
    """Before `unlocked`, of a desk that was just made: its recovery words."""

    def __init__(
        self,
        folder: Path,
        appearance: Appearance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(folder, appearance, parent)
        self._pause = Pause(self)
        self._work: Derivation | None = None
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self._say()

    def submit(self) -> None:
        """Unlock, or make the desk; the answer comes by `unlocked` or as a sentence."""
        if not self.go.isEnabled():
            return
        folder, told = self._folder, self._tell
        if self.recovers:
            words, new, who = self.recovery.typed, self.recovery.new.text(), self._who
            self._start(lambda: recover_desk(folder, words, who, new, told))
        elif self._exists:
            word, slot = self.passphrase.text(), self.slots.currentData() or None
            self._start(lambda: unlock_desk(folder, word, slot, told))
        else:
            asked, lang = self.form.asked, self.lang
            self._start(lambda: make_desk(folder, asked, lang))

    @property
    def _who(self) -> str:
        """The slot that gets the new passphrase."""
        return str(self.slots.currentData() or next(iter(self._peek.slots), ""))

    def _turn(self) -> None:
        """From the passphrase to the recovery words, and back."""
        wanted = not self.recovers
        self._error = None
        self.passphrase.clear()
        self.recovery.forget()
        self._show_recovery(wanted)
        self.retranslate()
        self._show_state()
        self._first.setFocus()

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
        self._said.setText(MARKS[self.lang] + phrase)

    def _derived(self, result: Any) -> None:
        self._end()
        made = result if isinstance(result, Made) else None
        try:
            desk = Desk.open_unlocked(self._folder, made.unlocked if made else result)
        except CtdeskError as error:
            self._failed(error)
            return
        self.passphrase.clear()
        self.form.forget()
        self.recovery.forget()
        if made is not None:
            self.made.emit(made.words)
        self.unlocked.emit(desk)

    def _failed(self, error: CtdeskError) -> None:
        self._error = with_newest(error, self._folder)
        if error.code in ("wrong_passphrase", "wrong_recovery_words"):
            self._pause.begin(Desk.peek(self._folder).pause_s)
            self._redden(wrong=error.code == "wrong_passphrase")
        self._end()
        self.passphrase.selectAll()

    def _end(self) -> None:
        """The worker is done, whichever way it ended."""
        work, self._work = self._work, None
        if work is not None:
            work.wait()
            work.deleteLater()
        self._show_state()
        self._first.setFocus()

    def _show_state(self) -> None:
        idle = self._work is None
        filled = (
            self.recovery.complete()
            if self.recovers
            else bool(self.passphrase.text())
            if self._exists
            else self.form.complete()
        )
        asking: tuple[QWidget, ...] = (self.passphrase, self.slots, self.form, self.recovery)
        for widget in (*asking, self.language, self.reveal, self.lost, self.backup):
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
        if self._work is None and self._pause.left_s:
            wait = self._shown(self.tr("Next try in %n second(s).", "", self._pause.left_s))
            sentence = f"{sentence}\n{MARKS[self.lang]}{wait}" if sentence else wait
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(MARKS[self.lang] + sentence if sentence else "")
        self._said.setVisible(bool(sentence))

    def _typed(self) -> None:
        self._redden(wrong=False)
        self._show_state()

    def _connect(self) -> None:
        self.go.clicked.connect(self.submit)
        self.backup.restored.connect(self.restored)
        self.passphrase.returnPressed.connect(self.submit)
        self.passphrase.textEdited.connect(lambda _text: self._typed())
        self.passphrase.textChanged.connect(lambda _text: self._show_state())
        self.reveal.clicked.connect(self._reveal)
        self.language.clicked.connect(self._switch_language)
        self.lost.clicked.connect(self._turn)
        self.recovery.changed.connect(self._show_state)
        self.recovery.submitted.connect(self.submit)
        self.form.changed.connect(self._show_state)
        self.form.submitted.connect(self.submit)
        self._pause.ticked.connect(self._show_state)
        self._pause.begin(self._peek.pause_s)
        self._show_state()
        QTimer.singleShot(0, self._first.setFocus)
