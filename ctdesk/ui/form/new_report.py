"""Register a report: paste and go, or walk through the files that were dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk, NewFile
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.text.language import language_of
from ctdesk.text.sentences import first_sentence
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import LongEditor
from ctdesk.ui.form.form import RecordForm
from ctdesk.ui.form.proposals import ProposalPanel
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Step, Work

if TYPE_CHECKING:
    from ctdesk.desk import Draft


@dataclass
class _Queue:
    """Files still to be walked through, and those that could not be read."""

    drafts: list[Draft] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    at: int = 0

    @property
    def current(self) -> Draft | None:
        return self.drafts[self.at] if self.at < len(self.drafts) else None


class NewReportDialog(Retranslated, QDialog):
    """The text at one side, its fields at the other; Ctrl+Enter registers."""

    registered = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget | None = None, files: Sequence[Path] = ()
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._queue = _Queue()
        self._work: Work | None = None
        self._told, self._file, self._refused = QLabel(self), QLabel(self), QLabel(self)
        self._duplicate = QLabel(self)
        self.text = LongEditor(context, field_of(Document, "text"), self)
        self.form = RecordForm(context, Document, without=("text",), parent=self)
        self.proposals = ProposalPanel(context, self)
        self.register_button, self.next_button = QPushButton(self), QPushButton(self)
        self.cancel_button = QPushButton(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(250)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._begin()
        if files:
            self._read(files)

    def register(self, *, go_on: bool = False) -> bool:
        """Register what the form holds; False when a field must be mended first."""
        try:
            document = self._registered()
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            self.form.show_fault(error)
            return False
        self.registered.emit(document.uid)
        number = self._context.show.number(document.register_number)
        self._queue.at += 1
        if self._queue.current is not None:
            self._show_draft()
        elif not go_on:
            self.accept()
            return True
        else:
            self._begin()
        self._say(self.tr("Registered under {0}.").format(number), "accent")
        return True

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("New report"))
        self.text.name(self._context.field("document", "text"))
        self.register_button.setText(self.tr("Register"))
        self.register_button.setToolTip("\u2068Ctrl+Enter\u2069")
        self.next_button.setText(self.tr("Register and next"))
        self.next_button.setToolTip("\u2068Ctrl+Shift+Enter\u2069")
        self.cancel_button.setText(self.tr("Cancel"))

    def reject(self) -> None:
        """Esc asks only when something would be lost."""
        if not self._would_be_lost() or self._sure():
            self._stop_reading()
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.register(go_on=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if not enter:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop_reading()
        super().closeEvent(event)

    # --- registering ---

    def _registered(self) -> Document:
        draft = self._queue.current
        files = [] if draft is None else _files(draft)
        return self._context.desk.documents.register(
            self._document(), **self.form.names(), attachments=files
        )

    def _document(self) -> Document:
        return Document(**self.form.values(), text=self.text.value())

    def _begin(self) -> None:
        """An empty form with the sticky fields of the last document."""
        self.form.show_record(self._context.desk.documents.defaults())
        self.text.set_value("")
        self.text.touched = False
        self._duplicate.hide()
        self.proposals.show_proposals(())
        self._file.setVisible(False)
        self.text.setFocus()

    def _text_written(self) -> None:
        """Propose what can be read from the text, while nobody wrote it."""
        text = self.text.value()
        for name, proposed in (("subject", first_sentence(text)), ("language", language_of(text))):
            if not self.form.editors[name].touched and text:
                self.form.set_value(name, proposed)
        self._rest.start()

    def _look_for_duplicates(self) -> None:
        desk = self._context.desk
        sender = desk.parties.resolve(self.form.names()["sender"]) or ""
        try:
            found = desk.documents.duplicates(replace(self._document(), sender=sender))
        except CtdeskError as error:
            self._say(error.message(self._context.lang), "danger")
            return
        self._duplicate.setVisible(bool(found))
        if found:
            numbers = self._context.show.names(self._context.show.number(r.number) for r in found)
            self._duplicate.setText(
                self.tr("⚠ Registered before with this number, date and sender: {0}").format(
                    numbers
                )
            )

    # --- files ---

    def _read(self, files: Sequence[Path]) -> None:
        def act(desk: Desk, step: Step) -> _Queue:
            queue = _Queue()
            for done, path in enumerate(files, start=1):
                try:
                    queue.drafts += desk.intake.read(path)
                except CtdeskError as error:
                    queue.refused.append(f"{path.name}: {error.message(self._context.lang)}")
                if not step(done, len(files)):
                    break
            return queue

        self._say(self.tr("Reading the files…"), "muted")
        self.register_button.setEnabled(False)
        self._work = Work(self._context.desk, act, self)
        self._work.finished_with.connect(self._files_read)
        self._work.failed.connect(lambda e: self._say(e.message(self._context.lang), "danger"))
        self._work.start()

    def _files_read(self, queue: _Queue) -> None:
        self._queue = queue
        self.register_button.setEnabled(True)
        self._say("", "muted")
        self._refused.setText("\n".join(f"⚠ {line}" for line in queue.refused))
        self._refused.setVisible(bool(queue.refused))
        if queue.current is not None:
            self._show_draft()

    def _show_draft(self) -> None:
        draft = self._queue.current
        assert draft is not None
        self._begin()
        for key, value in draft.fields.items():
            spec = field_of(Document, key)
            if spec.name == "text":
                self.text.set_value(value)
                self.text.touched = True
            elif spec.name in self.form.editors:
                self._take(key, value)
        show = self._context.show
        self._file.setVisible(True)
        self._file.setText(
            show.joined(
                self.tr("File {0} of {1}").format(
                    show.number(self._queue.at + 1), show.number(len(self._queue.drafts))
                ),
                show.number(draft.source),
                self.tr("%n attachment(s)", "", len(draft.attachments))
                if draft.attachments
                else "",
            )
        )
        self.proposals.show_proposals(draft.proposals)
        self.text.setFocus()

    def _take(self, key: str, value: Any) -> None:
        spec = field_of(Document, key)
        if spec.name in self.form.editors:
            editor = self.form.editors[spec.name]
            editor.set_value(value)
            editor.touched = True
            self._rest.start()

    def _stop_reading(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
            self._work = None

    # --- asking ---

    def _would_be_lost(self) -> bool:
        return self.text.touched or self.form.touched

    def _sure(self) -> bool:
        box = QMessageBox(self)
        box.setText(self.tr("What you entered is not registered yet."))
        leave = box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Go on entering"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _say(self, sentence: str, role: str) -> None:
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(sentence)

    # --- how it is built ---

    def _connect(self) -> None:
        self.text.changed.connect(self._text_written)
        self.form.changed.connect(self._rest.start)
        self._rest.timeout.connect(self._look_for_duplicates)
        self.proposals.taken.connect(self._take)
        self.register_button.clicked.connect(lambda: self.register())
        self.next_button.clicked.connect(lambda: self.register(go_on=True))
        self.cancel_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.resize(1120, 640)
        self._file.setProperty("role", "heading")
        self._refused.setProperty("role", "danger")
        self._duplicate.setProperty("role", "warning")
        for label in (self._file, self._refused, self._duplicate, self._told):
            label.setWordWrap(True)
        for label in (self._file, self._refused, self._duplicate):
            label.hide()
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._file, self._refused, self.proposals):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setContentsMargins(4, 0, 8, 4)
        scroll.setWidget(self.form)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(beside)
        splitter.addWidget(scroll)
        splitter.setSizes([520, 560])
        self.register_button.setProperty("kind", "primary")
        for button in (self.register_button, self.next_button, self.cancel_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.register_button)
        foot.addWidget(self.next_button)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._duplicate)
        layout.addLayout(foot)


def _files(draft: Draft) -> list[NewFile]:
    original = [draft.original] if draft.original else []
    return [
        NewFile(file.name, file.media_type, file.data, original=file is draft.original)
        for file in (*original, *draft.attachments)
    ]
