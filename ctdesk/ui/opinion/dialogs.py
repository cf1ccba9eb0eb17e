"""The questions that an opinion asks: what it is called, to whom, how it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Check, Opinion
from ctdesk.desk.phrases import Phrases
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.domain.terms import terms
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import running_text
from ctdesk.ui.form.several import PartiesEditor
from ctdesk.ui.language import QT_TRANSLATE_NOOP

MemoLanguage = Literal["ar", "en", "both"]
_SENTENCES = ("opening", "opening_en", "closing", "closing_en")

_ISSUE_TITLE = QT_TRANSLATE_NOOP("OpinionDialogs", "Issue the opinion")
_ISSUE_TEXT = QT_TRANSLATE_NOOP(
    "OpinionDialogs",
    "The opinion takes its number now and its text is frozen. Nothing returns from it.",
)
_ISSUE = QT_TRANSLATE_NOOP("OpinionDialogs", "Issue")
_NOT_YET = QT_TRANSLATE_NOOP("OpinionDialogs", "Not yet")


@dataclass(frozen=True)
class Frame:
    """What stands around the blocks."""

    subject: str
    subject_en: str
    to: tuple[str, ...]
    """Names of the addressees."""
    memo_kind: str
    classification: str
    urgency: str
    lower_reason: str
    sentences: Mapping[str, str]
    """Opening and closing, by their fields."""


class FrameDialog(QDialog):
    """Subject, addressee and kind of a new opinion, or of one that is being written."""

    def __init__(
        self, context: Context, parent: QWidget, opinion: Opinion | None = None, subject: str = ""
    ) -> None:
        super().__init__(parent)
        self._context = context
        document = opinion.document if opinion else None
        self.setWindowTitle(
            self.tr("The opinion's frame") if document else self.tr("A new opinion")
        )
        self.setMinimumWidth(560)
        self.subject = QLineEdit(document.subject if document else subject, self)
        self.subject_en = QLineEdit(document.subject_en if document else "", self)
        self.to = PartiesEditor(context, field_of(Document, "addressees"), self)
        addressees = document.addressees if document else ()
        usual = context.settings.addressee_ar if context.rtl else context.settings.addressee_en
        for line in self.to.findChildren(QLineEdit):
            line.setPlaceholderText("" if document and document.addressees else usual)
        for line in (self.subject, self.subject_en):
            line.setCursorPosition(0)  # a long subject shows its beginning
        self.to.set_value([context.desk.parties.name(uid, context.lang) for uid in addressees])
        self.kind = self._choice("memo_kind", document.memo_kind if document else "opinion_reports")
        self.classification = self._choice(
            "classification", document.classification if document else "", empty=document is None
        )
        self.urgency = self._choice(
            "urgency", document.urgency if document else "", empty=document is None
        )
        self.reason = QLineEdit(document.lower_reason if document else "", self)
        self.sentences = {name: self._sentence(document, name) for name in _SENTENCES}
        self._lay_out(context, new=document is None)

    @property
    def frame(self) -> Frame:
        """What was chosen."""
        return Frame(
            subject=self.subject.text().strip(),
            subject_en=self.subject_en.text().strip(),
            to=tuple(self.to.value()),
            memo_kind=self.kind.currentData(),
            classification=self.classification.currentData(),
            urgency=self.urgency.currentData(),
            lower_reason=self.reason.text().strip(),
            sentences={name: field.toPlainText().strip() for name, field in self.sentences.items()},
        )

    def _sentence(self, document: Document | None, name: str) -> QTextEdit:
        """Two lines for the opening or the closing; empty: the standing one of the kind."""
        field = running_text(self, getattr(document, name) if document else "")
        field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 14)
        if document is not None and name.startswith("closing"):
            closing = Phrases(self._context.desk.settings).closing(document.memo_kind)
            field.setPlaceholderText(closing["en" if name.endswith("_en") else "ar"])
        field.setVisible(document is not None)
        return field

    def _choice(self, vocabulary: str, chosen: str, *, empty: bool = False) -> QComboBox:
        box = QComboBox(self)
        if empty:
            box.addItem(self.tr("As the reports"), "")
        for term in terms().vocabulary(vocabulary):
            box.addItem(term.label(self._context.lang), term.code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _lay_out(self, context: Context, *, new: bool) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        rows: list[tuple[str, QWidget]] = [
            (context.field("document", "subject"), self.subject),
            (context.field("document", "subject_en"), self.subject_en),
            (context.field("document", "to"), self.to),
            (context.field("document", "memo_kind"), self.kind),
            (context.field("document", "classification"), self.classification),
            (context.field("document", "urgency"), self.urgency),
        ]
        if not new:
            rows.append((context.field("document", "lower_reason"), self.reason))
            rows += [(context.field("document", n), field) for n, field in self.sentences.items()]
        self.reason.setVisible(not new)
        for label, widget in rows:
            if isinstance(widget, PartiesEditor):
                widget.name(label)
            else:
                widget.setAccessibleName(label)
            form.addRow(label, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Begin") if new else self.tr("Keep"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.subject.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))
        ok.setEnabled(bool(self.subject.text().strip()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(buttons)


class ExportDialog(QDialog):
    """In which language the memo goes out, with or without its sources."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the memo"))
        self.setMinimumWidth(420)
        self.language = QComboBox(self)
        for text, code in (
            (self.tr("Arabic"), "ar"),
            (self.tr("English"), "en"),
            (self.tr("Arabic and English side by side"), "both"),
        ):
            self.language.addItem(text, code)
        self.language.setAccessibleName(self.tr("Language of the memo"))
        self.annex = QCheckBox(self.tr("With the annex of sources (inside copy)"), self)
        note = QLabel(
            self.tr("The memo is a plain Word file: keep it where its classification allows."),
            self,
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Choose where to save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        form = QFormLayout()
        form.addRow(self.tr("Language of the memo"), self.language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.annex)
        layout.addWidget(note)
        layout.addWidget(buttons)
        if not context.rtl:
            self.language.setCurrentIndex(1)

    @property
    def memo_language(self) -> MemoLanguage:
        chosen: MemoLanguage = self.language.currentData()
        return chosen


def ask_where(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where a memo is to lie; it ends as Word files do."""
    path = files.ask_where(parent, name, title, "Word (*.docx)")
    if path is None or path.suffix.lower() == ".docx":
        return path
    return path.with_name(path.name + ".docx")


def confirm_issue(parent: QWidget, context: Context, checks: Sequence[Check]) -> bool:
    """Whether the opinion is to be issued, after its checks were read."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr(_ISSUE_TITLE))
    box.setText(_tr(_ISSUE_TEXT))
    lines = {_sentence(context, check): 0 for check in checks}
    for check in checks:
        lines[_sentence(context, check)] += 1
    box.setInformativeText(
        "\n".join(
            f"• {line}" + (f" ({context.show.number(count)})" if count > 1 else "")
            for line, count in lines.items()
        )
    )
    issue = box.addButton(_tr(_ISSUE), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_tr(_NOT_YET), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(issue)
    box.exec()
    return box.clickedButton() is issue


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpinionDialogs", text)


def _sentence(context: Context, check: Check) -> str:
    label = context.label
    values = {k: f"\u2068{label('classification', v)}\u2069" for k, v in check.values.items()}
    return context.word(f"check.{check.code}", **values)
