"""What a new desk needs to know: a passphrase, who makes it, how figures look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import NewOfficer, passphrase_strength
from ctdesk.domain.terms import Language, terms
from ctdesk.ui.language import Retranslated

_OFFICER_FIELDS = ("name_ar", "name_en", "title_ar", "title_en")
_ENOUGH = 2
"""The strength (0 to 4) below which a passphrase is not taken."""


@dataclass(frozen=True)
class Asked:
    """The answers."""

    passphrase: str
    officer: NewOfficer
    digits: str
    sample: bool


class FirstRunForm(Retranslated, QWidget):
    """The fields of the first run."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = QLineEdit(self), QLineEdit(self)
        self.strength = QProgressBar(self)
        self.hint = QLabel(self)
        self.officer = {name: QLineEdit(self) for name in _OFFICER_FIELDS}
        self.digits = QComboBox(self)
        self.sample = QCheckBox(self)
        self._labels = {
            name: QLabel(self) for name in ("first", "again", "digits", *_OFFICER_FIELDS)
        }
        self._dress()
        self._lay_out()
        self.retranslate()

    @property
    def asked(self) -> Asked:
        officer = NewOfficer(**{name: w.text().strip() for name, w in self.officer.items()})
        return Asked(self.first.text(), officer, self.digits.currentData(), self.sample.isChecked())

    def complete(self) -> bool:
        """Whether a desk can be made: the passphrase is fair and was typed twice alike."""
        word = self.first.text()
        return passphrase_strength(word).score >= _ENOUGH and word == self.again.text()

    def forget(self) -> None:
        """Empty the passphrase fields."""
        self.first.clear()
        self.again.clear()

    def retranslate(self) -> None:
        chosen = self.digits.currentData()
        self.digits.clear()
        self.digits.addItem("٠ ١ ٢ ٣", "arabic")
        self.digits.addItem("0 1 2 3", "western")
        default = "arabic" if self._language == "ar" else "western"
        self.digits.setCurrentIndex(self.digits.findData(chosen or default))
        self._labels["first"].setText(self.tr("Passphrase"))
        self._labels["again"].setText(self.tr("Passphrase again"))
        self._labels["digits"].setText(self.tr("Figures"))
        for name in _OFFICER_FIELDS:
            self._labels[name].setText(terms()(f"field.officer.{name}", self._language))
        for name, widget in self._fields.items():
            widget.setAccessibleName(self._labels[name].text())
        self.sample.setText(self.tr("Begin with the sample desk, to look around"))
        self._weigh()

    @property
    def _language(self) -> Language:
        return "ar" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"

    @property
    def _fields(self) -> dict[str, QWidget]:
        return {"first": self.first, "again": self.again, **self.officer, "digits": self.digits}

    def _weigh(self) -> None:
        strength = passphrase_strength(self.first.text())
        self.strength.setValue(strength.score)
        hint = terms()(f"strength.{strength.hint_key}", self._language)
        if self.again.text() and self.again.text() != self.first.text():
            hint = self.tr("The two passphrases differ.")
        self.hint.setText(hint)
        self.changed.emit()

    def _dress(self) -> None:
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(lambda _text: self._weigh())
            field.returnPressed.connect(self.submitted)
        for name, field in self.officer.items():
            rtl = name.endswith("_ar")
            field.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        self.strength.setRange(0, 4)
        self.strength.setTextVisible(False)
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(16)
        form.addRow(self._labels["first"], self.first)
        form.addRow("", self.strength)
        form.addRow(self._labels["again"], self.again)
        form.addRow("", self.hint)
        for name in (*_OFFICER_FIELDS, "digits"):
            form.addRow(self._labels[name], self._fields[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.sample)
