"""The room's page: what waits to be decided, the entries, the lists in force."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.screening.hits_tab import HitsTab
from ctdesk.ui.screening.tabs import TABS
from ctdesk.ui.tabbed import TabbedPage


class ScreeningPage(TabbedPage):
    """The room of names. Without any list it opens where one is imported."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, TABS, parent)
        try:
            if not context.desk.screening.lists.in_force():
                self.show_tab("lists")
        except CtdeskError as error:
            self.failed.emit(error)

    @property
    def hits(self) -> HitsTab:
        """The tab of what waits for a decision."""
        page = self.tab("hits")
        assert isinstance(page, HitsTab)
        return page

    @property
    def shown_uid(self) -> str:
        return self.front.shown_uid

    def open(self, uid: str) -> None:
        """Show what another page asked for: a name that was found, a list of names, an entry."""
        for name in ("hits", "out"):
            page = self.tab(name)
            page.refresh()
            if page.has(uid):  # type: ignore[attr-defined]
                self.show_tab(name).open(uid)
                return
        self.show_tab("entries").open(uid)

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(self.tr("Screening"))
