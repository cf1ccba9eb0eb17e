"""The entries of the lists: one field that finds a name in either script; all about an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.page import Page
from ctdesk.ui.screening.entry_pane import EntryPane
from ctdesk.ui.screening.joining import put_on_list
from ctdesk.ui.screening.lines import Line, LineModel, line_view
from ctdesk.ui.screening.out_dialogs import Written
from ctdesk.ui.screening.words import row_line
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import EntryRow

_TYPING_MS = 180
_REST_MS = 40
_MOST = 100_000
_STATES = {"": None, "listed": False, "delisted": True}


class EntriesTab(Page):
    """Search and filters over the list of entries; beside it the chosen one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.field = QLineEdit(self)
        self.lists, self.parts, self.kinds, self.states = (Choice(self) for _ in range(4))
        self.model: LineModel[EntryRow] = LineModel(self._line_of)
        self.list = line_view(context, self.model, self)
        self.pane = EntryPane(context, self)
        self._count, self._empty = QLabel(self), QLabel(self)
        self._work: Work | None = None
        self._typing, self._rest = QTimer(self), QTimer(self)
        for timer, rest in ((self._typing, _TYPING_MS), (self._rest, _REST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(rest)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the entries again; the chosen one stays."""
        try:
            self._offer_parts()
            self._load()
        except CtdeskError as error:
            self.failed.emit(error)

    def focus_first(self) -> None:
        self.field.setFocus()

    @property
    def shown_uid(self) -> str:
        return self.pane.uid

    def open(self, uid: str) -> None:
        """Show an entry, whatever was searched for."""
        self.field.clear()
        for choice in (self.lists, self.parts, self.kinds, self.states):
            choice.choose("")
        self.refresh()
        self._choose(uid)

    def can(self, handler: str) -> bool:
        if handler == "copy_name":
            return bool(self.pane.uid)
        if handler == "put_on_list":
            return self.pane.record is not None and not self.pane.record.delisted_on
        return super().can(handler)

    def copy_name(self) -> None:
        """The chosen entry's name to the clipboard, as the list writes it."""
        QGuiApplication.clipboard().setText(self.pane.name)
        self.notice.emit(self.tr("Copied: {0}").format(f"\u2068{self.pane.name}\u2069"))

    def put_on_list(self) -> None:
        """The chosen entry as a row of a list of names that leaves."""
        record = self.pane.record
        if record is None:
            return
        names = (record.name_original or record.name, record.name if record.name_original else "")
        title = put_on_list(self, Written(*names, entry=record.uid, basis=record.basis))
        if title:
            self.changed.emit()
            self.notice.emit(self.tr("Put on the list: {0}").format(f"\u2068{title}\u2069"))

    def next_pane(self) -> None:
        """From the search field to the list, to the entry, and around."""
        stops = (self.field, self.list, self.pane.sheet)
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("A name in Arabic or Latin letters, or a reference"))
        self.field.setAccessibleName(self.tr("Search the entries"))
        self.list.setAccessibleName(self.tr("Entries of the lists"))
        label, word = self.context.label, self.context.word
        kinds = [(word(f"screening.kind.{kind}"), kind) for kind in ("person", "group")]
        self._offer(self.lists, self.tr("List"), [
            (label("list_kind", code), code) for code in ("un", "national", "ofac")
        ])  # fmt: skip
        self._offer(self.kinds, self.tr("Kind"), kinds)
        self._offer(self.states, self.tr("State"), [
            (self.tr("In force"), "listed"), (self.tr("Listed no more"), "delisted")
        ])  # fmt: skip
        self._say()
        self.list.viewport().update()

    def _offer(self, choice: Choice, name: str, rows: list[tuple[str, str]]) -> None:
        chosen = str(choice.currentData() or "")
        every = self.tr("{0}: all").format(name)
        choice.offer([(every, "", ()), *((text, value, ()) for text, value in rows)], chosen)
        choice.setAccessibleName(name)

    def _offer_parts(self) -> None:
        parts = self.context.desk.screening.entries.parts(str(self.lists.currentData() or ""))
        self._offer(self.parts, self.tr("Part"), [(name, name) for name, _ in parts if name])

    def _load(self) -> None:
        keep = self.pane.uid
        page = self.context.desk.screening.entries.list(
            self.field.text(),
            list_=str(self.lists.currentData() or ""),
            part=str(self.parts.currentData() or ""),
            kind=str(self.kinds.currentData() or ""),
            delisted=_STATES[str(self.states.currentData() or "")],
            limit=_MOST,
        )
        self.model.show_rows(page.rows)
        self._cards.setCurrentIndex(1 if page.rows else 0)
        self._say()
        self._prepare()
        if page.rows:
            self._choose(keep if any(row.uid == keep for row in page.rows) else page.rows[0].uid)
            self._open_chosen()
        else:
            self.pane.clear()
        self.acts_changed.emit()

    def _prepare(self) -> None:
        """Have the names made ready, so that a name is found by its sound in the other script."""
        if not self.field.text().strip() or self.context.desk.screening.ready or self._work:
            return
        self._work = work = Work(
            self.context.desk, lambda desk, _step: desk.screening.names.in_force(), self
        )
        work.failed.connect(self.failed)
        work.finished.connect(self._prepared)
        self._say()
        work.start()

    def _prepared(self) -> None:
        self._work = None
        self.refresh()

    def may_leave(self) -> bool:
        if self._work is not None:
            self._work.wait()
        return True

    def _choose(self, uid: str) -> None:
        place = next((n for n, row in enumerate(self.model.rows) if row.uid == uid), -1)
        if place >= 0:
            index = self.model.index(place, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self._open_chosen()

    def _open_chosen(self) -> None:
        self._rest.stop()
        row = self.model.row_at(self.list.currentIndex())
        if row is None:
            return
        try:
            self.pane.show_entry(self.context.desk.screening.entries.entry(row.uid))
        except CtdeskError as error:
            self.failed.emit(error)
        self.acts_changed.emit()

    def _line_of(self, row: EntryRow) -> Line:
        return row_line(self.context, row)

    def _say(self) -> None:
        count = self.context.show.digits(self.tr("%n entry(ies)", "", len(self.model.rows)))
        busy = self.tr("making names ready to be found in the other script…") if self._work else ""
        self._count.setText(self.context.show.joined(count, busy))
        narrowed = bool(self.field.text().strip()) or any(
            choice.currentData() for choice in (self.lists, self.parts, self.kinds, self.states)
        )
        if self._work:
            self._empty.setText("")
            return
        self._empty.setText(
            self.tr("No entry has this name.\nTry fewer parts of it, or the other script.")
            if narrowed
            else self.tr(
                "No list has been imported yet.\n"
                "Under “Lists in force” it is said where lists come from and how they come in."
            )
        )

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self.list.setFocus)
        self._typing.timeout.connect(self.refresh)
        self._rest.timeout.connect(self._open_chosen)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._rest.start())
        self.list.activated.connect(lambda _index: self.pane.sheet.setFocus())
        self.pane.opened.connect(self.opened)
        for choice in (self.lists, self.parts, self.kinds, self.states):
            choice.currentIndexChanged.connect(lambda _at: self.refresh())

    def _lay_out(self) -> None:
        self.field.setProperty("kind", "search")
        self.field.setClearButtonEnabled(True)
        self._count.setProperty("role", "muted")
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        filters = QHBoxLayout()
        filters.setSpacing(6)
        for choice in (self.lists, self.parts, self.kinds, self.states):
            choice.setProperty("kind", "dense")
            filters.addWidget(choice, 1)
        card = QFrame(self)
        card.setProperty("card", True)
        self._cards = QStackedLayout()
        self._cards.addWidget(self._empty)
        self._cards.addWidget(self.list)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addLayout(self._cards)
        column = QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 4, 1, 0)
        left.setSpacing(6)
        left.addWidget(self.field)
        left.addLayout(filters)
        left.addWidget(self._count)
        left.addWidget(card, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(column)
        splitter.addWidget(self.pane)
        splitter.setSizes([520, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.addWidget(splitter)
