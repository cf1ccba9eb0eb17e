"""Rows of the table of acts: packs between desks."""

from __future__ import annotations

from ctdesk.ui.act import Act
from ctdesk.ui.language import QT_TRANSLATE_NOOP

PACKS: tuple[Act, ...] = (
    Act(
        "pack_these",
        QT_TRANSLATE_NOOP("Actions", "Pack for another desk…"),
        "document",
        "pack_these",
        icon="export",
    ),
    Act(
        "make_pack",
        QT_TRANSLATE_NOOP("Actions", "Make a pack…"),
        "desk",
        "make_pack",
        icon="export",
        gap=True,
    ),
    Act(
        "take_pack",
        QT_TRANSLATE_NOOP("Actions", "Take in a pack…"),
        "desk",
        "take_pack",
        icon="import",
    ),
)
