"""A field of several values: chips, and after them the line that takes the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ctdesk.ui.flow import FlowLayout

_LINE_WIDTH, _CURSOR_WIDTH = 72, 16
_FIELD_HEIGHT = 33


class ChipFrame(QFrame):
    """Looks like a field; holds the chips and a bare line after them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setMinimumHeight(_FIELD_HEIGHT)
        self.line = ChipLine(self)
        self.line.installEventFilter(self)
        self.inside = QWidget(self)
        self._flow = _ChipFlow(self.inside, gap=4)
        self._flow.addWidget(self.line)
        around = QVBoxLayout(self)
        around.setContentsMargins(6, 3, 6, 3)
        around.addWidget(self.inside)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: list[QToolButton], *, full: bool) -> None:
        """Set the chips before the line; a full field keeps only as much line as a cursor needs."""
        self.line.room = _CURSOR_WIDTH if full else _LINE_WIDTH
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.line:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            self._flow.addWidget(chip)
            # measured in the face that it will have, not in the one it has before it is shown
            chip.ensurePolished()
            chip.show()
        self._flow.addWidget(self.line)
        self._flow.invalidate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focus", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus()
        event.accept()


class _ChipFlow(FlowLayout):
    """The last widget, the line to type in, takes the rest of its row."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        height = super()._arrange(rect, move=move)
        last = self.itemAt(self.count() - 1)
        if move and last is not None:
            place = last.geometry()
            parent = self.parentWidget()
            if parent is not None and parent.isRightToLeft():
                place.setLeft(rect.left())
            else:
                place.setRight(rect.right())
            last.setGeometry(place)
        return height


class ChipLine(QLineEdit):
    """Tells Enter, and Backspace in the empty field."""

    entered = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = _LINE_WIDTH
        self.setProperty("kind", "bare")

    def sizeHint(self) -> QSize:
        return QSize(self.room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.entered.emit()
            return
        if key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)
