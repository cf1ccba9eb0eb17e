"""A second officer at the same open desk."""

from __future__ import annotations

from ctdesk.desk import Desk
from ctdesk.domain.records import Officer


def another(desk: Desk, role: str = "officer") -> Desk:
    """The desk as another officer has it open."""
    with desk._store.act("test") as act:
        officer = act.create(
            Officer(name_ar="زينب", name_en="Zaynab", role=role, clearance="top_secret")
        )
    return Desk(desk._store, officer)
