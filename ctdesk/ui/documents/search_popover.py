"""What opens under the search field: a small card that arrows walk through and Escape closes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ctdesk.ui.context import Context

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Popover(QFrame):
    """A card below a widget, at its leading or its far edge; closing it deletes it."""

    def __init__(self, context: Context, parent: QWidget, *, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self.setFixedWidth(width)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(6)

    def open_below(self, widget: QWidget, *, far: bool = False) -> None:
        """Show it under the widget, flush with its leading edge, or with its far one."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        if far != self.context.rtl:
            corner.setX(corner.x() + widget.width() - self.width())
        window = widget.window()
        room = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from one line to the next."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        self.focusNextPrevChild(step > 0)

    def choose_text(self, field: QLineEdit) -> None:
        """The keyboard in a field of the card, its text ready to be written over."""
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        field.selectAll()
