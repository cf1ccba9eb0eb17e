"""One act unfolded: when, who, with which seal, and every field that it wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.history_rows import DeedLine, DeedRow
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.keeping.history.deed_list import shown_sentence
from ctdesk.ui.language import Retranslated

LINES_AT_ONCE = 60
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Unfolded(Retranslated, QFrame):
    """The pane beside the list of acts."""

    open_wanted = Signal()
    undo_wanted = Signal()
    more_wanted = Signal()
    back_wanted = Signal(object)
    """A DeedLine whose field should hold again what it held before."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._row: DeedRow | None = None
        self._lines: list[DeedLine] = []
        self._title, self._quiet, self._about = (self._text(r) for r in ("title", "muted", ""))
        self._seal = self._text("small")
        self._seal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid = QGridLayout()
        self._fields = QWidget(self)
        self.open_button, self.undo_button = QPushButton(self), QPushButton(self)
        self.more_button = QPushButton(self)
        self._lay_out()
        self.open_button.clicked.connect(self.open_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.more_button.clicked.connect(self.more_wanted)
        self.retranslate()

    def show_deed(
        self, row: DeedRow | None, lines: Sequence[DeedLine], *, more: bool, undoable: bool
    ) -> None:
        """Unfold an act; None: nothing is chosen. `more`: it wrote more than `lines` tell."""
        self._row, self._lines = row, list(lines)
        self.open_button.setEnabled(row is not None and bool(row.room[1]))
        self.undo_button.setEnabled(undoable)
        self.more_button.setVisible(more)
        self._say()

    def retranslate(self) -> None:
        tokens, rtl = self._context.tokens, self._context.rtl
        self.open_button.setText(self.tr("Open the record"))
        self.open_button.setIcon(icon("open", tokens, rtl=rtl))
        self.undo_button.setText(self.tr("Take this act back"))
        self.undo_button.setIcon(icon("undo", tokens, rtl=rtl))
        self.undo_button.setToolTip(
            self.tr("Writes again what its fields held before; that is an act itself.")
        )
        self.more_button.setText(self.tr("Show more"))
        self._say()

    def _say(self) -> None:
        for label in (self._title, self._quiet, self._about, self._seal):
            label.setAlignment(self._side | Qt.AlignmentFlag.AlignVCenter)
        show, row = self._context.show, self._row
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if row is None:
            self._title.setText("")
            self._quiet.setText(self.tr("Choose an act to see what it wrote."))
            self._about.hide()
            self._seal.hide()
            return
        self._title.setText(shown_sentence(self._context, row))
        device = self._context.desk.history.device(row.device)
        machine = self.tr("machine {0}").format(show.number(device))
        self._quiet.setText(show.joined(show.moment(row.at), row.officer, machine))
        self._about.setText(row.about)
        self._about.setVisible(bool(row.about))
        groups = "\u00a0".join(row.seal[n : n + 4] for n in range(0, len(row.seal), 4))
        self._seal.setText(self.tr("Seal on paper: {0}").format(f"\u2066{groups}\u2069"))
        self._seal.setVisible(bool(row.seal))
        self._fill(row)

    def _fill(self, row: DeedRow) -> None:
        for label, value in row.facts:
            self._pair(label, self._shown(value))
        record = ""
        for line in self._lines:
            if line.record != record:
                record = line.record
                made = self.tr("{0}: made") if line.new else "{0}"
                self._head(made.format(self._context.show.digits(record)))
            if line.field:
                self._written(line)
        if row.hidden:
            self._head(self.tr("What it wrote is above your clearance."))

    def _head(self, text: str) -> None:
        label = self._text("heading")
        label.setText(self._context.show.mark + text)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 3)

    def _pair(self, label: str, value: str) -> int:
        number = self._grid.rowCount()
        name, held = self._text("muted"), self._text("")
        name.setText(label)
        held.setText(value)
        held.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        held.setAlignment(self._side | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(held, number, 1)
        return number

    def _written(self, line: DeedLine) -> None:
        nothing = self.tr("(empty)")
        if line.new:
            self._pair(line.field, self._shown(line.after))
            return
        number = self._pair(line.field, self._shown(line.after) or nothing)
        before = self._text("muted")
        before.setText(self.tr("before: {0}").format(self._shown(line.before) or nothing))
        before.setAlignment(self._side | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(before, number + 1, 1)
        if line.may_go_back:
            back = QPushButton(self.tr("Bring back"), self)
            back.setProperty("kind", "link")
            back.setAccessibleName(
                self.tr("Bring back the earlier value of {0}").format(line.field)
            )
            back.setToolTip(back.accessibleName())
            back.clicked.connect(lambda _=False, one=line: self.back_wanted.emit(one))
            self._grid.addWidget(back, number + 1, 2, Qt.AlignmentFlag.AlignTop)

    def _shown(self, value: str) -> str:
        """A value in the desk's digits; Latin names and references keep their own."""
        if _DAY.fullmatch(value):
            return self._context.show.day(value)
        latin = any(letter.isascii() and letter.isalpha() for letter in value)
        return value if latin else self._context.show.digits(value)

    @property
    def _side(self) -> Qt.AlignmentFlag:
        """Everything begins where the window does, whichever way its words run."""
        right = Qt.AlignmentFlag.AlignRight if self._context.rtl else Qt.AlignmentFlag.AlignLeft
        return Qt.AlignmentFlag.AlignAbsolute | right

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 110)
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.addLayout(self._grid)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._fields)
        scroll.viewport().setAutoFillBackground(False)
        self._fields.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(6)
        for label in (self._title, self._quiet, self._about, self._seal):
            layout.addWidget(label)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
