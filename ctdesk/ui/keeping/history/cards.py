"""What the cards of the page of checks are made of: a head, a lead, an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated

_MARK = 22
_PIECES = re.compile(
    r"(?P<seal>(?:[0-9a-f]{4} ){3}[0-9a-f]{4}|\b[0-9a-f]{8}\b)"
    r"|(?P<day>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)"
    r"|(?P<number>[^\s(،,:]*\d+/\d+|\b\d{4}-\d\d\b)"
)


def card_of(card: QFrame) -> tuple[QLabel, QLabel, QVBoxLayout]:
    """Make a frame a card; its head, its lead, and the layout for what is under them."""
    card.setProperty("card", True)
    head, lead = QLabel(card), QLabel(card)
    head.setProperty("role", "heading")
    lead.setProperty("role", "muted")
    lead.setWordWrap(True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(18, 14, 18, 16)
    layout.setSpacing(8)
    layout.addWidget(head)
    layout.addWidget(lead)
    return head, lead, layout


def readable(context: Context, text: str) -> str:
    """A sentence of the desk as the window shows it: seals, days and numbers each in one piece."""
    show, out, at = context.show, "", 0
    for found in _PIECES.finditer(text):
        out += show.digits(text[at : found.start()])
        piece, at = found.group(), found.end()
        if found["day"]:
            day, _, clock = piece.partition(" ")
            out += f"{show.short_day(day)} {show.number(clock)}".rstrip()
        else:
            out += isolate(piece) if found["seal"] else show.number(piece)
    return show.mark + out + show.digits(text[at:])


class Answer(Retranslated, QFrame):
    """Yes or no with a sentence, never by colour alone; hidden while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._good: bool | None = None
        self._mark, self._text = QLabel(self), QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.clear()

    @property
    def text(self) -> str:
        """What is said; "" for nothing."""
        return self._text.text()

    def say(self, sentence: str, *, good: bool | None, more: Sequence[str] = ()) -> None:
        """Say it; `good` None: neither yes nor no yet."""
        self._good = good
        self._text.setText("\n\n".join(readable(self._context, x) for x in (sentence, *more)))
        self._text.setAccessibleName(sentence)
        self._draw()
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._text.setText("")
        self.hide()

    def retranslate(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self._mark.setVisible(self._good is not None)
        if self._good is not None:
            name, colour = ("done", "accent") if self._good else ("warning", "danger")
            picture = icon(name, self._context.tokens, colour=colour)
            self._mark.setPixmap(picture.pixmap(_MARK, _MARK))
