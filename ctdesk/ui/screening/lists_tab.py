"""The lists in force; a new one looked at, then taken in; its way in and what stood in it."""

from __future__ import annotations

from collections.abc import Sequence
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
from ctdesk.ui.screening.difference_pane import DifferencePane
from ctdesk.ui.screening.lines import Line, LineModel, line_view
from ctdesk.ui.screening.lists_acts import ListsActs
from ctdesk.ui.screening.sheet import Sheet, SheetView

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import InForce, Preview

_ABOUT, _PREVIEW, _REFUSED = range(3)
_BUTTONS = ("import_list", "list_template")


class ListsTab(ListsActs):
    """At one side the lists in force; beside them the chosen one, or the file that is looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model: LineModel[InForce] = LineModel(self._line_of)
        self.list = line_view(context, self.model, self)
        self.about = SheetView(context, self)
        self.difference = DifferencePane(context, self)
        self.refusal = SheetView(context, self)
        self.buttons = {name: QPushButton(self) for name in _BUTTONS}
        self._head = QLabel(self)
        self._refused: tuple[str, CtdeskError] | None = None
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_about())
        self.difference.applied.connect(self.apply_list)
        self.difference.left.connect(self.leave_list)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: getattr(self, act(n).handler)())
        self.retranslate()

    def refresh(self) -> None:
        """Read the lists again; what is looked at stays in front."""
        chosen = self._chosen
        try:
            rows = self.context.desk.screening.lists.in_force()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.model.show_rows(rows)
        kept = [n for n, row in enumerate(rows) if chosen and row.list == chosen.list]
        if rows:
            self.list.setCurrentIndex(self.model.index(kept[0] if kept else 0, 0))
        for name, button in self.buttons.items():
            button.setEnabled(self.can(act(name).handler))
            button.setToolTip(self.why_not(act(name).handler))
        self._show_about()

    def focus_first(self) -> None:
        (self.list if self.model.rows else self.buttons["import_list"]).setFocus()

    def retranslate(self) -> None:
        self._head.setText(self.tr("Lists in force"))
        self.list.setAccessibleName(self.tr("Lists in force"))
        self.about.setAccessibleName(self.tr("About the list"))
        self.refusal.setAccessibleName(self.tr("Why the file was not taken"))
        for name, button in self.buttons.items():
            button.setText(act(name).phrase)
        self._show_about()
        if self._refused:
            self._fill_refusal(*self._refused)

    @property
    def drop_phrase(self) -> str:
        return self.tr("Drop a list here to see what it would change")

    # --- what the acts show ---

    @property
    def looked_at(self) -> Preview | None:
        return self.difference.preview if self._cards.currentIndex() == _PREVIEW else None

    def show_preview(self, preview: Preview) -> None:
        self.difference.show_preview(preview)
        self._cards.setCurrentIndex(_PREVIEW)
        self.difference.focus_first()
        self.acts_changed.emit()

    def show_refused(self, name: str, error: CtdeskError) -> None:
        self._refused = (name, error)
        self._fill_refusal(name, error)
        self._cards.setCurrentIndex(_REFUSED)
        self.refusal.setFocus()
        self.acts_changed.emit()

    def show_lists(self) -> None:
        self._refused = None
        self.difference.clear()
        self._cards.setCurrentIndex(_ABOUT)
        self.refresh()
        self.focus_first()
        self.acts_changed.emit()

    @property
    def _chosen(self) -> InForce | None:
        return self.model.row_at(self.list.currentIndex())

    def _line_of(self, row: InForce) -> Line:
        show = self.context.show
        entries = self.tr("%n entry(ies)", "", row.entries)
        return Line(
            title=self.context.label("list_kind", row.list),
            quiet=show.joined(show.short_day(row.date), show.digits(entries)),
            strong=True,
        )

    def _show_about(self) -> None:
        sheet, row = Sheet(self.context), self._chosen
        if row is None:
            self._teach(sheet)
        else:
            try:
                self._tell(sheet, row)
            except CtdeskError as error:
                self.failed.emit(error)
        self.about.show_sheet(sheet)

    def _teach(self, sheet: Sheet) -> None:
        sheet.heading(self.tr("No list has been imported yet"))
        sheet.paragraph(
            self.tr(
                "Names in reports are compared with the lists that are imported here. "
                "This machine has no network, so a list is carried to it:"
            )
        )
        sheet.points(
            (
                self.tr(
                    "The United Nations publish the Consolidated List as an XML file at "
                    "un.org, Security Council, Sanctions, “United Nations Security Council "
                    "Consolidated List”. Download it on a machine with a network."
                ),
                self.tr("Carry the file on a medium that your office allows, and do not open it."),
                self.tr("Drop it on this page, or choose it with “Import a list…”."),
                self.tr("What it would change is shown first; nothing changes until you say so."),
            )
        )
        sheet.heading(self.tr("National list"))
        sheet.paragraph(
            self.tr(
                "Save the template, fill in a row for each name with its legal basis, "
                "and import it here."
            )
        )

    def _tell(self, sheet: Sheet, row: InForce) -> None:
        show, desk = self.context.show, self.context.desk
        officers = {each.uid: each for each in desk.officers.list(everybody=True)}
        by = self.context.officer_name(officers.get(row.imported_by))
        sheet.heading(self.context.label("list_kind", row.list))
        sheet.facts(
            (
                (self.tr("List of"), [show.day(row.date)]),
                (self.tr("Entries in force"), [show.number(row.entries)]),
                (self.tr("Listed no more"), [show.number(row.delisted)]),
                (self.tr("Imported"), [show.joined(show.moment(row.imported_at), by)]),
                (self.tr("File"), [row.file_name]),
                (self.tr("Hash of the file (SHA-256)"), [row.sha256]),
            )
        )
        parts = desk.screening.entries.parts(row.list)
        if parts:
            sheet.heading(self.tr("Parts of the list"))
            head = (self.tr("Part"), self.tr("Entries in force"))
            sheet.table(head, ((name, show.number(count)) for name, count in parts))
        files = desk.screening.lists.files(row.list)
        sheet.heading(self.tr("All files of this list"))
        sheet.table(
            (self.tr("File"), self.tr("List of"), self.tr("Entries"), self.tr("Imported")),
            (
                (
                    file.file_name,
                    show.short_day(file.date),
                    show.number(file.entries),
                    show.moment(file.imported_at),
                )
                for file in files
            ),
        )

    def _fill_refusal(self, name: str, error: CtdeskError) -> None:
        sheet, show = Sheet(self.context), self.context.show
        sheet.heading(self.tr("This file was not taken"))
        sheet.facts([(self.tr("File"), [name])])
        sheet.paragraph(error.message(self.context.lang), marked=True)
        sheet.heading(self.tr("In force, as before"))
        kept: Sequence[InForce] = self.model.rows
        sheet.points(
            show.joined(
                self.context.label("list_kind", row.list),
                show.day(row.date),
                show.digits(self.tr("%n entry(ies)", "", row.entries)),
            )
            for row in kept
        )
        if not kept:
            sheet.paragraph(self.tr("No list."))
        self.refusal.show_sheet(sheet)

    def take_files(self, files: Sequence[Path]) -> bool:
        self.look_at(files)
        return True

    def _lay_out(self) -> None:
        self._head.setProperty("role", "heading")
        self.buttons["import_list"].setProperty("kind", "primary")
        column = QWidget(self)
        left = QVBoxLayout(column)
        left.setContentsMargins(1, 4, 1, 0)
        left.setSpacing(8)
        left.addWidget(self._head)
        left.addWidget(_card(self, self.list), 1)
        for button in self.buttons.values():
            left.addWidget(button)
        refused = QWidget(self)
        below = QVBoxLayout(refused)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.refusal)
        side = _card(self)
        self._cards = QStackedLayout()
        for widget in (self.about, self.difference, refused):
            self._cards.addWidget(widget)
        inside = side.layout()
        assert isinstance(inside, QHBoxLayout)
        inside.addLayout(self._cards)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        column.setMinimumWidth(240)
        splitter.addWidget(column)
        splitter.addWidget(side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 880])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 2)
        layout.addWidget(splitter)


def _card(parent: QWidget, *widgets: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("card", True)
    inside = QHBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 1)
    for widget in widgets:
        inside.addWidget(widget)
    return card
