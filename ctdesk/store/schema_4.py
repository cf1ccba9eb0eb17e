"""What schema 4 adds, word for word: the frame of an issued memo; files not registered yet."""

from __future__ import annotations

FRAME: tuple[str, ...] = (
    "ALTER TABLE revision ADD COLUMN frame TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE revision ADD COLUMN letterheads TEXT NOT NULL DEFAULT '[]'",
)

# Files that arrived and that nobody said yes to: no records, so not in the change log.
INCOMING: tuple[str, ...] = (
    """CREATE TABLE incoming (
        uid TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        officer TEXT NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        blob TEXT NOT NULL,
        state TEXT NOT NULL,
        head TEXT NOT NULL DEFAULT '{}',
        content TEXT NOT NULL DEFAULT '',
        edits TEXT NOT NULL DEFAULT '',
        blobs TEXT NOT NULL DEFAULT '[]'
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attachment_sha256 ON attachment (sha256)",
)
