"""Change the fields of a registered document; the history keeps what was there before."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.documents.history_dialog import HistoryDialog
from ctdesk.ui.form.above import goes_on
from ctdesk.ui.form.desktop import EntryDesktop
from ctdesk.ui.form.leaving import LeavingQuestion
from ctdesk.ui.form.unsaved import WordsKeeper
from ctdesk.ui.language import Retranslated
from ctdesk.ui.second.dialog import second_asked, wanted_by

_FIXED = ("kind", "direction")
"""They decide the register in which the document stands."""


class EditDocumentDialog(Retranslated, QDialog):
    """The same form as for a new report, on a document that has its number."""

    edited = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None, uid: str) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document = context.desk.documents.get(uid)
        self.desktop = EntryDesktop(context, self, without=_FIXED)
        self.form, self.text = self.desktop.form, self.desktop.text
        self.save_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self.desktop.set_acts(self.save_button, self.cancel_button)
        self.desktop.fill(self)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.form.show_record(self._document)
        self.text.set_value(self._document.text)
        self._keeper = WordsKeeper(self, context, "document", self.desktop.words, uid)
        self.desktop.take_back(self._keeper.left())
        self.form.changed.connect(self._grey)
        self.form.past_wanted.connect(self.show_past)
        self.text.changed.connect(self._grey)
        self.retranslate()
        self._grey()
        self.form.chain()[0].setFocus()

    def retranslate(self) -> None:
        number = self._context.show.number(self._document.register_number)
        self.setWindowTitle(self.tr("Edit the document {0}").format(number))
        self.text.name(self._context.field("document", "text"))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip(isolate("Ctrl+Enter"))
        self.cancel_button.setText(self.tr("Cancel"))

    def show_past(self, field: str) -> None:
        """What a field held before; what is brought back stands in the form at once."""
        dialog = HistoryDialog(self._context, self._document.uid, self, field=field)
        dialog.brought_back.connect(self._brought_back)
        dialog.exec()

    def save(self) -> None:
        """Write what was changed; stays open when a field must be mended first."""
        changed = {**self._changed(), **self._renamed()}
        if changed:
            degree = changed.get("classification", self._document.classification)
            if not goes_on(self._context, degree, self) or not self._written_down(changed):
                return
            self.edited.emit(self._document.uid)
        self._keeper.drop()
        self.accept()

    def _written_down(self, changed: dict[str, Any]) -> bool:
        """Write the fields; a lower classification goes by a second officer, the rest at once."""
        try:
            self._context.desk.documents.edit(self._document.uid, **changed)
        except CtdeskError as error:
            request = wanted_by(error)
            if request is not None:
                rest = {n: v for n, v in changed.items() if n != "classification"}
                asked = second_asked(self._context, request, self)
                return bool(asked) and (not rest or self._written_down(rest))
            if not self.form.show_fault(error):
                self.desktop.say(error.message(self._context.lang), "danger")
            return False
        return True

    def _brought_back(self, document: Document) -> None:
        self._document = document
        for name, editor in self.form.editors.items():
            if not editor.touched:
                self.form.set_value(name, getattr(document, name))
                editor.touched = False
        self.edited.emit(document.uid)

    def done(self, result: int) -> None:
        self._keeper.stop()
        super().done(result)

    def reject(self) -> None:
        """Esc asks only when something would be lost."""
        sentence = self.tr("What you changed is not saved yet.")
        if not self._written or LeavingQuestion(self, sentence).leaves():
            self._keeper.drop()
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
            else:
                self.desktop.enter()
            return
        super().keyPressEvent(event)

    @property
    def _written(self) -> bool:
        return self.form.touched or self.text.touched

    def _grey(self) -> None:
        self.save_button.setEnabled(self._written)

    def _changed(self) -> dict[str, Any]:
        written = {
            name: value
            for name, value in self.form.values().items()
            if self.form.editors[name].touched
        }
        if self.text.touched:
            written["text"] = self.text.value()
        return {n: v for n, v in written.items() if v != getattr(self._document, n)}

    def _renamed(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self.form.names().items()
            if self.form.editors[name].touched
        }
