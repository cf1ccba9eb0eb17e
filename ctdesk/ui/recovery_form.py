"""What an officer who lost the passphrase types: the words of the sheet, a new passphrase."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ctdesk.desk import passphrase_strength
from ctdesk.desk.recovery_words import COUNT, read_words, unknown, word_list
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import LANGUAGES, Language, terms
from ctdesk.text.show import digits, strip_isolates
from ctdesk.ui.first_run import ENOUGH
from ctdesk.ui.language import Retranslated

_IN_A_ROW = 4


class RecoveryForm(Retranslated, QWidget):
    """Numbered as the sheet is; a word on no list is marked at once."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = [QLineEdit(self) for _ in range(COUNT)]
        self.new, self.again = QLineEdit(self), QLineEdit(self)
        self.hint = QLabel(self)
        self._numbers = [QLabel(self) for _ in range(COUNT)]
        self._labels = {field: QLabel(self) for field in (self.new, self.again)}
        self._listed = sorted(word for language in LANGUAGES for word in word_list(language))
        self._dress()
        self._lay_out()
        self.retranslate()

    @property
    def typed(self) -> str:
        """The words, with one blank between them."""
        return " ".join(field.text().strip() for field in self.words)

    @property
    def said(self) -> str:
        """The sentence on what was typed so far."""
        return strip_isolates(self.hint.text())

    def complete(self) -> bool:
        """Whether the words fit together, and the passphrase is fair and was typed twice alike."""
        word = self.new.text()
        fair = passphrase_strength(word).score >= ENOUGH and word == self.again.text()
        return fair and self._fault() is None

    def forget(self) -> None:
        """Empty every field."""
        for field in (*self.words, self.new, self.again):
            field.clear()
        self._weigh()

    def retranslate(self) -> None:
        for at, (number, field) in enumerate(zip(self._numbers, self.words, strict=True), start=1):
            shown = digits(str(at), "arabic" if self._language == "ar" else "western")
            number.setText(f"{shown}.")
            field.setAccessibleName(self.tr("Word {0}").format(shown))
        texts = (self.tr("New passphrase"), self.tr("New passphrase again"))
        for (field, label), text in zip(self._labels.items(), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self._weigh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A blank ends a word, and Backspace in an empty field goes back to the one before."""
        if event.type() != QEvent.Type.KeyPress or watched not in self.words:
            return False
        assert isinstance(event, QKeyEvent)
        at = self.words.index(watched)
        if event.key() == Qt.Key.Key_Space:
            self._stops[at + 1].setFocus()
            return True
        if event.key() == Qt.Key.Key_Backspace and at and not self.words[at].text():
            self.words[at - 1].setFocus()
            return True
        return False

    @property
    def _language(self) -> Language:
        return "ar" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"

    @property
    def _stops(self) -> list[QLineEdit]:
        return [*self.words, self.new, self.again]

    def _fault(self) -> BadInput | None:
        try:
            read_words(self.typed)
        except BadInput as error:
            return error
        return None

    def _spread(self, at: int) -> None:
        """Several words that were pasted into one field go into those that follow."""
        parts = self.words[at].text().split()
        if len(parts) > 1:
            for field, part in zip(self.words[at:], parts, strict=False):
                field.setText(part)
        self._weigh()

    def _weigh(self) -> None:
        for field in self.words:
            word = field.text().strip()
            wrong = bool(word) and not field.hasFocus() and bool(unknown([word]))
            self._redden(field, wrong)
        new, again = self.new.text(), self.again.text()
        differ = bool(again) and not new.startswith(again)
        self._redden(self.again, differ)
        fault = self._fault() if all(field.text().strip() for field in self.words) else None
        strength = passphrase_strength(new)
        if fault is not None:
            sentence = fault.message(self._language)
        elif differ:
            sentence = self.tr("The two passphrases differ.")
        else:
            sentence = terms()(f"strength.{strength.hint_key}", self._language)
        self.hint.setProperty("role", "danger" if fault is not None or differ else "muted")
        self.hint.style().polish(self.hint)
        self.hint.setText(("\u200f" if self._language == "ar" else "\u200e") + sentence)
        self.changed.emit()

    def _redden(self, field: QLineEdit, wrong: bool) -> None:
        if bool(field.property("wrong")) != wrong:
            field.setProperty("wrong", wrong)
            field.style().polish(field)

    def _dress(self) -> None:
        self.hint.setWordWrap(True)
        for at, field in enumerate(self.words):
            completer = QCompleter(self._listed, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
            field.textEdited.connect(lambda _text, n=at: self._spread(n))
            field.editingFinished.connect(self._weigh)
            field.returnPressed.connect(lambda n=at: self._stops[n + 1].setFocus())
            field.installEventFilter(self)
        for field, label in self._labels.items():
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(lambda _text: self._weigh())
            field.returnPressed.connect(self.submitted)
            label.setProperty("role", "muted")
        for label in self._numbers:
            label.setProperty("role", "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for at, (number, field) in enumerate(zip(self._numbers, self.words, strict=True)):
            row, column = at // _IN_A_ROW, at % _IN_A_ROW * 2
            grid.addWidget(number, row, column)
            grid.addWidget(field, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
            # a sentence above that takes a second line must not squeeze them
            grid.setRowMinimumHeight(row, 2 * self.fontMetrics().height() + 4)
        pair = QGridLayout()
        pair.setHorizontalSpacing(14)
        pair.setVerticalSpacing(3)
        for column, (field, label) in enumerate(self._labels.items()):
            pair.addWidget(label, 0, column)
            pair.addWidget(field, 1, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(11)
        layout.addLayout(grid)
        layout.addLayout(pair)
        layout.addWidget(self.hint)
        for before, after in pairwise(self._stops):
            QWidget.setTabOrder(before, after)
