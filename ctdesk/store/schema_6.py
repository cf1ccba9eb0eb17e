"""What schema 6 adds, word for word: list files, wordings of entries, screening, lists of names."""

from __future__ import annotations

_STAMPS = """
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,"""


def _added(table: str, texts: str, numbers: str = "") -> tuple[str, ...]:
    columns = [(name, "TEXT NOT NULL DEFAULT ''") for name in texts.split()]
    columns += [(name, "INTEGER NOT NULL DEFAULT 0") for name in numbers.split()]
    return tuple(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {kind}' for name, kind in columns)


STATEMENTS: tuple[str, ...] = (
    *_added("list_entry", "name name_original regime version narrative narrative_on"),
    *_added("match", "place listed_name name_key version proposed remembered", "start end"),
    f"""CREATE TABLE list_import ({_STAMPS}
        "list" TEXT NOT NULL DEFAULT '',
        date TEXT NOT NULL DEFAULT '',
        generated TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT '',
        file_name TEXT NOT NULL DEFAULT '',
        entries INTEGER NOT NULL DEFAULT 0,
        manifest TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE list_version ({_STAMPS}
        entry TEXT NOT NULL DEFAULT '',
        hash TEXT NOT NULL DEFAULT '',
        content TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE name_list ({_STAMPS}
        title TEXT NOT NULL DEFAULT '',
        document TEXT NOT NULL DEFAULT '',
        classification TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        left_on TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE name_row ({_STAMPS}
        name_list TEXT NOT NULL DEFAULT '',
        number INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL DEFAULT '',
        name_other TEXT NOT NULL DEFAULT '',
        entry TEXT NOT NULL DEFAULT '',
        basis TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT '',
        first_by TEXT NOT NULL DEFAULT '',
        first_at TEXT NOT NULL DEFAULT '',
        first_hash TEXT NOT NULL DEFAULT '',
        second_by TEXT NOT NULL DEFAULT '',
        second_at TEXT NOT NULL DEFAULT '',
        second_hash TEXT NOT NULL DEFAULT '',
        removed INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID""",
    # Which texts were compared with which lists: found anew by comparing, so not in the change log.
    """CREATE TABLE screened (
        document TEXT PRIMARY KEY,
        says TEXT NOT NULL,
        lists TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX list_version_entry ON list_version (entry, hash)",
    'CREATE INDEX match_entry ON "match" (entry, name_key)',
    'CREATE INDEX match_state ON "match" (state)',
    "CREATE INDEX name_row_list ON name_row (name_list)",
)
