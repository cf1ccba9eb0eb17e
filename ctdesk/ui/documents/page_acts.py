"""What can be done on the documents page: the handlers of the table of acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ctdesk.domain.records import Document
from ctdesk.ui.documents import acts
from ctdesk.ui.documents.facet_panel import FacetPanel
from ctdesk.ui.documents.reading_pane import FOOT_ACTS, ReadingPane
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.documents.search_bar import SearchBar
from ctdesk.ui.page import Page


class DocumentActs(Page):
    """The acts on the search, on the list and on the document that is read."""

    opinion_wanted = Signal(list)
    """Uids of the documents that a new opinion is asked on."""
    new_wanted = Signal()
    passage_cited = Signal(str, int, int)
    """A passage of a document that the opinion being written should stand on."""

    search: SearchBar
    list: RecordView
    pane: ReadingPane
    panel: FacetPanel

    @property
    def current_uid(self) -> str:
        """The document that is open; "" for none."""
        raise NotImplementedError

    @property
    def selected_uids(self) -> Sequence[str]:
        """The documents chosen on the list, the open one when none is."""
        raise NotImplementedError

    def acted(self, document: Document, sentence: str) -> None:
        """An act changed a document: say so, show it as it is now."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        document = self.pane.document
        if handler in FOOT_ACTS:
            opinion = document is not None and document.kind == "opinion"
            return document is not None and (not opinion or handler == "draft_opinion")
        if handler == "said_before":
            return document is not None
        if handler == "cite":
            return document is not None and document.kind != "opinion"
        if handler in ("next_hit", "previous_hit"):
            return document is not None and self.pane.text.hits > 0
        return super().can(handler)

    def said_before(self) -> None:
        """What we said before on what is selected, or on the document."""
        self.pane.said_before()

    def cite(self) -> None:
        """Let the opinion that is being written stand on the selected passage."""
        selected, document = self.pane.text.selected_range(), self.pane.document
        if selected is None or document is None:
            self.notice.emit(self.tr("Select a passage in the text first."))
            return
        self.passage_cited.emit(document.uid, *selected)

    def filter_panel(self) -> None:
        """Unfold the facets beside the list, or fold them again."""
        self.panel.setVisible(self.panel.isHidden())
        self.refresh()

    def focus_search(self) -> None:
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def search_help(self) -> None:
        self.search.open_help()

    def saved_searches(self) -> None:
        self.search.open_kept()

    def only_new(self) -> None:
        self.search.toggle_new()

    def next_pane(self) -> None:
        """From the search field to the list, to the text, and around."""
        stops = (self.search.field, self.list, self.pane.text)
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_hit(self) -> None:
        self.pane.text.next_hit()
        self.pane.show_hits()

    def previous_hit(self) -> None:
        self.pane.text.previous_hit()
        self.pane.show_hits()

    def draft_opinion(self) -> None:
        document = self.pane.document
        uids = self.selected_uids
        if document is not None and document.kind == "opinion":
            self.opened.emit("document", document.uid)
        elif uids:
            self.opinion_wanted.emit(uids)

    def refer(self) -> None:
        acts.refer(self)

    def change_state(self) -> None:
        acts.change_state(self)

    def edit_fields(self) -> None:
        acts.edit_fields(self)
