"""The list of acts: read by key as it is scrolled, two lines an act."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ctdesk.desk.history_rows import DeedRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import RecordDelegate

Fetch = Callable[[Any, int], list[DeedRow]]
"""Gives so many acts before the one of that key."""
_Index = QModelIndex | QPersistentModelIndex

AT_ONCE = 60
_LETTER = re.compile("[A-Za-z]")
DeedRole = Qt.ItemDataRole.UserRole


class DeedList(QAbstractTableModel):
    """Acts, the newest first; more are read when the end comes into view."""

    failed = Signal(object)

    def __init__(self, describe: Callable[[DeedRow], str]) -> None:
        super().__init__()
        self._describe = describe
        self._fetch: Fetch | None = None
        self._rows: list[DeedRow] = []
        self._whole = True

    def load(self, fetch: Fetch) -> None:
        """Show another list from its beginning. Raises CtdeskError."""
        rows = fetch(None, AT_ONCE)
        self.beginResetModel()
        self._fetch, self._rows, self._whole = fetch, rows, len(rows) < AT_ONCE
        self.endResetModel()

    def row_at(self, index: _Index) -> DeedRow | None:
        """The act of an index."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._whole

    def fetchMore(self, _parent: _Index) -> None:
        if self._fetch is None or not self._rows:
            return
        try:
            rows = self._fetch(self._rows[-1].key, AT_ONCE)
        except CtdeskError as error:
            self._whole = True
            self.failed.emit(error)
            return
        self._whole = len(rows) < AT_ONCE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if index.isValid() else None
        if row is None or role == DeedRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.sentence
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.sentence}\n{self._describe(row)}"
        return None


class DeedDelegate(RecordDelegate):
    """Paints an act: what was done and when; below, who did it and what it was about."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: DeedRow | None = index.data(DeedRole)
        if row is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._direction)
        self._paint_ground(painter, option, rect)
        self._paint_deed(painter, row, rect.adjusted(14, 8, -14, -8))
        painter.restore()

    def _paint_deed(self, painter: QPainter, row: DeedRow, inner: QRect) -> None:
        context, tokens = self._context, self._context.tokens
        when = context.show.moment(row.at)
        room = QFontMetrics(self._second).horizontalAdvance(when) + 4
        first = QRect(inner.left(), inner.top(), inner.width(), self._first_height)
        colour = tokens.muted if row.hidden else tokens.ink
        sentence = self._placed(first, first.adjusted(0, 0, -(room + 12), 0))
        self._write(painter, sentence, shown_sentence(context, row), self._first, colour)
        clock = QRect(first.right() + 1 - room, first.top(), room, first.height())
        self._write(painter, self._placed(first, clock), when, self._second, tokens.muted)
        foot = self._second_height
        second = QRect(inner.left(), inner.bottom() + 1 - foot, inner.width(), foot)
        self._write(painter, second, quiet_line(context, row), self._second, tokens.muted)


def shown_sentence(context: Context, row: DeedRow) -> str:
    """The sentence of an act, its number in one piece."""
    text = context.show.mark + row.sentence[:1].upper() + row.sentence[1:]
    if row.number and row.number in text:
        before, _, after = text.rpartition(row.number)
        return before + context.show.number(row.number) + after
    return context.show.digits(text)


def quiet_line(context: Context, row: DeedRow) -> str:
    """Who did it, and what it was about."""
    facts = context.show.joined(
        *(f"{label}: {context.show.digits(value)}" for label, value in row.facts)
    )
    return context.show.joined(row.officer, row.about, "" if row.about else facts)
