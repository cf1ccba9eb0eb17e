"""What schema 7 adds, word for word: what a second officer agrees to; officers who have left."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE approval (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        what TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL DEFAULT '',
        subject_table TEXT NOT NULL DEFAULT '',
        classification TEXT NOT NULL DEFAULT '',
        content TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        by TEXT NOT NULL DEFAULT '',
        second_by TEXT NOT NULL DEFAULT '',
        decided_at TEXT NOT NULL DEFAULT '',
        answer TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '',
        used_at TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX approval_state ON approval (state)",
    "CREATE INDEX approval_subject ON approval (subject)",
    "ALTER TABLE officer ADD COLUMN left_on TEXT NOT NULL DEFAULT ''",
)
