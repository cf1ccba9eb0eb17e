"""Change the fields of a registered document; the history keeps what was there before."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.ui.context import Context
from ctdesk.ui.form.form import RecordForm

_FIXED = ("kind", "direction")
"""They decide the register in which the document stands."""


class EditDocumentDialog(QDialog):
    """The same form as for a new report, on a document that has its number."""

    edited = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None, uid: str) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document = context.desk.documents.get(uid)
        number = context.show.number(self._document.register_number)
        self.setWindowTitle(self.tr("Edit the document {0}").format(number))
        self.resize(860, 620)
        self.form = RecordForm(context, Document, without=_FIXED, parent=self)
        self.form.show_record(self._document)
        self._told = QLabel(self)
        self._told.setProperty("role", "danger")
        self._told.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setContentsMargins(4, 0, 8, 4)
        scroll.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._told)
        layout.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeading)

    def save(self) -> None:
        """Write what was changed; stays open when a field must be mended first."""
        try:
            self._context.desk.documents.edit(
                self._document.uid, **self._changed(), **self._renamed()
            )
        except CtdeskError as error:
            if not self.form.show_fault(error):
                self._told.setText(error.message(self._context.lang))
            return
        self.edited.emit(self._document.uid)
        self.accept()

    def _changed(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self.form.values().items()
            if value != getattr(self._document, name)
        }

    def _renamed(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self.form.names().items()
            if self.form.editors[name].touched
        }
