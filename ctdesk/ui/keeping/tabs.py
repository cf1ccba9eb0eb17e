"""THE table of the room's tabs, in order: to add one, write a page of its own and one row here."""

from __future__ import annotations

from typing import ClassVar

from ctdesk.ui import tabbed
from ctdesk.ui.keeping.backups import BackupsTab
from ctdesk.ui.keeping.check import CheckTab
from ctdesk.ui.keeping.history import HistoryTab
from ctdesk.ui.keeping.packs import PacksTab
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.second import AgreementsTab


class Tab(tabbed.Tab):
    """A tab of this room."""

    context: ClassVar[str] = "Keeping"


TABS: tuple[Tab, ...] = (
    Tab("history", QT_TRANSLATE_NOOP("Keeping", "History"), HistoryTab),
    Tab("agreements", QT_TRANSLATE_NOOP("Keeping", "Agreements"), AgreementsTab),
    Tab("packs", QT_TRANSLATE_NOOP("Keeping", "Packs"), PacksTab),
    Tab("backups", QT_TRANSLATE_NOOP("Keeping", "Backups"), BackupsTab),
    Tab("check", QT_TRANSLATE_NOOP("Keeping", "Check"), CheckTab),
)
