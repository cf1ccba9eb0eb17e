"""The navigation rail: the rooms of the window, what waits in each, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QStyle, QVBoxLayout, QWidget

from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.fonts import interface_font
from ctdesk.ui.icons import drawn
from ctdesk.ui.language import Retranslated

ROOMS = (
    "go_incoming",
    "go_documents",
    "go_opinions",
    "go_dossiers",
    "go_actions",
    "go_registers",
    "go_screening",
    "go_keeping",
)
FOOT = ("settings", "lock")
_SIDE, _PICTURE = 12, 18


class RailButton(QAbstractButton):
    """An icon, a name, a count."""

    def __init__(self, context: Context, act_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._act = act(act_id)
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say()

    @property
    def act_id(self) -> str:
        return self._act.id

    def set_count(self, count: int) -> None:
        """How many wait in the room; 0 shows nothing."""
        self._count = count
        self.say()
        self.update()

    def say(self) -> None:
        """Name and keys, in the window's language."""
        phrase = self._act.phrase
        self.setText(phrase)
        self.setAccessibleName(f"{phrase} {self._count}" if self._count else phrase)
        keys = " / ".join(self._act.keys)
        self.setToolTip(f"{phrase}  \u2068{keys}\u2069" if keys else phrase)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(interface_font(10.5, strong=True))
        width = metrics.horizontalAdvance(self.text()) + _PICTURE + 10 + 2 * _SIDE + 46
        return QSize(width, metrics.height() + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._context.tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("tint" if chosen else "raised"))
            painter.drawRoundedRect(ground, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 8, 8)
        colour = tokens.accent if chosen else tokens.ink
        inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        picture = QRect(inner.left(), inner.center().y() - _PICTURE // 2 + 1, _PICTURE, _PICTURE)
        ratio = self.devicePixelRatioF()
        pixmap = drawn(
            self._act.icon,
            round(_PICTURE * ratio),
            colour if chosen else tokens.muted,
            mirrored=self._context.rtl and self._act.icon == "opinions",
        )
        painter.drawPixmap(self._placed(picture), pixmap)
        words = inner.adjusted(_PICTURE + 10, 0, 0, 0)
        painter.setFont(interface_font(10.5, strong=chosen))
        painter.setPen(tokens.colour("accent" if chosen else "ink"))
        painter.drawText(self._placed(words), self._aligned(leading=True), self.text())
        if self._count:
            painter.setFont(interface_font(9))
            painter.setPen(tokens.colour("accent" if chosen else "muted"))
            count = self._context.show.digits(self._count)
            painter.drawText(self._placed(inner), self._aligned(leading=False), count)
        painter.end()

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _aligned(self, *, leading: bool) -> int:
        right = self.isRightToLeft() == leading
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return (side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value


class Rail(Retranslated, QWidget):
    """The rooms from the top, settings and lock at the foot."""

    chosen = Signal(str)
    """Id of the act of the row that was chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: RailButton(context, name, self) for name in (*ROOMS, *FOOT)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for name in ROOMS:
            self.buttons[name].setCheckable(True)
            self._group.addButton(self.buttons[name])
            layout.addWidget(self.buttons[name])
        layout.addStretch(1)
        for name in FOOT:
            layout.addWidget(self.buttons[name])
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, n=name: self.chosen.emit(n))
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Rooms"))
        for button in self.buttons.values():
            button.say()

    def mark(self, act_id: str) -> None:
        """Show which room is in front."""
        self.buttons[act_id].setChecked(True)

    @property
    def marked(self) -> str:
        """Id of the room in front."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many wait in each room, by the id of its row."""
        for name, count in counts.items():
            self.buttons[name].set_count(count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
