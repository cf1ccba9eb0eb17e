"""What schema 8 adds, word for word: facts about this desk on this machine alone.

When it was last backed up and checked, and where to: no record, no pack carries it, and a copy of
the desk on another machine begins its own.
"""

from __future__ import annotations

LOCAL: tuple[str, ...] = (
    """CREATE TABLE local (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
