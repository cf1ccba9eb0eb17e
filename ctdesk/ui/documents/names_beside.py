"""The names of the lists in the document that is read, and the panel that decides about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.documents.page_acts import DocumentActs
from ctdesk.ui.screening.hit_panel import HitPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

    from ctdesk.desk.screening_rows import MatchRow

_WIDTH, _WIDE = 360, 1400
"""Of the panel; of a page that has room for the list beside it."""


class NamesBeside(DocumentActs):
    """Folded until it is asked for; the passages are marked in the text in any case."""

    splitter: QSplitter

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.hit_panel = HitPanel(context, self)
        self.hit_panel.setMinimumWidth(_WIDTH)
        self.hit_panel.hide()
        self._names: Sequence[MatchRow] = ()
        self._at = 0
        self.hit_panel.act_wanted.connect(lambda name: getattr(self, act(name).handler)())
        self.hit_panel.opened.connect(self.opened)
        self.hit_panel.failed.connect(self.failed)
        self.record_shown.connect(self._document_shown)

    def can(self, handler: str) -> bool:
        if handler == "show_names":
            return bool(self._names)
        return super().can(handler)

    def show_names(self) -> None:
        """Unfold the names beside the text, or fold them again."""
        self._unfold(self.hit_panel.isHidden())
        if not self.hit_panel.isHidden():
            self._show_name()
            self.hit_panel.sheet.setFocus()
        else:
            self.pane.text.setFocus()

    def _unfold(self, unfold: bool) -> None:
        """On a narrow window the list gives way: text and names need the room to be read."""
        self.hit_panel.setVisible(unfold)
        self.pane.show_names_open(unfold)
        column = self.splitter.widget(self.splitter.indexOf(self.pane) - 1)
        if column is not None:
            column.setVisible(not unfold or self.width() >= _WIDE)

    def step_name(self, by: int) -> None:
        self._at = (self._at + by) % len(self._names)
        self._show_name()

    def names_changed(self) -> None:
        """Read the names again, and go to the next one that nobody has decided about."""
        document = self.pane.document
        if document is not None:
            self._read_names(document)
            following = [*range(self._at + 1, len(self._names)), *range(self._at + 1)]
            waits = [n for n in following if self._names[n].match.state == "candidate"]
            self._at = waits[0] if waits else self._at
            self._show_name()

    def names_found(self) -> None:
        document = self.pane.document
        if document is not None:
            self._document_shown(document)

    def _document_shown(self, document: Document | None) -> None:
        self._at = 0
        if document is None:
            self._names = ()
        else:
            self._read_names(document)
        if not self._names and not self.hit_panel.isHidden():
            self._unfold(False)
        self._show_name(move=False)

    def _read_names(self, document: Document) -> None:
        try:
            screening = self.context.desk.screening
            self._names = screening.of_document(document.uid, screen=False)
        except CtdeskError as error:
            self.failed.emit(error)
            self._names = ()
        waits = sum(row.match.state == "candidate" for row in self._names)
        self.pane.show_names(
            [self._range(row) for row in self._names if row.match.place in self._places(document)],
            len(self._names),
            waits,
        )

    def _show_name(self, *, move: bool = True) -> None:
        row = self._names[self._at] if self._at < len(self._names) else None
        self.hit_panel.show_row(row, self._at, len(self._names))
        document = self.pane.document
        shown = self._places(document) if document is not None else ()
        if move and row is not None and row.match.place in shown:
            self.pane.text.show_range(*self._range(row))
        self.grey_names()

    @staticmethod
    def _range(row: MatchRow) -> tuple[int, int]:
        return row.match.start, row.match.end

    @staticmethod
    def _places(document: Document) -> tuple[str, ...]:
        """The text of the document that the pane shows, as matches name it."""
        return () if document.kind == "opinion" else ("text" if document.text else "summary",)
