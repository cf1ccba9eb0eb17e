"""What the typed beginning may become, listed under the search field while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.searches import Completion
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import SECOND_LINE_POINTS, interface_font
from ctdesk.ui.icons import icon
from ctdesk.ui.language import QT_TRANSLATE_NOOP

AnyIndex = QModelIndex | QPersistentModelIndex

_KINDS: dict[str, tuple[str, str]] = {
    "field": ("filter", QT_TRANSLATE_NOOP("Offers", "field")),
    "value": ("filter", QT_TRANSLATE_NOOP("Offers", "value")),
    "word": ("search", QT_TRANSLATE_NOOP("Offers", "word")),
    "recent": ("history", QT_TRANSLATE_NOOP("Offers", "searched before")),
    "saved": ("star", QT_TRANSLATE_NOOP("Offers", "saved search")),
}
"""Picture and name of each kind of completion."""
_DETAIL = Qt.ItemDataRole.UserRole
_PICTURE = Qt.ItemDataRole.UserRole + 1
_ROWS = 8


class Offers(QFrame):
    """A list over the page, below the field. It never has the keyboard: the field keeps it and
    moves the mark with `move_by`. Nothing is marked until it does."""

    taken = Signal(object)
    """The Completion that was clicked."""

    def __init__(self, context: Context, field: QWidget) -> None:
        super().__init__(field)
        self._context = context
        self._field = field
        self._completions: list[Completion] = []
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(OfferDelegate(context, self.list))
        # a mouse that only lies there marks nothing: Enter would take what nobody chose
        self.list.itemClicked.connect(lambda item: self._clicked(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.hide()

    @property
    def current(self) -> Completion | None:
        """The completion that is marked."""
        row = self.list.currentRow()
        shown = self.isVisible() and 0 <= row < len(self._completions)
        return self._completions[row] if shown else None

    def offer(self, completions: Sequence[Completion]) -> None:
        """Show these, nothing marked; none, and the list is gone."""
        self._completions = list(completions)
        self.list.clear()
        for completion in self._completions:
            self._add(completion)
        self.list.setCurrentRow(-1)
        self.list.setAccessibleName(self.tr("What the search may become"))
        if self._completions:
            self._place()
        self.setVisible(bool(self._completions))

    def move_by(self, step: int) -> None:
        """Mark the next or the one before; beyond either end nothing is marked again."""
        # one place more than rows: the field itself, where nothing is marked
        places = self.list.count() + 1
        self.list.setCurrentRow((self.list.currentRow() + 1 + step) % places - 1)
        event = QAccessibleEvent(self.list, QAccessible.Event.Focus)
        event.setChild(self.list.currentRow())
        QAccessible.updateAccessibility(event)

    def _add(self, completion: Completion) -> None:
        show = self._context.show
        picture, phrase = _KINDS.get(completion.kind, ("search", ""))
        kind = QCoreApplication.translate("Offers", phrase) if phrase else ""
        detail = show.joined(show.digits(completion.detail), kind)
        item = QListWidgetItem(completion.label, self.list)
        item.setData(_DETAIL, detail)
        item.setData(_PICTURE, picture)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{completion.label}, {detail}")
        item.setToolTip(completion.label if len(completion.label) > 60 else "")

    def _place(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(self.list.count(), _ROWS)
        height = rows * self.list.sizeHintForRow(0) + 10
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 3))
        self.setGeometry(corner.x(), corner.y(), self._field.width(), height)
        self.raise_()

    def _clicked(self, row: int) -> None:
        self.taken.emit(self._completions[row])


class OfferDelegate(QStyledItemDelegate):
    """Picture and text at the leading side, what kind of thing it is, quietly, at the far one."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._near = interface_font()
        self._far = interface_font(SECOND_LINE_POINTS)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, QFontMetrics(self._near).height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = self._context.tokens
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("tint" if marked else "raised"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        inner = rect.adjusted(8, 0, -8, 0)
        detail = str(index.data(_DETAIL) or "")
        width = min(QFontMetrics(self._far).horizontalAdvance(detail) + 4, inner.width() // 2)
        picture = QRect(inner.left(), inner.center().y() - 7, 15, 15)
        far = QRect(inner.right() + 1 - width, inner.top(), width, inner.height())
        near = inner.adjusted(24, 0, -width - 10, 0)
        drawn = icon(str(index.data(_PICTURE)), tokens, colour="muted")
        drawn.paint(painter, self._placed(rect, picture))
        text = f"\u2068{index.data()}\u2069"
        self._write(painter, self._placed(rect, near), text, self._near, tokens.ink)
        self._write(painter, self._placed(rect, far), detail, self._far, tokens.muted, far=True)
        painter.restore()

    def _placed(self, frame: QRect, rect: QRect) -> QRect:
        right = self._context.rtl
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        return QStyle.visualRect(direction, frame, rect)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        far: bool = False,
    ) -> None:
        right = self._context.rtl != far
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags.value, cut)
