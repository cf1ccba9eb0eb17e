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
    # How many records above a clearance each room has, without reading a card.
    "CREATE INDEX entry_above ON entry (tbl, rank, kind, state)",
    "CREATE INDEX approval_state ON approval (state)",
    "CREATE INDEX approval_subject ON approval (subject)",
    "ALTER TABLE officer ADD COLUMN left_on TEXT NOT NULL DEFAULT ''",
    *(
        f"CREATE INDEX action_{name} ON action ({name})"
        for name in ("document", "dossier", "result")
    ),
)

_RANK = """CASE classification WHEN '' THEN 0 WHEN 'open' THEN 0 WHEN 'restricted' THEN 1
    WHEN 'secret' THEN 2 WHEN 'personal' THEN 3 WHEN 'top_secret' THEN 4 ELSE 3 END"""

# An item is as secret as its dossier, an action as what it came of: until now both counted as open.
RANKS: tuple[str, ...] = (
    f"""UPDATE entry SET rank = coalesce((SELECT {_RANK} FROM dossier WHERE uid =
        (SELECT dossier FROM item WHERE item.uid = entry.uid)), 4) WHERE tbl = 'item'""",
    *(
        f"""UPDATE entry SET rank = max(rank, coalesce((SELECT {_RANK} FROM {table} WHERE uid =
        (SELECT {name} FROM action WHERE action.uid = entry.uid)), 4)) WHERE tbl = 'action'
        AND (SELECT {name} FROM action WHERE action.uid = entry.uid) <> ''"""
        for name, table in (
            ("document", "document"), ("dossier", "dossier"), ("result", "document"),
        )
    ),
)  # fmt: skip
