"""How many documents are chosen on the list, and what can be done with them all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ctdesk.ui.actions import act
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated

ACTS = ("refer", "change_state", "add_topic", "export_list", "pack_these")


class SelectionBar(Retranslated, QWidget):
    """Hidden until two documents are chosen."""

    act_wanted = Signal(str)
    """Handler of the act that was pressed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0
        self._label = QLabel(self)
        self._label.setProperty("role", "muted")
        self.buttons = {name: QPushButton(self) for name in ACTS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label, 1)
        for name, button in self.buttons.items():
            button.setProperty("kind", "link")
            button.clicked.connect(lambda _=False, n=name: self.act_wanted.emit(act(n).handler))
            layout.addWidget(button)
        self.retranslate()
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """So many documents are chosen."""
        self._count = count
        self.setVisible(count > 1)
        self._say()

    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.setText(act(name).phrase)
            button.setToolTip(" / ".join(act(name).keys))
        self._say()

    def _say(self) -> None:
        self._label.setText(
            self._context.show.digits(self.tr("%n document(s) chosen", "", self._count))
        )
