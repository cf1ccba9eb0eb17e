"""The standing phrases of memos in both languages, to be worded by the division."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.phrases import CLOSINGS, KEYS, Phrases
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import LANGUAGES
from ctdesk.text.direction import base_direction
from ctdesk.ui.context import Context

AnyIndex = QModelIndex | QPersistentModelIndex


class OwnDirection(QStyledItemDelegate):
    """Each cell runs by its own first letter, whichever way the table runs."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        rtl = base_direction(str(index.data() or "")) == "rtl"
        option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


class PhrasesDialog(QDialog):
    """A row a phrase; an emptied cell goes back to the program's own words."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._phrases = Phrases(context.desk.settings)
        self.setWindowTitle(self.tr("Phrases of memos"))
        self.resize(900, 460)
        self.table = QTableWidget(len(KEYS), 3, self)
        self.said = QLabel(self)
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.said.setText(
            self.tr(
                "An emptied phrase goes back to the program's own. {party} is the place of the "
                "name. What was issued keeps its words."
            )
        )
        self._fill()
        self._lay_out()

    def keep(self) -> None:
        """Write what was worded anew."""
        worded = {
            (key, language): str(self.table.model().index(row, column).data() or "")
            for row, key in enumerate(KEYS)
            for column, language in enumerate(LANGUAGES, start=1)
        }
        try:
            self._phrases.change(worded)
            self._context.change_settings()
        except CtdeskError as error:
            self.said.setText(error.message(self._context.lang))
            self.said.setProperty("role", "danger")
            self.said.style().polish(self.said)
            return
        self.accept()

    def _fill(self) -> None:
        context = self._context
        for row, key in enumerate(KEYS):
            kind = key.partition(".")[2]
            if key in CLOSINGS:
                name = self.tr("Closing: {0}").format(context.label("memo_kind", kind))
            elif kind == "note_verbale":
                name = self.tr("Addressee of a note verbale")
            else:
                name = self.tr("Addressee: {0}").format(context.label("party_kind", kind))
            head = QTableWidgetItem(name)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, head)
            for column, language in enumerate(LANGUAGES, start=1):
                cell = QTableWidgetItem(self._phrases.text(key, language))
                cell.setToolTip(self._phrases.standard(key, language))
                self.table.setItem(row, column, cell)

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Phrase"), self.tr("Arabic"), self.tr("English")]
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.setItemDelegate(OwnDirection(self.table))
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Keep"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
