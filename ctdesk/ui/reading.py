"""A document's text for reading: its faces, direction by paragraph, hits, passages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ctdesk.text.direction import base_direction
from ctdesk.ui.fonts import reading_font
from ctdesk.ui.shown_text import Shown, shown
from ctdesk.ui.theme import Tokens

Marks = Sequence[tuple[int, int]]
_LINE_HEIGHT = {True: 128, False: 132}
"""Per cent of the face's own line: Amiri's is already 1.75 em, Noto Serif's 1.36 em, so both come
to about the same lead."""
_BETWEEN_PARAGRAPHS = 10
_MARGIN = 16
_ENDLESS = re.compile(r"\S{36}")


class ReadingView(QTextBrowser):
    """Shows a text for reading. Ranges given and got are those of the original, in code points."""

    linked = Signal(str)
    """A link of `set_links` was followed: what it leads to."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._original = ""
        self._shown = Shown("", ())
        self._marks: list[tuple[int, int]] = []
        self._current = -1
        self.document().setDocumentMargin(_MARGIN)
        self.document().setUndoRedoEnabled(False)
        self.setProperty("kind", "reading")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.linked.emit(url.path()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a reading view is one stop for Tab, not a place to type tabs
        self.setTabChangesFocus(True)

    @property
    def original(self) -> str:
        return self._original

    @property
    def hits(self) -> int:
        return len(self._marks)

    @property
    def current_hit(self) -> int:
        """Index of the hit last gone to; -1 before the first."""
        return self._current

    def set_tokens(self, tokens: Tokens) -> None:
        """Wear another theme."""
        if tokens is not self._tokens:
            self._tokens = tokens
            self.set_text(self._original, self._marks)

    def set_text(self, text: str, marks: Marks = ()) -> None:
        """Show a text with the hits of a search marked."""
        self._original = text
        self.setWordWrapMode(wrap_mode(text))
        self._shown = shown(text)
        self._marks = _joined(text, marks)
        self._current = -1
        # one document for good: PySide keeps every document that a view was ever given
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, paragraph in enumerate(self._shown.text.split("\n")):
            rtl = base_direction(paragraph) == "rtl" if paragraph.strip() else self.isRightToLeft()
            block, char = self._formats(rtl)
            if number:
                cursor.insertBlock(block, char)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(char)
            cursor.insertText(paragraph, char)
        hit = QTextCharFormat()
        hit.setBackground(QColor(self._tokens.hit))
        for start, end in self._marks:
            self._select(cursor, start, end)
            cursor.mergeCharFormat(hit)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setExtraSelections([])

    def set_links(self, links: Sequence[tuple[int, int, str, str]]) -> None:
        """Make passages of the text links: start, end, what each leads to, what it says of that.

        One that leads nowhere yet is only told from the text around it.
        """
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, target, tip in links:
            self._select(cursor, start, end)
            face = QTextCharFormat()
            face.setToolTip(tip)
            if target:
                face.setAnchor(True)
                face.setAnchorHref(target)
                face.setForeground(QColor(self._tokens.accent))
            face.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.SingleUnderline
                if target
                else QTextCharFormat.UnderlineStyle.DotLine
            )
            cursor.mergeCharFormat(face)
        cursor.endEditBlock()

    def set_names(self, names: Marks) -> None:
        """Tell passages that may name somebody from the text around them: a colour and a line."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        face = QTextCharFormat()
        face.setForeground(QColor(self._tokens.urgent))
        face.setFontUnderline(True)
        face.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for start, end in names:
            self._select(cursor, start, end)
            cursor.mergeCharFormat(face)
        cursor.endEditBlock()

    def next_hit(self) -> bool:
        """Go to the next hit, from the last to the first; False when there is none."""
        return self._go(1)

    def previous_hit(self) -> bool:
        """Go to the hit before, from the first to the last; False when there is none."""
        return self._go(-1)

    def show_range(self, start: int, end: int) -> None:
        """Bring a passage of the original into view, marked."""
        cursor = QTextCursor(self.document())
        self._select(cursor, start, end)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(QColor(self._tokens.current_hit))
        self.setExtraSelections([mark])
        caret = QTextCursor(self.document())
        caret.setPosition(cursor.selectionEnd())
        self.setTextCursor(caret)
        caret.setPosition(cursor.selectionStart())
        self.setTextCursor(caret)
        self.ensureCursorVisible()
        self._leave_room_above()

    def selected_range(self) -> tuple[int, int] | None:
        """What is selected, as a range of the original; None when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._shown.in_original(cursor.selectionStart())
        end = self._shown.in_original(cursor.selectionEnd())
        return (start, end) if end > start else None

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        selected = self.selected_range()
        if selected:
            data.setText(self._original[slice(*selected)])
        return data

    def _formats(self, rtl: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block = QTextBlockFormat()
        block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        block.setLineHeight(
            _LINE_HEIGHT[rtl], QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        block.setBottomMargin(_BETWEEN_PARAGRAPHS)
        char = QTextCharFormat()
        char.setFont(reading_font(rtl=rtl))
        char.setForeground(QColor(self._tokens.ink))
        return block, char

    def _select(self, cursor: QTextCursor, start: int, end: int) -> None:
        from_page, to_page = self._shown.span(start, end)
        last = max(0, cursor.document().characterCount() - 1)
        cursor.setPosition(min(from_page, last))
        cursor.setPosition(min(to_page, last), QTextCursor.MoveMode.KeepAnchor)

    def _go(self, step: int) -> bool:
        if not self._marks:
            return False
        if self._current < 0 and step < 0:
            self._current = 0
        self._current = (self._current + step) % len(self._marks)
        self.show_range(*self._marks[self._current])
        return True

    def _leave_room_above(self) -> None:
        """A passage at the very edge of the view reads badly: keep a line or two around it."""
        room = self.fontMetrics().height() * 3
        top = self.cursorRect().top()
        bar = self.verticalScrollBar()
        if top < room:
            bar.setValue(bar.value() - (room - top))
        elif top > self.viewport().height() - room:
            bar.setValue(bar.value() + room)


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """How a text breaks into lines: between words. Where Qt may break anywhere, it cuts Arabic
    words in two although they fit on the next line; only text with endless words needs that."""
    endless = _ENDLESS.search(text) is not None
    modes = QTextOption.WrapMode
    return modes.WrapAtWordBoundaryOrAnywhere if endless else modes.WordWrap


def _joined(text: str, marks: Marks) -> list[tuple[int, int]]:
    """The marks from the start of the text; words of a phrase side by side make one hit."""
    hits: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if hits and not text[hits[-1][1] : start].strip(" \t"):
            hits[-1] = (hits[-1][0], max(hits[-1][1], end))
        else:
            hits.append((start, end))
    return hits
