"""The room's page: one tab for each way in which the desk is looked after."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.keeping.tabs import TABS
from ctdesk.ui.tabbed import TabbedPage


class KeepingPage(TabbedPage):
    """The room of history, packs, backups and checks."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, TABS, parent)

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(self.tr("Safekeeping"))
