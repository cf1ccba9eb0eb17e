"""One name to compare with the lists, and what else is known of the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ctdesk.text.show import digits
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated

_KINDS = ("person", "group")


@dataclass(frozen=True)
class Asked:
    """What is asked."""

    name: str
    birth_year: int | None = None
    nationality: str = ""
    kind: Literal["person", "group", ""] = ""


class NameForm(Retranslated, QWidget):
    """A field for the name, three small ones for the rest."""

    asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.name, self.year = QLineEdit(self), QLineEdit(self)
        self.nation, self.kind = Choice(self), Choice(self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.name.setProperty("kind", "search")
        self.name.setClearButtonEnabled(True)
        self.year.setMaximumWidth(110)
        self.year.setValidator(QIntValidator(1, 9999, self))
        self.name.returnPressed.connect(self.asked)
        self.year.returnPressed.connect(self.asked)
        self.button.clicked.connect(self.asked)
        self.name.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.setEnabled(False)
        line, layout = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(6)
        for widget in (self.year, self.nation, self.kind):
            widget.setProperty("kind", "dense")
            line.addWidget(widget, 1)
        line.addWidget(self.button)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addLayout(line)
        self.retranslate()

    @property
    def question(self) -> Asked:
        """What is asked now."""
        year = digits(self.year.text(), "western").strip()
        return Asked(
            self.name.text().strip(),
            int(year) if year.isdigit() else None,
            str(self.nation.currentData() or ""),
            cast("Literal['person', 'group', '']", str(self.kind.currentData() or "")),
        )

    def retranslate(self) -> None:
        context = self._context
        self.name.setPlaceholderText(self.tr("A name, in Arabic or Latin letters"))
        self.name.setAccessibleName(self.tr("Name"))
        self.year.setPlaceholderText(self.tr("Born in"))
        self.year.setAccessibleName(self.tr("Year of birth"))
        self.button.setText(self.tr("Compare"))
        nation, kind = self.nation.currentData(), self.kind.currentData()
        self.nation.offer(
            [
                (self.tr("Nationality"), "", ()),
                *(
                    (term.label(context.lang), term.code, (term.ar, term.en, term.code))
                    for term in context.desk.vocabulary("country")
                ),
            ],
            str(nation or ""),
        )
        self.nation.setAccessibleName(self.tr("Nationality"))
        self.kind.offer(
            [
                (self.tr("Kind"), "", ()),
                *((context.word(f"screening.kind.{code}"), code, ()) for code in _KINDS),
            ],
            str(kind or ""),
        )
        self.kind.setAccessibleName(self.tr("Kind"))
