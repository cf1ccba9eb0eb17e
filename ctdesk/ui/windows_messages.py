"""What Windows tells a window about the session: that it is locked, that the machine falls asleep.

Sources: Microsoft Learn, WM_WTSSESSION_CHANGE, WTSRegisterSessionNotification, WM_POWERBROADCAST.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

_WM_POWERBROADCAST, _PBT_APMSUSPEND, _PBT_APMRESUMEAUTOMATIC = 0x0218, 0x0004, 0x0012
_WM_WTSSESSION_CHANGE = 0x02B1
_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOCK = 0x2, 0x4, 0x7
_MEANINGS = {
    (_WM_POWERBROADCAST, _PBT_APMSUSPEND): "suspend",
    (_WM_POWERBROADCAST, _PBT_APMRESUMEAUTOMATIC): "suspend",
    (_WM_WTSSESSION_CHANGE, _WTS_CONSOLE_DISCONNECT): "screen",
    (_WM_WTSSESSION_CHANGE, _WTS_REMOTE_DISCONNECT): "screen",
    (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK): "screen",
}


def meaning(message: int, parameter: int) -> str:
    """`suspend`, `screen` or "" for a message and its wParam."""
    return _MEANINGS.get((message, parameter), "")


class WindowsMessages(QAbstractNativeEventFilter):
    """Listens for the session of one top window; only on Windows does anything come."""

    def __init__(self, gone: Callable[[str], None]) -> None:
        super().__init__()
        self._gone = gone

    def listen(self, window_id: int) -> None:
        """Ask Windows to tell this window when the session is locked."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window_id), 0)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if sys.platform == "win32" and bytes(kind) == b"windows_generic_MSG":
            from ctypes import wintypes

            said = wintypes.MSG.from_address(int(message))
            why = meaning(said.message, said.wParam)
            if why:
                self._gone(why)
        return False, 0
