"""The names that wait for a decision, each in its text, beside the entry that it may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.reading import ReadingView
from ctdesk.ui.screening.hit_acts import HitActs
from ctdesk.ui.screening.hit_panel import HitPanel
from ctdesk.ui.screening.hit_text import HitText
from ctdesk.ui.screening.lines import Line, LineModel, PagedRows, line_view
from ctdesk.ui.screening.words import match_line

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow

_REST_MS = 40


class HitsTab(HitActs):
    """The list at one side, the text in the middle, the entry at the far side."""

    compare_wanted = Signal()
    """The documents that wait are to be compared now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.lists, self.mine = Choice(self), QCheckBox(self)
        self.model: LineModel[MatchRow] = LineModel(self._line_of)
        self.list = line_view(context, self.model, self)
        self.view = ReadingView(context.tokens, self)
        self.text = HitText(context, self.view)
        self.hit_panel = HitPanel(context, self)
        self.compare_button = QPushButton(self)
        self._count, self._due, self._empty = QLabel(self), QLabel(self), QLabel(self)
        self._waiting = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read again what waits; the chosen name stays."""
        self._load(keep=self.hit.match.uid if self.hit else "")

    def has(self, uid: str) -> bool:
        """Whether a match waits here."""
        return self._place_of(uid) >= 0

    def open(self, uid: str) -> None:
        """Choose a match that another page asked for."""
        self._choose(self._place_of(uid))

    def _place_of(self, uid: str) -> int:
        return next((n for n, row in enumerate(self.model.rows) if row.match.uid == uid), -1)

    def focus_first(self) -> None:
        self.list.setFocus()

    def can(self, handler: str) -> bool:
        if handler == "compare_waiting":
            return bool(self.context.desk.screening.names.state)
        return super().can(handler)

    def step_name(self, by: int) -> None:
        at = self.list.currentIndex().row() + by
        if 0 <= at < self.model.rowCount():
            self._choose(at)

    def names_changed(self) -> None:
        """The list as it is after a decision; what follows in it is chosen."""
        at, uid = self.list.currentIndex().row(), self.hit.match.uid if self.hit else ""
        self._load(at=at)
        stayed = self.model.row_at(self.model.index(at, 0))
        if stayed is not None and stayed.match.uid == uid:
            self.step_name(1)

    def next_pane(self) -> None:
        """From the list to the text, to the entry, and around."""
        stops = (self.list, self.view, self.hit_panel.sheet)
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def compare_waiting(self) -> None:
        """Have the documents that wait compared with the lists."""
        self.compare_wanted.emit()

    def show_due(self, count: int) -> None:
        """So many documents wait to be compared."""
        self._waiting = count
        self._say()

    def names_found(self) -> None:
        self.refresh()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Names that wait for a decision"))
        self.view.setAccessibleName(self.tr("Text of the document"))
        self.view.set_tokens(self.context.tokens)
        label = self.context.label
        chosen = str(self.lists.currentData() or "")
        rows = [(label("list_kind", code), code, ()) for code in ("un", "national", "ofac")]
        self.lists.offer([(self.tr("All lists"), "", ()), *rows], chosen)
        self.lists.setAccessibleName(self.tr("List"))
        self.mine.setText(self.tr("Only what waits for me as the second officer"))
        self.compare_button.setText(act("compare_waiting").phrase)
        self._say()
        self._show_chosen()

    def _load(self, *, keep: str = "", at: int = 0) -> None:
        screening = self.context.desk.screening
        list_, mine = str(self.lists.currentData() or ""), self.mine.isChecked()
        try:
            rows: PagedRows[MatchRow] = PagedRows(
                lambda offset, limit: screening.open(
                    list_=list_, offset=offset, limit=limit, waiting=mine
                )
            )
            first = rows.first_where(lambda row: row.match.uid == keep)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.model.show_rows(rows)
        self._cards.setCurrentIndex(1 if len(rows) else 0)
        self._say()
        if len(rows):
            self._choose(min(first if first >= 0 else at, len(rows) - 1))
        else:
            self._show_chosen()

    def _choose(self, at: int) -> None:
        index = self.model.index(at, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self._rest.stop()
        self._show_chosen()

    def _show_chosen(self) -> None:
        index = self.list.currentIndex()
        row = self.model.row_at(index)
        try:
            self.text.show_row(row)
        except CtdeskError as error:
            self.failed.emit(error)
        self.hit_panel.show_row(row, index.row(), self.model.rowCount(), with_document=True)
        self.grey_names()

    def _line_of(self, row: MatchRow) -> Line:
        return match_line(self.context, row)

    def _say(self) -> None:
        screening = self.context.desk.screening
        digits = self.context.show.digits
        due = self._waiting
        self._count.setText(digits(self.tr("%n name(s) to look at", "", self.model.rowCount())))
        waiting = self.tr("%n document(s) wait to be compared with the lists.", "", due)
        self._due.setText(digits(waiting))
        self._due.setVisible(due > 0)
        self.compare_button.setVisible(due > 0)
        self._empty.setText(
            self.tr(
                "No name waits for a decision.\nNames in reports appear here as they are found."
            )
            if screening.names.state
            else self.tr(
                "No list has been imported yet.\n"
                "Under “Lists in force” it is said where lists come from and how they come in."
            )
        )

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._rest.start())
        self.list.activated.connect(lambda _index: self.view.setFocus())
        self._rest.timeout.connect(self._show_chosen)
        self.lists.currentIndexChanged.connect(lambda _at: self.refresh())
        self.mine.toggled.connect(lambda _on: self.refresh())
        self.compare_button.clicked.connect(self.compare_waiting)
        self.hit_panel.act_wanted.connect(lambda name: getattr(self, act(name).handler)())
        self.hit_panel.opened.connect(self.opened)
        self.hit_panel.failed.connect(self.failed)

    def _lay_out(self) -> None:
        for label in (self._count, self._due, self._empty):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card, page = QFrame(self), QFrame(self)
        for frame in (card, page):
            frame.setProperty("card", True)
        self._cards = QStackedLayout()
        self._cards.addWidget(self._empty)
        self._cards.addWidget(self.list)
        inside, around = QVBoxLayout(card), QVBoxLayout(page)
        inside.setContentsMargins(1, 1, 1, 1)
        around.setContentsMargins(1, 1, 1, 1)
        inside.addLayout(self._cards)
        around.addWidget(self.view)
        column = QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 4, 1, 0)
        left.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.lists)
        left.addLayout(head)
        left.addWidget(self.mine)
        left.addWidget(card, 1)
        left.addWidget(self._due)
        left.addWidget(self.compare_button)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        for widget in (column, page, self.hit_panel):
            widget.setMinimumWidth(260)
            splitter.addWidget(widget)
        splitter.setSizes([330, 400, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.addWidget(splitter)
