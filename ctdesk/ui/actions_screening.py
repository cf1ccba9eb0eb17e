"""Rows of the table of acts: lists, their entries, the names that were found."""

from __future__ import annotations

from ctdesk.ui.act import Act
from ctdesk.ui.language import QT_TRANSLATE_NOOP

SCREENING: tuple[Act, ...] = (
    Act(
        "import_list",
        QT_TRANSLATE_NOOP("Actions", "Import a list…"),
        "screening",
        "import_list",
        (),
        "import",
    ),
    Act(
        "apply_list",
        QT_TRANSLATE_NOOP("Actions", "Put into force"),
        "screening",
        "apply_list",
        (),
        "done",
    ),
    Act(
        "leave_list",
        QT_TRANSLATE_NOOP("Actions", "Leave it"),
        "screening",
        "leave_list",
        (),
        "close",
    ),
    Act(
        "list_template",
        QT_TRANSLATE_NOOP("Actions", "Template of the national list…"),
        "screening",
        "list_template",
        (),
        "save",
    ),
    Act(
        "copy_name",
        QT_TRANSLATE_NOOP("Actions", "Copy the entry's name"),
        "screening",
        "copy_name",
        ("Ctrl+Shift+C",),
        "copy",
        gap=True,
    ),
)
