"""What a document is tied to: further ties made by number, wrong ones taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import terms
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice


class LinksDialog(QDialog):
    """The ties of a document in both directions; Enter in the number makes one."""

    linked = Signal()

    def __init__(self, context: Context, uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._uid = uid
        self.setWindowTitle(self.tr("Ties of the document"))
        self.resize(640, 420)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.type = Choice(self)
        self.type.setAccessibleName(self.tr("Kind of tie"))
        kinds = terms().vocabulary("link_type")
        self.type.offer([(k.label(context.lang), k.code, (k.ar, k.en)) for k in kinds])
        self.number = QLineEdit(self)
        self.number.setPlaceholderText(self.tr("Register number or their number of the other one"))
        self.number.setAccessibleName(self.number.placeholderText())
        self.add_button = QPushButton(self.tr("Tie"), self)
        self.remove_button = QPushButton(self.tr("Take the tie away"), self)
        self.add_button.clicked.connect(self.add)
        self.number.returnPressed.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.add_button.setAutoDefault(False)
        self.remove_button.setAutoDefault(False)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "danger")
        close = QDialogButtonBox(self)
        leave = close.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.type, 1)
        line.addWidget(self.number, 2)
        line.addWidget(self.add_button)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(line)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self._fill()
        self.number.setFocus()

    def add(self) -> None:
        """Tie the document to the one whose number was typed."""
        documents = self._context.desk.documents
        typed = strip_isolates(self.number.text()).strip()
        if not typed:
            return
        try:
            other = documents.find(typed)
            documents.link(self._uid, other.uid, str(self.type.currentData()))
        except CtdeskError as error:
            self._told.setText(error.message(self._context.lang))
            return
        self.number.clear()
        self._changed()

    def remove(self) -> None:
        """Take the chosen tie away."""
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        try:
            self._context.desk.documents.unlink(item.data(Qt.ItemDataRole.UserRole))
        except CtdeskError as error:
            self._told.setText(error.message(self._context.lang))
            return
        self._changed()

    def _changed(self) -> None:
        self._told.clear()
        self._fill()
        self.linked.emit()

    def _fill(self) -> None:
        self.list.clear()
        show = self._context.show
        for row in self._context.desk.documents.links(self._uid):
            kind = self._context.label("link_type", row.link.type)
            said = kind if row.outward else self.tr("{0} (from there)").format(kind)
            number = show.number(row.other.number or row.other.their_number)
            item = QListWidgetItem(show.joined(said, number, row.other.title), self.list)
            item.setData(Qt.ItemDataRole.UserRole, row.link.uid)
        self.list.setCurrentRow(0)
        self.remove_button.setEnabled(self.list.count() > 0)
