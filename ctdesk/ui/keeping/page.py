"""The room's page: one tab for each way in which the desk is looked after."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.keeping.tabs import TABS
from ctdesk.ui.page import Page


class KeepingPage(Page):
    """Hands everything on to the page of the tab in front; each is made when it is first wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._pages: dict[str, Page] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._holders: list[QVBoxLayout] = []
        for _ in TABS:
            holder = QWidget(self)
            self._holders.append(QVBoxLayout(holder))
            self._holders[-1].setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _index: self._came_to_front())
        self.retranslate()

    @property
    def front(self) -> Page:
        """The page of the tab in front."""
        return self.tab(TABS[self.tabs.currentIndex()].name)

    def tab(self, name: str) -> Page:
        """The page of that tab."""
        if name not in self._pages:
            index = next(i for i, tab in enumerate(TABS) if tab.name == name)
            page = TABS[index].make(self.context, self)
            page.notice.connect(self.notice)
            page.failed.connect(self.failed)
            page.opened.connect(self.opened)
            page.changed.connect(self.changed)
            page.record_shown.connect(self.record_shown)
            page.acts_changed.connect(self.acts_changed)
            self._holders[index].addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def show_tab(self, name: str) -> Page:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(next(i for i, tab in enumerate(TABS) if tab.name == name))
        return self.front

    def refresh(self) -> None:
        self.front.refresh()

    def focus_first(self) -> None:
        self.front.focus_first()

    def can(self, handler: str) -> bool:
        return self.front.can(handler)

    @property
    def actor(self) -> Page:
        return self.front

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self._pages.values())

    def retranslate(self) -> None:
        for index, tab in enumerate(TABS):
            self.tabs.setTabText(index, tab.phrase)
        self.tabs.setAccessibleName(self.tr("Safekeeping"))

    def _came_to_front(self) -> None:
        self.front.refresh()
        self.acts_changed.emit()
