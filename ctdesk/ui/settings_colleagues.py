"""A new officer of the desk, with a passphrase of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ctdesk.desk import passphrase_strength
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import terms
from ctdesk.ui.context import Context
from ctdesk.ui.first_run import ENOUGH
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.settings_parts import LABEL_WIDTH

_NAMES = ("title_ar", "title_en", "name_ar", "name_en")


class ColleaguesForm(Retranslated, QWidget):
    """Adds an officer; the head or the administrator does."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.names = {name: QLineEdit(self) for name in _NAMES}
        self.role, self.clearance = Choice(self), Choice(self)
        self.new, self.again, self.own = (QLineEdit(self) for _ in range(3))
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.submit)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(7)
        form.setHorizontalSpacing(18)
        widgets = (*self.names.values(), self.role, self.clearance, self.new, self.again, self.own)
        self._labels: dict[QWidget, QLabel] = {widget: QLabel(self) for widget in widgets}
        for widget, label in self._labels.items():
            label.setBuddy(widget)
            label.setMinimumWidth(LABEL_WIDTH)
            form.addRow(label, widget)
        for field in (self.new, self.again, self.own):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (*self.names.values(), self.new, self.again, self.own):
            field.textEdited.connect(lambda _text: self._weigh())
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        form.addRow("", line)
        self.retranslate()

    def submit(self) -> None:
        """Give the officer a key of their own; no data is rewritten."""
        given = {name: field.text().strip() for name, field in self.names.items()}
        given["role"] = str(self.role.currentData())
        given["clearance"] = str(self.clearance.currentData())
        try:
            officer = self._context.desk.officers.add(self.own.text(), self.new.text(), given)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        for field in (*self.names.values(), self.new, self.again, self.own):
            field.clear()
        self.retranslate()
        said = self.tr("{0} can open the desk now, with the passphrase that was given.")
        self.said.emit(said.format(f"\u2068{officer.slot}\u2069"))

    def retranslate(self) -> None:
        context = self._context
        field = context.field
        fields: dict[str, QWidget] = {
            **self.names,
            "role": self.role,
            "clearance": self.clearance,
        }
        texts: dict[QWidget, str] = {w: field("officer", name) for name, w in fields.items()}
        texts[self.new] = self.tr("Passphrase of the new officer")
        texts[self.again] = self.tr("The same again")
        texts[self.own] = self.tr("Your own passphrase")
        for widget, text in texts.items():
            self._labels[widget].setText(text)
            widget.setAccessibleName(text)
        for box, vocabulary in ((self.role, "role"), (self.clearance, "classification")):
            chosen = box.currentData()
            terms_ = terms().vocabulary(vocabulary)
            box.offer((t.label(context.lang), t.code, ()) for t in terms_)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self.add.setText(self.tr("Add the officer"))
        self._weigh()

    def _weigh(self) -> None:
        strong = passphrase_strength(self.new.text()).score >= ENOUGH
        same = self.new.text() == self.again.text()
        named = any(field.text().strip() for field in self.names.values())
        self.add.setEnabled(strong and same and named and bool(self.own.text()))
