"""Register a report: paste and go, or walk through the files that were dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
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
from ctdesk.ui.form.desktop import EntryDesktop
from ctdesk.ui.form.incoming import IncomingFiles, Queue, kept_files
from ctdesk.ui.form.leaving import LeavingQuestion
from ctdesk.ui.language import Retranslated

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewReportDialog(Retranslated, QDialog):
    """The text at one side, its fields at the other; Ctrl+Enter registers."""

    registered = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget | None = None, files: Sequence[Path] = ()
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._queue = Queue()
        self._incoming = IncomingFiles(context, self)
        self.desktop = EntryDesktop(context, self)
        self.form, self.text = self.desktop.form, self.desktop.text
        self.proposals = self.desktop.proposals
        self.register_button, self.next_button = QPushButton(self), QPushButton(self)
        self.cancel_button = QPushButton(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(250)
        self.desktop.set_acts(self.register_button, self.next_button, self.cancel_button)
        self.desktop.fill(self)
        self._connect()
        self.retranslate()
        self._begin()
        if files:
            self._read(files)

    @property
    def told(self) -> str:
        """What was last said at the foot."""
        return self.desktop.told

    def register(self, *, go_on: bool = False) -> bool:
        """Register what the form holds; False when something must be mended first.

        With more files to walk through the next one is shown; else the dialog closes, or with
        `go_on` stands empty for the next report.
        """
        if self._incoming.busy or not self._has_something():
            return False
        try:
            document = self._registered()
        except CtdeskError as error:
            if not self.form.show_fault(error):
                self.desktop.say(error.message(self._context.lang), "danger")
            return False
        self._queue.at += 1
        self.registered.emit(document.uid)
        number = self._context.show.number(document.register_number)
        if self._queue.current is not None:
            self._show_draft()
        elif go_on or self._queue.refused:
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
            super().reject()

    def done(self, result: int) -> None:
        # nothing of the dialog may ask the desk once it is closed
        self._rest.stop()
        self._incoming.stop()
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
        self._incoming.stop()
        super().closeEvent(event)

    # --- registering ---

    def _has_something(self) -> bool:
        draft = self._queue.current
        if self.text.value() or self.form.editors["subject"].value() or (draft and draft.original):
            return True
        self.desktop.say(self.tr("Paste a text or write a subject first."), "danger")
        self.text.setFocus()
        return False

    def _registered(self) -> Document:
        draft = self._queue.current
        return self._context.desk.documents.register(
            self._document(),
            **self.form.names(),
            attachments=[] if draft is None else kept_files(draft),
        )

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
        self.desktop.show_file("")
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

    def _look_for_duplicates(self) -> None:
        desk = self._context.desk
        sender = desk.parties.resolve(self.form.names()["sender"]) or ""
        try:
            found = desk.documents.duplicates(replace(self._document(), sender=sender))
        except CtdeskError as error:
            self.desktop.say(error.message(self._context.lang), "danger")
            return
        self.desktop.show_duplicates([row.number for row in found])

    # --- files ---

    def _read(self, files: Sequence[Path]) -> None:
        self._grey(busy=True)
        self.desktop.say(self.tr("Reading the files…"), "muted")
        self._incoming.start(files)

    def _files_read(self, queue: Queue) -> None:
        self._queue = queue
        self._grey(busy=False)
        self.desktop.say("", "muted")
        self.desktop.show_refused(queue.refused)
        if queue.current is not None:
            self._show_draft()

    def _reading_failed(self, error: CtdeskError) -> None:
        self._grey(busy=False)
        self.desktop.say(error.message(self._context.lang), "danger")

    def _show_draft(self) -> None:
        draft = self._queue.current
        assert draft is not None
        self._begin()
        for proposal in draft.proposals:
            # the last report's sender must not slip in where the file names another
            if proposal.field not in draft.fields and proposal.field in self._keys():
                spec = field_of(Document, proposal.field)
                self.form.set_value(spec.name, spec.empty)
        for key, value in draft.fields.items():
            if key == "text":
                self.text.set_value(value)
            else:
                self._take(key, value)
        self.text.touched = True
        self.desktop.show_file(self._file_line())
        self.proposals.show_proposals(draft.proposals)

    def _file_line(self) -> str:
        draft, show = self._queue.current, self._context.show
        assert draft is not None
        count = len(draft.attachments)
        return show.joined(
            self.tr("File {0} of {1}").format(
                show.number(self._queue.at + 1), show.number(len(self._queue.drafts))
            ),
            isolate(draft.source),
            show.digits(self.tr("%n attachment(s)", "", count)) if count else "",
        )

    def _keys(self) -> set[str]:
        return {spec.key for spec in self.form.specs}

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
        left = self._queue.left
        sentence = (
            self._context.show.digits(self.tr("%n file(s) are not registered yet.", "", left))
            if left
            else self.tr("What you entered is not registered yet.")
        )
        return LeavingQuestion(self, sentence).leaves()

    def _grey(self, *, busy: bool) -> None:
        for button in (self.register_button, self.next_button):
            button.setEnabled(not busy)

    def _connect(self) -> None:
        self.text.changed.connect(self._text_written)
        self.form.changed.connect(self._form_written)
        self._rest.timeout.connect(self._look_for_duplicates)
        self.proposals.taken.connect(self._take)
        self._incoming.read.connect(self._files_read)
        self._incoming.failed.connect(self._reading_failed)
        self.register_button.clicked.connect(lambda: self.register())
        self.next_button.clicked.connect(lambda: self.register(go_on=True))
        self.cancel_button.clicked.connect(self.reject)
