"""Long work off the window's thread: import, backup, big exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, Signal

from ctdesk.domain.errors import CtdeskError

if TYPE_CHECKING:
    from ctdesk.desk import Desk

Step = Callable[..., bool]
"""Tells progress: `(done, total | None, last result | None)`; answers False once cancelled."""


class Work(QThread):
    """Runs `act(desk, step)` on a second connection to the store; signals come on the window's
    thread.

    `act` calls `step(done, total, last)` after each piece and stops when that answers False; what
    was done until then stays done, since every act of the desk is a whole transaction.
    """

    progressed = Signal(int, object, object)
    """Pieces done, pieces in all (None: unknown), the last piece's result."""
    finished_with = Signal(object)
    """The value that `act` returned."""
    failed = Signal(object)
    """The CtdeskError that ended the work."""

    def __init__(
        self, desk: Desk, act: Callable[[Desk, Step], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._act = act

    def cancel(self) -> None:
        """Ask the work to stop after its current piece."""
        self.requestInterruption()

    def run(self) -> None:
        try:
            desk = self._desk.for_worker()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        try:
            self.finished_with.emit(self._act(desk, self._step))
        except CtdeskError as error:
            self.failed.emit(error)
        finally:
            desk.close()

    def _step(self, done: int, total: int | None = None, last: object = None) -> bool:
        self.progressed.emit(done, total, last)
        return not self.isInterruptionRequested()
