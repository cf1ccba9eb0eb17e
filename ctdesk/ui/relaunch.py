"""Ends this process and begins it anew at the locked screen.

Keys, the passphrase and texts linger in the memory of a Python process for as long as it lives;
only its end takes them away (research: store, section 3). The new process learns where the window
stood, and nothing else; its language is that of the vault's look.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_PLACE = "CTDESK_PLACE"


def relaunch(folder: Path, window: QWidget) -> None:
    """Become a new process; does not return. The desk must be closed."""
    # -P: a module of the folder in which the program was started must not stand in for one of ours
    command = [sys.executable, "-P", "-m", "ctdesk", "--store", str(folder)]
    environment = os.environ | {_PLACE: _written(window)}
    if sys.platform == "win32":
        subprocess.Popen(command, env=environment)
        os._exit(0)
    os.execve(sys.executable, command, environment)


def take_place(window: QWidget) -> None:
    """Put the window where it was before a lock, as far as a screen is there."""
    given = os.environ.pop(_PLACE, "").split(",")
    if len(given) != 5 or not all(part.lstrip("-").isdigit() for part in given):
        return
    x, y, width, height, wide = (int(part) for part in given)
    place = QRect(x, y, width, height)
    if any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens()):
        window.setGeometry(place)
    if wide:
        window.showMaximized()


def _written(window: QWidget) -> str:
    at = window.normalGeometry() if window.isMaximized() else window.geometry()
    return f"{at.x()},{at.y()},{at.width()},{at.height()},{int(window.isMaximized())}"
