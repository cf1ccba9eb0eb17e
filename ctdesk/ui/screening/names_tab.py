"""Names that are asked for: one, or a table of them; what they may mean, and a paper about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.screening.hit_panel import HitPanel
from ctdesk.ui.screening.lines import LineModel, line_view
from ctdesk.ui.screening.name_form import Asked, NameForm
from ctdesk.ui.screening.names_acts import NamesActs
from ctdesk.ui.screening.table_form import TableForm
from ctdesk.ui.screening.words import asked_row, hit_line, table_line

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow, NameHit
    from ctdesk.desk.screening_tables import NameTable, NameTableRow

_MODES = ("one", "table")
_PAPERS = ("name_sheet", "table_excel", "table_word")


class NamesTab(NamesActs):
    """The question and its answers at one side; the chosen answer beside them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.modes = {name: QPushButton(self) for name in _MODES}
        self.form, self.table = NameForm(context, self), TableForm(context, self)
        self.hits: LineModel[NameHit] = LineModel(lambda hit: hit_line(context, hit))
        self.rows: LineModel[NameTableRow] = LineModel(lambda row: table_line(context, row))
        self.lists = {
            "one": line_view(context, self.hits, self),
            "table": line_view(context, self.rows, self),
        }
        self.hit_panel = HitPanel(context, self)
        self.buttons = {name: QPushButton(self) for name in _PAPERS}
        self._said = QLabel(self)
        self.mode = "one"
        self.answered: Asked | None = None
        self._at = 0
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn("one")

    def refresh(self) -> None:
        """Show the answers with what was decided meanwhile; the question is not asked anew."""
        self._show_hit()

    def focus_first(self) -> None:
        (self.form.name if self.mode == "one" else self.table.choose_button).setFocus()

    def turn(self, mode: str) -> None:
        """One name, or a table."""
        self.mode = mode
        for name, button in self.modes.items():
            button.setChecked(name == mode)
        self._forms.setCurrentIndex(_MODES.index(mode))
        self._cards.setCurrentIndex(_MODES.index(mode))
        self.buttons["name_sheet"].setVisible(mode == "one")
        for name in ("table_excel", "table_word"):
            self.buttons[name].setVisible(mode == "table")
        self._say()
        self._show_hit()

    def retranslate(self) -> None:
        self.modes["one"].setText(self.tr("One name"))
        self.modes["table"].setText(self.tr("A table of names"))
        self.lists["one"].setAccessibleName(self.tr("Entries that the name may mean"))
        self.lists["table"].setAccessibleName(self.tr("Names of the table"))
        self.hit_panel.invitation = self.tr(
            "Write a name in either script and press Enter. What else is known of the person "
            "speaks for an entry or against it. A sheet can be written also when nothing is found."
        )
        for name, button in self.buttons.items():
            button.setText(act(name).phrase)
        self._say()
        self._show_hit()

    @property
    def drop_phrase(self) -> str:
        return self.tr("Drop a table of names here to compare it with the lists")

    def take_files(self, files: Sequence[Path]) -> bool:
        self.open_table(files[0])
        return True

    # --- what the acts ask and show ---

    @property
    def question(self) -> Asked:
        return self.form.question

    @property
    def shown_rows(self) -> Sequence[NameTableRow]:
        return self.rows.rows if self.mode == "table" else ()

    def show_answer(self, asked: Asked, hits: Sequence[NameHit]) -> None:
        self.answered = asked
        self.hits.show_rows(hits)
        self._choose("one", 0)
        self._say()

    def show_table(self, table: NameTable) -> None:
        self.turn("table")
        self.table.show_table(table)
        self.rows.show_rows(())
        self.table.button.setFocus()
        self._show_hit()
        self._say()

    def show_result(self, rows: Sequence[NameTableRow]) -> None:
        self.table.show_result(rows)
        self._filter()
        self.lists["table"].setFocus()

    def step_name(self, by: int) -> None:
        """To the next answer; of a table, to the next row behind a row's last answer."""
        at, found = self._at + by, self._found
        if 0 <= at < len(found):
            self._at = at
            if self.mode == "one":
                self._choose("one", at)
            self._show_hit()
        elif self.mode == "table":
            self._choose("table", self.lists["table"].currentIndex().row() + by)

    @property
    def _found(self) -> Sequence[tuple[str, NameHit]]:
        """The answers to go through: those of the name, or those of the row of the table."""
        if self.mode == "one":
            name = self.answered.name if self.answered else ""
            return [(name, hit) for hit in self.hits.rows]
        row = self.rows.row_at(self.lists["table"].currentIndex())
        return [(row.name, hit) for hit in row.hits] if row else []

    def kept_hit(self) -> MatchRow | None:
        row, found = self.hit, self._found
        if row is None or self._at >= len(found) or row.match.created_at:
            return row
        name, hit = found[self._at]
        match = self.context.desk.screening.note(name, hit)
        return self.context.desk.screening.row(match.uid)

    def names_changed(self) -> None:
        """Show the decision with the answer that it is about."""
        found = self._found
        if self._at < len(found):
            name, hit = found[self._at]
            try:
                screening = self.context.desk.screening
                entry = screening.entries.entry(hit.entry.uid).record
                decided = screening.decisions.decided(name, entry)
            except CtdeskError as error:
                self.failed.emit(error)
                return
            self._replace(hit, replace(hit, decided=decided))
        self._show_hit()

    def _replace(self, old: NameHit, new: NameHit) -> None:
        if self.mode == "one":
            self.hits.replace_row(self._at, new)
            return
        at = self.lists["table"].currentIndex().row()
        row = self.rows.rows[at]
        changed = replace(row, hits=tuple(new if hit is old else hit for hit in row.hits))
        self.table.replace_row(row, changed)
        self.rows.replace_row(at, changed)

    def _choose(self, mode: str, at: int) -> None:
        model = self.hits if mode == "one" else self.rows
        if 0 <= at < model.rowCount():
            self.lists[mode].setCurrentIndex(model.index(at, 0))
            self.lists[mode].scrollTo(model.index(at, 0))

    def _chosen(self, mode: str) -> None:
        if mode == self.mode:
            self._at = self.lists["one"].currentIndex().row() if mode == "one" else 0
            self._show_hit()

    def _show_hit(self) -> None:
        found = self._found
        row = None
        if 0 <= self._at < len(found):
            try:
                row = asked_row(self.context, *found[self._at])
            except CtdeskError as error:
                self.failed.emit(error)
        self.hit_panel.show_row(row, self._at, len(found))
        for name, button in self.buttons.items():
            button.setEnabled(self.can(act(name).handler))
        self.grey_names()

    def _filter(self) -> None:
        self.rows.show_rows(self.table.wanted)
        self._choose("table", 0)
        self._say()
        self._show_hit()

    def _say(self) -> None:
        """What was compared with what, and what came of it."""
        context, show = self.context, self.context.show
        lists = [
            show.joined(context.label("list_kind", one.list), show.short_day(one.date))
            for one in context.desk.screening.lists.in_force()
        ]
        if not lists:
            self._said.setText(self.tr("No list is in force: import one under “Lists in force”."))
            return
        compared = self.tr("Compared with: {0}").format(show.names(lists))
        answered = self.answered is not None if self.mode == "one" else bool(self.table.wanted)
        if not answered:
            self._said.setText(compared)
            return
        count = self.hits.rowCount() if self.mode == "one" else self.rows.rowCount()
        found = (
            self.tr("%n entry(ies) may be meant.", "", count)
            if self.mode == "one" and count
            else self.tr("Nothing found; the sheet says so with the lists and their hashes.")
            if self.mode == "one"
            else self.tr("%n row(s)", "", count)
        )
        self._said.setText(show.joined(show.digits(found), compared))

    def _connect(self) -> None:
        for name, button in self.modes.items():
            button.clicked.connect(lambda _=False, n=name: self.turn(n))
        self.form.asked.connect(self.compare_name)
        self.table.choose_wanted.connect(self.choose_table)
        self.table.asked.connect(self.compare_table)
        self.table.filtered.connect(self._filter)
        for mode, view in self.lists.items():
            view.selectionModel().currentChanged.connect(lambda *_, m=mode: self._chosen(m))
            view.activated.connect(lambda _index: self.hit_panel.sheet.setFocus())
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: getattr(self, act(n).handler)())
        self.hit_panel.act_wanted.connect(lambda name: getattr(self, act(name).handler)())
        self.hit_panel.opened.connect(self.opened)
        self.hit_panel.failed.connect(self.failed)

    def _lay_out(self) -> None:
        self._said.setProperty("role", "muted")
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        segments, foot = QHBoxLayout(), QHBoxLayout()
        for button in self.modes.values():
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            segments.addWidget(button)
        segments.addStretch(1)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        self._forms, self._cards = QStackedLayout(), QStackedLayout()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.table)
        card = QFrame(self)
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        for view in self.lists.values():
            self._cards.addWidget(view)
        inside.addLayout(self._cards)
        column = QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 4, 1, 0)
        left.setSpacing(8)
        left.addLayout(segments)
        left.addLayout(self._forms)
        left.addWidget(self._said)
        left.addWidget(card, 1)
        left.addLayout(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(column)
        splitter.addWidget(self.hit_panel)
        splitter.setSizes([620, 540])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.addWidget(splitter)
