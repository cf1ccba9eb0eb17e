"""The files that wait, two lines each: what they are about; from whom, when, and what to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import RecordDelegate
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ctdesk.desk import QueueRow

QueueRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_BADGES = {
    "waiting": QT_TRANSLATE_NOOP("QueueList", "to be read"),
    "refused": QT_TRANSLATE_NOOP("QueueList", "not readable"),
    "bytes": QT_TRANSLATE_NOOP("QueueList", "registered before"),
    "letter": QT_TRANSLATE_NOOP("QueueList", "same letter"),
    "scan": QT_TRANSLATE_NOOP("QueueList", "scan"),
}


def badge_of(row: QueueRow) -> str:
    """The one thing about a file that an officer should know first; "" for nothing."""
    if row.state in ("waiting", "refused"):
        code = row.state
    elif any(note.startswith("error.") for note in row.notes):
        code = "refused"
    elif row.same_bytes:
        code = "bytes"
    elif row.same_letter or row.twins:
        code = "letter"
    elif any(note.startswith("scan") for note in row.notes):
        code = "scan"
    else:
        return ""
    return QCoreApplication.translate("QueueList", _BADGES[code])


class QueueModel(QAbstractListModel):
    """The lines of the queue."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: list[QueueRow] = []

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show other lines; a list that only grew or changed in place keeps its choice."""
        known = [row.uid for row in self.rows]
        if [row.uid for row in rows][: len(known)] == known:
            if len(rows) > len(known):
                self.beginInsertRows(QModelIndex(), len(known), len(rows) - 1)
                self.rows = list(rows)
                self.endInsertRows()
            self.rows = list(rows)
            if known:
                self.dataChanged.emit(self.index(0), self.index(len(known) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def position_of(self, uid: str) -> int:
        """Where a file stands; -1 when it does not."""
        return next((at for at, row in enumerate(self.rows) if row.uid == uid), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == QueueRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.subject or row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = (row.subject, row.name, self.quiet_line(row), badge_of(row))
            return "\n".join(filter(None, said))
        return None

    def quiet_line(self, row: QueueRow) -> str:
        """Sender, date and number; of a file without them its name."""
        show = self._context.show
        line = show.joined(
            row.sender, show.short_day(row.their_date), show.number(row.their_number)
        )
        return line or (show.joined(row.name) if row.subject else "")


class QueueDelegate(RecordDelegate):
    """Paints a line of the queue as lists of documents are painted."""

    def __init__(self, context: Context, model: QueueModel) -> None:
        super().__init__(context)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: QueueRow | None = index.data(QueueRole)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._direction)
        rect: QRect = option.rect
        self._paint_ground(painter, option, rect)
        self._paint_line(painter, row, rect.adjusted(14, 8, -14, -8))
        painter.restore()

    def _paint_line(self, painter: QPainter, row: QueueRow, inner: QRect) -> None:
        tokens = self._context.tokens
        first = QRect(inner.left(), inner.top(), inner.width(), self._first_height)
        colour = tokens.muted if row.state == "waiting" else tokens.ink
        self._write(
            painter, first, row.subject or row.name, self._strong, colour, own_direction=True
        )
        height = self._second_height + 4
        second = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        chip = self._paint_chip(painter, second, badge_of(row))
        room = second.adjusted(0, 0, -(chip + 10) if chip else 0, 0)
        metrics = QFontMetrics(self._second)
        line = self._model.quiet_line(row)
        cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        self._write(painter, self._placed(inner, room), cut, self._second, tokens.muted)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._size


class QueueView(RecordView):
    """The list; a figure assigns what is chosen, Delete sets it aside."""

    assigned = Signal(int)
    """Place of an officer, from 1."""
    set_aside = Signal()

    def __init__(
        self, model: QueueModel, delegate: QueueDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if event.key() == Qt.Key.Key_Delete:
            self.set_aside.emit()
        elif len(digit) == 1 and digit.isdigit() and int(digit) > 0:
            # int() reads the figures of an Arabic keyboard as well
            self.assigned.emit(int(digit))
        else:
            super().keyPressEvent(event)
