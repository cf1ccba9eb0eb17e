"""A draft of an agreement arrives: how it meets the articles of its dossier; it is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Row
from ctdesk.desk.articles import Pair
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language
from ctdesk.text.language import language_of
from ctdesk.ui.changed_words import marked_pair, two_columns
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_which
from ctdesk.ui.form.editors import running_text

_SIGNS = {"same": "=", "changed": "≠", "added": "+", "removed": "−"}


class DraftDialog(QDialog):
    """Choose a document of the dossier, or paste a text; see what changed; take it."""

    def __init__(
        self, context: Context, parent: QWidget, dossier: str, documents: Sequence[Row]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._dossier = dossier
        self.pairs: Sequence[Pair] = ()
        self.setWindowTitle(self.tr("A draft of the agreement"))
        self.resize(960, 640)
        self.source = QComboBox(self)
        for row in sorted(documents, key=lambda row: row.kind != "instrument"):
            self.source.addItem(context.show.joined(row.title, context.show.day(row.date)), row.uid)
        self.source.addItem(self.tr("A text that is pasted here"), "")
        self.text = running_text(self)
        self.text.setMaximumHeight(130)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.view = QTextBrowser(self)
        self.file = QPushButton(self.tr("From a file…"), self)
        self.file.setAutoDefault(False)
        self.take = QPushButton(self.tr("Take it into the dossier"), self)
        self._lay_out()
        self.source.currentIndexChanged.connect(lambda _index: self._choose())
        self.text.textChanged.connect(self._look)
        self.take.clicked.connect(self._take)
        self.file.clicked.connect(self._ask_file)
        self._choose()

    @property
    def language(self) -> Language:
        """The language that the draft is written in."""
        return "en" if language_of(self.text.toPlainText()) == "en" else "ar"

    def _choose(self) -> None:
        uid = self.source.currentData()
        self.text.setVisible(not uid)
        try:
            self.text.setPlainText(self._context.desk.documents.get(uid).text if uid else "")
        except CtdeskError as error:
            self._say(error)

    def _ask_file(self) -> None:
        chosen = ask_which(self, self.file.text())
        if chosen:
            self.read(chosen[0])

    def read(self, path: Path) -> None:
        """The text of a file as the draft; the file itself is registered as a document is."""
        try:
            drafts = self._context.desk.intake.read(path)
        except CtdeskError as error:
            self._say(error)
            return
        self.source.setCurrentIndex(self.source.count() - 1)
        self.text.setPlainText("\n".join(str(draft.fields.get("text", "")) for draft in drafts))

    def _look(self) -> None:
        """How the draft meets the articles that the dossier has."""
        text = self.text.toPlainText()
        self.pairs = ()
        self.view.clear()
        self.take.setEnabled(False)
        if not text.strip():
            self.said.setText(self.tr("Choose the draft, or paste its text."))
            return
        try:
            self.pairs = self._context.desk.articles.preview(self._dossier, text, self.language)
        except CtdeskError as error:
            self._say(error)
            return
        self.take.setEnabled(True)
        show = self._context.show
        count = {how: sum(pair.how == how for pair in self.pairs) for how in _SIGNS}
        self.said.setText(
            show.digits(
                self.tr("The same: {0} · changed: {1} · new: {2} · gone: {3}").format(
                    count["same"], count["changed"], count["added"], count["removed"]
                )
            )
        )
        rows = [self._row(pair) for pair in self.pairs]
        self.view.setHtml(two_columns(rows, rtl=self._context.rtl))

    def _row(self, pair: Pair) -> tuple[str, str, str]:
        arabic = self.language == "ar"
        was = (pair.old.text_ar if arabic else pair.old.text_en) if pair.old else ""
        now = "\n".join(filter(None, (pair.new.title, pair.new.text))) if pair.new else ""
        before, after = marked_pair(was, now, self._context.tokens)
        position = self._context.label("position", pair.old.position) if pair.old else ""
        number = self._context.show.number
        side = "rtl" if self._context.rtl else "ltr"
        old = f"<p dir='{side}'><b>{number(pair.old.number)}</b> {position}</p>" if pair.old else ""
        new = f"<p dir='{side}'><b>{number(pair.new.number)}</b></p>" if pair.new else ""
        return old + before, _SIGNS[pair.how], new + after

    def _take(self) -> None:
        try:
            self.pairs = self._context.desk.articles.take(
                self._dossier, self.text.toPlainText(), self.language
            )
        except CtdeskError as error:
            self._say(error)
            return
        self.accept()

    def _say(self, error: CtdeskError) -> None:
        self.said.setText(error.message(self._context.lang))

    def _lay_out(self) -> None:
        self.source.setAccessibleName(self.tr("Draft"))
        self.text.setAccessibleName(self.tr("Text of the draft"))
        self.view.setAccessibleName(self.tr("Articles"))
        self.take.setProperty("kind", "primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(QLabel(self.tr("Draft"), self))
        head.addWidget(self.source, 1)
        head.addWidget(self.file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addWidget(self.said)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
