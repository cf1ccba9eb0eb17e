"""THE table of the room's tabs, in order."""

from __future__ import annotations

from typing import ClassVar

from ctdesk.ui import tabbed
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.screening.entries_tab import EntriesTab
from ctdesk.ui.screening.hits_tab import HitsTab
from ctdesk.ui.screening.lists_tab import ListsTab
from ctdesk.ui.screening.names_tab import NamesTab
from ctdesk.ui.screening.out_tab import OutTab


class Tab(tabbed.Tab):
    """A tab of this room."""

    context: ClassVar[str] = "Screening"


TABS: tuple[Tab, ...] = (
    Tab("hits", QT_TRANSLATE_NOOP("Screening", "To decide"), HitsTab),
    Tab("names", QT_TRANSLATE_NOOP("Screening", "Compare names"), NamesTab),
    Tab("entries", QT_TRANSLATE_NOOP("Screening", "Entries"), EntriesTab),
    Tab("out", QT_TRANSLATE_NOOP("Screening", "Lists that leave"), OutTab),
    Tab("lists", QT_TRANSLATE_NOOP("Screening", "Lists in force"), ListsTab),
)
