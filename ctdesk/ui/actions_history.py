"""Rows of the table of acts: the history of the desk, work that changes hands."""

from __future__ import annotations

from ctdesk.ui.act import Act
from ctdesk.ui.language import QT_TRANSLATE_NOOP

HISTORY: tuple[Act, ...] = (
    Act(
        "hand_over",
        QT_TRANSLATE_NOOP("Actions", "Hand over work…"),
        "desk",
        "hand_over",
        (),
        "refer",
        gap=True,
    ),
    Act(
        "open_history",
        QT_TRANSLATE_NOOP("Actions", "History of the desk"),
        "desk",
        "open_history",
        ("Ctrl+Shift+H",),
        "history",
    ),
)
