"""What we said before on this: earlier opinions near to the opinion, or to one paragraph of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctdesk.desk.articles import article_type
from ctdesk.desk.searches import Related
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.articles.clauses import ClauseList
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

_LIMIT = 8
_SHARED = 5


class SaidPane(Retranslated, QFrame):
    """Asks for the paragraph that the caret is in; Enter or a double click opens a find."""

    opened = Signal(str, str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._found: Sequence[Related] = ()
        self._line = QLabel(self)
        self._line.setProperty("role", "muted")
        self._line.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self._line)
        layout.addWidget(self.list, 1)
        self.clauses = ClauseList(context, self)
        self.clauses.failed.connect(self.failed)
        self.clauses.taken.connect(lambda clause: self.opened.emit("document", clause.opinion))
        layout.addWidget(self.clauses, 1)
        self._turn(article=False)
        self.retranslate()

    def ask(self, text: str, uid: str) -> None:
        """Look for what was said on a text, by the opinion `uid`'s parties and topics too."""
        try:
            self._found = self._context.desk.searches.related(
                text, uid=uid, kinds=("opinion",), limit=_LIMIT
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._turn(article=False)
        self.retranslate()
        self.list.setCurrentRow(0)

    def ask_article(self, block: Block) -> None:
        """Past positions on articles of the same kind, and the opposite ones."""
        text = block.received_ar or block.received_en or block.proposed_ar
        first, _, rest = text.partition("\n")
        self.clauses.ask(article_type(first if rest else "", rest or first), text, block.position)
        self._turn(article=True)

    def _turn(self, *, article: bool) -> None:
        self._line.setVisible(not article)
        self.list.setVisible(not article)
        self.clauses.setVisible(article)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("What we said before"))
        self._line.setText(
            self.tr("Earlier opinions nearest to this paragraph; Enter opens one.")
            if self._found
            else self.tr("No earlier opinion is near to this paragraph.")
        )
        show, context = self._context.show, self._context
        self.list.clear()
        for related in self._found:
            row = related.row
            state = context.label("opinion_state", row.state)
            about = show.joined(show.number(row.number), show.day(row.date), state)
            shared = show.names(related.shared[:_SHARED])
            item = QListWidgetItem(f"{row.title}\n{about}\n{shared}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, row.uid)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit("document", item.data(Qt.ItemDataRole.UserRole))
