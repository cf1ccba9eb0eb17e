"""The page of the settings on the desk's safety, each part on a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated
from ctdesk.ui.security.check import CheckField, LeftField
from ctdesk.ui.security.lock import LockFields
from ctdesk.ui.security.slots import SlotsField
from ctdesk.ui.security.words import WordsField
from ctdesk.ui.settings_parts import BackupField, PassphraseForm


class SecurityPage(Retranslated, QScrollArea):
    """The parts, from what is set most often to what is read now and then."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, context: Context, change: Callable[..., None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lock = LockFields(context, change, self)
        self.check = CheckField(context, self)
        self.left = LeftField(context, self)
        self.passphrase = PassphraseForm(context, self)
        self.words = WordsField(context, self)
        self.slots = SlotsField(context, self)
        self.backup = BackupField(context, self)
        self._parts: tuple[QWidget, ...] = (
            self.lock,
            self.check,
            self.left,
            self.passphrase,
            self.words,
            self.slots,
            self.backup,
        )
        self._titles = [QLabel(self) for _ in self._parts]
        for part in (self.passphrase, self.words, self.slots, self.backup):
            part.said.connect(self.said)
        for failing in (self.check, self.passphrase, self.words, self.slots, self.backup):
            failing.failed.connect(self.failed)
        self.words.said.connect(lambda _said: self.check.look())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        texts = (
            self.tr("Lock"),
            self.tr("Security check"),
            self.tr("What left the desk"),
            self.tr("My passphrase"),
            self.tr("Recovery words"),
            self.tr("Who can open the desk"),
            self.tr("Backup"),
        )
        for title, text in zip(self._titles, texts, strict=True):
            title.setText(text)

    def wait(self) -> None:
        """Let what runs in a worker come to its end."""
        self.check.wait()
        self.backup.wait()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 12, 8, 4)
        column.setSpacing(10)
        for title, part in zip(self._titles, self._parts, strict=True):
            card = QFrame(inside)
            card.setProperty("card", True)
            inner = QVBoxLayout(card)
            inner.setContentsMargins(16, 12, 16, 14)
            inner.setSpacing(8)
            title.setProperty("role", "heading")
            inner.addWidget(title)
            inner.addWidget(part)
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
