"""A table of names to compare with the lists: which of its columns is what, what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctdesk.desk.screening_tables import NameTable, NameTableRow

SHOWN = ("every", "hits", "open", "nothing")
_COLUMNS = ("name", "birth", "nationality")


class TableForm(Retranslated, QWidget):
    """The file's name, its columns, and the filters over its result."""

    choose_wanted = Signal()
    asked = Signal()
    filtered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table: NameTable | None = None
        self._rows: Sequence[NameTableRow] = ()
        self.shown = "every"
        self._file = QLabel(self)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self.choose_button, self.button = QPushButton(self), QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.columns = {key: Choice(self) for key in _COLUMNS}
        self.filters = {name: QPushButton(self) for name in SHOWN}
        self._lay_out()
        self.choose_button.clicked.connect(self.choose_wanted)
        self.button.clicked.connect(self.asked)
        for name, button in self.filters.items():
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, n=name: self._turn(n))
        self.retranslate()

    def show_table(self, table: NameTable) -> None:
        """Offer the columns of a sheet that was read."""
        self.table, self._rows, self.shown = table, (), "every"
        for key, choice in self.columns.items():
            rows = [(text or f"{at + 1}", str(at), ()) for at, text in enumerate(table.headings)]
            none = [] if key == "name" else [("—", "-1", ())]
            choice.offer([*none, *rows], str(getattr(table, key)))
        self.retranslate()

    def show_result(self, rows: Sequence[NameTableRow]) -> None:
        """Count what came of it."""
        self._rows = rows
        self.retranslate()

    def replace_row(self, old: NameTableRow, new: NameTableRow) -> None:
        """A row about which something was decided."""
        self._rows = [new if row is old else row for row in self._rows]
        self.retranslate()

    @property
    def places(self) -> dict[str, int]:
        """The number of the column that holds the name, the birth, the nationality."""
        return {key: int(choice.currentData() or -1) for key, choice in self.columns.items()}

    @property
    def wanted(self) -> list[NameTableRow]:
        """The rows that are shown."""
        return [row for row in self._rows if _belongs(row, self.shown)]

    def retranslate(self) -> None:
        number = self._context.show.number
        self.choose_button.setText(self.tr("Choose a table…"))
        words = {
            "name": self.tr("Column of the names"),
            "birth": self.tr("Column of the births"),
            "nationality": self.tr("Column of the nationalities"),
        }
        for key, choice in self.columns.items():
            choice.setAccessibleName(words[key])
            choice.setToolTip(words[key])
            choice.setVisible(self.table is not None)
        self.button.setVisible(self.table is not None)
        count = len(self.table.rows) if self.table else 0
        compare = self.tr("Compare %n name(s)", "", count)
        self.button.setText(self._context.show.digits(compare))
        self._file.setText(
            self._context.show.joined(self.table.file_name)
            if self.table
            else self.tr("An Excel or CSV file with a name in each row; nothing of it is kept.")
        )
        phrases = {
            "every": self.tr("All {0}"),
            "hits": self.tr("With hits {0}"),
            "open": self.tr("To decide {0}"),
            "nothing": self.tr("Nothing found {0}"),
        }
        for name, button in self.filters.items():
            found = sum(_belongs(row, name) for row in self._rows)
            button.setText(phrases[name].format(number(found)))
            button.setChecked(name == self.shown)
            button.setVisible(bool(self._rows))

    def _turn(self, name: str) -> None:
        self.shown = name
        self.retranslate()
        self.filtered.emit()

    def _lay_out(self) -> None:
        self._file.setProperty("role", "muted")
        self._file.setWordWrap(True)
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._file, 1)
        first.addWidget(self.choose_button)
        for choice in self.columns.values():
            choice.setProperty("kind", "dense")
            second.addWidget(choice, 1)
        second.addWidget(self.button)
        for button in self.filters.values():
            third.addWidget(button)
        third.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for line in (first, second, third):
            line.setSpacing(6)
            layout.addLayout(line)


def _belongs(row: NameTableRow, shown: str) -> bool:
    """Whether a row is among those shown."""
    if shown == "hits":
        return bool(row.hits)
    if shown == "nothing":
        return not row.hits
    if shown == "open":
        return any(hit.decided is None or hit.decided.state == "undecided" for hit in row.hits)
    return True
