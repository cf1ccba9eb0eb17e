"""Keeps the names up: whatever text came in is compared with the lists soon after, in the
background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ctdesk.ui.work import Step, Work

if TYPE_CHECKING:
    from ctdesk.desk import Desk
    from ctdesk.desk.screening_rows import Screened
    from ctdesk.ui.window import MainWindow

_REST_MS = 1500
"""So long a rest after an act that may have brought a text, and the lists are compared with it."""
_MANY = 100
"""From so many documents on the window shows how far it is."""


class NamesWatch(QObject):
    """Compares what is due on a worker; says when names were found."""

    compared = Signal(int)
    """A look has ended: so many documents still wait."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.due = 0
        self._window = window
        self._work: Work | None = None
        self._shown = self._again = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look_now)

    @property
    def busy(self) -> bool:
        """Whether texts are being compared now."""
        return self._work is not None

    def look_soon(self) -> None:
        """Something changed: look after a rest. Nothing to do without a list."""
        if self._window.context.desk.screening.names.state:
            self._rest.start()

    def look_now(self) -> None:
        """Compare what is due; what comes meanwhile is compared after that."""
        self._rest.stop()
        if self._work is not None:
            self._again = True
            return
        self._shown = self._again = False
        self._work = work = Work(
            self._window.context.desk,
            _compare,
            self,
        )
        work.progressed.connect(self._moved)
        work.finished_with.connect(self._compared)
        work.failed.connect(self._window.fail)
        work.finished.connect(self._ended)
        work.start()

    def stop(self) -> None:
        """Stop after the batch at hand: the rest is due at the next look."""
        self._rest.stop()
        self._again = False
        if self._work is not None:
            self._work.cancel()
            self._work.wait()

    def _moved(self, _done: int, total: int | None, _last: object) -> None:
        if total is not None and total >= _MANY and not self._shown and self._work is not None:
            self._shown = True
            said = self.tr("Comparing documents with the lists…")
            self._window.notices.follow(self._work, said)

    def _compared(self, done: tuple[Screened, int]) -> None:
        screened, self.due = done
        self.compared.emit(self.due)
        if not screened.matches:
            return
        said = self.tr("%n name(s) of the lists were found in texts.", "", screened.matches)
        self._window.notices.say(self._window.context.show.digits(said))
        self._window.count()
        self._window.page.names_found()

    def _ended(self) -> None:
        self._work = None
        if self._again:
            self.look_now()


def _compare(desk: Desk, step: Step) -> tuple[Screened, int]:
    """Compare what is due, and have the names ready for whoever asks next; what still waits."""
    texts = desk.screening.texts
    screened = texts.catch_up(lambda done, total: step(done, total))
    if screened.stopped:
        return screened, texts.due()
    desk.screening.names.in_force()
    return screened, 0
