"""The rows of a list of names that leaves: what each says, who approved it and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ctdesk.ui.context import Context

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import NameRowView

COLUMNS = ("number", "name", "entry", "basis", "first_by", "second_by")
SHARES = (5, 26, 10, 23, 18, 18)
_Index = QModelIndex | QPersistentModelIndex


class NameRows(QAbstractTableModel):
    """A row for each name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: Sequence[NameRowView] = ()

    def show_rows(self, rows: Sequence[NameRowView]) -> None:
        """Show the rows of a list."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.field("name_row", COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        view, key = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(view, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._shown(view, each) for each in COLUMNS)))
        if role == Qt.ItemDataRole.ForegroundRole and self._wanting(view, key):
            return QColor(self._context.tokens.urgent)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _shown(self, view: NameRowView, key: str) -> str:
        row, show, word = view.row, self._context.show, self._context.word
        if key == "number":
            return show.number(row.number)
        if key == "name":
            return "\n".join(show.joined(name) for name in (row.name, row.name_other) if name)
        if key == "entry":
            gone = word("screening.delisted") if view.delisted_on else ""
            return "\n".join(filter(None, (show.joined(view.reference), gone)))
        if key == "basis":
            return show.joined(row.basis) or word("names_state.no_basis")
        by = view.first_by if key == "first_by" else view.second_by
        if by:
            at = row.first_at if key == "first_by" else row.second_at
            return f"{show.joined(by)}\n{show.moment(at)}"
        lost = view.lost and not (view.first_by if key == "second_by" else view.second_by)
        return word("names_state.lost") if lost else word("names_state.missing")

    @staticmethod
    def _wanting(view: NameRowView, key: str) -> bool:
        """Whether this is what keeps the row from leaving."""
        if key in ("first_by", "second_by"):
            return not (view.first_by if key == "first_by" else view.second_by)
        return (key == "basis" and not view.row.basis.strip()) or (
            key == "entry" and bool(view.delisted_on)
        )
