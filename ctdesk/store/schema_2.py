"""What schema 2 adds, word for word: mentions of other messages, and the state of the index."""

from __future__ import annotations

# Which record's text mentions a message, by the key of the mention (`ctdesk.text.references`).
MENTIONS: tuple[str, ...] = (
    """CREATE TABLE mention (
        key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX mention_source ON mention(source)",
)

# By which rules each part of the index was made, and whether it is whole: see `rebuild`.
STATE: tuple[str, ...] = (
    """CREATE TABLE index_state (
        part TEXT PRIMARY KEY, version TEXT NOT NULL, whole INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Schema 1 kept no versions: these are the rules by which its program made an index.
    "INSERT INTO index_state VALUES ('words', '1.1', 1), ('lexeme', '1', 1)",
)
