"""Lists of names that leave the desk: the gate that each of their rows passes twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.screening.lines import Line, LineModel, line_view
from ctdesk.ui.screening.out_acts import OutActs
from ctdesk.ui.screening.out_model import SHARES, NameRows

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import NameListRow, NameRowView

_HEAD = ("names_word", "names_excel")
_FOOT = ("add_name_row", "edit_name_row", "remove_name_row")
_YES = ("approve_rows", "countersign_rows", "withdraw_rows")
_ROW_HEIGHT = 56


class _Table(QTableView):
    """Its columns keep their shares of the room that there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, room * share // sum(SHARES))


class OutTab(OutActs):
    """The lists at one side; the rows of the one that is open beside them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model: LineModel[NameListRow] = LineModel(self._line_of)
        self.list = line_view(context, self.model, self)
        self.rows = NameRows(context)
        self.table = _Table(self)
        self.buttons = {
            name: QPushButton(self) for name in ("new_name_list", *_HEAD, *_FOOT, *_YES)
        }
        self._head, self._title, self._line = QLabel(self), QLabel(self), QLabel(self)
        self._blocks, self._empty = QLabel(self), QLabel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the lists again; the open one stays open."""
        opened = self.open_list
        self.show_list(opened.record.uid if opened else "")

    def has(self, uid: str) -> bool:
        """Whether this is one of the lists."""
        return any(each.record.uid == uid for each in self.model.rows)

    def open(self, uid: str) -> None:
        """Open a list that another page asked for."""
        self.show_list(uid)

    def focus_first(self) -> None:
        (self.list if self.model.rows else self.buttons["new_name_list"]).setFocus()

    def next_pane(self) -> None:
        """From the lists to the rows and back."""
        (self.table if self.list.hasFocus() else self.list).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    @property
    def open_list(self) -> NameListRow | None:
        return self.model.row_at(self.list.currentIndex())

    @property
    def all_rows(self) -> Sequence[NameRowView]:
        return self.rows.rows

    @property
    def chosen_rows(self) -> Sequence[NameRowView]:
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.rows.rows[at] for at in chosen if at < len(self.rows.rows)]

    def show_list(self, uid: str) -> None:
        try:
            lists = self.context.desk.screening.name_lists.list()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        kept = {view.row.uid for view in self.chosen_rows}
        self.model.show_rows(lists)
        self._cards.setCurrentIndex(1 if lists else 0)
        at = next((n for n, each in enumerate(lists) if each.record.uid == uid), 0)
        if lists:
            self.list.setCurrentIndex(self.model.index(at, 0))
        self._show_rows(kept)

    def retranslate(self) -> None:
        self._head.setText(self.tr("Lists of names that leave"))
        self.list.setAccessibleName(self.tr("Lists of names that leave"))
        self.table.setAccessibleName(self.tr("Rows of the list"))
        for name, button in self.buttons.items():
            row = act(name)
            button.setText(row.phrase)
        self._empty.setText(
            self.tr(
                "No list of names was begun yet.\n"
                "A list of names leaves the desk only when two officers have approved each of "
                "its rows, with its legal basis. Begin one here, or put an entry or a confirmed "
                "name on a list from where it is shown."
            )
        )
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(SHARES) - 1)
        self._say()

    def _show_rows(self, kept: Collection[str] = ()) -> None:
        """Show the rows of the open list; those that were chosen stay so, else the first is."""
        opened = self.open_list
        try:
            views = self.context.desk.screening.name_lists.rows(opened.record.uid) if opened else ()
        except CtdeskError as error:
            self.failed.emit(error)
            views = ()
        self.rows.show_rows(views)
        chosen = [at for at, view in enumerate(views) if view.row.uid in kept] or [0]
        choosing = self.table.selectionModel()
        for at in chosen if views else ():
            choosing.select(
                self.rows.index(at, 0), choosing.SelectionFlag.Select | choosing.SelectionFlag.Rows
            )
        self._say()
        self._grey()

    def _say(self) -> None:
        opened, show, context = self.open_list, self.context.show, self.context
        if opened is None:
            return
        record = opened.record
        self._title.setText(show.joined(record.title))
        annex = ""
        if record.document:
            annex = context.field("name_list", "document")
        self._line.setText(
            show.joined(
                context.label("classification", record.classification),
                annex,
                self._how_far(opened),
                show.joined(record.sha256[:16]) if record.sha256 else "",
            )
        )
        blocking = self.blocking
        self._blocks.setText(blocking or self.tr("Every row was approved twice as it reads."))
        self._blocks.setProperty("role", "warning" if blocking else "muted")
        self._blocks.style().polish(self._blocks)

    def _how_far(self, row: NameListRow) -> str:
        show, word = self.context.show, self.context.word
        if row.record.left_on:
            return word("names_state.left", day=show.short_day(row.record.left_on))
        if not row.rows:
            return word("names_state.empty")
        if row.ready:
            return word("names_state.ready")
        number = show.number
        return word("names_state.approved", approved=number(row.approved), rows=number(row.rows))

    def _line_of(self, row: NameListRow) -> Line:
        quiet = self.context.label("classification", row.record.classification)
        return Line(row.record.title, quiet=quiet, chip=self._how_far(row), strong=not row.ready)

    def _grey(self) -> None:
        for name, button in self.buttons.items():
            handler = act(name).handler
            button.setEnabled(self.can(handler))
            button.setToolTip("" if button.isEnabled() else self.why_not(handler))
        self.acts_changed.emit()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_rows())
        self.list.activated.connect(lambda _index: self.table.setFocus())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._grey())
        self.table.doubleClicked.connect(lambda _index: self.edit_name_row())
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: getattr(self, act(n).handler)())

    def _lay_out(self) -> None:
        for label, role in (
            (self._head, "heading"), (self._title, "title"), (self._line, "muted"),
            (self._blocks, "warning"), (self._empty, "muted"),
        ):  # fmt: skip
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons["approve_rows"].setProperty("kind", "primary")
        self._lay_out_table()
        column = QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 4, 1, 0)
        left.setSpacing(8)
        left.addWidget(self._head)
        card, side = QFrame(self), QFrame(self)
        for frame in (card, side):
            frame.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        left.addWidget(card, 1)
        left.addWidget(self.buttons["new_name_list"])
        opened = QWidget(side)
        self._fill(opened)
        self._cards = QStackedLayout(side)
        self._cards.setContentsMargins(1, 1, 1, 1)
        self._cards.addWidget(self._empty)
        self._cards.addWidget(opened)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        column.setMinimumWidth(230)
        splitter.addWidget(column)
        splitter.addWidget(side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([270, 890])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.addWidget(splitter)

    def _fill(self, opened: QWidget) -> None:
        head, foot, signs = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        for line, names in ((head, _HEAD), (foot, _FOOT), (signs, _YES)):
            line.setSpacing(6)
            for name in names:
                line.addWidget(self.buttons[name])
        foot.addStretch(1)
        signs.addStretch(1)
        column = QVBoxLayout(opened)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._blocks)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addLayout(signs)

    def _lay_out_table(self) -> None:
        table = self.table
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(32)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
