"""The tab: the acts of the desk, and whether their chain holds."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import MONTHS_AR, MONTHS_EN
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.history.acts import ActsView
from ctdesk.ui.keeping.history.checks import ChecksView
from ctdesk.ui.page import Page


class HistoryTab(Page):
    """Two views, one at a time; a line above them when the last month has no summary."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._due: tuple[int, int] | None = None
        self.acts, self.checks = ActsView(context, self), ChecksView(context, self)
        self._stack = QStackedWidget(self)
        self.segments = [QPushButton(self) for _ in range(2)]
        for view in (self.acts, self.checks):
            self._stack.addWidget(view)
            view.notice.connect(self.notice)
            view.failed.connect(self.failed)
            view.opened.connect(self.opened)
            view.changed.connect(self._acted)
        head = QHBoxLayout()
        head.setSpacing(6)
        for number, button in enumerate(self.segments):
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, n=number: self.show_view(n))
            head.addWidget(button)
        head.addStretch(1)
        self.reminder = QFrame(self)
        self._reminds = QLabel(self.reminder)
        self._reminds.setProperty("role", "warning")
        self.write_button = QPushButton(self.reminder)
        self.write_button.setProperty("kind", "link")
        self.write_button.clicked.connect(self._write_due)
        line = QHBoxLayout(self.reminder)
        line.setContentsMargins(2, 0, 2, 0)
        line.addWidget(self._reminds)
        line.addWidget(self.write_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.reminder)
        layout.addWidget(self._stack, 1)
        self.show_view(0)
        self.retranslate()

    def show_view(self, number: int) -> None:
        """0: the acts; 1: the chain, seals and months."""
        self._stack.setCurrentIndex(number)
        for place, button in enumerate(self.segments):
            button.setChecked(place == number)

    def refresh(self) -> None:
        self.acts.refresh()
        self._remind()

    def focus_first(self) -> None:
        if self._stack.currentIndex():
            self.checks.seal.line.setFocus()
        else:
            self.acts.list.setFocus()

    def open(self, uid: str) -> None:
        """Show the acts about one record."""
        try:
            document = self.context.desk.documents.get(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_view(0)
        self.acts.filters.only(uid, document.register_number or document.their_number)

    def may_leave(self) -> bool:
        self.checks.wait()
        return True

    def retranslate(self) -> None:
        for button, phrase in zip(
            self.segments, (self.tr("Acts"), self.tr("Chain, seals, months")), strict=True
        ):
            button.setText(phrase)
        self.write_button.setText(self.tr("Write it now"))
        self._remind()

    def _remind(self) -> None:
        try:
            self._due = self.context.desk.history.months.due()
        except CtdeskError as error:
            self.failed.emit(error)
        self.reminder.setVisible(self._due is not None)
        if self._due is not None:
            year, month = self._due
            name = (MONTHS_AR if self.context.rtl else MONTHS_EN)[month - 1]
            told = self.tr("The summary of {0} has not been written yet.")
            month_name = self.context.show.digits(f"{name} {year}")
            self._reminds.setText(self.context.show.mark + "⚠ " + told.format(month_name))

    def _write_due(self) -> None:
        if self._due is not None:
            self.show_view(1)
            self.checks.month.choose(*self._due)
            self.checks.month.write("docx")

    def _acted(self) -> None:
        self.changed.emit()
        self.refresh()
