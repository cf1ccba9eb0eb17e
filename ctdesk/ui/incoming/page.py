"""What arrived today: the queue at one side, the file in hand beside it; all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Taken
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.incoming.arrivals import Arrivals
from ctdesk.ui.incoming.hand import Hand
from ctdesk.ui.incoming.page_acts import IncomingActs
from ctdesk.ui.incoming.queue_list import QueueDelegate, QueueModel, QueueRole, QueueView

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_REST_MS = 40
"""So long a rest on a line, and its file opens: holding an arrow key must not stutter."""
_REDRAW_MS = 200
FOOT = (
    "register_arrival",
    "next_arrival",
    "set_aside",
    "refer",
    "recognise",
    "choose_encoding",
    "original_of_arrival",
)
_SOMETIMES = ("recognise", "choose_encoding")
"""Acts whose buttons stand only where they have a use."""


class IncomingPage(IncomingActs):
    """The queue, and the file of it that is in hand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.arrivals = Arrivals(context, self)
        self.model = QueueModel(context)
        self.list = QueueView(self.model, QueueDelegate(context, self.model), self)
        self.hand = Hand(context, self)
        self.aside = False
        self._head, self._officers, self._empty = (QLabel(self) for _ in range(3))
        self._turn = QPushButton(self)
        self._turn.setProperty("kind", "link")
        self.buttons = {name: QPushButton(self) for name in FOOT}
        self._rest, self._redraw = QTimer(self), QTimer(self)
        for timer, rest in ((self._rest, _REST_MS), (self._redraw, _REDRAW_MS)):
            timer.setSingleShot(True)
            timer.setInterval(rest)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the queue again; what waits to be read is read on."""
        self._load()
        self.arrivals.read()

    def focus_first(self) -> None:
        self.list.setFocus()

    def may_leave(self) -> bool:
        kept = self.hand.keep()
        self.arrivals.stop()
        return kept

    def take(self, paths: Sequence[Path]) -> None:
        """Put files, and the files of folders, into the queue."""
        self._show_aside(False)
        self.arrivals.take(paths)

    @property
    def current_uid(self) -> str:
        return self.hand.arrival.row.uid if self.hand.arrival else ""

    @property
    def selected_uids(self) -> list[str]:
        rows = [index.data(QueueRole) for index in self.list.selected_first()]
        return [row.uid for row in rows if row is not None]

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Files that arrived"))
        for name, button in self.buttons.items():
            row = act(name)
            button.setText(row.phrase)
            button.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069" if row.keys else "")
        self._empty.setText(
            self.tr(
                "Nothing waits.\nDrop files or a folder on this window, or choose them with F7: "
                "they are read here, and registered when you say so."
            )
            if not self.aside
            else self.tr("Nothing was set aside.")
        )
        self._say()
        self.list.viewport().update()

    def show_next(self, leaving: str) -> None:
        """After a file has left the queue: the one that stood behind it, else the one before."""
        at = self.model.position_of(leaving)
        self._load()
        self._choose(min(max(at, 0), len(self.model.rows) - 1))

    def step(self, by: int) -> None:
        """Go on to another file; what was written of this one is kept."""
        at = self.model.position_of(self.current_uid) + by
        if 0 <= at < len(self.model.rows):
            self._choose(at)

    def turn_aside(self) -> None:
        self._show_aside(not self.aside)

    def reread(self, uid: str) -> None:
        """The file was read anew: show it."""
        self._load()
        if uid == self.current_uid:
            self._open(uid)

    def _load(self) -> None:
        try:
            rows = self.context.desk.incoming.rows(aside=self.aside)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        chosen = self.current_uid
        self.model.show_rows(rows)
        self._cards.setCurrentIndex(1 if rows else 0)
        self._sides.setCurrentIndex(1 if rows else 0)
        at = self.model.position_of(chosen)
        if rows and (at < 0 or not self.list.selectionModel().hasSelection()):
            self._choose(max(at, 0))
        elif rows and self._read_since(at):
            self._open(chosen)
        elif not rows:
            self.hand.clear()
        self._say()
        self.changed.emit()
        self.acts_changed.emit()

    def _read_since(self, at: int) -> bool:
        """Whether the file in hand was read since it was shown."""
        arrival = self.hand.arrival
        return arrival is not None and arrival.row.state != self.model.rows[at].state

    def _choose(self, at: int) -> None:
        if not 0 <= at < len(self.model.rows):
            return
        index = self.model.index(at)
        self.list.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.list.scrollTo(index)
        self._rest.stop()
        self._open(self.model.rows[at].uid)

    def _open(self, uid: str) -> None:
        try:
            arrival = self.context.desk.incoming.open(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.hand.show_arrival(arrival)
        for name in _SOMETIMES:
            self.buttons[name].setVisible(self.can(name))
        self.acts_changed.emit()

    def _open_chosen(self) -> None:
        row = self.list.currentIndex().data(QueueRole)
        if row is not None and row.uid != self.current_uid:
            self._open(row.uid)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._rest.start()

    def _taken(self, taken: Taken) -> None:
        number = self.context.show.digits
        said = []
        if taken.added:
            said.append(number(self.tr("%n file(s) arrived.", "", taken.added)))
        if taken.known:
            said.append(number(self.tr("%n file(s) waited already.", "", len(taken.known))))
        if taken.refused:
            name, error = taken.refused[0]
            refused = number(self.tr("%n file(s) refused:", "", len(taken.refused)))
            said.append(f"{refused} \u2068{name}\u2069: {error.message(self.context.lang)}")
        if said:
            self.notice.emit(" ".join(said))

    def _show_aside(self, aside: bool) -> None:
        self.hand.keep()
        self.aside = aside
        self._load()
        self.retranslate()

    def _say(self) -> None:
        count = self.context.show.number(len(self.model.rows))
        head = self.tr("Set aside: {0}") if self.aside else self.tr("Arrived: {0}")
        self._head.setText(head.format(count))
        self._turn.setText(self.tr("Back to what arrived") if self.aside else self.tr("Set aside"))
        officers = self.context.desk.officers.list()
        named = [
            f"{self.context.show.number(place)} {self.context.officer_name(officer)}"
            for place, officer in enumerate(officers[:9], start=1)
        ]
        self._officers.setText(
            self.tr("Assign by figure: {0}").format(self.context.show.names(named))
        )
        self._officers.setVisible(len(officers) > 1 and bool(self.model.rows))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.activated.connect(lambda _index: self.hand.form.chain()[0].setFocus())
        self.list.assigned.connect(self.assign)
        self.list.set_aside.connect(self.set_aside)
        self._rest.timeout.connect(self._open_chosen)
        self._redraw.timeout.connect(self._load)
        self._turn.clicked.connect(self.turn_aside)
        self.arrivals.moved.connect(self._redraw.start)
        self.arrivals.started.connect(self.reading)
        self.arrivals.taken.connect(self._taken)
        self.arrivals.failed.connect(self.failed)
        self.hand.failed.connect(self.failed)
        self.hand.kept.connect(self._redraw.start)
        self.hand.same.opened.connect(lambda uid: self.opened.emit("document", uid))
        self.hand.same.compared.connect(self.show_difference)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: getattr(self, act(n).handler)())

    def _lay_out(self) -> None:
        card, self._cards = QFrame(self), QStackedLayout()
        card.setProperty("card", True)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._cards.addWidget(self._empty)
        self._cards.addWidget(self.list)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addLayout(self._cards)
        self._head.setProperty("role", "heading")
        self._officers.setProperty("role", "muted")
        self._officers.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._turn)
        column, side = QWidget(self), QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 0, 1, 0)
        left.setSpacing(6)
        left.addLayout(head)
        left.addWidget(card, 1)
        left.addWidget(self._officers)
        self._sides = QStackedLayout(side)
        self._sides.addWidget(QWidget(side))
        self._sides.addWidget(self.hand)
        self.hand.set_acts(*self.buttons.values())
        self.hand.lay_out(self.hand.same)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        column.setMinimumWidth(220)
        splitter.addWidget(column)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([270, 900])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
