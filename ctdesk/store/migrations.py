"""How a desk's tables came to be as they are, one step at a time.

Adding a field is one line in `ctdesk/domain/records.py`, its label in `resources/terms/`, and one
step here (`ALTER TABLE ... ADD COLUMN`). A step, once released, is never edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.domain.errors import StoreError
from ctdesk.store import (
    schema_1,
    schema_2,
    schema_3,
    schema_4,
    schema_5,
    schema_6,
    schema_7,
    schema_8,
    schema_9,
    schema_11,
)
from ctdesk.store.device import give_box
from ctdesk.store.driver import Database, Migrations

if TYPE_CHECKING:
    from collections.abc import Callable

MIGRATIONS = Migrations("ctdesk")


@MIGRATIONS()
def schema_one(db: Database) -> None:
    """The tables of the first release."""
    for statement in (
        *schema_1.RECORD_TABLES,
        *schema_1.LOG_TABLES,
        *schema_1.INDEXES,
        *schema_1.INDEX_TABLES,
    ):
        db.execute(statement)


@MIGRATIONS()
def schema_two(db: Database) -> None:
    """Mentions of other messages, and by which rules the index was made."""
    for statement in (*schema_2.MENTIONS, *schema_2.STATE):
        db.execute(statement)


@MIGRATIONS()
def schema_three(db: Database) -> None:
    """Reviewers' comments; the second officer of a lower classification; closing and dispatch."""
    for statement in schema_3.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def schema_four(db: Database) -> None:
    """The frame of an issued memo; the files that wait to be registered."""
    for statement in (*schema_4.FRAME, *schema_4.INCOMING):
        db.execute(statement)


@MIGRATIONS()
def schema_seven(db: Database) -> None:
    """What a second officer agrees to; officers who have left."""
    for statement in (*schema_7.STATEMENTS, *schema_7.RANKS):
        db.execute(statement)


@MIGRATIONS()
def schema_six(db: Database) -> None:
    """List files and the wordings of their entries, what was screened, lists of names."""
    for statement in schema_6.STATEMENTS:
        db.execute(statement)


@MIGRATIONS()
def schema_nine(db: Database) -> None:
    """The acts of officers, one row each, kept up by the two logs themselves."""
    for statement in schema_9.DEEDS:
        db.execute(statement)


@MIGRATIONS()
def schema_eight(db: Database) -> None:
    """Facts about the desk on this machine alone."""
    for statement in schema_8.LOCAL:
        db.execute(statement)


@MIGRATIONS()
def schema_five(db: Database) -> None:
    """Packs: other desks and their keys, what was carried, conflicts, provisional numbers."""
    for statement in schema_5.STATEMENTS:
        db.execute(statement)
    give_box(db.conn)


@MIGRATIONS()
def schema_eleven(db: Database) -> None:
    """How many documents of a day an officer may see, without reading a card."""
    for statement in schema_11.DAYS:
        db.execute(statement)


SCHEMA = len(MIGRATIONS._migrations)
"""How many steps this program knows: a pack of a program that knows more is not for it."""


def migrate(db: Database, before: Callable[[], None]) -> None:
    """Bring the tables up to this program; `before` runs first if an existing desk will change.

    Raises StoreError when the desk was written by a newer program.
    """
    known = {step.name for step in MIGRATIONS._migrations}
    applied = {step.name for step in MIGRATIONS.applied(db)}
    if applied - known:
        raise StoreError("newer_schema")
    if applied and MIGRATIONS.pending(db):
        before()
    MIGRATIONS.apply(db)
