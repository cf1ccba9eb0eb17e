"""Rows of the table of acts: what is done with what arrived."""

from __future__ import annotations

from ctdesk.ui.act import Act
from ctdesk.ui.language import QT_TRANSLATE_NOOP

INCOMING: tuple[Act, ...] = (
    Act(
        "register_arrival",
        QT_TRANSLATE_NOOP("Actions", "Register and next"),
        "incoming",
        "register_arrival",
        ("Ctrl+Return",),
        "done",
    ),
    Act(
        "accept_proposals",
        QT_TRANSLATE_NOOP("Actions", "Accept all that was read"),
        "incoming",
        "accept_proposals",
        ("Alt+A",),
        "done",
    ),
    Act(
        "next_arrival",
        QT_TRANSLATE_NOOP("Actions", "Next without registering"),
        "incoming",
        "next_arrival",
        ("Ctrl+PgDown",),
        "next",
        gap=True,
    ),
    Act(
        "previous_arrival",
        QT_TRANSLATE_NOOP("Actions", "Previous file"),
        "incoming",
        "previous_arrival",
        ("Ctrl+PgUp",),
        "previous",
    ),
    Act(
        "set_aside",
        QT_TRANSLATE_NOOP("Actions", "Set aside / bring back"),
        "incoming",
        "set_aside",
        ("Ctrl+Shift+A",),
        "undo",
    ),
    Act(
        "drop_arrivals",
        QT_TRANSLATE_NOOP("Actions", "Drop for good…"),
        "incoming",
        "drop_arrivals",
        (),
        "close",
    ),
    Act(
        "original_of_arrival",
        QT_TRANSLATE_NOOP("Actions", "Original file…"),
        "incoming",
        "original_of_arrival",
        ("Ctrl+Shift+E",),
        "attachment",
        gap=True,
    ),
    Act(
        "recognise",
        QT_TRANSLATE_NOOP("Actions", "Recognise the text of the scan…"),
        "incoming",
        "recognise",
        ("Ctrl+Shift+S",),
        "search",
    ),
    Act(
        "choose_encoding",
        QT_TRANSLATE_NOOP("Actions", "Wrong letters?…"),
        "incoming",
        "choose_encoding",
        ("Ctrl+Shift+W",),
        "language",
    ),
)
