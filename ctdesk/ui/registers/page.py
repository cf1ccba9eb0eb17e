"""The registers: three books, a year at a time; jump to a number, open its document, print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.registers import REGISTERS
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.registers import SHARES
from ctdesk.text.show import strip_isolates
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.page import Page
from ctdesk.ui.registers.model import RegisterModel
from ctdesk.ui.second.handing_out import in_full

if TYPE_CHECKING:
    from ctdesk.domain.numbering import Register

_TWO_LINES = 52


class _Book(QTableView):
    """The table; Enter opens, a figure begins a jump."""

    def __init__(self, jump: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._jump = jump

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        elif event.text().isdigit():
            self._jump.setFocus()
            self._jump.setText(event.text())
        else:
            super().keyPressEvent(event)


class RegistersPage(Page):
    """One register and year at a time, by number."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register: Register = "incoming"
        self.model = RegisterModel(context)
        self.tabs = {name: QPushButton(self) for name in REGISTERS}
        self.years = Choice(self)
        self.jump = QLineEdit(self)
        self.table = _Book(self.jump, self)
        self.word_button, self.excel_button = QPushButton(self), QPushButton(self)
        self._line, self._gaps = QLabel(self), QLabel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.years.currentData() or 0)

    def refresh(self) -> None:
        """Read the register again; the year stays where it still has entries."""
        desk, chosen = self.context.desk, self.year
        try:
            years = desk.registers.years(self.register)
            number = self.context.show.number
            self.years.blockSignals(True)
            self.years.offer([(strip_isolates(number(y)), str(y), ()) for y in years])
            at = years.index(chosen) if chosen in years else 0
            self.years.setCurrentIndex(at)
            self.years.blockSignals(False)
            self._load()
        except CtdeskError as error:
            self.failed.emit(error)

    def focus_first(self) -> None:
        self.table.setFocus()

    def turn(self, register: Register) -> None:
        """Open another book."""
        self.register = register
        self.refresh()

    def go_to(self) -> None:
        """Show the entry whose number was typed."""
        typed = strip_isolates(self.jump.text()).strip()
        if not typed:
            return
        try:
            place = self.context.desk.registers.find(self.register, self.year, typed)
        except CtdeskError as error:
            self.notice.emit(error.message(self.context.lang))
            return
        index = self.model.index(place, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.table.setFocus()

    def export(self, extension: str) -> None:
        """Ask where the year's register is to lie as a file, and write it there."""
        name = self.context.label("register", self.register)
        target = files.ask_where(self, f"{name} {self.year}.{extension}")
        if target is None:
            return
        if target.suffix.lower() != f".{extension}":
            target = target.with_name(f"{target.name}.{extension}")
        self._write(target)

    def retranslate(self) -> None:
        for name, button in self.tabs.items():
            button.setText(self.context.label("register", name))
        self.table.setAccessibleName(self.tr("Entries of the register"))
        self.years.setAccessibleName(self.tr("Year"))
        self.jump.setPlaceholderText(self.tr("Go to number"))
        self.jump.setAccessibleName(self.tr("Go to number"))
        self.word_button.setText(self.tr("Word…"))
        self.word_button.setToolTip(self.tr("The year as a Word file to print"))
        self.excel_button.setText(self.tr("Excel…"))
        self.excel_button.setToolTip(self.tr("The year as an Excel sheet"))
        if self.model.columns:
            self.refresh()

    def _write(self, target: Path) -> None:
        desk = self.context.desk
        full = in_full(self.context, desk.registers.request(self.register, self.year), self)
        if full is None:
            return
        try:
            desk.registers.export(self.register, self.year, target, self.context.lang, full=full)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        written = self.tr("The register lies at {0}. It is not encrypted there.")
        self.notice.emit(written.format(f"\u2068{target}\u2069"))

    def _load(self) -> None:
        registers, year, show = self.context.desk.registers, self.year, self.context.show
        self.model.load(self.register, year)
        for name, button in self.tabs.items():
            button.setChecked(name == self.register)
        count = self.model.rowCount()
        self._line.setText(show.digits(self.tr("%n entry(ies)", "", count)))
        gaps = registers.gaps(self.register, year)
        self._gaps.setVisible(bool(gaps))
        numbers = show.names(show.number(number) for number in gaps)
        self._gaps.setText(show.mark + "⚠ " + self.context.word("register.gaps", numbers=numbers))
        self._size_columns()
        if count:
            self.table.setCurrentIndex(self.model.index(count - 1, 0))
            self.table.scrollToBottom()

    def _size_columns(self) -> None:
        shares = [SHARES[spec.key] for spec in self.model.columns]
        room = max(self.table.viewport().width(), 700)
        header = self.table.horizontalHeader()
        for column, share in enumerate(shares):
            self.table.setColumnWidth(column, room * share // sum(shares))
        subject = next(n for n, s in enumerate(self.model.columns) if s.key == "subject")
        for column in range(len(shares)):
            stretch = column == subject
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive,
            )

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row is not None and row.uid:
            self.opened.emit("document", row.uid)

    def _connect(self) -> None:
        for name, button in self.tabs.items():
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, n=name: self.turn(cast("Register", n)))
        self.years.currentIndexChanged.connect(lambda _at: self._load())
        self.jump.returnPressed.connect(self.go_to)
        self.table.activated.connect(self._open)
        self.model.failed.connect(self.failed)
        self.word_button.clicked.connect(lambda: self.export("docx"))
        self.excel_button.clicked.connect(lambda: self.export("xlsx"))

    def _lay_out(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_TWO_LINES)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self._line.setProperty("role", "muted")
        self._gaps.setProperty("role", "warning")
        self._gaps.setWordWrap(True)
        self.jump.setMaximumWidth(150)
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (*self.tabs.values(), self.years, self.jump):
            head.addWidget(widget)
        head.addWidget(self._line, 1)
        head.addWidget(self.word_button)
        head.addWidget(self.excel_button)
        card = QFrame(self)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._gaps)
        column.addWidget(table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
