"""Where the parts of the documents page lie: facets, list, text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ctdesk.ui.documents.filters import FilterRow
from ctdesk.ui.documents.names_beside import NamesBeside


def laid_out(
    page: NamesBeside, cards: QStackedLayout, filters: FilterRow, empty: Sequence[QWidget]
) -> QSplitter:
    """Lay the page out; `cards` are what is said of an empty list, and the list."""
    card = QFrame(page)
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addLayout(cards)
    nothing = QWidget(card)
    middle = QVBoxLayout(nothing)
    middle.addStretch(1)
    for widget in empty:
        middle.addWidget(widget)
    middle.addStretch(1)
    cards.addWidget(nothing)
    cards.addWidget(page.list)
    column = QWidget(page)
    left = QVBoxLayout(column)
    # mirrored, a splitter lays its first widget one pixel over its own edge
    left.setContentsMargins(1, 0, 1, 0)
    left.setSpacing(8)
    left.addWidget(page.search)
    left.addWidget(filters)
    left.addWidget(page.chosen)
    left.addWidget(card, 1)
    splitter = QSplitter(Qt.Orientation.Horizontal, page)
    splitter.setHandleWidth(10)
    splitter.setChildrenCollapsible(False)
    page.panel.setMinimumWidth(190)
    page.panel.setMaximumWidth(280)
    column.setMinimumWidth(380)
    page.pane.setMinimumWidth(380)
    for widget, stretch in ((page.panel, 0), (column, 48), (page.pane, 52), (page.hit_panel, 0)):
        splitter.addWidget(widget)
        splitter.setStretchFactor(splitter.count() - 1, stretch)
    splitter.setSizes([210, 560, 596, 380])
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)
    return splitter
