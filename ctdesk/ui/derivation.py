"""The slow half of unlocking, off the window's thread; and the pause after a wrong passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from shiboken6 import isValid

from ctdesk.desk import Desk
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language

if TYPE_CHECKING:
    from ctdesk.ui.first_run import Asked

_DELAYS_S = (0, 1, 2, 4, 8, 16, 30)
"""Pause after the nth wrong try in a row: it slows a hand; the key slot slows a program."""


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
    """Counts down after wrong tries; each one more makes the next pause longer."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left_s = 0
        self._wrong = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def wrong(self) -> None:
        """A wrong passphrase was given."""
        self._wrong += 1
        self.left_s = _DELAYS_S[min(self._wrong, len(_DELAYS_S) - 1)]
        self._timer.start()

    def _tick(self) -> None:
        self.left_s = max(0, self.left_s - 1)
        if not self.left_s:
            self._timer.stop()
        self.ticked.emit()


def unlock_desk(
    folder: Path, passphrase: str, slot: str | None, told: Callable[[str, int, int], bool]
) -> Any:
    """Derive the key and do what the first opening by a newer program has to do."""
    return Desk.bring_up(folder, Desk.unlock(folder, passphrase, slot), told)


def make_desk(folder: Path, asked: Asked, language: Language) -> Any:
    """Make a desk on this thread and close it; with what it returns it is opened on another."""
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
