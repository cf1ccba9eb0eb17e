"""What stands beside the page that is written on: its sources, what was said before, comments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Opinion
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.opinion.column import BlockColumn
from ctdesk.ui.opinion.comments import CommentsPane
from ctdesk.ui.opinion.said import SaidPane
from ctdesk.ui.opinion.sources import SourcesPane


class Beside(Retranslated, QWidget):
    """One of three panes at a time, about the opinion and the block that is written in."""

    opened = Signal(str, str)
    failed = Signal(object)
    names_wanted = Signal()
    """The names of the lists in the draft are to be looked at."""

    def __init__(self, context: Context, column: BlockColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._column = column
        self._opinion: Opinion | None = None
        self.sources = SourcesPane(context, self)
        self.said = SaidPane(context, self)
        self.comments = CommentsPane(context, self)
        self._panes: dict[str, QWidget] = {
            "sources": self.sources,
            "said": self.said,
            "comments": self.comments,
        }
        self.tabs = {name: QPushButton(self) for name in self._panes}
        self._waiting = 0
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        for name, tab in self.tabs.items():
            tab.setCheckable(True)
            tab.setProperty("kind", "segment")
            tab.clicked.connect(lambda _=False, n=name: self.show_pane(n))
            group.addButton(tab)
            head.addWidget(tab)
        head.addStretch(1)
        self._stack = QStackedLayout()
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)
        self.said.opened.connect(self.opened)
        self.said.failed.connect(self.failed)
        self.comments.said.connect(self._comment)
        self.comments.settled.connect(self._settle)
        self.comments.names_wanted.connect(self.names_wanted)
        self.comments.block_wanted.connect(lambda uid: column.editor(uid).write())
        self.show_pane("sources")
        self.retranslate()

    @property
    def shown(self) -> str:
        """Name of the pane that is shown."""
        return next(n for n, pane in self._panes.items() if pane is self._stack.currentWidget())

    def show_pane(self, name: str) -> None:
        """Bring a pane to the front."""
        self.tabs[name].setChecked(True)
        self._stack.setCurrentWidget(self._panes[name])

    def show_opinion(self, opinion: Opinion) -> None:
        """Another opinion is open, or the same one after an act."""
        self._opinion = opinion
        self._show_comments()

    def show_checks(self) -> None:
        """Read again what should be looked at before the issue."""
        self._show_comments()

    def said_before(self) -> None:
        """Earlier opinions near to the current paragraph."""
        if self._opinion is None:
            return
        block = self._column.draft.block(self._column.current)
        if block.kind == "article":
            self.show_pane("said")
            self.said.ask_article(block)
            return
        texts = (block.ar, block.en, block.received_ar, block.received_en, block.proposed_ar)
        self.show_pane("said")
        self.said.ask("\n".join(texts).strip(), self._opinion.document.uid)
        self.said.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_comment(self) -> None:
        """Put the keyboard where a comment on the current paragraph is written."""
        self.show_pane("comments")
        self.comments.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_comments(self) -> None:
        if self._opinion is None:
            return
        leads = self._column.draft.leads()
        named = {uid: pair[0 if self._context.rtl else 1] for uid, pair in leads.items()}
        uid, desk = self._opinion.document.uid, self._context.desk
        try:
            comments = desk.review.comments(uid)
            checks = [] if self._opinion.frozen else desk.opinions.checks(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        seen = [check for check in checks if check.code != "comment_open"]
        self.comments.show_comments(comments, seen, named, frozen=self._opinion.frozen)
        self._waiting = sum(not comment.settled for comment in comments)
        self.retranslate()

    def _comment(self, text: str) -> None:
        if self._opinion is not None:
            review, uid = self._context.desk.review, self._opinion.document.uid
            self._reviewed(lambda: review.comment(uid, text, self._column.current))

    def _settle(self, comment: str, settled: bool) -> None:
        self._reviewed(lambda: self._context.desk.review.settle(comment, settled))

    def _reviewed(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CtdeskError as error:
            self.failed.emit(error)
        self._show_comments()

    def retranslate(self) -> None:
        self.tabs["sources"].setText(self.tr("Sources"))
        self.tabs["said"].setText(self.tr("Said before"))
        comments = self.tr("Review")
        waiting = self._context.show.number(self._waiting) if self._waiting else ""
        self.tabs["comments"].setText(f"{comments} {waiting}".strip())
