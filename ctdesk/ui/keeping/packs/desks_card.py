"""This desk's own card, and the other desks that are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.pack_rows import DeskRow
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.packs.words_dialog import WordsDialog
from ctdesk.ui.language import Retranslated

_DEVICE = Qt.ItemDataRole.UserRole


class DesksCard(Retranslated, QFrame):
    """Cards are exchanged here, words compared, desks trusted."""

    notice = Signal(str)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: Sequence[DeskRow] = ()
        self.setProperty("card", True)
        self._own, self._others, self._nobody = QLabel(self), QLabel(self), QLabel(self)
        self._name = QLabel(self)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._name.setWordWrap(True)
        for head in (self._own, self._others):
            head.setProperty("role", "heading")
        self._nobody.setProperty("role", "muted")
        self._nobody.setWordWrap(True)
        self.name_button, self.save_button = QPushButton(self), QPushButton(self)
        self.add_button, self.compare_button = QPushButton(self), QPushButton(self)
        self.distrust_button = QPushButton(self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self._lay_out()
        self.name_button.clicked.connect(lambda: self.name_desk())
        self.save_button.clicked.connect(lambda: self.save_card())
        self.add_button.clicked.connect(lambda: self.add_card())
        self.compare_button.clicked.connect(self.compare)
        self.distrust_button.clicked.connect(self.distrust)
        self.list.currentRowChanged.connect(lambda _row: self._grey())
        self.list.itemActivated.connect(lambda _item: self.compare())
        self.retranslate()

    @property
    def chosen(self) -> DeskRow | None:
        """The desk that is chosen on the list."""
        item = self.list.currentItem()
        device = item.data(_DEVICE) if item else ""
        return next((row for row in self._rows if row.device == device), None)

    def refresh(self) -> None:
        """Read the desks again."""
        kept = self.chosen.device if self.list.count() and self.chosen else ""
        desks, show = self._context.desk.desks, self._context.show
        card = desks.card()
        named = isolate(card.label) if card.label else self.tr("no name yet")
        self._name.setText(f"{show.mark}{named} \u00b7 {isolate(card.device)}")
        self._rows = desks.list()
        self.list.clear()
        for row in self._rows:
            state = self.tr("trusted since {0}").format(show.short_day(row.trusted_at[:10]))
            if not row.trusted:
                state = self.tr("words not compared yet")
            item = QListWidgetItem(f"{show.mark}{isolate(row.name)}\n{show.mark}{state}")
            item.setData(_DEVICE, row.device)
            self.list.addItem(item)
            if row.device == kept:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self._rows:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._rows))
        self._nobody.setVisible(not self._rows)
        self._grey()

    def name_desk(self, name: str | None = None) -> None:
        """Ask what other desks call this one."""
        desks = self._context.desk.desks
        if name is None:
            name, given = QInputDialog.getText(
                self,
                self.tr("Name of this desk"),
                self.tr("As other desks will see it:"),
                QLineEdit.EchoMode.Normal,
                desks.card().label,
            )
            if not given:
                return
        self._do(lambda: desks.name(name))

    def save_card(self) -> None:
        """Write this desk's card to a file, for another desk."""
        desks = self._context.desk.desks
        name = desks.card().label or desks.card().device
        target = files.ask_where(self, f"{name}.ctcard")
        if target is not None and self._do(lambda: desks.write_card(target)):
            self.notice.emit(
                self.tr("The card lies at {0}. Give it to the other desk: it is no secret.").format(
                    isolate(str(target))
                )
            )

    def add_card(self, path: object = None) -> None:
        """Keep another desk's card, and compare the words at once."""
        chosen = [path] if path else files.ask_which(self, self.tr("Key card"), "*.ctcard")
        for each in chosen:
            met: list[DeskRow] = []
            if self._do(lambda each=each, met=met: met.append(self._context.desk.desks.meet(each))):
                self._choose(met[0].device)
                self.compare()

    def compare(self) -> None:
        """Show the six words; trust the desk when they are the same."""
        row = self.chosen
        if row is None:
            return
        dialog = WordsDialog(self._context, row, self)
        if dialog.exec() and self._do(lambda: self._context.desk.desks.trust(row.device)):
            self.notice.emit(
                self.tr("{0} is trusted: packs can go both ways.").format(isolate(row.name))
            )

    def distrust(self) -> None:
        """Take no more packs from the chosen desk."""
        row = self.chosen
        if row is not None and self._do(lambda: self._context.desk.desks.distrust(row.device)):
            self.notice.emit(
                self.tr("No more packs from {0}; what came stays.").format(isolate(row.name))
            )

    def retranslate(self) -> None:
        self._own.setText(self.tr("This desk"))
        self._others.setText(self.tr("Other desks"))
        self._nobody.setText(
            self.tr(
                "No other desk is known. Exchange key cards with it on a stick, "
                "then compare six words by telephone."
            )
        )
        self.name_button.setText(self.tr("Name…"))
        self.save_button.setText(self.tr("Save card…"))
        self.add_button.setText(self.tr("Add a card…"))
        self.compare_button.setText(self.tr("Compare words…"))
        self.distrust_button.setText(self.tr("Withdraw trust"))
        self.list.setAccessibleName(self.tr("Other desks"))
        self.refresh()

    def _choose(self, device: str) -> None:
        for place in range(self.list.count()):
            if self.list.item(place).data(_DEVICE) == device:
                self.list.setCurrentRow(place)

    def _grey(self) -> None:
        row = self.chosen
        self.compare_button.setEnabled(row is not None)
        self.distrust_button.setEnabled(row is not None and row.trusted)

    def _do(self, act: object) -> bool:
        try:
            act()  # type: ignore[operator]
        except CtdeskError as error:
            self.failed.emit(error)
            return False
        self.refresh()
        self.changed.emit()
        return True

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._own)
        layout.addWidget(self._name)
        layout.addLayout(_row(self.name_button, self.save_button))
        layout.addSpacing(8)
        layout.addWidget(self._others)
        layout.addWidget(self._nobody)
        layout.addWidget(self.list, 1)
        layout.addLayout(_row(self.add_button, self.compare_button))
        layout.addLayout(_row(self.distrust_button))
        layout.addStretch(0)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
