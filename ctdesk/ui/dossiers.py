"""The dossiers: what belongs together, its items, its documents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Dossier, Item
from ctdesk.ui.context import Context
from ctdesk.ui.page import Page

_Uid = Qt.ItemDataRole.UserRole
_COLUMNS = tuple(spec for spec in fields_of(Item) if spec.listed)


class DossiersPage(Page):
    """The list of dossiers beside the one that is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.title = _label(self, "title")
        self.line = _label(self, "muted")
        self.items = QTableWidget(self)
        self._items_title = _label(self, "heading")
        self._documents_title = _label(self, "heading")
        self.documents = QListWidget(self)
        self._empty = _label(self, "muted")
        self._shown: Dossier | None = None
        self._lay_out()
        self.list.currentItemChanged.connect(lambda item, _: self._chosen(item))
        self.documents.itemActivated.connect(self._open_document)
        self.documents.itemDoubleClicked.connect(self._open_document)
        self.retranslate()

    def refresh(self) -> None:
        """Read the dossiers again; the one that is open stays open."""
        try:
            found = self.context.desk.dossiers.list()
        except CtdeskError as error:
            self.failed.emit(error)
            return
        keep = self._shown.uid if self._shown else ""
        self.list.clear()
        for dossier in found:
            item = QListWidgetItem(f"{self._title_of(dossier)}\n{self._quiet(dossier)}")
            item.setData(_Uid, dossier.uid)
            self.list.addItem(item)
        self._empty.setVisible(not found)
        for row in range(self.list.count()):
            if self.list.item(row).data(_Uid) == keep or (not keep and row == 0):
                self.list.setCurrentRow(row)

    def focus_first(self) -> None:
        self.list.setFocus()

    def open(self, uid: str) -> None:
        """Show a dossier that another page asked for; an item's uid shows its dossier."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_Uid) == uid:
                self.list.setCurrentRow(row)

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
            [self.context.field("item", spec.key) for spec in _COLUMNS]
        )
        if self._shown is not None:
            self._show(self._shown)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        try:
            self._show(self.context.desk.dossiers.get(item.data(_Uid)))
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
        found = self.context.desk.dossiers.items(dossier.uid)
        self.items.setRowCount(len(found))
        for row, item in enumerate(found):
            for column, spec in enumerate(_COLUMNS):
                cell = QTableWidgetItem(self._shown_value(spec, item))
                cell.setToolTip(cell.text())
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                self.items.setItem(row, column, cell)
        self.items.resizeRowsToContents()

    def _fill_documents(self, dossier: Dossier) -> None:
        show = self.context.show
        self.documents.clear()
        for row in self.context.desk.dossiers.documents(dossier.uid):
            quiet = show.joined(
                row.mission, show.short_day(row.date), show.number(row.their_number)
            )
            item = QListWidgetItem(f"{row.title}\n{quiet}")
            item.setData(_Uid, row.uid)
            self.documents.addItem(item)

    def _shown_value(self, spec: FieldSpec, item: Item) -> str:
        value = getattr(item, spec.name)
        if spec.name == "text_ar" and not self.context.rtl:
            value = item.text_en or value
        if spec.vocabulary:
            return self.context.label(spec.vocabulary, value)
        return self.context.show.number(value) if spec.name == "number" else str(value)

    def _open_document(self, item: QListWidgetItem) -> None:
        self.opened.emit("document", item.data(_Uid))

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
        header = self.items.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        wide = [spec.name for spec in _COLUMNS].index("text_ar")
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda *_: self.items.resizeRowsToContents())
        (left, beside), (right, column) = _card(self), _card(self)
        beside.addWidget(self.list)
        beside.addWidget(self._empty)
        for widget in (self.title, self.line, self._items_title):
            column.addWidget(widget)
        column.addWidget(self.items, 3)
        column.addWidget(self._documents_title)
        column.addWidget(self.documents, 2)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([360, 800])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)


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
