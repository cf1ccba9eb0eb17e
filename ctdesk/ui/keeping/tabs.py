"""THE table of the room's tabs, in order: to add one, write a page of its own and one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.keeping.backups import BackupsTab
from ctdesk.ui.keeping.history import HistoryTab
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.page import Page


@dataclass(frozen=True)
class Tab:
    """One tab: its name in the code, its English source phrase, what makes its page."""

    name: str
    text: str
    make: Callable[[Context, QWidget], Page]

    @property
    def phrase(self) -> str:
        return QCoreApplication.translate("Keeping", self.text)


TABS: tuple[Tab, ...] = (
    Tab("history", QT_TRANSLATE_NOOP("Keeping", "History"), HistoryTab),
    Tab("backups", QT_TRANSLATE_NOOP("Keeping", "Backups"), BackupsTab),
)
