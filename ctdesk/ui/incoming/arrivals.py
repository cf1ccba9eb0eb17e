"""Files on their way into the queue: kept at once, read one after another, off the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ctdesk.desk import Desk, Taken
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.work import Step, Work


class Arrivals(QObject):
    """Takes files and reads what waits; more may be dropped while it works."""

    started = Signal(object)
    """The Work that began: its progress may be shown, its button stops it."""
    moved = Signal()
    """The queue has changed."""
    taken = Signal(object)
    """What came of the files that were dropped: a Taken."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._dropped: list[Path] = []

    @property
    def busy(self) -> bool:
        """Whether files are being kept or read."""
        return self._work is not None

    def take(self, paths: Sequence[Path]) -> None:
        """Keep these files in the queue and read them."""
        self._dropped += paths
        self.read()

    def read(self) -> None:
        """Read what waits, where a stop or a crash left something unread."""
        if self._work is not None:
            return
        paths, self._dropped = self._dropped, []
        try:
            if not (paths or self._context.desk.incoming.unread()):
                return
        except CtdeskError as error:
            self.failed.emit(error)
            return

        def act(desk: Desk, step: Step) -> Taken:
            taken = desk.incoming.take(paths, step)
            desk.incoming.read_waiting(step)
            return taken

        work = self._work = Work(self._context.desk, act, self)
        work.progressed.connect(lambda *_told: self.moved.emit())
        work.finished_with.connect(self.taken)
        work.failed.connect(self.failed)
        work.finished.connect(self._ended)
        self.started.emit(work)
        work.start()

    def stop(self) -> None:
        """Stop after the file in hand and wait for it; the rest waits in the queue."""
        if self._work is not None:
            self._dropped.clear()
            self._work.cancel()
            self._work.wait()
            self._work = None

    def _ended(self) -> None:
        self._work = None
        self.moved.emit()
        if self._dropped:
            self.read()
