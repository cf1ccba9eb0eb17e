"""Whose passphrases open the desk; the head or the administrator takes one away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.slots import SlotRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate, strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated


class SlotsField(Retranslated, QWidget):
    """One line for each slot, by the name that the locked screen shows."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self.removes: dict[str, QPushButton] = {}
        self.names: list[QLabel] = []
        self.rename = QPushButton(self)
        self.rename.setAutoDefault(False)
        self.rename.clicked.connect(self._ask_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._lead)
        layout.addLayout(self._grid)
        foot = QHBoxLayout()
        foot.addWidget(self.rename)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        self._lead.setText(
            self.tr(
                "Each opens the whole desk: what an officer may see is a rule of the house, not a "
                "lock. The names below are read on the locked screen by anybody."
            )
        )
        self.rename.setText(self.tr("Rename my slot…"))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.removes, self.names = {}, []
        for row, slot in enumerate(self._context.desk.slots.list()):
            self._add(row, slot)

    def remove(self, name: str) -> None:
        """Take a slot away, without asking."""
        try:
            self._context.desk.slots.remove(name)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.said.emit(self.tr("{0} opens this desk no more.").format(isolate(name)))
        self.retranslate()

    def call(self, passphrase: str, name: str) -> None:
        """Give one's own slot another name."""
        try:
            self._context.desk.slots.rename(passphrase, name)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.said.emit(self.tr("The locked screen shows the new name."))
        self.retranslate()

    def _add(self, row: int, slot: SlotRow) -> None:
        who = self._context.officer_name(slot.officer)
        shown = slot.name if who in ("", slot.name) else f"{slot.name} ({isolate(who)})"
        label = QLabel(self._context.show.mark + isolate(shown), self)
        self.names.append(label)
        self._grid.addWidget(label, row, 0)
        if slot.own:
            here = QLabel(self.tr("You"), self)
            here.setProperty("role", "muted")
            self._grid.addWidget(here, row, 1)
            return
        button = self.removes[slot.name] = QPushButton(self.tr("Take away…"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{button.text()} {slot.name}")
        button.clicked.connect(lambda _=False, name=slot.name: self._ask_removal(name))
        self._grid.addWidget(button, row, 1)

    def _ask_removal(self, name: str) -> None:
        question = QMessageBox(self)
        question.setText(
            self.tr(
                "Shall {0} open this desk no more? What they wrote stays. A backup that was made "
                "before still opens with their passphrase: destroy it if it must not."
            ).format(isolate(name))
        )
        yes = question.addButton(self.tr("Take the passphrase away"), _YES)
        question.addButton(self.tr("Cancel"), _NO)
        question.exec()
        if question.clickedButton() is yes:
            self.remove(name)

    def _ask_name(self) -> None:
        title = strip_isolates(self.rename.text())
        own = next((slot.name for slot in self._context.desk.slots.list() if slot.own), "")
        name, given = QInputDialog.getText(
            self, title, self.tr("Name on the locked screen"), QLineEdit.EchoMode.Normal, own
        )
        if not given or name.strip() == own:
            return
        passphrase, given = QInputDialog.getText(
            self, title, self.tr("Your passphrase"), QLineEdit.EchoMode.Password
        )
        if given:
            self.call(passphrase, name)


_YES, _NO = QMessageBox.ButtonRole.DestructiveRole, QMessageBox.ButtonRole.RejectRole
