"""The tab: the acts of the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.history.acts import ActsView
from ctdesk.ui.page import Page


class HistoryTab(Page):
    """Hands on what its views report."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.acts = ActsView(context, self)
        for view in (self.acts,):
            view.notice.connect(self.notice)
            view.failed.connect(self.failed)
            view.opened.connect(self.opened)
            view.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 10, 2, 2)
        layout.addWidget(self.acts)

    def refresh(self) -> None:
        self.acts.refresh()

    def focus_first(self) -> None:
        self.acts.list.setFocus()

    def open(self, uid: str) -> None:
        """Show the acts about one record."""
        try:
            document = self.context.desk.documents.get(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.acts.filters.only(uid, document.register_number or document.their_number)
