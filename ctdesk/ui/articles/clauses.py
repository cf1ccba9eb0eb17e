"""What issued opinions said on articles of a kind, the most alike first; the opposite is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctdesk.desk.articles import Clause
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated


class ClauseList(Retranslated, QWidget):
    """Beside an article; Enter or a double click takes a clause's wording."""

    taken = Signal(object)
    """A Clause whose wording is wanted."""
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: Sequence[Clause] = ()
        self._against: frozenset[tuple[str, str, str]] = frozenset()
        self.line = QLabel(self)
        self.line.setProperty("role", "muted")
        self.line.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self.retranslate()

    def ask(self, kind: str, text: str, position: str) -> None:
        """Look for past positions on articles of a kind, and for those opposite to this one."""
        articles = self._context.desk.articles
        try:
            self._found = articles.clauses(kind, text)
            against = articles.opposite(kind, position, text)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._against = frozenset(_row_of(clause) for clause in against)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Past positions on articles of this kind"))
        if not self._found:
            self.line.setText(self.tr("No issued opinion speaks of an article of this kind yet."))
        elif self._against:
            count = len({opinion for opinion, _article, _position in self._against})
            said = self.tr("%n issued opinion(s) took the opposite position.", "", count)
            self.line.setText(self._context.show.digits(said))
        else:
            self.line.setText(self.tr("Past positions, the most alike first; Enter takes one."))
        self.line.setProperty("role", "warning" if self._against else "muted")
        self.line.style().polish(self.line)
        self.list.clear()
        for clause in self._found:
            self._row(clause)

    def _row(self, clause: Clause) -> None:
        show, context = self._context.show, self._context
        opposite = self.tr("opposite") if _row_of(clause) in self._against else ""
        position = context.label("position", clause.position)
        head = show.joined(opposite, position, show.number(clause.number), show.day(clause.date))
        body = clause.proposed or clause.remarks or clause.text
        item = QListWidgetItem(f"{head}\n{body}", self.list)
        item.setData(Qt.ItemDataRole.UserRole, clause)
        item.setToolTip("\n\n".join(filter(None, (clause.text, clause.proposed, clause.remarks))))

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(Qt.ItemDataRole.UserRole))


def _row_of(clause: Clause) -> tuple[str, str, str]:
    """Which row of which opinion a clause is."""
    return clause.opinion, clause.article, clause.position
