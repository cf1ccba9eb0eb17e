"""Whether the history holds: the chain, paper against it, and the paper that it gives."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.keeping.history.chain_card import ChainCard
from ctdesk.ui.keeping.history.month_card import MonthCard
from ctdesk.ui.keeping.history.seal_card import SealCard

_WIDEST = 860


class ChecksView(QWidget):
    """Three cards, one under the other."""

    notice = Signal(str)
    failed = Signal(object)
    opened = Signal(str, str)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        self.seal = SealCard(context, inside)
        self.chain = ChainCard(context, inside)
        self.month = MonthCard(context, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for card in (self.seal, self.chain, self.month):
            card.setMaximumWidth(_WIDEST)
            card.failed.connect(self.failed)
            column.addWidget(card)
        column.addStretch(1)
        self.seal.opened.connect(self.opened)
        self.month.notice.connect(self.notice)
        self.month.written.connect(self.changed)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def wait(self) -> None:
        """Be sure that nothing runs any more."""
        self.chain.wait()
        self.seal.wait()
