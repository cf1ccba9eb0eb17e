"""A room with several pages, one tab each; each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.page import Page


@dataclass(frozen=True)
class Tab:
    """One tab: its name in the code, its English source phrase, what makes its page."""

    name: str
    text: str
    make: Callable[[Context, QWidget], Page]

    context: ClassVar[str]
    """The translators' context of the phrases of a room's tabs."""

    @property
    def phrase(self) -> str:
        return QCoreApplication.translate(self.context, self.text)


class TabbedPage(Page):
    """Hands everything on to the page of the tab in front."""

    def __init__(self, context: Context, tabs: Sequence[Tab], parent: QWidget | None) -> None:
        super().__init__(context, parent)
        self._rows = tabs
        self._pages: dict[str, Page] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._holders: list[QVBoxLayout] = []
        for _ in tabs:
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
        return self.tab(self._rows[self.tabs.currentIndex()].name)

    def tab(self, name: str) -> Page:
        """The page of that tab."""
        if name not in self._pages:
            index = self._place(name)
            page = self._rows[index].make(self.context, self)
            page.notice.connect(self.notice)
            page.failed.connect(self.failed)
            page.opened.connect(self.opened)
            page.changed.connect(self.changed)
            page.working.connect(self.working)
            page.record_shown.connect(self.record_shown)
            page.acts_changed.connect(self.acts_changed)
            self._holders[index].addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def show_tab(self, name: str) -> Page:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(self._place(name))
        return self.front

    def refresh(self) -> None:
        self.front.refresh()

    def focus_first(self) -> None:
        self.front.focus_first()

    def can(self, handler: str) -> bool:
        return self.front.can(handler)

    def why_not(self, handler: str) -> str:
        return self.front.why_not(handler)

    @property
    def actor(self) -> Page:
        return self.front

    @property
    def drop_phrase(self) -> str:
        return self.front.drop_phrase

    def names_found(self) -> None:
        self.front.names_found()

    def take_files(self, files: Sequence[Path]) -> bool:
        return self.front.take_files(files)

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self._pages.values())

    def retranslate(self) -> None:
        for index, tab in enumerate(self._rows):
            self.tabs.setTabText(index, tab.phrase)

    def _place(self, name: str) -> int:
        return next(index for index, tab in enumerate(self._rows) if tab.name == name)

    def _came_to_front(self) -> None:
        self.front.refresh()
        self.acts_changed.emit()
