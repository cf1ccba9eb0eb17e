"""What restoring a backup would change: counted, and listed as far as the officer may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ctdesk.desk.people import officer_name
from ctdesk.domain.records import RECORDS, Officer
from ctdesk.domain.terms import Language
from ctdesk.store.comparing import Difference, differences, last_numbers, lines_of
from ctdesk.store.copies import Copy, CopyCheck, Progress, opened, quiet
from ctdesk.store.places import Copied
from ctdesk.store.rows import columns
from ctdesk.store.store import Unlocked

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

Connection = Any

_SHOWN = {
    "document": ("register_number", "subject"),
    "dossier": ("code", "title_ar"),
    "party": ("iso", "name_ar"),
    "action": ("due", "what"),
}
"""Of the kinds that are listed one by one: the columns of number and title."""


@dataclass(frozen=True)
class ChangedRow:
    """A record in which the desk and a backup differ, as far as this officer may see it."""

    table: str
    uid: str
    side: str
    """`here` (the desk alone has it), `there` (the backup alone), `changed`."""
    number: str
    title: str
    at: str
    """When the desk's own state of it was written; the backup's where the desk has none."""
    officer: str


@dataclass(frozen=True)
class Preview:
    """What restoring a backup would change."""

    copied: Copied
    check: CopyCheck
    differences: tuple[Difference, ...]
    rows: tuple[ChangedRow, ...]
    """Some of the records, those of the desk alone first: they would be gone from view."""
    numbers_here: dict[tuple[str, int], int]
    """The last number given in each register and year by the desk; below by the backup."""
    numbers_there: dict[tuple[str, int], int]
    desk_readable: bool = True
    """Without it nothing can be compared: everything is the backup's."""


def preview_of(
    session: Session, language: Language, copy: Copy, progress: Progress = quiet
) -> Preview:
    """What would change in the open desk. StoreError when the backup can't be relied on."""
    here, there = session.store.read.connection, copy.connection
    check = copy.check(progress)
    found = differences(here, there)
    rows = _rows(session, language, found, here, there)
    return Preview(
        copy.copied, check, tuple(found), tuple(rows), last_numbers(here), last_numbers(there)
    )


def preview_alone(copied: Copied, unlocked: Unlocked, progress: Progress = quiet) -> Preview:
    """What a backup holds, where there is no desk to compare it with, or none that can be read."""
    with opened(copied, unlocked.keys) as copy:
        check = copy.check(progress)
        return Preview(copied, check, (), (), {}, last_numbers(copy.connection), False)


def _rows(
    session: Session,
    language: Language,
    found: Sequence[Difference],
    here: Connection,
    there: Connection,
) -> list[ChangedRow]:
    rows = []
    for difference in found:
        for side, uids, connection in (
            ("here", difference.only_here, here),
            ("there", difference.only_there, there),
            ("changed", difference.changed, here),
        ):
            rows += _rows_of(session, language, difference.table, side, uids, connection)
    return rows


def _rows_of(
    session: Session,
    language: Language,
    table: str,
    side: str,
    uids: Sequence[str],
    connection: Connection,
) -> list[ChangedRow]:
    shown = _SHOWN.get(table)
    if shown is None or not uids:
        return []
    officers = {o.uid: o for o in session.store.read.where(Officer)}
    # what has no degree of its own goes by what it belongs to, as far as this desk knows that
    own = "classification" in columns(RECORDS[table]) or session.access.everything
    seen = set(uids) if own else set(session.access.seen(table, uids))
    return [
        ChangedRow(
            table,
            line.uid,
            side,
            line.number,
            line.title,
            line.at,
            officer_name(officers.get(line.by), language),
        )
        for line in lines_of(connection, table, uids, *shown)
        if line.uid in seen and session.access.may_see(line.classification)
    ]
