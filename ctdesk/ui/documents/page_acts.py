"""What can be done on the documents page: the handlers of the table of acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ctdesk.desk.bulk import Done
from ctdesk.domain.records import Document
from ctdesk.ui.documents import acts, bulk_acts
from ctdesk.ui.documents.facet_panel import FacetPanel
from ctdesk.ui.documents.reading_pane import ReadingPane
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.documents.search_bar import SearchBar
from ctdesk.ui.documents.selection_bar import SelectionBar
from ctdesk.ui.keeping.packs.making import make_pack
from ctdesk.ui.screening.hit_acts import HitActs

_POSSIBLE = {
    "draft_opinion": "open",
    "said_before": "open",
    **dict.fromkeys(
        (
            "refer",
            "change_state",
            "edit_fields",
            "cite",
            "margin_note",
            "add_attachment",
            "show_history",
            "edit_links",
        ),
        "paper",
    ),
    **dict.fromkeys(("add_topic", "export_list", "pack_these"), "chosen"),
    **dict.fromkeys(("next_hit", "previous_hit"), "hits"),
    "undo_last": "done",
}
"""When an act is possible: a document is open, it is no opinion, ..."""


class DocumentActs(HitActs):
    """The acts on the search, on the list, on the document that is read and the names in it."""

    opinion_wanted = Signal(list)
    """Uids of the documents that a new opinion is asked on."""
    new_wanted = Signal()
    passage_cited = Signal(str, int, int)
    """A passage of a document that the opinion being written should stand on."""

    last_done: Done | None = None
    """The last act on several documents, while it can be taken back."""
    search: SearchBar
    list: RecordView
    pane: ReadingPane
    panel: FacetPanel
    chosen: SelectionBar

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
        opened = document is not None
        paper = document is not None and document.kind != "opinion"
        if handler in _POSSIBLE:
            return {
                "open": opened,
                "paper": paper,
                "chosen": bool(self.selected_uids),
                "hits": opened and self.pane.text.hits > 0,
                "done": self.last_done is not None and not self.search.field.hasFocus(),
            }[_POSSIBLE[handler]]
        return super().can(handler)

    def tell_done(self, changed: int, left: int, reason: str, *, undone: bool) -> None:
        """Say how many documents an act on several changed, and why it left others."""
        said = (
            self.tr("%n document(s) are as they were before.", "", changed)
            if undone
            else self.tr("%n document(s) changed. Ctrl+Z takes it back.", "", changed)
        )
        if left:
            said += " " + self.tr("%n left as they were:", "", left)
        self.notice.emit(f"{self.context.show.digits(said)} {reason}".strip())

    def tell_attached(self, count: int) -> str:
        return self.context.show.digits(self.tr("%n file(s) attached.", "", count))

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
        """The chosen documents, or the open one, to an officer."""
        if len(self.selected_uids) > 1:
            bulk_acts.refer(self, self.selected_uids)
        else:
            acts.refer(self)

    def change_state(self) -> None:
        if len(self.selected_uids) > 1:
            bulk_acts.change_state(self, self.selected_uids)
        else:
            acts.change_state(self)

    def add_topic(self) -> None:
        bulk_acts.add_topic(self, self.selected_uids)

    def export_list(self) -> None:
        """The list of what is chosen as a Word or Excel file."""
        bulk_acts.export(self, self.selected_uids)

    def pack_these(self) -> None:
        """Make a pack of what is chosen, for another desk."""
        make_pack(self, documents=self.selected_uids)

    def undo_last(self) -> None:
        """Take back the last act on several documents."""
        if self.last_done is not None:
            bulk_acts.undo(self, self.last_done)

    def margin_note(self) -> None:
        acts.margin_note(self)

    def add_attachment(self) -> None:
        acts.add_attachment(self)

    def show_history(self, field: str = "") -> None:
        """What was written of the open document, or of one of its fields (by its key)."""
        acts.show_history(self, field)

    def edit_links(self) -> None:
        acts.edit_links(self)

    def edit_fields(self) -> None:
        acts.edit_fields(self)
