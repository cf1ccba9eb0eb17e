"""A year of a register as a table; rows are read as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import SECOND_LINE_POINTS, interface_font

if TYPE_CHECKING:
    from ctdesk.desk.registers import RegisterRow
    from ctdesk.domain.fields import FieldSpec
    from ctdesk.domain.numbering import Register

_Index = QModelIndex | QPersistentModelIndex
_ROWS_AT_ONCE = 100


class RegisterModel(QAbstractTableModel):
    """The entries of one year in the order of their numbers."""

    failed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._register: Register = "incoming"
        self._year = 0
        self._count = 0
        self._pages: dict[int, list[RegisterRow]] = {}
        self.columns: list[FieldSpec] = []

    def load(self, register: Register, year: int) -> None:
        """Show another year. Raises CtdeskError."""
        registers = self._context.desk.registers
        count = registers.count(register, year)
        self.beginResetModel()
        self._register, self._year, self._count = register, year, count
        self._pages = {}
        self.columns = list(registers.columns(register))
        self.endResetModel()

    def row_at(self, place: int) -> RegisterRow | None:
        """The entry at a place; None when it can't be read."""
        number, within = divmod(place, _ROWS_AT_ONCE)
        if number not in self._pages:
            try:
                self._pages[number] = list(
                    self._context.desk.registers.rows(
                        self._register,
                        self._year,
                        offset=number * _ROWS_AT_ONCE,
                        limit=_ROWS_AT_ONCE,
                        language=self._context.lang,
                    )
                )
            except CtdeskError as error:
                self._pages[number] = []
                self.failed.emit(error)
        page = self._pages[number]
        return page[within] if within < len(page) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.field("document", self.columns[section].key)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.shown(row, index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row)
        if role == Qt.ItemDataRole.ForegroundRole and (row.void or row.hidden):
            return QColor(self._context.tokens.muted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def shown(self, row: RegisterRow, column: int) -> str:
        """A cell as the window shows it; of a void entry its last says why."""
        spec, show = self.columns[column], self._context.show
        value = row.cells[column]
        if row.void and spec.key == self._key_of_reason:
            told = self._context.word("register.void", reason=row.void_reason or "—")
            return show.joined(value, told)
        if spec.type == "date":
            return show.short_day(value)
        if spec.key in ("register_number", "their_number", "outgoing_number"):
            return show.number(value)
        return value

    @property
    def _key_of_reason(self) -> str:
        keys = [spec.key for spec in self.columns]
        return "margin_note" if "margin_note" in keys else "subject"

    def _font(self, row: RegisterRow) -> QFont:
        font = interface_font(SECOND_LINE_POINTS + 0.5)
        font.setStrikeOut(row.void)
        font.setItalic(row.provisional)
        return font
