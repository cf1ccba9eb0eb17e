"""The opinions page: which there are, and the one that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import terms
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import label_of_state, quiet_line
from ctdesk.ui.documents.list_model import RecordList, RowRole
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.opinion.acts import OpinionActs
from ctdesk.ui.opinion.dialogs import FrameDialog
from ctdesk.ui.opinion.list_delegate import LongSubjectDelegate
from ctdesk.ui.opinion.workspace import Workspace

if TYPE_CHECKING:
    from ctdesk.desk import Row

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class OpinionPage(OpinionActs):
    """The list of opinions beside the workspace."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = RecordList(self._describe)
        self.delegate = LongSubjectDelegate(context)
        self.list = RecordView(self.model, self.delegate, self)
        self.workspace = Workspace(context, self)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.model.failed.connect(self.failed)
        self.workspace.failed.connect(self.failed)
        self.workspace.opened.connect(self.opened)
        self.workspace.act_wanted.connect(lambda name: getattr(self, name)())
        self.workspace.beside.names_wanted.connect(self.show_names)
        self.workspace.frame_wanted.connect(self.edit_frame)
        self.retranslate()

    # --- what the window asks of every page ---

    def refresh(self) -> None:
        """Read the list again; what is being written stays as it is."""
        opinions = self.context.desk.opinions
        try:
            page = self.model.load(lambda offset, limit: opinions.list(offset=offset, limit=limit))
        except CtdeskError as error:
            self.failed.emit(error)
            return
        current = self.workspace.document
        if current is not None:
            self._choose(current.uid)
        elif page.rows:
            self._choose(page.rows[0].uid)
            self._open(page.rows[0].uid)
        self._say_empty()

    def focus_first(self) -> None:
        if self.workspace.document is None or self.workspace.column.frozen:
            self.list.setFocus()
        else:
            column = self.workspace.column
            column.editor(column.current).write()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Opinions"))
        self._empty.setText(
            self.tr(
                "No opinion yet.\nOpen a report and choose “Draft opinion” (F4): "
                "the opinion begins with what the report says, cited."
            )
        )
        self.list.viewport().update()

    def may_leave(self) -> bool:
        return self.workspace.save()

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another room leaves a revision; what could not be saved stays autosaved."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.may_leave()

    # --- opening ---

    @property
    def shown_uid(self) -> str:
        return self.workspace.document.uid if self.workspace.document else ""

    def open(self, uid: str) -> None:
        """Show an opinion that another page, or the command box, asked for."""
        self._choose(uid)
        self._open(uid)

    def new_on(self, documents: Sequence[str]) -> None:
        """Begin an opinion on these documents."""
        if not self.may_leave():
            return
        dialog = FrameDialog(self.context, self, subject=self._proposed_subject(documents))
        if not dialog.exec():
            return
        frame = dialog.frame
        given: dict[str, Any] = {
            name: value
            for name, value in (
                ("classification", frame.classification),
                ("urgency", frame.urgency),
            )
            if value
        }
        try:
            opinion = self.context.desk.opinions.new(
                subject=frame.subject,
                subject_en=frame.subject_en,
                memo_kind=frame.memo_kind,
                on=documents,
                to=frame.to,
                **given,
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.workspace.opinion = None
        self.refresh()
        self.open(opinion.uid)
        self.changed.emit()
        self.focus_first()

    def next_pane(self) -> None:
        self.workspace.next_pane()

    # --- what it shows ---

    def show_again(self) -> None:
        document = self.workspace.document
        if document is not None:
            self._open(document.uid)
        self.refresh()

    def _open(self, uid: str) -> None:
        current = self.workspace.document
        if current is not None and current.uid != uid and not self.may_leave():
            self._choose(current.uid)
            return
        try:
            self.workspace.show_opinion(self.context.desk.opinions.open(uid))
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._say_empty()
        self.workspace.show_acts(self.can)
        self.record_shown.emit(self.workspace.document)
        self.acts_changed.emit()

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(RowRole) if current.isValid() else None
        shown = self.workspace.document
        if row is not None and (shown is None or shown.uid != row.uid):
            self._open(row.uid)

    def _choose(self, uid: str) -> None:
        position = self.model.position_of(uid)
        if position is not None:
            index = self.model.index(position, 0)
            self.list.selectionModel().setCurrentIndex(index, _CHOOSE)

    def _proposed_subject(self, documents: Sequence[str]) -> str:
        if not documents:
            return ""
        try:
            subject = self.context.desk.documents.get(documents[0]).subject
        except CtdeskError as error:
            self.failed.emit(error)
            return ""
        return terms()("draft.subject", "ar", subject=subject) if subject else ""

    def _describe(self, row: Row) -> str:
        return self.context.show.joined(
            quiet_line(self.context, row), label_of_state(self.context, row)
        )

    def _say_empty(self) -> None:
        self._cards.setCurrentIndex(1 if self.workspace.document is not None else 0)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        card.setMinimumWidth(200)
        front = QWidget(self)
        self._cards = QStackedLayout(front)
        self._cards.addWidget(self._empty)
        self._cards.addWidget(self.workspace)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(front)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 920])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
