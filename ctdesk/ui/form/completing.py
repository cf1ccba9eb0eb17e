"""Offers what a typed beginning may mean, below the field, in either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit


class Completing(QCompleter):
    """Asks `offered(typed)` at each letter; what it answers is offered as it stands."""

    taken = Signal(str)
    """The text that was chosen; told after the field took it."""

    def __init__(self, line: QLineEdit, offered: Callable[[str], Sequence[str]]) -> None:
        self._texts = QStringListModel()
        super().__init__(self._texts, line)
        self._texts.setParent(self)
        self._offered = offered
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)
        # before the field's own slot, which opens the list: it must know the new texts by then
        line.textEdited.connect(self._ask)
        line.setCompleter(self)
        self.activated.connect(self.taken.emit, Qt.ConnectionType.QueuedConnection)

    def _ask(self, typed: str) -> None:
        self._texts.setStringList(list(self._offered(typed)) if typed.strip() else [])
