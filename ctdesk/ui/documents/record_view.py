"""The two-line list itself: one column of a table, because a table lays out a quarter of a million
rows as fast as a hundred, and a list view does not."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

_TO_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class RecordView(QTableView):
    """Rows chosen by arrows, page keys, Home and End; several with Shift or Ctrl."""

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "records")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(20)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give every row the height that the delegate asks for now."""
        rows = self.verticalHeader()
        height = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = _TO_ENDS.get(Qt.Key(event.key()))
        if end is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            last = self.model().rowCount() - 1
            if last >= 0:
                self.setCurrentIndex(self.model().index(last if end else 0, 0))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def selected_first(self) -> list[QModelIndex]:
        """The chosen rows, from the top."""
        return sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
