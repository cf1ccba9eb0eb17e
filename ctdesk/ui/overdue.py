"""The backup of a desk that is locked each evening and never closed: written in the background."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from ctdesk.desk import Desk
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.work import Step, Work

_AFTER_MS = 120_000
"""The officer who has just unlocked wants to read, not to wait for a disk."""
_OVERDUE_DAYS = 2


class OverdueBackup(QObject):
    """Looks once, some time after the desk has opened; what can't be written is told by the line
    at the next opening and in the list of backups."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_AFTER_MS)

    def look(self) -> None:
        """Begin to write the backup when the last one is too old."""
        backups = self._context.desk.backups
        try:
            ring = backups.ring()
            if not ring or not backups.due():
                return
        except CtdeskError:
            # a folder that is gone: the next act says so
            return
        if (datetime.now(UTC).date() - ring[0].day).days < _OVERDUE_DAYS:
            return

        def act(desk: Desk, step: Step) -> None:
            desk.backups.write_daily(lambda name, done, total: step(done, total, name))

        self._work = Work(self._context.desk, act, self)
        self._work.start()

    @property
    def busy(self) -> bool:
        return self._work is not None and self._work.isRunning()

    def stop(self) -> None:
        """The desk is about to be closed: give the backup up, nothing of it stays."""
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
