"""Asks where a backup is to lie."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ctdesk.ui import files


def ask_where(parent: QWidget) -> Path | None:
    """The folder for a backup that holds everything itself; None when nobody wants one."""
    name = f"ctdesk-{datetime.now().astimezone():%Y-%m-%d}.backup"
    return files.ask_where(parent, name, QCoreApplication.translate("Keeping", "Back up the desk"))
