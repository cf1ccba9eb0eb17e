"""The slow half of unlocking, off the window's thread; and the pause after a wrong passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from shiboken6 import isValid

from ctdesk.desk import Desk
from ctdesk.desk.slots import NewWords
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language

if TYPE_CHECKING:
    from ctdesk.ui.first_run import Asked


class Derivation(QThread):
    """Runs `act` once; `done` or `failed` comes on the window's thread."""

    done = Signal(object)
    """What `act` returned."""
    failed = Signal(object)
    told = Signal(str, int, int)
    """The part of the index that is made anew, how many are done, of how many."""

    def __init__(self, act: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        # a locked screen that goes while its key is derived waits for it: a thread can't be cut
        parent.destroyed.connect(self._outlive)

    def tell(self, part: str, done: int, total: int) -> bool:
        """How far the act has come; for the act's own thread."""
        self.told.emit(part, done, total)
        return True

    def _outlive(self) -> None:
        if isValid(self):
            self.wait()

    def run(self) -> None:
        try:
            self.done.emit(self._act())
        except CtdeskError as error:
            self.failed.emit(error)


class Pause(QObject):
    """Counts down the seconds after a wrong try; how many they are is kept with the desk, so that
    a new start of the program doesn't end them."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def begin(self, seconds: int) -> None:
        """Wait so long from now."""
        self.left_s = seconds
        if seconds:
            self._timer.start()

    def _tick(self) -> None:
        self.left_s = max(0, self.left_s - 1)
        if not self.left_s:
            self._timer.stop()
        self.ticked.emit()


@dataclass(frozen=True)
class Made:
    """A new desk: with `unlocked` it is opened on another thread; its recovery words are not in
    force before somebody wrote them down."""

    unlocked: Any
    words: NewWords


def unlock_desk(
    folder: Path, passphrase: str, slot: str | None, told: Callable[[str, int, int], bool]
) -> Any:
    """Derive the key and do what the first opening by a newer program has to do."""
    return Desk.bring_up(folder, Desk.unlock(folder, passphrase, slot), told)


def recover_desk(
    folder: Path, words: str, slot: str, new: str, told: Callable[[str, int, int], bool]
) -> Any:
    """Give an officer a new passphrase by the recovery words, and open the desk with it."""
    return Desk.bring_up(folder, Desk.recover(folder, words, slot, new), told)


def make_desk(folder: Path, asked: Asked, language: Language) -> Made:
    """Make a desk on this thread and close it."""
    desk = Desk.create(
        folder,
        asked.passphrase,
        asked.officer,
        language=language,
        digits=asked.digits,
        sample=asked.sample,
    )
    try:
        return Made(desk.unlocked, desk.slots.prepare_words(asked.passphrase))
    finally:
        desk.close()
