"""Notices that nobody is at the desk: no key for a while, the screen locked, the machine asleep."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ctdesk.ui.session_bus import SessionBus, desktop_runs
from ctdesk.ui.windows_messages import WindowsMessages

_TICK_MS = 5_000
_JUMP_S = 30.0
"""A machine that slept shorter than this is left as it was."""


class Jumps:
    """Notices sleep where no system tells: the wall clock went on without the monotonic one.

    `steady` is for systems whose monotonic clock goes on during sleep (Windows): there, nobody
    called for much longer than was asked.
    """

    def __init__(self, wall: float, monotonic: float, *, steady: bool = False) -> None:
        self._wall, self._monotonic, self._steady = wall, monotonic, steady

    def slept(self, wall: float, monotonic: float) -> bool:
        """Whether the machine slept since the last call. A clock set back is no sleep."""
        by_wall, by_steady = wall - self._wall, monotonic - self._monotonic
        self._wall, self._monotonic = wall, monotonic
        late = self._steady and by_steady > _TICK_MS / 1000 + _JUMP_S
        return late or by_wall - by_steady > _JUMP_S


class Absence(QObject):
    """One for the program; `noticed` comes while the desk is open, and does no harm while not."""

    noticed = Signal(str)
    """`idle`, `screen` or `suspend`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(lambda: self.noticed.emit("idle"))
        self._jumps = Jumps(time.time(), time.monotonic(), steady=sys.platform == "win32")
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look)
        self._tick.start()
        self._windows: WindowsMessages | None = None
        self._bus: SessionBus | None = None

    def listen_to_system(self, window_id: int) -> None:
        """Let the system tell as well, where it does. `window_id` is the top window's handle."""
        if sys.platform == "win32":
            self._windows = WindowsMessages(self.noticed.emit)
            QCoreApplication.instance().installNativeEventFilter(self._windows)
            self._windows.listen(window_id)
        elif desktop_runs():
            self._bus = SessionBus(self.noticed.emit, self)
            self._bus.listen()

    def lock_after(self, minutes: int) -> None:
        """Begin to count the minutes of rest; 0 never ends."""
        if minutes > 0:
            self.idle.start(minutes * 60_000)
        else:
            self.idle.stop()

    def alive(self) -> None:
        """Somebody is there."""
        if self.idle.isActive():
            self.idle.start()

    def _look(self) -> None:
        if self._jumps.slept(time.time(), time.monotonic()):
            self.noticed.emit("suspend")
