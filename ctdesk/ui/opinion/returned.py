"""A memo comes back from signature: what was changed in it, then it is kept with its opinion."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from mimetypes import guess_type
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.returned import MemoChange, ReturnedMemo
from ctdesk.desk.rows import NewFile
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.ui.changed_words import marked_pair, two_columns
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_which
from ctdesk.ui.form.editors import DateEditor

_SIGNS = {"changed": "≠", "added": "+", "removed": "−", "moved": "↕"}
_LARGEST = 100 * 1024 * 1024


class ReturnedDialog(QDialog):
    """Files that came back: a Word memo is compared with what went out, a scan is kept as it is."""

    def __init__(self, context: Context, parent: QWidget, document: Document) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self.files: Sequence[NewFile] = ()
        self.memo: ReturnedMemo | None = None
        self.setWindowTitle(self.tr("Back from signature"))
        self.resize(900, 600)
        self.setAcceptDrops(True)
        self.choose = QPushButton(self.tr("Choose the returned files…"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.view = QTextBrowser(self)
        self.view.setAcceptDrops(False)
        self.view.setAccessibleName(self.tr("Changes"))
        self.dispatched = DateEditor(context, field_of(Document, "dispatched"), self)
        self.dispatched.set_value(document.dispatched)
        self.number = QLineEdit(document.outgoing_number, self)
        self.keep = QPushButton(self.tr("Keep with the opinion"), self)
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self._say(self.tr("Choose the memo as it came back from Word, or a scan of it, signed."))

    def read(self, paths: Sequence[Path]) -> None:
        """Read the files; the first Word memo among them is compared."""
        self.memo = None
        self.view.clear()
        try:
            self.files = [_file(path) for path in paths]
        except OSError as error:
            self._refuse(BadInput("file_missing", path=str(error.filename or "")))
            return
        names = self._context.show.names(file.name for file in self.files)
        word = next((f for f in self.files if f.name.lower().endswith(".docx")), None)
        if word is None:
            self._say(self.tr("To be kept with the opinion: {0}").format(names))
            return
        try:
            self.memo = self._context.desk.returned.read(word.data)
        except CtdeskError as error:
            self._refuse(error)
            return
        self._show(self.memo)

    def _show(self, memo: ReturnedMemo) -> None:
        other = memo.document.uid != self._document.uid
        if other:
            number = self._context.show.number(memo.document.register_number)
            told = self.tr("This memo is of another opinion: {0}.").format(
                self._context.show.joined(number, memo.document.subject)
            )
        elif memo.same:
            told = self.tr("The memo says what it said when it went out.")
        else:
            changed = self.tr("%n paragraph(s) changed since it went out.", "", len(memo.changes))
            told = self._context.show.digits(changed)
        if not memo.latest:
            told += " " + self.tr("A later revision of the opinion was saved since.")
        if memo.tracked:
            told += " " + self._context.word("returned.tracked")
        if memo.comments:
            count = self._context.show.digits(memo.comments)
            told += " " + self._context.word("returned.comments", count=count)
        self._say(told)
        self.view.setHtml(two_columns(list(map(self._row, memo.changes)), rtl=self._context.rtl))
        self.keep.setEnabled(not other)

    def _row(self, change: MemoChange) -> tuple[str, str, str]:
        before, after = marked_pair(change.before, change.after, self._context.tokens)
        lead = change.lead
        if change.margin:
            lead = self._context.word("returned.margin")
        if change.how == "moved":
            lead = self._context.show.joined(lead, self._context.word("returned.moved"))
        side = "rtl" if self._context.rtl else "ltr"
        head = f"<p dir='{side}'><b>{escape(lead)}</b></p>" if lead else ""
        return head + before, _SIGNS[change.how], after

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.read([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _choose(self) -> None:
        kinds = self.tr("Memos and scans") + " (*.docx *.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        chosen = ask_which(self, self.choose.text(), kinds)
        if chosen:
            self.read(chosen)

    def _keep(self) -> None:
        try:
            self._context.desk.returned.keep(
                self._document.uid,
                self.files,
                dispatched=self.dispatched.value(),
                outgoing_number=self.number.text(),
            )
        except CtdeskError as error:
            self._fail(error)
            return
        self.accept()

    def _refuse(self, error: CtdeskError) -> None:
        """Files that can't be read are not kept either."""
        self.files = ()
        self._fail(error)
        self.keep.setEnabled(False)

    def _fail(self, error: CtdeskError) -> None:
        self._say(error.message(self._context.lang))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.keep.setEnabled(bool(self._document.register_number))

    def _lay_out(self) -> None:
        self.keep.setProperty("kind", "primary")
        self.choose.setAutoDefault(False)
        form = QFormLayout()
        for key, widget in (("dispatched", self.dispatched), ("outgoing_number", self.number)):
            label = self._context.field("document", key)
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.choose)
        layout.addWidget(self.said)
        layout.addWidget(self.view, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)


def _file(path: Path) -> NewFile:
    if path.stat().st_size > _LARGEST:
        raise OSError(27, "too large", str(path))
    kind = guess_type(path.name)[0] or "application/octet-stream"
    return NewFile(path.name, kind, path.read_bytes())
