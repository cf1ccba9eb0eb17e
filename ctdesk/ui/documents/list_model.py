"""Records for a list, read page by page as they come into view: a long list costs what a short
one costs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ctdesk.desk import Page, Row
from ctdesk.domain.errors import CtdeskError

Fetch = Callable[[int, int], Page]
"""Gives the page of rows at `(offset, limit)`."""
Index = QModelIndex | QPersistentModelIndex

ROWS_AT_ONCE = 100
_PAGES_KEPT = 40
RowRole = Qt.ItemDataRole.UserRole
"""The `Row`; None for the divider before the second tier."""


class RecordList(QAbstractTableModel):
    """Rows of the desk by position; only pages that were looked at are in memory."""

    failed = Signal(object)
    """A CtdeskError met while reading a page; its rows stay empty."""

    def __init__(self, describe: Callable[[Row], str]) -> None:
        super().__init__()
        self._describe = describe
        self._fetch: Fetch | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._rows = 0
        self._divider: int | None = None

    def load(self, fetch: Fetch) -> Page:
        """Show another list from its start; gives its first page. Raises CtdeskError."""
        first = fetch(0, ROWS_AT_ONCE)
        self.beginResetModel()
        self._fetch = fetch
        self._pages = OrderedDict({0: first.rows})
        self._divider = first.second_tier_from
        # a second tier comes whole with the first page, and the total does not count it
        self._rows = first.total if self._divider is None else len(first.rows)
        self.endResetModel()
        return first

    def row_at(self, position: int) -> Row | None:
        """The record at a position of the list; None for the divider."""
        if self._divider is not None:
            if position == self._divider:
                return None
            position -= position > self._divider
        page = self._page(position // ROWS_AT_ONCE)
        within = position % ROWS_AT_ONCE
        return page[within] if within < len(page) else None

    def position_of(self, uid: str) -> int | None:
        """Where a record stands, if it is on a page that was read."""
        for number, rows in self._pages.items():
            for within, row in enumerate(rows):
                if row.uid == uid:
                    place = number * ROWS_AT_ONCE + within
                    shifted = self._divider is not None and place >= self._divider
                    return place + shifted
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if parent.isValid():
            return 0
        return self._rows + (self._divider is not None)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role == RowRole:
            return row
        say = _SAYINGS.get(role)
        return say(self, row) if say else None

    def description(self, row: Row) -> str:
        """What the list's second line says, in words, for those who hear it."""
        return self._describe(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.row() == self._divider:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def _page(self, number: int) -> list[Row]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        rows: list[Row] = []
        if self._fetch is not None:
            try:
                rows = self._fetch(number * ROWS_AT_ONCE, ROWS_AT_ONCE).rows
            except CtdeskError as error:
                self.failed.emit(error)
        self._pages[number] = rows
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return rows


def _tooltip(model: RecordList, row: Row) -> str:
    passage = f"\n\n{row.snippet.text}" if row.snippet else ""
    return f"{row.title}\n{model.description(row)}{passage}"


_SAYINGS: dict[int, Callable[[RecordList, Row], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, row: row.title,
    Qt.ItemDataRole.AccessibleTextRole: lambda model, row: f"{row.title}, {model.description(row)}",
    Qt.ItemDataRole.ToolTipRole: _tooltip,
}
