"""What reviewers said to the opinion and what the desk sees by itself, block by block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Check
from ctdesk.domain.records import Comment
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

_FIELD_LINES = 3


class CommentField(QPlainTextEdit):
    """Where a comment is written; Enter says it, Shift+Enter begins a line."""

    said = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.said.emit()
            return
        super().keyPressEvent(event)


class CommentsPane(Retranslated, QFrame):
    """Comments, the open ones first; one is written to the block that the caret is in."""

    said = Signal(str)
    """A comment on the current block."""
    settled = Signal(str, bool)
    """Uid of a comment, and whether it is settled now."""
    names_wanted = Signal()
    """The names of the lists in the draft are to be looked at."""
    block_wanted = Signal(str)
    """Uid of the block that a comment is about."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._comments: Sequence[Comment] = ()
        self._leads: Mapping[str, str] = {}
        self._checks: Sequence[Check] = ()
        self._frozen = False
        self.field = CommentField(self)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.fontMetrics().height() * _FIELD_LINES + 20)
        self.say = QPushButton(self)
        self._where = QLabel(self)
        self._where.setProperty("role", "muted")
        self._where.setWordWrap(True)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self._where)
        layout.addWidget(self.field)
        layout.addWidget(self.say, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll, 1)
        self.field.said.connect(self._say_it)
        self.say.clicked.connect(self._say_it)
        self.field.textChanged.connect(self._show_state)
        self.retranslate()

    def show_comments(
        self,
        comments: Sequence[Comment],
        checks: Sequence[Check],
        leads: Mapping[str, str],
        *,
        frozen: bool,
    ) -> None:
        """Show what was said, and what the desk sees by itself; `leads` names each block
        ("ثانياً"), an issued text takes no more comments."""
        self._comments, self._checks, self._leads = comments, checks, leads
        self._frozen = frozen
        self.retranslate()

    def retranslate(self) -> None:
        self._where.setText(self.tr("A comment goes to the paragraph that the caret is in."))
        self.field.setAccessibleName(self.tr("Comment"))
        self.field.setPlaceholderText(self.tr("What should be changed here, and why?"))
        self.say.setText(self.tr("Comment"))
        self.say.setToolTip(self.tr("Comment") + "  \u2068Enter\u2069")
        self._empty.setText(self.tr("No comment yet."))
        self._fill()
        self._show_state()

    def _show_state(self) -> None:
        for widget in (self._where, self.field, self.say):
            widget.setVisible(not self._frozen)
        self.say.setEnabled(bool(self.field.toPlainText().strip()))
        self._empty.setVisible(not self._comments and not self._checks)

    def _fill(self) -> None:
        inside = QWidget(self._scroll)
        inside.setProperty("paper", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        for comment in sorted(self._comments, key=lambda comment: comment.settled):
            column.addWidget(self._card(comment, inside))
        for check in self._checks:
            column.addWidget(self._check(check, inside))
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _card(self, comment: Comment, parent: QWidget) -> QWidget:
        card = QWidget(parent)
        show = self._context.show
        head = QLabel(show.joined(self._author(comment), show.moment(comment.at)), card)
        head.setProperty("role", "muted")
        text = QLabel(comment.text, card)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if comment.settled:
            text.setProperty("role", "muted")
        acts = QHBoxLayout()
        acts.setSpacing(10)
        lead = self._leads.get(comment.block, "")
        if comment.block in self._leads:
            to = self.tr("To the paragraph {0}").format(lead) if lead else self.tr("To the block")
            acts.addWidget(self._link(card, to, partial(self.block_wanted.emit, comment.block)))
        phrase = self.tr("Open again") if comment.settled else self.tr("Settled")
        done = partial(self.settled.emit, comment.uid, not comment.settled)
        acts.addWidget(self._link(card, phrase, done))
        acts.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(text)
        column.addLayout(acts)
        return card

    def _check(self, check: Check, parent: QWidget) -> QWidget:
        """What should be looked at before the issue, and the way to it."""
        line = QWidget(parent)
        label = self._context.label
        values = {k: f"\u2068{label('classification', v)}\u2069" for k, v in check.values.items()}
        text = QLabel(self._context.word(f"check.{check.code}", **values), line)
        text.setProperty("role", "danger" if check.blocking else "warning")
        text.setWordWrap(True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text, 1)
        if check.code == "name_not_looked_at":
            decide = self.tr("Decide about it")
            row.addWidget(self._link(line, decide, partial(self.names_wanted.emit)))
        if check.block in self._leads:
            lead = self._leads[check.block] or self.tr("To the block")
            row.addWidget(self._link(line, lead, partial(self.block_wanted.emit, check.block)))
        return line

    def _author(self, comment: Comment) -> str:
        known = self._context.desk.officers.list(everybody=True)
        officers = {officer.uid: officer for officer in known}
        officer = officers.get(comment.author)
        if officer is None:
            return ""
        names = (officer.name_ar or officer.title_ar, officer.name_en or officer.title_en)
        return (names if self._context.rtl else names[::-1])[0] or names[0] or names[1]

    def _link(self, parent: QWidget, text: str, do: partial[None]) -> QPushButton:
        button = QPushButton(text, parent)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: do())
        return button

    def _say_it(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.field.clear()
            self.said.emit(text)
