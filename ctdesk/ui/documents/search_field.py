"""The line in which the question is written, with what it may become below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ctdesk.desk.searches import Completion
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.search_offers import Offers
from ctdesk.ui.documents.search_words import without_breaks
from ctdesk.ui.icons import icon

_OFFER_AFTER_MS = 60
"""So long a rest in typing, and completions are asked for."""
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Complete = Callable[[str, int], Sequence[Completion]]


class SearchField(QLineEdit):
    """Offers completions of what is typed, and in the empty field what was asked before; takes
    one only when the officer chose it. Enter with nothing chosen is `finished`."""

    finished = Signal()
    down = Signal()
    help_wanted = Signal()
    kept_wanted = Signal()
    question_taken = Signal(object)
    """A Completion that is a whole question: a saved or a recent search."""

    def __init__(self, context: Context, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._complete = complete
        self._typing = False
        self.setProperty("kind", "search")
        self.setClearButtonEnabled(True)
        self.setMaxLength(1000)
        self.offers = Offers(context, self)
        self.offers.taken.connect(self.take)
        self._glass, self._help, self._star = (QAction(self) for _ in range(3))
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._help, QLineEdit.ActionPosition.TrailingPosition)
        self.addAction(self._star, QLineEdit.ActionPosition.TrailingPosition)
        self._help.triggered.connect(self.help_wanted)
        self._star.triggered.connect(self.kept_wanted)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_OFFER_AFTER_MS)
        self._rest.timeout.connect(self.offer)
        self.textEdited.connect(self._edited)

    @property
    def question(self) -> str:
        """What is written, without the isolates that a paste may bring along."""
        return self._context.show.plain(self.text())

    @property
    def typing(self) -> bool:
        """Whether the last word may still go on: written by hand, not yet sent off with Enter."""
        return self._typing and self.hasFocus() and self.cursorPosition() == len(self.text())

    def put(self, question: str) -> None:
        """Write a whole question that needs no going on."""
        self.close_offers()
        self._typing = False
        self.setText(question)

    def offer(self) -> None:
        """List what the text before the cursor may become."""
        self._rest.stop()
        if self.hasFocus():
            self.offers.offer(self._complete(self.text(), self._cursor()))

    def close_offers(self) -> None:
        self._rest.stop()
        self.offers.hide()

    def take(self, completion: Completion) -> None:
        """Put a completion in the place of what was typed of it."""
        self.close_offers()
        if completion.kind in ("recent", "saved"):
            self._typing = False
            self.question_taken.emit(completion)
            return
        text = self.text()
        before = _units(text[: completion.start])
        self.setSelection(before, _units(text[: completion.end]) - before)
        # unlike setText, this can be undone with Ctrl+Z
        self.insert(completion.text)
        self._typing = completion.kind == "field"
        if completion.kind == "field":
            self.offer()
        else:
            self.close_offers()

    def show_saved(self, saved: bool) -> None:
        """Fill the star when the question is one of those kept."""
        colour = "accent" if saved else "muted"
        self._star.setIcon(
            icon("star-full" if saved else "star", self._context.tokens, colour=colour)
        )

    def show_phrases(self) -> None:
        """Say the phrases and wear the colours of now."""
        tokens = self._context.tokens
        self._glass.setIcon(icon("search", tokens, colour="muted"))
        self._help.setIcon(icon("help", tokens, colour="muted"))
        for button, name, keys in (
            (self._help, "search_help", "F1"),
            (self._star, "saved_searches", " / ".join(act("saved_searches").keys)),
        ):
            button.setText(act(name).phrase)
            button.setToolTip(f"{button.text()}  \u2068{keys}\u2069")
        self.setPlaceholderText(self.tr('Search: words, "phrase", mission:Amman, dated:2026'))

    # --- Qt ---

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            marked = self.offers.current
            # F1 in the field is its own help, not the shortcut of the window
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F1:
                event.accept()
                return True
            # Tab would move the keyboard before keyPressEvent hears of it
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and marked:
                self.take(marked)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self.offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # who only passes through with Tab is not held up by a list
        if event.reason() == Qt.FocusReason.ShortcutFocusReason and not self.text():
            self._rest.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_offers()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_offers()

    def _handled(self, key: int) -> bool:
        """Whether the key meant the offers, or leads out of the field."""
        marked, open_ = self.offers.current, self.offers.isVisible()
        if key == Qt.Key.Key_F1:
            self.close_offers()
            self.help_wanted.emit()
        elif key == Qt.Key.Key_Escape and open_:
            self.close_offers()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.finished.emit()
        elif key in _ENTER and marked is not None:
            self.take(marked)
        elif key in _ENTER:
            self.close_offers()
            self._typing = False
            self.finished.emit()
            self.down.emit()
        elif key in _STEPS and open_:
            self.offers.move_by(_STEPS[key])
        elif key == Qt.Key.Key_Down:
            self._go_down()
        else:
            return False
        return True

    def _go_down(self) -> None:
        if not self.text():
            self.offer()
        if not self.offers.isVisible():
            self.down.emit()

    def _edited(self, text: str) -> None:
        self._typing = True
        clean = without_breaks(self._context.show.plain(text))
        if clean != text:
            self.setText(clean)
        self._rest.start()

    def _cursor(self) -> int:
        """The cursor's place in code points; the line counts UTF-16 units."""
        return len(_first_units(self.text(), self.cursorPosition()))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, count: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * count]
    return units.decode("utf-16-le", "surrogatepass")
