"""All that was ever written of a record, or of one field of it, and any value brought back."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import HistoryRow
from ctdesk.desk.history_undo import may_go_back
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import field_of, fields_of
from ctdesk.domain.records import RECORDS
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice

_LONGEST = 160
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class HistoryDialog(QDialog):
    """A table of writes, the newest first; what a field held before is written again at a yes."""

    brought_back = Signal(object)
    """The record as it is now."""

    def __init__(
        self,
        context: Context,
        uid: str,
        parent: QWidget,
        *,
        table: str = "document",
        field: str = "",
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._table, self._uid = table, uid
        self._kind = RECORDS[table]
        self._rows: list[HistoryRow] = []
        self.setWindowTitle(self.tr("History of the record"))
        self.fields = Choice(self)
        self.fields.setAccessibleName(self.tr("Field"))
        self.resize(980, 560)
        self.table = QTableWidget(self)
        self.table.setColumnCount(6)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("When"),
                self.tr("Who"),
                self.tr("What was done"),
                self.tr("Field"),
                self.tr("Before"),
                self.tr("After"),
            ]
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setProperty("kind", "framed")
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (4, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "muted")
        buttons = QDialogButtonBox(self)
        self.back_button = QPushButton(self.tr("Write the value before again"), self)
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(self.bring_back)
        buttons.addButton(self.back_button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._grey)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.fields)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        self._offer_fields(field)
        self.fields.currentIndexChanged.connect(lambda _at: self._fill())
        self._fill()

    def bring_back(self) -> None:
        """Write again what the chosen entry replaced."""
        row = self._chosen
        if row is None:
            return
        try:
            history = self._context.desk.history
            record = history.bring_back(self._table, self._uid, row.name, row.was)
        except CtdeskError as error:
            self._told.setText(error.message(self._context.lang))
            return
        self._told.setText(self.tr("Written again: {0}").format(row.field))
        self._fill()
        self.brought_back.emit(record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # only now are the columns as wide as they will be
        self.table.resizeRowsToContents()

    @property
    def _chosen(self) -> HistoryRow | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _offer_fields(self, key: str) -> None:
        """Every field that has a past, and all of them together."""
        written = {row.name for row in self._context.desk.history.of(self._uid) if row.name}
        specs = [spec for spec in fields_of(self._kind) if spec.name in written or spec.key == key]
        label = self._context.field
        rows: list[tuple[str, str, tuple[str, ...]]] = [(self.tr("All fields"), "", ())]
        rows += [(label(self._table, spec.key), spec.name, (spec.key,)) for spec in specs]
        chosen = field_of(self._kind, key).name if key else ""
        self.fields.offer(rows, chosen)

    def _fill(self) -> None:
        field = str(self.fields.currentData() or "")
        self._rows = list(self._context.desk.history.of(self._uid, field))
        show = self._context.show
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            texts = (
                show.moment(row.at),
                row.officer,
                row.act,
                row.field,
                self._shown(row.before),
                self._shown(row.after),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
                cell.setToolTip(text)
                self.table.setItem(number, column, cell)
        self.table.resizeRowsToContents()
        self.table.setCurrentCell(0, 0)
        self._grey()

    def _shown(self, text: str) -> str:
        """A value as the window shows it: a day in words, a long text by its beginning."""
        if _DAY.fullmatch(text):
            return self._context.show.day(text)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def _grey(self) -> None:
        row = self._chosen
        self.back_button.setEnabled(
            row is not None and bool(row.name) and may_go_back(self._table, row.name)
        )
