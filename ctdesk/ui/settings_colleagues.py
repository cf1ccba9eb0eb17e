"""The other officers of the desk: who they are, and a new one with a passphrase of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
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


class ColleaguesField(Retranslated, QWidget):
    """Who is at this desk, and the way to add one."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._who = QLabel(self)
        self._who.setProperty("role", "muted")
        self._who.setWordWrap(True)
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._who, 1)
        layout.addWidget(self.add)
        self.retranslate()

    def ask(self) -> None:
        """Open the form for a new officer; it stays open where something won't do."""
        dialog = QDialog(self)
        dialog.setWindowTitle(self.add.text())
        dialog.setMinimumWidth(560)
        form = ColleaguesForm(self._context, dialog)
        told = QLabel(dialog)
        told.setProperty("role", "danger")
        told.setWordWrap(True)
        form.failed.connect(lambda error: told.setText(error.message(self._context.lang)))
        form.said.connect(self.said)
        form.said.connect(lambda _said: dialog.accept())
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(form)
        column.addWidget(told)
        dialog.exec()
        self.retranslate()

    def retranslate(self) -> None:
        context = self._context
        self.add.setText(self.tr("Add an officer…"))
        titles = (
            (o.title_ar or o.name_ar if context.rtl else o.title_en or o.name_en) or o.slot
            for o in context.desk.officers.list()
        )
        self._who.setText(self.tr("At this desk: {0}").format(context.show.names(titles)))
