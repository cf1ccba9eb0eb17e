"""The tables of schema 1, word for word: a migration never changes once a desk was made with it.

Long texts lie once, by hash, in `body` (compressed: `rows.packed`); a row holds the hash. So rows
stay narrow and the change log repeats no text. (Research, store, section 4: joining to rows that
hold bodies is 5 to 55 times slower.)
"""

from __future__ import annotations

RECORD_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE document (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT '',
        direction TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL DEFAULT '',
        subject_en TEXT NOT NULL DEFAULT '',
        sender TEXT NOT NULL DEFAULT '',
        addressees TEXT NOT NULL DEFAULT '[]',
        copies TEXT NOT NULL DEFAULT '[]',
        their_number TEXT NOT NULL DEFAULT '',
        their_date TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT '',
        summary TEXT NOT NULL DEFAULT '',
        topics TEXT NOT NULL DEFAULT '[]',
        countries TEXT NOT NULL DEFAULT '[]',
        classification TEXT NOT NULL DEFAULT '',
        handling TEXT NOT NULL DEFAULT '',
        urgency TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '',
        medium TEXT NOT NULL DEFAULT '',
        officer TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT '',
        margin_note TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '',
        void_reason TEXT NOT NULL DEFAULT '',
        register TEXT NOT NULL DEFAULT '',
        register_year INTEGER NOT NULL DEFAULT 0,
        register_seq INTEGER NOT NULL DEFAULT 0,
        register_number TEXT NOT NULL DEFAULT '',
        register_date TEXT NOT NULL DEFAULT '',
        source_id TEXT NOT NULL DEFAULT '',
        memo_kind TEXT NOT NULL DEFAULT '',
        opening TEXT NOT NULL DEFAULT '',
        opening_en TEXT NOT NULL DEFAULT '',
        lower_reason TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attachment (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        document TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        media_type TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL DEFAULT 0,
        sha256 TEXT NOT NULL DEFAULT '',
        blob TEXT NOT NULL DEFAULT '',
        original INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE revision (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        document TEXT NOT NULL DEFAULT '',
        number INTEGER NOT NULL DEFAULT 0,
        author TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL DEFAULT '',
        blocks TEXT NOT NULL DEFAULT '',
        previous_hash TEXT NOT NULL DEFAULT '',
        hash TEXT NOT NULL DEFAULT '',
        frozen INTEGER NOT NULL DEFAULT 0,
        seal TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE dossier (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        code TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '',
        title_ar TEXT NOT NULL DEFAULT '',
        title_en TEXT NOT NULL DEFAULT '',
        parties TEXT NOT NULL DEFAULT '[]',
        stage TEXT NOT NULL DEFAULT '',
        opened TEXT NOT NULL DEFAULT '',
        closed TEXT NOT NULL DEFAULT '',
        officer TEXT NOT NULL DEFAULT '',
        deputy TEXT NOT NULL DEFAULT '',
        classification TEXT NOT NULL DEFAULT '',
        next_date TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE item (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        dossier TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL DEFAULT '',
        type TEXT NOT NULL DEFAULT '',
        article_type TEXT NOT NULL DEFAULT '',
        text_ar TEXT NOT NULL DEFAULT '',
        text_en TEXT NOT NULL DEFAULT '',
        fixed INTEGER NOT NULL DEFAULT 0,
        axis TEXT NOT NULL DEFAULT '',
        position TEXT NOT NULL DEFAULT '',
        proposed TEXT NOT NULL DEFAULT '',
        basis TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE party (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT '',
        name_ar TEXT NOT NULL DEFAULT '',
        name_en TEXT NOT NULL DEFAULT '',
        spellings TEXT NOT NULL DEFAULT '[]',
        iso TEXT NOT NULL DEFAULT '',
        parent TEXT NOT NULL DEFAULT '',
        active_from TEXT NOT NULL DEFAULT '',
        active_to TEXT NOT NULL DEFAULT '',
        to_be_checked INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE action (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        what TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT '',
        asked_by TEXT NOT NULL DEFAULT '',
        document TEXT NOT NULL DEFAULT '',
        quote TEXT NOT NULL DEFAULT '',
        dossier TEXT NOT NULL DEFAULT '',
        waiting_for TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '',
        drop_reason TEXT NOT NULL DEFAULT '',
        result TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE assessment (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        item TEXT NOT NULL DEFAULT '',
        country TEXT NOT NULL DEFAULT '',
        date TEXT NOT NULL DEFAULT '',
        rating TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        by TEXT NOT NULL DEFAULT '',
        reviewed_by TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE list_entry (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        "list" TEXT NOT NULL DEFAULT '',
        permanent_id TEXT NOT NULL DEFAULT '',
        reference TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '',
        names TEXT NOT NULL DEFAULT '',
        births TEXT NOT NULL DEFAULT '',
        nationality TEXT NOT NULL DEFAULT '[]',
        documents TEXT NOT NULL DEFAULT '',
        listed_on TEXT NOT NULL DEFAULT '',
        amended_on TEXT NOT NULL DEFAULT '',
        delisted_on TEXT NOT NULL DEFAULT '',
        basis TEXT NOT NULL DEFAULT '',
        file_sha256 TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "match" (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        document TEXT NOT NULL DEFAULT '',
        passage TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        entry TEXT NOT NULL DEFAULT '',
        score INTEGER NOT NULL DEFAULT 0,
        explanation TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        by TEXT NOT NULL DEFAULT '',
        second_by TEXT NOT NULL DEFAULT '',
        matcher_version TEXT NOT NULL DEFAULT '',
        list_date TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE link (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        source_table TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL DEFAULT '',
        target_table TEXT NOT NULL DEFAULT '',
        type TEXT NOT NULL DEFAULT '',
        source_start INTEGER NOT NULL DEFAULT 0,
        source_end INTEGER NOT NULL DEFAULT 0,
        source_quote TEXT NOT NULL DEFAULT '',
        target_start INTEGER NOT NULL DEFAULT 0,
        target_end INTEGER NOT NULL DEFAULT 0,
        target_quote TEXT NOT NULL DEFAULT '',
        removed INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE officer (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        name_ar TEXT NOT NULL DEFAULT '',
        name_en TEXT NOT NULL DEFAULT '',
        title_ar TEXT NOT NULL DEFAULT '',
        title_en TEXT NOT NULL DEFAULT '',
        role TEXT NOT NULL DEFAULT '',
        clearance TEXT NOT NULL DEFAULT '',
        slot TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE term (
        uid TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        vocabulary TEXT NOT NULL DEFAULT '',
        code TEXT NOT NULL DEFAULT '',
        ar TEXT NOT NULL DEFAULT '',
        en TEXT NOT NULL DEFAULT '',
        "order" INTEGER NOT NULL DEFAULT 0,
        active_from TEXT NOT NULL DEFAULT '',
        active_to TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
)

LOG_TABLES: tuple[str, ...] = (
    """
    CREATE TABLE body (
        hash TEXT PRIMARY KEY,
        text BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE device (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        own INTEGER NOT NULL,
        public_key BLOB NOT NULL,
        secret_key BLOB NOT NULL,
        clock TEXT NOT NULL,
        change_seq INTEGER NOT NULL,
        change_hash BLOB NOT NULL,
        act_seq INTEGER NOT NULL,
        act_hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE change (
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hlc TEXT NOT NULL,
        act TEXT NOT NULL,
        officer TEXT NOT NULL,
        tbl TEXT NOT NULL,
        row_id TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        base TEXT NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE act (
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at TEXT NOT NULL,
        officer TEXT NOT NULL,
        act TEXT NOT NULL,
        detail TEXT NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE seal (
        device TEXT NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        signature BLOB NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (device, chain, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        uid TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        uid TEXT PRIMARY KEY,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    *(
        f"""
        CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table}
        BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
        """
        for table in ("change", "act", "seal")
        for act in ("UPDATE", "DELETE")
    ),
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX change_of_row ON change (row_id, field)",
    "CREATE INDEX document_number ON document (register, register_year, register_seq)",
    "CREATE INDEX document_kind ON document (kind, state)",
    "CREATE INDEX document_registered ON document (register_date)",
    "CREATE INDEX document_their_number ON document (their_number)",
    "CREATE INDEX document_register_number ON document (register_number)",
    "CREATE INDEX document_source ON document (source_id) WHERE source_id <> ''",
    "CREATE INDEX attachment_of ON attachment (document)",
    "CREATE INDEX revision_of ON revision (document, number)",
    "CREATE INDEX item_of ON item (dossier)",
    "CREATE INDEX action_by_state ON action (state, due)",
    "CREATE INDEX assessment_of ON assessment (item, country)",
    "CREATE INDEX list_entry_key ON list_entry (list, permanent_id)",
    'CREATE INDEX match_of ON "match" (document)',
    "CREATE INDEX link_from ON link (source)",
    "CREATE INDEX link_to ON link (target)",
)

INDEX_TABLES: tuple[str, ...] = (
    """CREATE TABLE entry (
        fts_key INTEGER PRIMARY KEY,
        tbl TEXT NOT NULL, uid TEXT NOT NULL UNIQUE,
        kind TEXT, direction TEXT, number TEXT, their_number TEXT, date TEXT, title TEXT,
        mission TEXT, state TEXT, urgency TEXT, classification TEXT, rank INTEGER,
        officer TEXT, topics TEXT, countries TEXT, language TEXT, year INTEGER, due TEXT
    ) STRICT""",
    # Which records are above a clearance, and whether any is.
    "CREATE INDEX entry_rank ON entry(rank)",
    """CREATE VIRTUAL TABLE ft USING fts5(
        subject, summary, body, sender, addressee, number,
        content='', contentless_delete=1, tokenize='ascii', detail=full)""",
    """CREATE TABLE lexeme (
        term TEXT PRIMARY KEY, stem TEXT, root TEXT, df INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX lexeme_stem ON lexeme(stem)",
)
