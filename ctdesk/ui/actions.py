"""THE table of acts: menus, toolbar, shortcuts and the command box are made of it.

To add an act: one row in one of the `actions_*` tables, one method of that handler name on the
window or on a page.
"""

from __future__ import annotations

from ctdesk.ui.act import Act
from ctdesk.ui.actions_history import HISTORY
from ctdesk.ui.actions_incoming import INCOMING
from ctdesk.ui.actions_look import LOOK
from ctdesk.ui.actions_packs import PACKS
from ctdesk.ui.actions_screening import SCREENING
from ctdesk.ui.actions_work import WORK
from ctdesk.ui.language import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, str], ...] = (
    ("desk", QT_TRANSLATE_NOOP("Actions", "Desk")),
    ("incoming", QT_TRANSLATE_NOOP("Actions", "Arrivals")),
    ("document", QT_TRANSLATE_NOOP("Actions", "Document")),
    ("opinion", QT_TRANSLATE_NOOP("Actions", "Opinion")),
    ("screening", QT_TRANSLATE_NOOP("Actions", "Screening")),
    ("go", QT_TRANSLATE_NOOP("Actions", "Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "View")),
)

ACTS: tuple[Act, ...] = (*WORK, *HISTORY, *INCOMING, *SCREENING, *PACKS, *LOOK)


def act(act_id: str) -> Act:
    """The row of that id; KeyError if there is none."""
    return _BY_ID[act_id]


_BY_ID = {row.id: row for row in ACTS}


__all__ = ["ACTS", "MENUS", "Act", "act"]
