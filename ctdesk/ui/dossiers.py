"""The dossiers: what belongs together, its items, its documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Page as Rows
from ctdesk.desk import Row
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Dossier, Item
from ctdesk.ui.context import Context
from ctdesk.ui.documents.delegate import RecordDelegate, label_of_state, quiet_line
from ctdesk.ui.documents.list_model import RecordList, RowRole
from ctdesk.ui.documents.record_view import RecordView
from ctdesk.ui.dossier_acts import DossierActs
from ctdesk.ui.opinion.list_delegate import LongSubjectDelegate

_COLUMNS = tuple(spec for spec in fields_of(Item) if spec.listed)


class DossiersPage(DossierActs):
    """The list of dossiers beside the one that is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = RecordList(lambda row: quiet_line(context, row))
        self.list = RecordView(self.model, LongSubjectDelegate(context), self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.title = _label(self, "title")
        self.line = _label(self, "muted")
        self.items = QTableWidget(self)
        self._items_title = _label(self, "heading")
        self._documents_title = _label(self, "heading")
        self.rows = RecordList(self._describe)
        self.documents = RecordView(self.rows, RecordDelegate(context), self)
        self._empty = _label(self, "muted")
        self._shown: Dossier | None = None
        self._items: Sequence[Item] = ()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._chosen(index))
        self.documents.activated.connect(self._open_document)
        self.items.cellActivated.connect(lambda row, _column: self.answer(self._items[row]))
        self.retranslate()

    def refresh(self) -> None:
        """Read the dossiers again; the one that is open stays open."""
        try:
            found = self.context.desk.dossiers.list()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        keep = self._shown.uid if self._shown else ""
        rows = [self._row(dossier) for dossier in found]
        self.model.load(lambda offset, limit: _page(rows, offset, limit))
        self._empty.setVisible(not found)
        self.list.setVisible(bool(found))
        if rows:
            self._choose(keep if self.model.position_of(keep) is not None else rows[0].uid)

    @property
    def dossier(self) -> Dossier | None:
        return self._shown

    @property
    def shown_uid(self) -> str:
        return self._shown.uid if self._shown else ""

    def show_again(self) -> None:
        if self._shown is not None:
            self._show(self._shown)

    def focus_first(self) -> None:
        self.list.setFocus()

    def open(self, uid: str) -> None:
        """Show a dossier that another page asked for; an item's uid shows its dossier."""
        dossiers = self.context.desk.dossiers
        if self.model.position_of(uid) is not None:
            self._choose(uid)
            return
        for dossier in dossiers.list():
            places = [item.uid for item in dossiers.items(dossier.uid)]
            if uid in places:
                self._choose(dossier.uid)
                self.items.setCurrentCell(places.index(uid), 0)

    def next_pane(self) -> None:
        stops = (self.list, self.items, self.documents)
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Dossiers"))
        self.items.setAccessibleName(self.tr("Items of the dossier"))
        self.documents.setAccessibleName(self.tr("Documents of the dossier"))
        self._items_title.setText(self.tr("Items"))
        self._documents_title.setText(self.tr("Documents"))
        self._empty.setText(self.tr("No dossier yet. The sample desk shows what they look like."))
        self.items.setHorizontalHeaderLabels(
            [self.context.field("item", self._column(spec)) for spec in _COLUMNS]
        )
        if self._shown is not None:
            self._show(self._shown)

    def _choose(self, uid: str) -> None:
        position = self.model.position_of(uid)
        if position is not None:
            choose = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(
                self.model.index(position, 0), choose.ClearAndSelect | choose.Rows
            )

    def _chosen(self, index: QModelIndex) -> None:
        row: Row | None = index.data(RowRole) if index.isValid() else None
        if row is None:
            return
        try:
            self._show(self.context.desk.dossiers.get(row.uid))
        except CtdeskError as error:
            self.failed.emit(error)

    def _show(self, dossier: Dossier) -> None:
        self._shown = dossier
        context, show = self.context, self.context.show
        names = (context.desk.parties.name(uid, context.lang) for uid in dossier.parties)
        self.title.setText(self._title_of(dossier))
        due = self.tr("next date {0}").format(show.day(dossier.next_date))
        self.line.setText(
            show.joined(
                self._quiet(dossier),
                context.label("classification", dossier.classification),
                show.names(names),
                due if dossier.next_date else "",
            )
        )
        self._fill_items(dossier)
        self._fill_documents(dossier)

    def _fill_items(self, dossier: Dossier) -> None:
        desk = self.context.desk
        others = [i for i in desk.dossiers.items(dossier.uid) if i.type != "article"]
        found = [*others, *desk.articles.of(dossier.uid)]
        self._items = found
        self.items.setRowCount(len(found))
        for row, item in enumerate(found):
            for column, spec in enumerate(_COLUMNS):
                cell = QTableWidgetItem(self._shown_value(spec, item))
                cell.setToolTip(cell.text())
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                self.items.setItem(row, column, cell)
        self.items.resizeRowsToContents()
        for column, spec in enumerate(_COLUMNS):
            said = any(getattr(item, spec.name) for item in found)
            self.items.setColumnHidden(column, bool(found) and not said)
        self.items.updateGeometry()

    def _fill_documents(self, dossier: Dossier) -> None:
        rows = list(self.context.desk.dossiers.documents(dossier.uid))
        self.rows.load(lambda offset, limit: _page(rows, offset, limit))
        # Enter opens the first of them at once; nothing is chosen yet
        self.documents.selectionModel().setCurrentIndex(
            self.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def _column(self, spec: FieldSpec) -> str:
        """The texts of items are shown in the window's language."""
        return "text_en" if spec.name == "text_ar" and not self.context.rtl else spec.key

    def _shown_value(self, spec: FieldSpec, item: Item) -> str:
        value = getattr(item, self._column(spec)) or getattr(item, spec.name)
        if spec.vocabulary:
            return self.context.label(spec.vocabulary, value)
        return self.context.show.number(value) if spec.name == "number" else str(value)

    def _open_document(self, index: QModelIndex) -> None:
        row: Row | None = index.data(RowRole)
        if row is not None:
            self.opened.emit("document", row.uid)

    def _describe(self, row: Row) -> str:
        return self.context.show.joined(
            quiet_line(self.context, row), label_of_state(self.context, row)
        )

    def _row(self, dossier: Dossier) -> Row:
        """A dossier as the list paints it: its kind and stage, then its code."""
        context = self.context
        return Row(
            uid=dossier.uid,
            table="dossier",
            kind=dossier.kind,
            title=self._title_of(dossier),
            mission=context.show.joined(
                context.label("dossier_kind", dossier.kind),
                context.label("mou_stage", dossier.stage),
            ),
            date="",
            number=dossier.code,
            their_number="",
            state="",
            urgency="",
            classification=dossier.classification,
        )

    def _title_of(self, dossier: Dossier) -> str:
        titles = (dossier.title_ar, dossier.title_en)
        return (titles if self.context.rtl else titles[::-1])[0] or dossier.code

    def _quiet(self, dossier: Dossier) -> str:
        context = self.context
        return context.show.joined(
            context.show.number(dossier.code),
            context.label("dossier_kind", dossier.kind),
            context.label("mou_stage", dossier.stage),
        )

    def _lay_out(self) -> None:
        self.items.setColumnCount(len(_COLUMNS))
        self.items.verticalHeader().hide()
        self.items.setShowGrid(False)
        self.items.setWordWrap(True)
        self.items.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.items.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.items.setTabKeyNavigation(False)
        # as high as its rows, so that the documents follow close; it scrolls where they are many
        self.items.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.items.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        header = self.items.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        wide = [spec.name for spec in _COLUMNS].index("text_ar")
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda *_: self.items.resizeRowsToContents())
        (left, beside), (right, column) = _card(self), _card(self)
        beside.setContentsMargins(1, 1, 1, 1)
        beside.addWidget(self.list)
        beside.addWidget(self._empty)
        for widget in (self.title, self.line, self._items_title):
            column.addWidget(widget)
        column.addWidget(self.items, 3)
        column.addSpacing(8)
        column.addWidget(self._documents_title)
        column.addWidget(self.documents, 4)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([360, 800])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)


def _page(rows: list[Row], offset: int, limit: int) -> Rows:
    return Rows(rows[offset : offset + limit], len(rows))


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _card(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame(parent)
    card.setProperty("card", True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(6)
    return card, layout
