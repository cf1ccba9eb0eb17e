"""Desks as an older program left them: today's records in the tables of its first steps."""

from __future__ import annotations

from pathlib import Path

from ctdesk.store.driver import Migrations
from ctdesk.store.migrations import MIGRATIONS
from ctdesk.store.opening import DATABASE, open_database
from ctdesk.store.vault import Keys

_MADE_ANEW = ("ft", "entry", "lexeme", "mention", "index_state", "deed", "_sqlite_migrations")
"""What an opening makes from the rest, or what the steps themselves fill."""


def make_older(folder: Path, keys: Keys, steps: int) -> None:
    """Give a closed desk the tables of the first so many steps; its records stay."""
    path, old = folder / DATABASE, folder / "older.db"
    db = open_database(old, keys.database)
    some = Migrations("ctdesk")
    some._migrations = MIGRATIONS._migrations[:steps]
    some.apply(db)
    connection = db.conn
    connection.execute("ATTACH ? AS new KEY ?", (str(path), f"x'{keys.database.hex()}'"))
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
        if not row[0].startswith(_MADE_ANEW)
    ]
    for table in tables:
        ours, theirs = (
            {row[1] for row in connection.execute(f'PRAGMA {schema}.table_info("{table}")')}
            for schema in ("main", "new")
        )
        names = ", ".join(f'"{name}"' for name in sorted(ours & theirs))
        connection.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM new."{table}"')
    connection.execute("DETACH new")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.close()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    old.rename(path)
