"""What schema 3 adds, word for word: reviewers' comments, and what an opinion's issue needs."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE comment (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        document TEXT NOT NULL DEFAULT '',
        block TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '',
        author TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL DEFAULT '',
        settled INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX comment_document ON comment (document)",
    *(
        f"ALTER TABLE document ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"
        for name in (
            "lower_by", "lower_agreed", "closing", "closing_en", "dispatched", "outgoing_number",
        )
    ),
)  # fmt: skip
