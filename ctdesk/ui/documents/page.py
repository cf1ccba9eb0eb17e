"""The documents page: find, read, act; everything by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QLabel,
    QStackedLayout,
    QWidget,
)

from ctdesk.desk import Filters, Row
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Attachment, Document
from ctdesk.ui.context import Context
from ctdesk.ui.documents import acts
from ctdesk.ui.documents.delegate import RecordDelegate, label_of_state, quiet_line
from ctdesk.ui.documents.facet_panel import FacetPanel
from ctdesk.ui.documents.filters import FilterRow
from ctdesk.ui.documents.list_model import RecordList, RowRole
from ctdesk.ui.documents.names_beside import NamesBeside
from ctdesk.ui.documents.page_layout import laid_out
from ctdesk.ui.documents.reading_pane import ReadingPane
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.documents.search_advice import SearchAdvice
from ctdesk.ui.documents.search_bar import SearchBar
from ctdesk.ui.documents.selection_bar import SelectionBar

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_READ_AFTER_MS = 40
"""So long a rest on a row, and its document opens: holding an arrow key must not stutter."""


class DocumentsPage(NamesBeside):
    """Search and filters over the two-line list; beside it the document that is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = SearchBar(context, self)
        self.filters = FilterRow(context, self._counts, self)
        self.model = RecordList(self._describe)
        self.delegate = RecordDelegate(context)
        self.list = RecordView(self.model, self.delegate, self)
        self.pane = ReadingPane(context, self)
        self.panel = FacetPanel(context, self.filters.values, self)
        self.panel.hide()
        self.chosen = SelectionBar(context, self)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.advice = SearchAdvice(context, self)
        self._typing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_READ_AFTER_MS)
        self._cards = QStackedLayout()
        self.splitter = laid_out(self, self._cards, self.filters, (self._empty, self.advice))
        self._connect()
        self.retranslate()

    # --- what the window asks of every page ---

    def refresh(self) -> None:
        """Run the search again; the open document stays open if it is still found."""
        self._load(keep=self.current_uid)

    def focus_first(self) -> None:
        if not self.search.field.hasFocus():
            self.list.setFocus()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Documents"))
        self.delegate.divider = self.tr("Below: without one of the words")
        self._say_empty()
        if self.pane.document is not None:
            self._read(self.pane.document.uid)
        self.list.viewport().update()

    # --- what it shows ---

    def _take_advice(self, query: str, filters: Filters) -> None:
        self.filters.take(filters)
        if self.search.since and not filters.since:
            self.search.toggle_new()
        self.search.ask(query)

    @property
    def current_uid(self) -> str:
        return self.pane.document.uid if self.pane.document else ""

    @property
    def selected_uids(self) -> list[str]:
        """The documents chosen on the list, the open one when none is."""
        rows = [index.data(RowRole) for index in self.list.selected_first()]
        uids = [row.uid for row in rows if row is not None]
        return uids or [uid for uid in (self.current_uid,) if uid]

    @property
    def shown_uid(self) -> str:
        return self.current_uid

    def open(self, uid: str) -> None:
        """Show a document that another page asked for, on the list too if it is there."""
        self._choose(uid)
        self._read(uid)

    def _read(self, uid: str) -> None:
        """Show a document in the reading pane."""
        documents = self.context.desk.documents
        try:
            document = documents.read(uid)
            text = self._text_of(document)
            marks, in_subject = (
                documents.marks(words, self.search.query, typing=self._typing)
                for words in (text, document.subject)
            )
            files, links = documents.attachments(uid), documents.links(uid)
            self.pane.show_document(document, text, files, links, marks, in_subject)
        except CtdeskError as error:
            self.pane.clear()
            self.failed.emit(error)
            return
        self.record_shown.emit(document)
        self.acts_changed.emit()

    def _text_of(self, document: Document) -> str:
        """What is read of a document; an opinion's words are in its blocks."""
        if document.kind != "opinion":
            return document.text or document.summary
        blocks = self.context.desk.opinions.open(document.uid).blocks
        twins = ([block.ar for block in blocks], [block.en for block in blocks])
        ordered = twins if self.context.rtl else twins[::-1]
        return "\n".join(text for twin in ordered for text in twin if text)

    def acted(self, document: Document, sentence: str) -> None:
        """An act changed a document: say so, show it as it is now."""
        self._load(keep=document.uid)
        self._read(document.uid)
        self.changed.emit()
        self.notice.emit(sentence)

    def _load(self, *, keep: str = "") -> None:
        query, sort = self.search.query, self.search.sort
        filters = self._bounded(self.filters.filters)
        self._typing = typing = self.search.typing
        documents = self.context.desk.documents
        try:
            page = self.model.load(
                lambda offset, limit: documents.list(
                    query,
                    filters,
                    sort=sort,
                    offset=offset,
                    limit=limit,
                    snippets=bool(query),
                    typing=typing,
                    everything=self.filters.everything,
                )
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.delegate.snippets = bool(query) and any(row.snippet for row in page.rows)
        self.list.fit_rows()
        self.panel.show_chosen(self.filters.chosen)
        self.search.show_found(page, filters)
        self._cards.setCurrentIndex(1 if page.rows else 0)
        self._say_empty()
        self.advice.setVisible(not page.rows and self.advice.ask(query, filters))
        if page.rows:
            self._choose(keep if self.model.position_of(keep) is not None else page.rows[0].uid)
            self._open_chosen()
        else:
            self.pane.clear()
            self.record_shown.emit(None)
            self.acts_changed.emit()

    def _bounded(self, filters: Filters) -> Filters:
        """The filters, and only what is new where that is asked."""
        return replace(filters, since=self.search.since)

    def _choose(self, uid: str) -> None:
        position = self.model.position_of(uid)
        if position is None:
            self.list.clearSelection()
            return
        index = self.model.index(position, 0)
        self.list.selectionModel().setCurrentIndex(index, _CHOOSE)
        self._rest.stop()
        self.list.scrollTo(index)

    def _open_chosen(self) -> None:
        row = self.list.currentIndex().data(RowRole)
        if row is not None and row.table == "document":
            self._read(row.uid)
        elif row is not None:
            self.pane.show_other()
            self.record_shown.emit(None)
            self.acts_changed.emit()

    def _go_into(self, index: QModelIndex) -> None:
        """Enter on a row: into the text of a document, to the room of another record."""
        row = index.data(RowRole)
        if row is not None and row.table != "document":
            self.opened.emit(row.table, row.uid)
        else:
            self.pane.text.setFocus()

    def _counts(self, facet: str) -> Mapping[str, int] | None:
        """How many records each value of a facet has under the search and the other filters."""
        if not (self.search.query or self.filters.active or self.search.since):
            return None
        page = self.context.desk.documents.list(
            self.search.query,
            self._bounded(self.filters.without(facet)),
            limit=1,
            facets=True,
            typing=self._typing,
            everything=self.filters.everything,
        )
        return {value.value: value.count for value in page.facets.get(facet, [])}

    def _describe(self, row: Row) -> str:
        context = self.context
        return context.show.joined(
            quiet_line(context, row),
            context.label("urgency", row.urgency),
            label_of_state(context, row),
            context.label("classification", row.classification),
        )

    def _say_empty(self) -> None:
        if self.search.query or self.filters.active or self.search.since:
            self._empty.setText(
                self.tr(
                    "Nothing matches.\nTry fewer words, or take away a filter; "
                    "Esc in the search field begins anew."
                )
            )
        else:
            self._empty.setText(
                self.tr(
                    "No document is registered yet.\nF2 enters a report; files dropped on this "
                    "window, or chosen with F7, are registered as they are."
                )
            )

    # --- how it is built ---

    def _connect(self) -> None:
        self.search.changed.connect(self.refresh)
        self.search.down.connect(self.list.setFocus)
        self.search.new_wanted.connect(self.new_wanted)
        self.search.filters_wanted.connect(self.filters.take)
        # Help around the search must not stand in the way of typing: a line, no dialog.
        for helper in (self.search, self.advice):
            helper.failed.connect(lambda error: self.notice.emit(error.message(self.context.lang)))
        self.advice.chosen.connect(self._take_advice)
        self.filters.changed.connect(self.refresh)
        self.filters.failed.connect(self.failed)
        self.panel.failed.connect(self.failed)
        self.panel.ticked.connect(self.filters.keep)
        self.panel.everything_turned.connect(self._turn_everything)
        self.pane.nearby.opened.connect(self.opened)
        self.pane.nearby.failed.connect(self.failed)
        self.pane.text.linked.connect(lambda uid: self.opened.emit("document", uid))
        self.model.failed.connect(self.failed)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.selectionModel().selectionChanged.connect(self._chosen_moved)
        self.chosen.act_wanted.connect(lambda handler: getattr(self, handler)())
        self.list.activated.connect(self._go_into)
        self._rest.timeout.connect(self._open_chosen)
        self.pane.act_wanted.connect(lambda name: getattr(self, name)())
        self.pane.header.attachment_chosen.connect(self._attachment)
        self.pane.header.record_chosen.connect(self.opened)
        self.pane.header.past_wanted.connect(self.show_history)

    def filter_panel(self) -> None:
        super().filter_panel()
        self.filters.set_folded(self.panel.isVisible())

    def _turn_everything(self, on: bool) -> None:
        self.filters.everything = on
        self.refresh()

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._rest.start()

    def _chosen_moved(self) -> None:
        self.chosen.show_count(len(self.list.selectionModel().selectedRows()))
        self.acts_changed.emit()

    def _attachment(self, attachment: Attachment) -> None:
        acts.attachment_menu(self, attachment)
