"""A referral with a day and a word: to whom, until when, what for."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import DateEditor, LongEditor, OfficerEditor


class ReferDialog(QDialog):
    """Refers when it is accepted; `document` is the document as it is then."""

    def __init__(self, context: Context, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.document = document
        self.setWindowTitle(self.tr("Refer"))
        self.setMinimumWidth(420)
        self.officer = OfficerEditor(context, field_of(Document, "officer"), self)
        self.officer.set_value(document.officer)
        self.due = DateEditor(context, field_of(Document, "due"), self)
        self.due.set_value(document.due)
        self.note = LongEditor(context, field_of(Document, "margin_note"), self)
        form = QFormLayout()
        form.setSpacing(8)
        for key, editor in (
            ("officer", self.officer),
            ("due", self.due),
            ("margin_note", self.note),
        ):
            name = context.field("document", key)
            editor.name(name)
            form.addRow(name, editor)
        self._told = QLabel(self)
        self._told.setProperty("role", "danger")
        self._told.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        refer = buttons.addButton(self.tr("Refer"), QDialogButtonBox.ButtonRole.AcceptRole)
        refer.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.refer)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addWidget(buttons)

    def refer(self) -> None:
        """Refer the document; stays open when something must be mended first."""
        if not self.officer.value():
            self._told.setText(self.tr("Choose an officer."))
            return
        try:
            self.document = self._context.desk.documents.refer(
                self.document.uid,
                str(self.officer.value()),
                due=self.due.value(),
                note=str(self.note.value()),
            )
        except CtdeskError as error:
            self._told.setText(error.message(self._context.lang))
            return
        self.accept()
