"""A field that is written in like paper: it grows with its text and knows its direction."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ctdesk.text.direction import base_direction
from ctdesk.text.paragraphs import paragraphs_of
from ctdesk.ui.arabic_keys import latin_key
from ctdesk.ui.fonts import reading_font
from ctdesk.ui.opinion.room import room_after
from ctdesk.ui.shown_text import Shown, shown

_LINE_HEIGHT = {True: 112, False: 122}
"""Per cent of the face's own line: Amiri's is already 1.75 em, Noto Serif's 1.36 em."""
_AROUND = 4
"""Border and padding of the field above and below its text, as the style sheet has them."""
_Key = Qt.Key
_Mod = Qt.KeyboardModifier
_STAY_WRITING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class WritingField(QTextEdit):
    """Plain text of one paragraph. Keys that concern whole blocks are told, not done here.

    While it is written in, the page holds the very words; at rest it shows references in one
    piece, with invisible joiners that never leave this field.
    """

    edited = Signal(str)
    entered = Signal(int)
    """Enter was pressed at this position (code points)."""
    pasted = Signal(int, list)
    """Paragraphs were pasted at this position (code points)."""
    joined = Signal()
    """Backspace was pressed at the beginning."""
    moved = Signal(int)
    """Alt and an arrow: the block should go up (-1) or down (1)."""
    stepped = Signal(int)
    """An arrow left the field at its first (-1) or last (1) line."""
    undone = Signal(bool)
    """Undo (True) or redo was asked for."""
    focused = Signal()
    settled = Signal()
    """The text was laid out anew: what stands after its last word may have to move."""

    def __init__(self, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rtl = rtl
        self._text = ""
        self._page = Shown("", ())
        self._writing = False
        self.takes_several = False
        self._worn: tuple[bool, int] | None = None
        self._reserved = QSize()
        self._room = QRect()
        self.setProperty("kind", "writing")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        # a file dropped on the page is for the window to register, not to be written here
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.set_face()
        self.textChanged.connect(self._changed)

    @property
    def text(self) -> str:
        """The words, and nothing that was put in for showing."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show a text without saying that it was edited."""
        if text != self._text:
            self._text = text
            self._put()

    def set_frozen(self, frozen: bool) -> None:
        """Let it be read and copied only, or written in again."""
        if frozen != self.isReadOnly():
            self._rest()
            flags = Qt.TextInteractionFlag
            reading = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            self.setTextInteractionFlags(reading if frozen else flags.TextEditorInteraction)

    def set_face(self, points: float = 0.0, *, bold: bool = False) -> None:
        """The face at another size (0: that of reading) or weight."""
        font = reading_font(rtl=self._rtl)
        if points:
            font.setPointSizeF(points)
        font.setBold(bold)
        if font != self.font():
            self.setFont(font)
            self._settle()

    def reserve(self, size: QSize) -> None:
        """Keep room of that size after the last word; see `room`."""
        if size != self._reserved:
            self._reserved = size
            self._settle()

    @property
    def room(self) -> QRect:
        """Where the reserved room lies, in the field."""
        return self._room.translated(self.viewport().pos())

    @property
    def first_baseline(self) -> int:
        """How far below the field's top its first line stands."""
        line = self.document().firstBlock().layout()
        if not line.lineCount():
            return QFontMetrics(self.font()).ascent() + _AROUND
        first = line.lineAt(0)
        top = self.document().documentLayout().blockBoundingRect(self.document().firstBlock()).top()
        return int(top + first.y() + first.ascent()) + self.viewport().pos().y()

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        self._write()
        return self._code_points(self.textCursor().position())

    def set_caret(self, at: int | None) -> None:
        """Put the caret there; at the end for None."""
        self._write()
        text = self._text if at is None else self._text[:at]
        cursor = self.textCursor()
        cursor.setPosition(len(text.encode("utf-16-le")) // 2)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._write()
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAY_WRITING:
            self._rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._write()
        if not self._concerns_blocks(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste keeps the words and drops their dress; several paragraphs are told, where the
        field is one of a block that more can stand below, else joined by blanks."""
        found = paragraphs_of(source.text())
        if len(found) < 2 or not self.takes_several:
            self.insertPlainText(" ".join(found))
            return
        self.textCursor().removeSelectedText()
        self.pasted.emit(self._code_points(self.textCursor().position()), found)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        data = QMimeData()
        if self._writing:
            data.setText(self._text[self._code_points(start) : self._code_points(end)])
        else:
            data.setText(self._text[self._page.in_original(start) : self._page.in_original(end)])
        return data

    def _write(self) -> None:
        if not self._writing and not self.isReadOnly():
            self._writing = True
            if self._page.added:
                self._put()

    def _rest(self) -> None:
        if self._writing:
            self._writing = False
            self._page = shown(self._text)
            if self._page.added:
                self._put()

    def _put(self) -> None:
        """Lay the words on the page; at rest with what keeps references in one piece."""
        self._page = Shown("", ()) if self._writing else shown(self._text)
        self.blockSignals(True)
        self.setPlainText(self._text if self._writing else self._page.text)
        self.blockSignals(False)
        self._worn = None
        self._dress()
        self._settle()

    def _concerns_blocks(self, event: QKeyEvent) -> bool:
        key, held = latin_key(event) or event.key(), event.modifiers()
        held &= ~_Mod.KeypadModifier
        if held == _Mod.AltModifier and key in (_Key.Key_Up, _Key.Key_Down):
            self.moved.emit(-1 if key == _Key.Key_Up else 1)
        elif held & _Mod.ControlModifier and key in (_Key.Key_Z, _Key.Key_Y):
            again = key == _Key.Key_Y or bool(held & _Mod.ShiftModifier)
            self.undone.emit(not again)
        elif key in (_Key.Key_Up, _Key.Key_Down) and not held:
            return self._stepped_out(key == _Key.Key_Up)
        elif self.isReadOnly():
            return False
        elif key in (_Key.Key_Return, _Key.Key_Enter) and not held & _Mod.ControlModifier:
            self.entered.emit(self._code_points(self.textCursor().position()))
        elif key == _Key.Key_Backspace and self._at_beginning():
            self.joined.emit()
        else:
            return False
        return True

    def _code_points(self, position: int) -> int:
        """Qt counts UTF-16 units, the desk counts code points."""
        units = self._text.encode("utf-16-le")[: 2 * position]
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
        # not toPlainText, which makes a blank of every no-break space
        text = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        if self._writing and text != self._text:
            self._text = text
            self._dress()
            self._settle()
            self.edited.emit(text)

    def _dress(self) -> None:
        """Direction by the text's own letters; an empty field has that of its language."""
        rtl = base_direction(self._text) == "rtl" if self._text.strip() else self._rtl
        worn = (rtl, self.document().blockCount())
        if worn == self._worn:
            return
        self._worn = worn
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
        bottom = ceil(self.document().size().height())
        return max(bottom, self._room.bottom() + 2) + _AROUND

    def _settle(self) -> None:
        rtl = self._rtl if self._worn is None else self._worn[0]
        self._room = room_after(self.document(), self._reserved, rtl=rtl)
        height = self._height()
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.settled.emit()
