"""What a list would change: counts by part, every entry, the changed fields side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.screening_shapes import said_lines
from ctdesk.ui.actions import act
from ctdesk.ui.changed_words import marked_pair
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.screening.lines import Line, LineModel, line_view
from ctdesk.ui.screening.sheet import Sheet, SheetView
from ctdesk.ui.screening.words import entry_line

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import Preview
    from ctdesk.desk.screening_shapes import ChangedField, Listed

HOWS = ("added", "removed", "changed")
_PARTS_SHOWN = 5


@dataclass(frozen=True)
class Differing:
    """An entry that is added, removed or changed."""

    how: str
    listed: Listed
    fields: Sequence[ChangedField] = ()

    @property
    def part(self) -> str:
        """The part of the list in which it stands."""
        return self.listed.entry.regime


class DifferencePane(Retranslated, QWidget):
    """A file that is looked at, with the button that puts it into force."""

    applied = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.preview: Preview | None = None
        self._all: list[Differing] = []
        self.how = "added"
        self.model: LineModel[Differing] = LineModel(self._line_of)
        self.list = line_view(context, self.model, self)
        self.buttons = {how: QPushButton(self) for how in HOWS}
        self.parts = QTableWidget(self)
        self.fields = SheetView(context, self)
        self.apply_button, self.leave_button = QPushButton(self), QPushButton(self)
        self._title, self._quiet, self._notes = QLabel(self), QLabel(self), QLabel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_preview(self, preview: Preview) -> None:
        """Look at a file."""
        found = preview.difference
        self.preview = preview
        self._all = [
            *(Differing("added", one) for one in found.added),
            *(Differing("removed", one) for one in found.removed),
            *(Differing("changed", one.after, one.fields) for one in found.changed),
        ]
        counts = Counter(one.how for one in self._all)
        self.how = next((how for how in reversed(HOWS) if counts[how]), "added")
        self.retranslate()
        self._fill()

    def clear(self) -> None:
        """Look at nothing."""
        self.preview, self._all = None, []
        self.model.show_rows([])

    def focus_first(self) -> None:
        (self.list if self.model.rows else self.leave_button).setFocus()

    def turn(self, how: str) -> None:
        """Show what is added, removed or changed."""
        self.how = how
        self._fill()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Entries that differ"))
        self.fields.setAccessibleName(self.tr("What the entry says"))
        self.parts.setAccessibleName(self.tr("Parts of the list"))
        self.leave_button.setText(act("leave_list").phrase)
        preview = self.preview
        if preview is None:
            return
        context, show = self._context, self._context.show
        name = context.label("list_kind", preview.file.list)
        self._title.setText(show.joined(name, show.day(preview.file.date)))
        entries = show.digits(self.tr("%n entry(ies)", "", len(preview.file.entries)))
        between = (
            self.tr("from the list of {0} to that of {1}").format(
                show.short_day(preview.before), show.short_day(preview.after)
            )
            if preview.before
            else self.tr("the first list of its kind on this desk")
        )
        self._quiet.setText(show.joined(entries, between, preview.file_name))
        notes = [
            context.word(f"list_note.{note}", date=show.day(preview.in_force))
            for note in preview.notes
        ]
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.apply_button.setText(
            self.tr("Keep in the entries' history") if preview.older else act("apply_list").phrase
        )
        self.apply_button.setEnabled(not preview.known)
        self._fill_parts()
        self._fill()

    def _fill(self) -> None:
        counts = Counter(one.how for one in self._all)
        phrases = {
            "added": self.tr("Added {0}"),
            "removed": self.tr("Removed {0}"),
            "changed": self.tr("Changed {0}"),
        }
        for how, button in self.buttons.items():
            button.setText(phrases[how].format(self._context.show.number(counts[how])))
            button.setChecked(how == self.how)
        part = self._part
        self.model.show_rows(
            [one for one in self._all if one.how == self.how and part in (None, one.part)]
        )
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_fields()

    @property
    def _part(self) -> str | None:
        """The part that is chosen; None for the whole list."""
        row = self.parts.currentRow()
        item = self.parts.item(row, 0) if row > 0 else None
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _fill_parts(self) -> None:
        assert self.preview is not None
        entries = Counter(one.entry.regime for one in self.preview.file.entries)
        by_how = Counter((one.part, one.how) for one in self._all)
        number = self._context.show.number
        names = sorted({one.part for one in self._all} | set(entries))
        self.parts.blockSignals(True)
        self.parts.setHorizontalHeaderLabels(
            [
                self.tr("Part of the list"),
                self.tr("Added"),
                self.tr("Removed"),
                self.tr("Changed"),
                self.tr("Entries"),
            ]
        )
        self.parts.setRowCount(len(names) + 1)
        whole = Counter(one.how for one in self._all)
        rows = [(self.tr("The whole list"), "", [whole[how] for how in HOWS], entries.total())]
        rows += [
            (name or self.tr("No part"), name, [by_how[name, how] for how in HOWS], entries[name])
            for name in names
        ]
        for place, (shown, name, differing, count) in enumerate(rows):
            texts = [f"\u2068{shown}\u2069", *(number(n) for n in (*differing, count))]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                self.parts.setItem(place, column, item)
        self.parts.setCurrentCell(0, 0)
        self.parts.blockSignals(False)
        height = self.parts.verticalHeader().defaultSectionSize()
        shown_rows = min(len(rows), _PARTS_SHOWN)
        self.parts.setFixedHeight(height * shown_rows + self.parts.horizontalHeader().height() + 8)

    def _line_of(self, one: Differing) -> Line:
        line = entry_line(self._context, one.listed.entry)
        if one.how != "changed":
            return line
        fields = (self._context.word(f"list_field.{field.key}") for field in one.fields)
        quiet = self._context.show.joined(
            f"\u2068{one.listed.entry.reference}\u2069", self._context.show.names(fields)
        )
        return Line(line.title, line.other, quiet)

    def _show_fields(self) -> None:
        one = self.model.row_at(self.list.currentIndex())
        sheet, context = Sheet(self._context), self._context
        if one is None:
            sheet.paragraph(self.tr("Nothing of this kind."), quiet=True)
        elif one.how == "changed":
            head = (self.tr("Field"), self.tr("Before"), self.tr("After"))
            rows = []
            for field in one.fields:
                pair = marked_pair("\n".join(field.before), "\n".join(field.after), context.tokens)
                rows.append((context.word(f"list_field.{field.key}"), *pair))
            sheet.changes(head, rows)
        else:
            lines = said_lines(one.listed.said)
            sheet.facts((context.word(f"list_field.{key}"), texts) for key, texts in lines)
        self.fields.show_sheet(sheet)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_fields())
        self.parts.currentCellChanged.connect(lambda *_: self._fill())
        self.apply_button.clicked.connect(self.applied)
        self.leave_button.clicked.connect(self.left)
        for how, button in self.buttons.items():
            button.clicked.connect(lambda _=False, h=how: self.turn(h))

    def _lay_out(self) -> None:
        for label, role in (
            (self._title, "title"),
            (self._quiet, "muted"),
            (self._notes, "warning"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.apply_button.setProperty("kind", "primary")
        self._lay_out_parts()
        segments, foot = QHBoxLayout(), QHBoxLayout()
        segments.setSpacing(4)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            segments.addWidget(button)
        segments.addStretch(1)
        foot.setSpacing(8)
        foot.addWidget(self.apply_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(8)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.fields)
        splitter.setSizes([400, 460])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        for widget in (self._title, self._quiet, self._notes, self.parts):
            layout.addWidget(widget)
        layout.addLayout(segments)
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)

    def _lay_out_parts(self) -> None:
        table = self.parts
        table.setColumnCount(5)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
