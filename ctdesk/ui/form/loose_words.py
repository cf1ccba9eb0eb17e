"""Words in small dialogs that nobody saved when the desk locked: a reason, a comment, a note.

Such a dialog can't be opened again where it stood, since it was one step of an act; its words are
kept all the same, and shown after the unlock to be copied from.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Unsaved
from ctdesk.ui.context import Context
from ctdesk.ui.files import asks_for_a_file
from ctdesk.ui.form.editors import running_text
from ctdesk.ui.form.unsaved import WordsKeeper, keepers
from ctdesk.ui.language import QT_TRANSLATE_NOOP

FORM = "loose"
_LEAD = QT_TRANSLATE_NOOP(
    "LooseWords", "The desk was locked while this was being written. It is not saved anywhere else:"
)


def open_words() -> list[Unsaved]:
    """What a person wrote and did not save in any open form or dialog."""
    return [*(found for keeper in keepers() if (found := keeper.current())), *_loose()]


def _loose() -> list[Unsaved]:
    found = []
    for number, dialog in enumerate(QApplication.topLevelWidgets()):
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or asks_for_a_file(dialog):
            continue
        if not dialog.findChildren(WordsKeeper):
            text = "\n".join(_written(dialog))
            if text:
                title = dialog.windowTitle()
                found.append(Unsaved(FORM, f"{number}", {"title": title, "text": text}))
    return found


def _written(dialog: QWidget) -> Iterator[str]:
    """The fields of a dialog that were written in; none that hides what it holds."""
    for line in dialog.findChildren(QLineEdit):
        open_ = line.echoMode() == QLineEdit.EchoMode.Normal and not line.property("secret")
        if open_ and line.isModified() and line.text().strip():
            yield line.text().strip()
    fields: list[QTextEdit | QPlainTextEdit] = [
        *dialog.findChildren(QTextEdit),
        *dialog.findChildren(QPlainTextEdit),
    ]
    for field in fields:
        if field.document().isModified() and field.toPlainText().strip():
            yield field.toPlainText().strip()


class LooseWordsDialog(QDialog):
    """Shows what was kept; closed, it is gone."""

    def __init__(self, context: Context, parent: QWidget, unsaved: Unsaved) -> None:
        super().__init__(parent)
        self._context, self._record = context, unsaved.record
        translate = QCoreApplication.translate
        self.setWindowTitle(str(unsaved.values.get("title", "")))
        self.resize(560, 320)
        lead = QLabel(translate("LooseWords", _LEAD), self)
        lead.setWordWrap(True)
        self.text = running_text(self, str(unsaved.values.get("text", "")))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(lead.text())
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setProperty("kind", "primary")
        self.drop = QPushButton(self.tr("Close and forget"), self)
        self.drop.setAutoDefault(False)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        self.drop.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)

    def done(self, result: int) -> None:
        self._context.desk.unsaved.drop(FORM, self._record)
        super().done(result)
