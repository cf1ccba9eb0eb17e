"""Register a report that no file holds: paste and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.text.language import language_of
from ctdesk.text.sentences import first_sentence
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.form.above import goes_on
from ctdesk.ui.form.desktop import EntryDesktop
from ctdesk.ui.form.leaving import LeavingQuestion
from ctdesk.ui.form.unsaved import WordsKeeper
from ctdesk.ui.language import Retranslated

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_WRITTEN_AT_ONCE = frozenset(("subject", "language"))
"""What stands in the form as soon as there is a text."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewReportDialog(Retranslated, QDialog):
    """The text at one side, its fields at the other; Ctrl+Enter registers."""

    registered = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.desktop = EntryDesktop(context, self)
        self.form, self.text = self.desktop.form, self.desktop.text
        self.proposals = self.desktop.proposals
        self.register_button, self.next_button = QPushButton(self), QPushButton(self)
        self.cancel_button = QPushButton(self)
        self._proposed_for = ""
        self._keys = {spec.key for spec in self.form.specs}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(250)
        self.desktop.set_acts(self.register_button, self.next_button, self.cancel_button)
        self._keeper = WordsKeeper(self, context, "report", self.desktop.words)
        self.desktop.fill(self)
        self._connect()
        self.retranslate()
        self._begin()
        if self.desktop.take_back(self._keeper.left()):
            self._rest.start()

    @property
    def told(self) -> str:
        """What was last said at the foot."""
        return self.desktop.told

    def register(self, *, go_on: bool = False) -> bool:
        """Register what the form holds; False when something must be mended first.

        The dialog closes, or with `go_on` stands empty for the next report.
        """
        classification = self.form.editors["classification"].value()
        if not self._has_something() or not goes_on(self._context, classification, self):
            return False
        try:
            document = self._registered()
        except CtdeskError as error:
            if not self.form.show_fault(error):
                self.desktop.say(error.message(self._context.lang), "danger")
            return False
        self._keeper.drop()
        if self._context.desk.may_see(document.classification):
            self.registered.emit(document.uid)
        number = self._context.show.number(document.register_number)
        if go_on:
            self._begin()
        else:
            self.accept()
        self.desktop.say(self.tr("Registered under {0}.").format(number), "number")
        return True

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("New report"))
        self.text.name(self._context.field("document", "text"))
        self.text.invite(self.tr("Paste or type the text of the report"))
        self.register_button.setText(self.tr("Register"))
        self.register_button.setToolTip(isolate("Ctrl+Enter"))
        self.next_button.setText(self.tr("Register and next"))
        self.next_button.setToolTip(isolate("Ctrl+Shift+Enter"))
        self.cancel_button.setText(self.tr("Cancel"))

    def reject(self) -> None:
        """Esc asks only when something would be lost."""
        if not self._would_be_lost() or self._sure():
            self._keeper.drop()
            super().reject()

    def done(self, result: int) -> None:
        # nothing of the dialog may ask the desk once it is closed
        self._rest.stop()
        self._keeper.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key in _ENTER and modifiers & _CTRL:
            self.register(go_on=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER:
            self.desktop.enter()
        elif modifiers & _ALT and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.proposals.accept(key - Qt.Key.Key_0)
        elif modifiers & _ALT and (key == Qt.Key.Key_A or event.text() == "ش"):
            # ش stands on the A of an Arabic keyboard
            self.proposals.accept_all()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self._would_be_lost() and not self._sure():
            event.ignore()
            return
        self._rest.stop()
        self._keeper.stop()
        super().closeEvent(event)

    # --- registering ---

    def _has_something(self) -> bool:
        if self.text.value() or self.form.editors["subject"].value():
            return True
        self.desktop.say(self.tr("Paste a text or write a subject first."), "danger")
        self.text.setFocus()
        return False

    def _registered(self) -> Document:
        return self._context.desk.documents.register(self._document(), **self.form.names())

    def _document(self) -> Document:
        return Document(**self.form.values(), text=self.text.value())

    def _begin(self) -> None:
        """An empty form with the sticky fields of the last document."""
        self.form.show_record(self._context.desk.documents.defaults())
        self.text.set_value("")
        self.text.touched = False
        self._rest.stop()
        self.desktop.show_duplicates(())
        self.proposals.show_proposals(())
        self.text.setFocus()

    def _text_written(self) -> None:
        """Propose what can be read from the text, while nobody wrote it."""
        text = self.text.value()
        for name, proposed in (("subject", first_sentence(text)), ("language", language_of(text))):
            if not self.form.editors[name].touched and text:
                self.form.set_value(name, proposed)
        self.desktop.say("", "muted")
        self._rest.start()

    def _form_written(self) -> None:
        for name, editor in self.form.editors.items():
            if editor.touched:
                self.proposals.drop(field_of(Document, name).key)
        self._rest.start()

    def _look(self) -> None:
        """Propose what the head of the text says; warn of what is registered already."""
        desk, text = self._context.desk, self.text.value()
        if text != self._proposed_for:
            self._proposed_for = text
            editors = self.form.editors
            self.proposals.show_proposals(
                [
                    proposal
                    for proposal in desk.intake.proposals(text)
                    if proposal.field in self._keys
                    and not editors[field_of(Document, proposal.field).name].touched
                    and proposal.field not in _WRITTEN_AT_ONCE
                ]
            )
        sender = desk.parties.resolve(self.form.names()["sender"]) or ""
        try:
            found = desk.documents.duplicates(replace(self._document(), sender=sender))
        except CtdeskError as error:
            self.desktop.say(error.message(self._context.lang), "danger")
            return
        self.desktop.show_duplicates([row.number for row in found])

    def _take(self, key: str, value: Any) -> None:
        spec = field_of(Document, key)
        if spec.name in self.form.editors:
            editor = self.form.editors[spec.name]
            editor.set_value(value)
            editor.touched = True
            self._rest.start()

    # --- asking ---

    def _would_be_lost(self) -> bool:
        return self.text.touched or self.form.touched

    def _sure(self) -> bool:
        sentence = self.tr("What you entered is not registered yet.")
        return LeavingQuestion(self, sentence).leaves()

    def _connect(self) -> None:
        self.text.changed.connect(self._text_written)
        self.form.changed.connect(self._form_written)
        self._rest.timeout.connect(self._look)
        self.proposals.taken.connect(self._take)
        self.register_button.clicked.connect(lambda: self.register())
        self.next_button.clicked.connect(lambda: self.register(go_on=True))
        self.cancel_button.clicked.connect(self.reject)
