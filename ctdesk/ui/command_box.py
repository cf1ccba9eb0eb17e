"""The command box (Ctrl+K): every act by its name, every record by its words or number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.actions import ACTS, Act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import quiet_line
from ctdesk.ui.fonts import SECOND_LINE_POINTS, interface_font
from ctdesk.ui.icons import icon

AnyIndex = QModelIndex | QPersistentModelIndex

_RECORDS = 6
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_WIDTH = 620
_ROWS = 11


@dataclass(frozen=True)
class Choice:
    """A row of the box."""

    text: str
    aside: str
    picture: str
    run: Callable[[], None]
    possible: bool = True


class CommandBox(QFrame):
    """Opens over the window; arrows choose, Enter does, Escape closes."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        run: Callable[[Act], None],
        possible: Callable[[Act], bool],
        open_record: Callable[[str, str], None],
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._window = window
        self._run, self._possible, self._open_record = run, possible, open_record
        self.choices: list[Choice] = []
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "search")
        self.field.setPlaceholderText(self.tr("What do you want to do, or which record?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Acts and records"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(ChoiceDelegate(context, self))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._do())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._fill)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self._fill()

    def open(self) -> None:
        """Show the box over the upper middle of its window."""
        window = self._window
        self.setFixedWidth(min(_WIDTH, window.width() - 80))
        self.list.setFixedHeight(_ROWS * self.list.sizeHintForRow(0) + 4)
        self.adjustSize()
        corner = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 84))
        self.move(corner)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self._fill()
                self._do()
                return True
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        position = self.list.currentRow()
        if 0 <= position < len(self.choices) and self.choices[position].possible:
            chosen = self.choices[position]
            self.close()
            chosen.run()

    def _fill(self) -> None:
        self._pause.stop()
        words = self._context.show.plain(self.field.text()).strip()
        self.choices = [*self._acts(words), *(self._records(words) if words else [])]
        self.list.clear()
        for choice in self.choices:
            item = QListWidgetItem(choice.text, self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text} {choice.aside}")
            if not choice.possible:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        first = next((i for i, c in enumerate(self.choices) if c.possible), -1)
        self.list.setCurrentRow(first)

    def _acts(self, words: str) -> list[Choice]:
        wanted = words.casefold().split()
        found = []
        for row in ACTS:
            if row.handler == "open_command_box":
                continue
            # the English name finds an act in the Arabic window too, and its keys do
            hay = f"{row.phrase} {row.text} {' '.join(row.keys)}".casefold()
            if all(word in hay for word in wanted):
                keys = f"\u2068{' / '.join(row.keys)}\u2069" if row.keys else ""
                found.append(
                    Choice(row.phrase, keys, row.icon, partial(self._run, row), self._possible(row))
                )
        return sorted(found, key=lambda choice: not choice.possible)

    def _records(self, words: str) -> list[Choice]:
        try:
            page = self._context.desk.documents.list(words, limit=_RECORDS)
        except CtdeskError:
            # the acts stay reachable; the search page says what is wrong with the store
            return []
        pictures = {"dossier": "dossiers", "item": "dossiers", "action": "actions"}
        return [
            Choice(
                row.title,
                quiet_line(self._context, row),
                pictures.get(row.table, "opinions" if row.kind == "opinion" else "documents"),
                partial(self._open_record, row.table, row.uid),
            )
            for row in page.rows
        ]


class ChoiceDelegate(QStyledItemDelegate):
    """Picture and name at the leading side, keys or the quiet line at the far side."""

    def __init__(self, context: Context, box: CommandBox) -> None:
        super().__init__(box)
        self._context = context
        self._box = box
        self._near = interface_font()
        self._far = interface_font(SECOND_LINE_POINTS)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, QFontMetrics(self._near).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        choice = self._box.choices[index.row()]
        tokens, rtl = self._context.tokens, self._context.rtl
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("tint"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        inner = rect.adjusted(10, 0, -10, 0)
        picture = QRect(inner.left(), inner.center().y() - 8, 18, 18)
        colour = "accent" if choice.possible else "edge"
        icon(choice.picture, tokens, rtl=rtl, colour=colour).paint(
            painter, self._placed(rect, picture)
        )
        aside = QFontMetrics(self._far).horizontalAdvance(choice.aside) + 4
        aside = min(aside, inner.width() // 2)
        far = QRect(inner.right() + 1 - aside, inner.top(), aside, inner.height())
        near = inner.adjusted(28, 0, -aside - 12, 0)
        ink = tokens.ink if choice.possible else tokens.muted
        self._write(painter, self._placed(rect, near), choice.text, self._near, ink, rtl)
        self._write(painter, self._placed(rect, far), choice.aside, self._far, tokens.muted, rtl)
        painter.restore()

    def _placed(self, frame: QRect, rect: QRect) -> QRect:
        right = self._context.rtl
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        return QStyle.visualRect(direction, frame, rect)

    @staticmethod
    def _write(
        painter: QPainter, rect: QRect, text: str, font: QFont, colour: str, rtl: bool
    ) -> None:
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(
            rect, (side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value, cut
        )
