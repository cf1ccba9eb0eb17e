"""Makes new recovery words: the passphrase first, then the sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ctdesk.desk.slots import NewWords
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.derivation import Derivation
from ctdesk.ui.language import Retranslated
from ctdesk.ui.recovery_sheet import RecoverySheet


class WordsField(Retranslated, QWidget):
    """Says whether there are any; the sheet opens when the passphrase was right."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Derivation | None = None
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.make = QPushButton(self)
        self.make.setAutoDefault(False)
        self.passphrase.textEdited.connect(lambda _text: self._grey())
        self.passphrase.returnPressed.connect(self.prepare)
        self.make.clicked.connect(self.prepare)
        line = QHBoxLayout()
        line.addWidget(self.passphrase, 1)
        line.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._state)
        layout.addLayout(line)
        self.retranslate()

    def retranslate(self) -> None:
        self._state.setText(
            self.tr(
                "Recovery words are in force. New ones take their place: the old sheet is then "
                "void. Backups that were made before still open with the old one."
            )
            if self._context.desk.slots.has_words
            else self.tr(
                "There are no recovery words yet. Without them, a lost passphrase is a lost desk."
            )
        )
        self.passphrase.setPlaceholderText(self.tr("Your passphrase"))
        self.passphrase.setAccessibleName(self.tr("Your passphrase"))
        self.make.setText(self.tr("Make new words…"))
        self._grey()

    def prepare(self) -> None:
        """Draw words and wrap the key under them; nothing is in force yet."""
        if not self.make.isEnabled():
            return
        slots, passphrase = self._context.desk.slots, self.passphrase.text()
        self.passphrase.clear()
        self._work = Derivation(lambda: slots.prepare_words(passphrase), self)
        self._work.done.connect(self.show_sheet)
        self._work.failed.connect(self._refused)
        self._work.finished.connect(self._ended)
        self.setEnabled(False)
        self._work.start()

    def show_sheet(self, new: NewWords) -> None:
        """Show the words; in force once they were read back."""
        sheet = RecoverySheet(self._context, new, self.window())
        sheet.kept.connect(lambda: self.said.emit(self.tr("The new words are in force.")))
        sheet.exec()
        self.retranslate()

    def _refused(self, error: CtdeskError) -> None:
        self.failed.emit(error)

    def _ended(self) -> None:
        self._work = None
        self.setEnabled(True)
        self._grey()

    def _grey(self) -> None:
        self.make.setEnabled(bool(self.passphrase.text()))
