"""One record in two lines: its subject; then mission, date, number, urgency, and its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ctdesk.desk import Row
from ctdesk.text.direction import base_direction
from ctdesk.ui.context import Context
from ctdesk.ui.documents.list_model import RowRole
from ctdesk.ui.documents.snippet_line import paint_snippet
from ctdesk.ui.fonts import INTERFACE_POINTS, SECOND_LINE_POINTS, interface_font
from ctdesk.ui.show import SEPARATOR

_SIDE, _TOP, _BETWEEN = 14, 8, 3
_CHIP_SIDE, _CHIP_TOP = 8, 2
_MISSION_ROOM = 40
"""A mission cut to fewer pixels than these says nothing."""
_NEW_STATES = frozenset({"registered", "draft"})
"""Nobody has taken these up yet: their subject stands out."""
_PRESSING = frozenset({"urgent", "very_urgent", "immediate"})

AnyIndex = QModelIndex | QPersistentModelIndex


def label_of_state(context: Context, row: Row) -> str:
    """The state of a record of any kind, in words."""
    vocabulary = {
        "opinion": "opinion_state",
        "action": "action_state",
    }.get(row.kind if row.table == "document" else row.table, "document_state")
    return context.label(vocabulary, row.state)


def quiet_line(context: Context, row: Row) -> str:
    """Mission, date and number of a record, in one line."""
    show = context.show
    return show.joined(
        row.mission, show.short_day(row.date), show.number(row.their_number or row.number)
    )


class RecordDelegate(QStyledItemDelegate):
    """Paints a record; `divider` is the phrase before the second tier. With `snippets` each row
    has room for the passage around its hits."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.divider = ""
        self.snippets = False
        self._context = context
        self._first = interface_font(INTERFACE_POINTS + 0.5)
        self._strong = interface_font(INTERFACE_POINTS + 0.5, strong=True)
        self._second = interface_font(SECOND_LINE_POINTS)
        heights = [QFontMetrics(font).height() for font in (self._strong, self._second)]
        self._first_height, self._second_height = heights
        self._size = QSize(200, sum(heights) + 2 * _TOP + _BETWEEN + 2 * _CHIP_TOP)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self._size + QSize(0, self._third if self.snippets else 0)

    @property
    def _third(self) -> int:
        return self._second_height + _BETWEEN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row | None = index.data(RowRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._direction)
        if row is None:
            self._paint_divider(painter, rect)
        else:
            self._paint_ground(painter, option, rect)
            inner = rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
            if self.snippets:
                self._paint_snippet(painter, row, inner)
                inner.adjust(0, 0, 0, -self._third)
            self._paint_row(painter, row, inner)
        painter.restore()

    @property
    def _direction(self) -> Qt.LayoutDirection:
        right = self._context.rtl
        return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        tokens = self._context.tokens
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = QRectF(rect.adjusted(4, 2, -4, -2))
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("selection" if selected else "background"))
            painter.drawRoundedRect(ground, 7, 7)
        else:
            painter.setPen(QPen(tokens.colour("line"), 1))
            foot = rect.bottom()
            painter.drawLine(rect.left() + _SIDE, foot, rect.right() - _SIDE, foot)
        if selected:
            bar = self._placed(rect, QRect(rect.left() + 4, rect.top() + 10, 3, rect.height() - 20))
            painter.setBrush(tokens.colour("accent"))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if not selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _paint_row(self, painter: QPainter, row: Row, inner: QRect) -> None:
        tokens = self._context.tokens
        subject = QRect(inner.left(), inner.top(), inner.width(), self._first_height)
        font = self._strong if row.state in _NEW_STATES else self._first
        self._write(painter, subject, row.title, font, tokens.ink, own_direction=True)

        height = self._second_height + 2 * _CHIP_TOP
        second = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        chip = self._paint_chip(painter, second, label_of_state(self._context, row))
        room = second.adjusted(0, 0, -(chip + 10), 0)
        urgency = self._context.label("urgency", row.urgency) if row.urgency in _PRESSING else ""
        metrics = QFontMetrics(self._second)
        mark = metrics.horizontalAdvance(urgency) + 26 if urgency else 0
        quiet = self._fitting(row, metrics, room.width() - mark)
        used = metrics.horizontalAdvance(quiet)
        self._write(painter, self._placed(inner, room), quiet, self._second, tokens.muted)
        if urgency:
            self._paint_urgency(painter, inner, room.adjusted(used + 12, 0, 0, 0), urgency)

    def _paint_snippet(self, painter: QPainter, row: Row, inner: QRect) -> None:
        if row.snippet is None or not row.snippet.text:
            return
        tokens = self._context.tokens
        line = QRect(inner.left(), inner.bottom() + 1 - self._second_height, inner.width(),
                     self._second_height)  # fmt: skip
        paint_snippet(
            painter,
            line,
            row.snippet,
            self._second,
            tokens.colour("ink"),
            tokens.colour("hit"),
            to_right=self._context.rtl,
        )

    def _fitting(self, row: Row, metrics: QFontMetrics, width: int) -> str:
        """The quiet line; where it is too long its mission gives way, then its date."""
        whole = quiet_line(self._context, row)
        if metrics.horizontalAdvance(whole) <= width:
            return whole
        show = self._context.show
        number = show.number(row.their_number or row.number)
        figures = show.joined(show.short_day(row.date), number)
        left = width - metrics.horizontalAdvance(SEPARATOR + figures)
        if row.mission and left > _MISSION_ROOM:
            mission = metrics.elidedText(row.mission, Qt.TextElideMode.ElideRight, left)
            return show.joined(mission, figures)
        if metrics.horizontalAdvance(figures) <= width:
            return figures
        return metrics.elidedText(number, Qt.TextElideMode.ElideRight, max(width, 0))

    def _paint_chip(self, painter: QPainter, line: QRect, label: str) -> int:
        """The state at the far side of its line; gives the width it took."""
        if not label:
            return 0
        metrics = QFontMetrics(self._second)
        width = metrics.horizontalAdvance(label) + 2 * _CHIP_SIDE
        chip = QRect(line.right() + 1 - width, line.top(), width, line.height())
        chip = self._placed(line, chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._context.tokens.colour("raised"))
        painter.drawRoundedRect(QRectF(chip), 8, 8)
        painter.setFont(self._second)
        painter.setPen(self._context.tokens.colour("ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, label)
        return width

    def _paint_urgency(self, painter: QPainter, frame: QRect, room: QRect, label: str) -> None:
        colour = self._context.tokens.colour("urgent")
        dot = self._placed(frame, QRect(room.left(), room.center().y() - 3, 8, 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(dot)
        words = self._placed(frame, room.adjusted(13, 0, 0, 0))
        self._write(painter, words, label, self._second, colour.name())

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        own_direction: bool = False,
    ) -> None:
        """One line from the leading side of the window, cut at its end if it must be."""
        rtl = self._context.rtl
        text_rtl = base_direction(text) == "rtl" if own_direction else rtl
        absolute = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = (
            absolute.value
            | Qt.AlignmentFlag.AlignAbsolute.value
            | Qt.AlignmentFlag.AlignVCenter.value
            | Qt.TextFlag.TextSingleLine.value
            | (
                Qt.TextFlag.TextForceRightToLeft if text_rtl else Qt.TextFlag.TextForceLeftToRight
            ).value
        )
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, cut)

    def _paint_divider(self, painter: QPainter, rect: QRect) -> None:
        tokens = self._context.tokens
        metrics = QFontMetrics(self._second)
        width = min(metrics.horizontalAdvance(self.divider) + 24, rect.width())
        middle = rect.center()
        painter.setPen(QPen(tokens.colour("edge"), 1))
        for start, end in (
            (rect.left() + _SIDE, middle.x() - width // 2),
            (middle.x() + width // 2, rect.right() - _SIDE),
        ):
            if end > start:
                painter.drawLine(QPoint(start, middle.y()), QPoint(end, middle.y()))
        painter.setFont(self._second)
        painter.setPen(tokens.colour("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.divider)

    def _placed(self, frame: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, frame, rect)
