"""Keeps a window out of pictures and recordings of the screen, where the system can do that.

Source: Microsoft Learn, SetWindowDisplayAffinity; WDA_EXCLUDEFROMCAPTURE needs Windows 10, 2004.
It stops programs that ask Windows for a picture, not a camera. X11 and Wayland have no such wish.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

_WDA_NONE, _WDA_EXCLUDEFROMCAPTURE = 0x0, 0x11
POSSIBLE = sys.platform == "win32"


def keep_from_capture(window: QWidget, hidden: bool) -> bool:
    """Hide a top window from capture, or show it again; whether the system did."""
    done = False
    if sys.platform == "win32":
        import ctypes

        affinity = _WDA_EXCLUDEFROMCAPTURE if hidden else _WDA_NONE
        handle = ctypes.c_void_p(int(window.winId()))
        done = bool(ctypes.windll.user32.SetWindowDisplayAffinity(handle, affinity))
    return done
