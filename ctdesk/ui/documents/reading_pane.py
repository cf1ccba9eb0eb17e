"""The document that is open: its header, its text with the hits, and the acts at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import LinkRow
from ctdesk.desk.references import Reference
from ctdesk.domain.records import Attachment, Document
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.header import DocumentHeader
from ctdesk.ui.documents.nearby import Nearby
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated
from ctdesk.ui.reading import ReadingView

FOOT_ACTS = ("draft_opinion", "refer", "change_state", "edit_fields")


class ReadingPane(Retranslated, QFrame):
    """Shows one document; the page does what its buttons ask for."""

    act_wanted = Signal(str)
    """Id of an act of the table (`FOOT_ACTS`, `next_hit`, `previous_hit`)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._document: Document | None = None
        self.header = DocumentHeader(context, self)
        self.text = ReadingView(context.tokens, self)
        self.nearby = Nearby(context, self)
        self.nearby.references_found.connect(self._link)
        self.names_button = QPushButton(self)
        self._names = (0, 0)
        self._hits = QLabel(self)
        self._hits.setProperty("role", "muted")
        self._steps = [self._step("previous_hit", "up"), self._step("next_hit", "down")]
        self.buttons = {name: self._button(name) for name in FOOT_ACTS}
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.retranslate()
        self.clear()

    @property
    def document(self) -> Document | None:
        return self._document

    def clear(self) -> None:
        """No document is open."""
        self._document = None
        self.text.set_text("")
        self._stack.setCurrentIndex(0)
        self._say_empty()

    def show_other(self) -> None:
        """A record that is no document is chosen: it is read in its own room."""
        self.clear()
        self._empty.setText(self.tr("Press Enter to open this record in its room."))

    def show_document(
        self,
        document: Document,
        text: str,
        attachments: Sequence[Attachment],
        links: Sequence[LinkRow],
        marks: Sequence[tuple[int, int]],
        subject_marks: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Open a document: what of it is read, with the hits of the search in that."""
        self._document = document
        self.header.show_document(document, attachments, links, subject_marks)
        self.text.set_text(text, marks)
        self._stack.setCurrentIndex(1)
        self.nearby.show_document(document)
        self._say_acts()
        self.show_hits()

    def show_names(self, marks: Sequence[tuple[int, int]], count: int, waits: int) -> None:
        """Mark the names of the lists; say how many there are, and how many wait."""
        self.text.set_names(marks)
        self._names = (count, waits)
        self._say_names()

    def show_names_open(self, unfolded: bool) -> None:
        """Whether the names are unfolded beside this pane."""
        self.names_button.setChecked(unfolded)

    def said_before(self) -> None:
        """What we said before on what is selected, or on the document."""
        selected = self.text.selected_range()
        words = self.text.original[slice(*selected)] if selected else ""
        self.nearby.said_before(words)

    def _link(self, references: Sequence[Reference]) -> None:
        """Mentions in the text lead to the documents that they mean."""
        if self._document is None or self.text.original != self._document.text:
            return
        show = self._context.show
        self.text.set_links(
            [
                (r.start, r.end, r.target.uid, show.joined(r.target.title, show.day(r.target.date)))
                if r.target
                else (r.start, r.end, "", self.tr("Not on this desk, or not told apart"))
                for r in references
            ]
        )

    def show_hits(self) -> None:
        """Say how many hits the text has and at which one the reader is."""
        found, current = self.text.hits, self.text.current_hit
        number = self._context.show.number
        if current >= 0:
            self._hits.setText(self.tr("Hit {0} of {1}").format(number(current + 1), number(found)))
        else:
            self._hits.setText(self.tr("Hits: {0}").format(number(found)))
        for widget in (self._hits, *self._steps):
            widget.setVisible(found > 0)

    def retranslate(self) -> None:
        tokens = self._context.tokens
        self.text.set_tokens(tokens)
        self.text.setAccessibleName(self.tr("Text of the document"))
        self._say_acts()
        for name, step in zip(("previous_hit", "next_hit"), self._steps, strict=True):
            row = act(name)
            step.setIcon(icon(row.icon, tokens, colour="muted"))
            step.setAccessibleName(row.phrase)
            step.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069")
        self._say_empty()
        self._say_names()
        self.show_hits()

    def _say_names(self) -> None:
        count, waits = self._names
        number = self._context.show.number
        said = self.tr("Names {0}").format(number(count))
        if waits:
            said = self.tr("Names {0}, {1} to decide").format(number(count), number(waits))
        row = act("show_names")
        self.names_button.setText(said)
        self.names_button.setAccessibleName(f"{row.phrase} {said}")
        self.names_button.setToolTip(f"{row.phrase}  \u2068{row.keys[0]}\u2069")
        self.names_button.setVisible(count > 0)

    def _say_empty(self) -> None:
        self._empty.setText(
            self.tr("Choose a document on the list to read it here.\nF6 moves between the panes.")
        )

    def _say_acts(self) -> None:
        """An opinion has its own room, where its acts are: here one only goes there."""
        tokens, rtl = self._context.tokens, self._context.rtl
        opinion = self._document is not None and self._document.kind == "opinion"
        for name, button in self.buttons.items():
            row = act(name)
            primary = name == "draft_opinion"
            phrase = self.tr("Open the opinion") if primary and opinion else row.phrase
            button.setText(phrase)
            button.setToolTip(f"{phrase}  \u2068{row.keys[0]}\u2069")
            colour = "on_accent" if primary else "ink"
            button.setIcon(icon(row.icon, tokens, rtl=rtl, colour=colour))
            button.setVisible(primary or not opinion)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.setSpacing(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        self.names_button.setProperty("kind", "segment")
        self.names_button.setCheckable(True)
        self.names_button.clicked.connect(lambda: self.act_wanted.emit("show_names"))
        self.nearby.add_button(self.names_button)
        for widget in (self._hits, *self._steps):
            self.header.aside.addWidget(widget)
        open_document = QWidget(self)
        column = QVBoxLayout(open_document)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(_rule(self))
        column.addWidget(self.text, 1)
        column.addWidget(_rule(self))
        column.addWidget(self.nearby)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(open_document)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        if name == "draft_opinion":
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: self.act_wanted.emit(name))
        return button

    def _step(self, name: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture, self._context.tokens, colour="muted"))
        button.clicked.connect(lambda: self.act_wanted.emit(name))
        return button


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("rule", True)
    return rule
