"""Parts of the settings that act rather than hold a value: passphrase, backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import passphrase_strength
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.derivation import Derivation
from ctdesk.ui.first_run import ENOUGH
from ctdesk.ui.keeping.where import ask_where
from ctdesk.ui.language import Retranslated
from ctdesk.ui.work import Work

LABEL_WIDTH = 190
"""Of the labels before the fields, so that they stand in line from card to card."""


class PassphraseForm(Retranslated, QWidget):
    """Changes the passphrase of the officer who is here."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Derivation | None = None
        self.now, self.new, self.again = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.change = QPushButton(self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.submit)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._labels = {field: QLabel(self) for field in (self.now, self.new, self.again)}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(18)
        for field, label in self._labels.items():
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(lambda _text: self._weigh())
            field.returnPressed.connect(self.submit)
            label.setBuddy(field)
            label.setMinimumWidth(LABEL_WIDTH)
            form.addRow(label, field)
        form.addRow("", self._hint)
        line = QHBoxLayout()
        line.addWidget(self.change)
        line.addStretch(1)
        form.addRow("", line)
        self.retranslate()

    def retranslate(self) -> None:
        texts = (
            self.tr("Passphrase now"),
            self.tr("New passphrase"),
            self.tr("New passphrase again"),
        )
        for (field, label), text in zip(self._labels.items(), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.change.setText(self.tr("Change the passphrase"))
        self._weigh()

    def submit(self) -> None:
        """Change it, if the new one is fair and was typed twice alike; no data is rewritten."""
        if not self.change.isEnabled():
            return
        slots, old, new = self._context.desk.slots, self.now.text(), self.new.text()
        self._work = Derivation(lambda: slots.prepare_passphrase(old, new), self)
        self._work.done.connect(self._prepared)
        self._work.failed.connect(self._refused)
        self._work.finished.connect(self._ended)
        self.setEnabled(False)
        self._work.start()

    def _prepared(self, prepared: object) -> None:
        try:
            self._context.desk.slots.keep_passphrase(prepared)  # type: ignore[arg-type]
        except CtdeskError as error:
            self.failed.emit(error)
            return
        for field in self._labels:
            field.clear()
        self.said.emit(self.tr("The passphrase was changed; no data was rewritten."))

    def _refused(self, error: CtdeskError) -> None:
        self.setEnabled(True)
        self.now.setFocus()
        self.now.selectAll()
        self.failed.emit(error)

    def _ended(self) -> None:
        self._work = None
        self.setEnabled(True)
        self._weigh()

    def _weigh(self) -> None:
        new, again = self.new.text(), self.again.text()
        strength = passphrase_strength(new)
        differ = bool(again) and not new.startswith(again)
        self._hint.setText(
            self.tr("The two passphrases differ.")
            if differ
            else self._context.word(f"strength.{strength.hint_key}")
        )
        self.change.setEnabled(bool(self.now.text()) and new == again and strength.score >= ENOUGH)


class BackupField(Retranslated, QWidget):
    """Writes an encrypted, checked copy of the desk, in a worker."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        self._why = QLabel(self)
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._why)
        self.setFocusProxy(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Back up the desk…"))
        self._why.setText(self.tr("An encrypted copy that opens with the passphrase of today."))

    def write(self, target: Path) -> None:
        """Begin to write the backup."""
        if self._work is not None:
            return
        self.button.setEnabled(False)
        self._work = Work(self._context.desk, lambda desk, _step: desk.back_up(target), self)
        self._work.finished_with.connect(self._done)
        self._work.failed.connect(self._not_done)
        self._work.start()
        self.said.emit(self.tr("Backing up…"))

    def wait(self) -> None:
        """Let a backup that is being written come to its end."""
        if self._work is not None:
            self._work.wait()

    def _ask(self) -> None:
        chosen = ask_where(self)
        if chosen is not None:
            self.write(chosen)

    def _done(self, path: Path) -> None:
        self._end()
        self.said.emit(self.tr("The backup lies at {0}.").format(isolate(str(path))))

    def _not_done(self, error: CtdeskError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self.wait()
        self._work = None
        self.button.setEnabled(True)
