"""Names against the sanctions lists: what an officer does with them, one noun each.

    desk.screening.lists      the lists in force, their files; import (`screening_lists.py`)
    desk.screening.entries    their entries, searched in either script (`screening_entries.py`)

Everything handed out is a row of `screening_rows.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.desk.screening_entries import Entries
from ctdesk.desk.screening_lists import ListKeeping

if TYPE_CHECKING:
    from ctdesk.desk.session import Session


class Screening:
    """The room of the lists."""

    def __init__(self, session: Session) -> None:
        self.lists = ListKeeping(session)
        self.entries = Entries(session)
