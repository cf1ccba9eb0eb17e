"""The room's lists: two lines a row, made from any row of the desk when it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import RecordDelegate
from ctdesk.ui.documents.record_view import RecordView

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_ROWS_AT_ONCE = 100
_Index = QModelIndex | QPersistentModelIndex
_LineRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Line:
    """What a row shows: a name, the same in the other script at the far side; below a quiet line
    with a word or two, in a chip, at its far side."""

    title: str
    other: str = ""
    quiet: str = ""
    chip: str = ""
    strong: bool = False
    faint: bool = False


class RowPage(Protocol[T_co]):
    """Some rows, and how many there are in all."""

    @property
    def rows(self) -> Sequence[T_co]: ...
    @property
    def total(self) -> int: ...


class PagedRows(Sequence[T]):
    """Rows read page by page as they are looked at; the first page at once."""

    def __init__(self, fetch: Callable[[int, int], RowPage[T]]) -> None:
        self._fetch = fetch
        first = fetch(0, _ROWS_AT_ONCE)
        self._pages: dict[int, Sequence[T]] = {0: first.rows}
        self._total = first.total

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._total))]
        number, within = divmod(at, _ROWS_AT_ONCE)
        if number not in self._pages:
            self._pages[number] = self._fetch(number * _ROWS_AT_ONCE, _ROWS_AT_ONCE).rows
        return self._pages[number][within]

    def first_where(self, holds: Callable[[T], bool]) -> int:
        """The place of a row among those of the first page; -1 for none."""
        return next((n for n, row in enumerate(self._pages[0]) if holds(row)), -1)


class LineModel(QAbstractTableModel, Generic[T]):
    """Rows by position; `say` makes the line of a row when it is painted or read out."""

    def __init__(self, say: Callable[[T], Line]) -> None:
        super().__init__()
        self._say = say
        self.rows: Sequence[T] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def replace_row(self, at: int, row: T) -> None:
        """Show a row anew."""
        self.rows = [*self.rows[:at], row, *self.rows[at + 1 :]]
        index = self.index(at, 0)
        self.dataChanged.emit(index, index)

    def row_at(self, index: _Index) -> T | None:
        """The row at an index; None for none."""
        inside = index.isValid() and index.row() < len(self.rows)
        return self.rows[index.row()] if inside else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == _LineRole:
            return self._say(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._say(row).title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            line = self._say(row)
            return "\n".join(filter(None, (line.title, line.other, line.quiet, line.chip)))
        return None


class LineDelegate(RecordDelegate):
    """Paints a line as lists of documents are painted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line | None = index.data(_LineRole)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._direction)
        rect: QRect = option.rect
        self._paint_ground(painter, option, rect)
        self._paint_line(painter, line, rect.adjusted(14, 8, -14, -8))
        painter.restore()

    def _paint_line(self, painter: QPainter, line: Line, inner: QRect) -> None:
        tokens = self._context.tokens
        ink = tokens.muted if line.faint else tokens.ink
        first = QRect(inner.left(), inner.top(), inner.width(), self._first_height)
        other = self._paint_other(painter, line.other, first, ink)
        room = first.adjusted(0, 0, -(other + 12) if other else 0, 0)
        font = self._strong if line.strong else self._first
        self._write(painter, self._placed(first, room), line.title, font, ink, own_direction=True)
        height = self._second_height + 4
        second = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        chip = self._paint_chip(painter, second, line.chip)
        room = second.adjusted(0, 0, -(chip + 10) if chip else 0, 0)
        self._write(painter, self._placed(second, room), line.quiet, self._second, tokens.muted)

    def _paint_other(self, painter: QPainter, text: str, line: QRect, ink: str) -> int:
        """The name in the other script at the far side; gives the width it took."""
        if not text:
            return 0
        metrics = QFontMetrics(self._first)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width() // 2)
        width = metrics.horizontalAdvance(cut) + 2
        place = self._placed(
            line, QRect(line.right() + 1 - width, line.top(), width, line.height())
        )
        painter.setFont(self._first)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags.value | Qt.TextFlag.TextSingleLine.value, cut)
        return width


def line_view(context: Context, model: QAbstractTableModel, parent: QWidget) -> RecordView:
    """A list of lines of which one is chosen."""
    view = RecordView(model, LineDelegate(context), parent)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    return view
