"""What schema 5 adds, word for word: other desks, what was carried to and from them, and when two
desks wrote the same field."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # The secret half of the key that packs to this desk are encrypted to (an age identity).
    "ALTER TABLE device ADD COLUMN box_secret TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE peer (
        device TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        card TEXT NOT NULL,
        public_key BLOB NOT NULL,
        met_at TEXT NOT NULL,
        trusted_at TEXT NOT NULL DEFAULT '',
        trusted_by TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    # Of an entry that leaves or came: the hash it follows upon, and its own device's signature.
    """CREATE TABLE entry_seal (
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        previous BLOB NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID""",
    *(
        f"""CREATE TRIGGER entry_seal_{act.lower()} BEFORE {act} ON entry_seal
        BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"""
        for act in ("UPDATE", "DELETE")
    ),
    """CREATE TABLE pack (
        id TEXT PRIMARY KEY,
        way TEXT NOT NULL,
        device TEXT NOT NULL,
        at TEXT NOT NULL,
        officer TEXT NOT NULL,
        ceiling TEXT NOT NULL,
        counts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Which records another desk has, since a pack carried them there or brought them from it.
    """CREATE TABLE carried (
        device TEXT NOT NULL,
        row_id TEXT NOT NULL,
        PRIMARY KEY (device, row_id)
    ) STRICT, WITHOUT ROWID""",
    # Records that may hold a conflict; what it is, is read from the change log.
    """CREATE TABLE unsettled (
        row_id TEXT PRIMARY KEY,
        tbl TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Register numbers that a merge took off a record: given once, they are not given again.
    """CREATE TABLE number_gone (
        row_id TEXT NOT NULL,
        register TEXT NOT NULL,
        year INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        number TEXT NOT NULL,
        PRIMARY KEY (row_id, number)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE document ADD COLUMN provisional_number TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX document_provisional ON document (provisional_number)"
    " WHERE provisional_number <> ''",
    "ALTER TABLE revision ADD COLUMN settles TEXT NOT NULL DEFAULT '[]'",
)
