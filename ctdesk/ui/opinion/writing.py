"""A field that is written in like paper: it grows with its text and knows its direction."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ctdesk.text.direction import base_direction
from ctdesk.text.show import strip_isolates
from ctdesk.ui.fonts import reading_font

_LINE_HEIGHT = {True: 122, False: 128}
_AROUND = 4
"""Border and padding of the field above and below its text, as the style sheet has them."""
_Key = Qt.Key
_Mod = Qt.KeyboardModifier


class WritingField(QTextEdit):
    """Plain text of one paragraph. Keys that concern whole blocks are told, not done here."""

    edited = Signal(str)
    entered = Signal(int)
    """Enter was pressed at this position (code points)."""
    joined = Signal()
    """Backspace was pressed at the beginning."""
    moved = Signal(int)
    """Alt and an arrow: the block should go up (-1) or down (1)."""
    stepped = Signal(int)
    """An arrow left the field at its first (-1) or last (1) line."""
    undone = Signal(bool)
    """Undo (True) or redo was asked for."""
    focused = Signal()

    def __init__(self, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rtl = rtl
        self.setProperty("kind", "writing")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setFont(reading_font(rtl=rtl))
        self.textChanged.connect(self._changed)
        self._dress()
        self._grow()

    def set_text(self, text: str) -> None:
        """Show a text without saying that it was edited."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._dress()
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._concerns_blocks(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste keeps the words and drops their dress; line ends become blanks."""
        self.insertPlainText(" ".join(strip_isolates(source.text()).split()))

    def _concerns_blocks(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if held == _Mod.AltModifier and key in (_Key.Key_Up, _Key.Key_Down):
            self.moved.emit(-1 if key == _Key.Key_Up else 1)
        elif held & _Mod.ControlModifier and key in (_Key.Key_Z, _Key.Key_Y):
            again = key == _Key.Key_Y or bool(held & _Mod.ShiftModifier)
            self.undone.emit(not again)
        elif self.isReadOnly():
            return False
        elif key in (_Key.Key_Return, _Key.Key_Enter) and not held & _Mod.ControlModifier:
            self.entered.emit(self._code_points(self.textCursor().position()))
        elif key == _Key.Key_Backspace and self._at_beginning():
            self.joined.emit()
        elif key in (_Key.Key_Up, _Key.Key_Down) and not held:
            return self._stepped_out(key == _Key.Key_Up)
        else:
            return False
        return True

    def _code_points(self, position: int) -> int:
        """Qt counts UTF-16 units, the desk counts code points."""
        units = self.toPlainText().encode("utf-16-le")[: 2 * position]
        return len(units.decode("utf-16-le", errors="ignore"))

    def _at_beginning(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _stepped_out(self, up: bool) -> bool:
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        if cursor.movePosition(way):
            return False
        self.stepped.emit(-1 if up else 1)
        return True

    def _changed(self) -> None:
        self._dress()
        self._grow()
        self.edited.emit(self.toPlainText())

    def _dress(self) -> None:
        """Direction by the text's own letters; an empty field has that of its language."""
        text = self.toPlainText()
        rtl = base_direction(text) == "rtl" if text.strip() else self._rtl
        block = QTextBlockFormat()
        block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        block.setLineHeight(
            _LINE_HEIGHT[rtl], QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.blockSignals(False)

    def _height(self) -> int:
        return int(self.document().size().height()) + _AROUND

    def _grow(self) -> None:
        height = self._height()
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
