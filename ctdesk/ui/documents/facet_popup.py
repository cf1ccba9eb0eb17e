"""The list that opens under a filter: values with their counts, several may be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctdesk.ui.context import Context

_FIND_FROM = 10
"""So many values, and a field to find one by its letters comes above them."""
_ROWS_SHOWN = 12


@dataclass(frozen=True)
class FacetValue:
    """A value that a filter may keep."""

    code: str
    label: str
    count: int


class FacetPopup(QFrame):
    """Opens below its button; Space or a click ticks, Enter or Escape closes."""

    ticked = Signal(tuple)
    """The codes now ticked."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self._context = context
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find"))
        self._find.setAccessibleName(self.tr("Find"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._narrow)
        self._list = QListWidget(self)
        self._list.setUniformItemSizes(True)
        self._list.itemChanged.connect(self._tell)
        self._list.installEventFilter(self)
        self._find.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._find)
        layout.addWidget(self._list)

    def open(self, values: Sequence[FacetValue], chosen: Sequence[str], below: QWidget) -> None:
        """Show the values under a button."""
        self._list.blockSignals(True)
        self._list.clear()
        for value in values:
            count = self._context.show.number(value.count)
            item = QListWidgetItem(f"{value.label}   {count}")
            item.setData(Qt.ItemDataRole.UserRole, value.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = value.code in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        if not values:
            nothing = QListWidgetItem(self.tr("The search leaves nothing to choose."), self._list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.blockSignals(False)
        self._list.setAccessibleName(below.accessibleName())
        self._find.setVisible(len(values) >= _FIND_FROM)
        self._find.clear()
        self._place(below, len(values))
        self.show()
        (self._find if len(values) >= _FIND_FROM else self._list).setFocus()
        if values:
            self._list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
            if watched is self._find and event.key() == Qt.Key.Key_Down:
                self._list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _place(self, below: QWidget, rows: int) -> None:
        row = max(self._list.sizeHintForRow(0), self.fontMetrics().height() + 6)
        self._list.setFixedHeight(min(max(rows, 1), _ROWS_SHOWN) * row + 6)
        width = max(220, min(self._list.sizeHintForColumn(0) + 48, 380))
        self._list.setFixedWidth(width)
        self.adjustSize()
        corner = below.mapToGlobal(QPoint(0, below.height() + 3))
        if self._context.rtl:
            corner.setX(corner.x() + below.width() - self.sizeHint().width())
        self.move(corner)

    def _narrow(self, letters: str) -> None:
        wanted = letters.casefold().strip()
        for item in self._items():
            item.setHidden(wanted not in item.text().casefold())

    def _tell(self) -> None:
        self.ticked.emit(
            tuple(
                item.data(Qt.ItemDataRole.UserRole)
                for item in self._items()
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable
                and item.checkState() == Qt.CheckState.Checked
            )
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(i) for i in range(self._list.count())]
