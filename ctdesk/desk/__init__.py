"""The Desk: every act of an officer, one method each, grouped by noun."""

from ctdesk.desk.desk import Desk, NewOfficer, Peek
from ctdesk.desk.passphrase import Strength, passphrase_strength
from ctdesk.desk.rows import (
    ActionRow,
    Check,
    Counts,
    Filters,
    HistoryRow,
    ImportResult,
    LinkRow,
    NewFile,
    Opinion,
    Page,
    Registered,
    Row,
    Snippet,
)
from ctdesk.desk.settings import Settings
from ctdesk.desk.unsaved import Unsaved
from ctdesk.desk.waiting import Alike, Arrival, QueueRow, Taken
from ctdesk.intake.draft import Draft, Note, Proposal

__all__ = [
    "ActionRow",
    "Alike",
    "Arrival",
    "Check",
    "Counts",
    "Desk",
    "Draft",
    "Filters",
    "HistoryRow",
    "ImportResult",
    "LinkRow",
    "NewFile",
    "NewOfficer",
    "Note",
    "Opinion",
    "Page",
    "Peek",
    "Proposal",
    "QueueRow",
    "Registered",
    "Row",
    "Settings",
    "Snippet",
    "Strength",
    "Taken",
    "Unsaved",
    "passphrase_strength",
]
