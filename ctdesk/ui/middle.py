"""A card in the middle of a screen that may be lower than it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


def lay_in_the_middle(view: QWidget, card: QWidget) -> None:
    """Lay the card a little above the middle; it can be scrolled where the screen is too low."""
    inside = QWidget(view)
    around = QVBoxLayout(inside)
    around.addStretch(2)
    around.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
    around.addStretch(3)
    scroll = QScrollArea(view)
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    layout = QVBoxLayout(view)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll)
