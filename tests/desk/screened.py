"""Desks with a made-up list in force, and who sits at them."""

from __future__ import annotations

from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.domain.records import Document, Officer
from tests.screening.lists.made import Fields, un_xml

NAME = "نادر سليم القصابي"
TEXT = f"علمت السفارة أن {NAME} زار المدينة، ثم غادرها مع طارق حمدان البزاز أمس."


def take(desk: Desk, folder: Path, day: str, *entries: Fields) -> None:
    """Take a list of that day in."""
    path = folder / f"list-{day}.xml"
    path.write_bytes(un_xml(day, *entries))
    desk.screening.lists.apply(desk.screening.lists.preview(path))


def register(desk: Desk, text: str = TEXT, **fields: object) -> Document:
    return desk.documents.register(
        Document(kind="report", direction="incoming", subject="تقرير", text=text, **fields)
    )


def as_officer(desk: Desk, **fields: str) -> Officer:
    """Let another officer sit at the desk."""
    with desk._session.act("add") as act:
        officer = act.create(Officer(**{"role": "officer", "clearance": "top_secret", **fields}))
    desk._session.officer = officer
    return officer
