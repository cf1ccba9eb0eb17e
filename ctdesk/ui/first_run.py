"""What a new desk needs to know: a passphrase, who makes it, how figures look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import NewOfficer, passphrase_strength
from ctdesk.domain.terms import Language, terms
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated

OFFICER_FIELDS = ("title_ar", "title_en", "name_ar", "name_en")
ENOUGH = 2
"""The strength (0 to 4) below which a passphrase is not taken."""
_FIGURES = (("٠ ١ ٢ ٣ ٤", "arabic"), ("0 1 2 3 4", "western"))


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
        self.reveal = QPushButton(self)
        self.strength = QProgressBar(self)
        self.hint = QLabel(self)
        self.officer = {name: QLineEdit(self) for name in OFFICER_FIELDS}
        self.digits = Choice(self)
        self.sample = Choice(self)
        self._who = QLabel(self)
        self._labels = {
            name: QLabel(self) for name in ("first", "again", *OFFICER_FIELDS, "digits", "sample")
        }
        self._dress()
        self._lay_out()
        self.retranslate()

    @property
    def asked(self) -> Asked:
        officer = NewOfficer(**{name: w.text().strip() for name, w in self.officer.items()})
        return Asked(
            self.first.text(),
            officer,
            self.digits.currentData(),
            self.sample.currentData() == "sample",
        )

    def complete(self) -> bool:
        """Whether a desk can be made: the passphrase is fair and was typed twice alike."""
        word = self.first.text()
        return passphrase_strength(word).score >= ENOUGH and word == self.again.text()

    def forget(self) -> None:
        """Empty the passphrase fields."""
        self.first.clear()
        self.again.clear()

    def retranslate(self) -> None:
        language = self._language
        default = "arabic" if language == "ar" else "western"
        chosen = self.digits.currentData() if self._chose_digits else default
        self.digits.offer(((text, value, ()) for text, value in _FIGURES), chosen)
        self._labels["first"].setText(self.tr("Passphrase"))
        self._labels["again"].setText(self.tr("Passphrase again"))
        self._labels["digits"].setText(self.tr("Figures"))
        self._labels["sample"].setText(self.tr("The desk begins"))
        for name in OFFICER_FIELDS:
            self._labels[name].setText(terms()(f"field.officer.{name}", language))
        for name, widget in self._fields.items():
            widget.setAccessibleName(self._labels[name].text())
        self._who.setText(self.tr("Who works here (can be filled in later)"))
        self.reveal.setText(self.tr("Show") if self._hidden else self.tr("Hide"))
        self.sample.offer(
            [
                (self.tr("Empty"), "", ()),
                (self.tr("With sample records, to look around"), "sample", ()),
            ],
            self.sample.currentData() or "",
        )
        self.strength.setAccessibleName(self.tr("How strong the passphrase is"))
        self._weigh()

    @property
    def _hidden(self) -> bool:
        return self.first.echoMode() == QLineEdit.EchoMode.Password

    @property
    def _language(self) -> Language:
        return "ar" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"

    @property
    def _fields(self) -> dict[str, QWidget]:
        return {
            "first": self.first,
            "again": self.again,
            **self.officer,
            "digits": self.digits,
            "sample": self.sample,
        }

    def _weigh(self) -> None:
        strength = passphrase_strength(self.first.text())
        self.strength.setValue(strength.score)
        differ = bool(self.again.text()) and not self.first.text().startswith(self.again.text())
        self.again.setProperty("wrong", differ)
        self.again.style().polish(self.again)
        self.hint.setProperty("role", "danger" if differ else "muted")
        self.hint.style().polish(self.hint)
        self.hint.setText(
            self.tr("The two passphrases differ.")
            if differ
            else terms()(f"strength.{strength.hint_key}", self._language)
        )
        self.changed.emit()

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode.Normal if self._hidden else QLineEdit.EchoMode.Password
        for field in (self.first, self.again):
            field.setEchoMode(mode)
        self.retranslate()

    def _dress(self) -> None:
        self._chose_digits = False
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(lambda _text: self._weigh())
            field.returnPressed.connect(self.submitted)
        self.digits.activated.connect(self._digits_chosen)
        self.reveal.setProperty("kind", "link")
        self.reveal.clicked.connect(self._reveal)
        self._who.setProperty("role", "heading")
        for label in self._labels.values():
            label.setProperty("role", "muted")
        for name, field in self.officer.items():
            rtl = name.endswith("_ar")
            field.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
            field.returnPressed.connect(self.focusNextChild)
        self.strength.setRange(0, 4)
        self.strength.setTextVisible(False)
        self.hint.setWordWrap(True)

    def _digits_chosen(self) -> None:
        self._chose_digits = True

    def _lay_out(self) -> None:
        hint = QHBoxLayout()
        hint.setSpacing(10)
        self.strength.setFixedWidth(110)
        hint.addWidget(self.strength)
        hint.addWidget(self.hint, 1)
        hint.addWidget(self.reveal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(self._pairs(("first", "again")))
        layout.addLayout(hint)
        layout.addWidget(self._rule())
        layout.addWidget(self._who)
        layout.addLayout(self._pairs(OFFICER_FIELDS))
        layout.addWidget(self._rule())
        layout.addLayout(self._pairs(("digits", "sample")))
        stops = [self.first, self.again, self.reveal, *self.officer.values(), self.digits]
        for before, after in pairwise([*stops, self.sample]):
            QWidget.setTabOrder(before, after)

    def _pairs(self, names: Sequence[str]) -> QGridLayout:
        """Fields two in a row, each below its label."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        for at, name in enumerate(names):
            row, column = at // 2 * 2, at % 2
            grid.addWidget(self._labels[name], row, column)
            grid.addWidget(self._fields[name], row + 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setProperty("rule", True)
        return rule
