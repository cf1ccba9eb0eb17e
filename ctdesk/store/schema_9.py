"""What schema 9 adds, word for word: the acts of officers, one row each, so that a page of history
costs the same whatever its length.

The rows say nothing that the change log and the acts chain don't: triggers keep them up, whoever
adds to a log. Their key is the clock of the act (`changes`); notes of older programs carry none,
each of them is an act of its own.
"""

from __future__ import annotations

NOTE_CLOCK = (
    "CASE WHEN json_extract(detail, '$.clock') IS NULL"
    " THEN printf('%013d.%09d', unixepoch(at) * 1000, seq)"
    " ELSE printf('%013d', json_extract(detail, '$.clock')) END"
)
"""The key of the act that a note belongs to."""
NAMED = "coalesce(json_extract(detail, '$.uid'), json_extract(detail, '$.attachment'))"
"""The record that a note is about."""


def _enter(log: str, rows: str, clock: str, anew: str = "") -> str:
    """Count entries of a log (`rows`: where they are read) into the acts that they belong to.

    `anew`: what to take from an entry whose act is known already.
    """
    first, last = f"first_{log}", f"last_{log}"
    return f"""INSERT INTO deed (clock, device, officer, act, {first}, {last})
        SELECT {clock}, device, officer, act, seq, seq FROM {rows} WHERE true ORDER BY device, seq
        ON CONFLICT (clock, device) DO UPDATE SET {anew}
        {first} = CASE {first} WHEN 0 THEN excluded.{first}
            ELSE min({first}, excluded.{first}) END,
        {last} = max({last}, excluded.{last})"""


def _changes(rows: str) -> str:
    # notes are entered first, and may bear another name than the act
    return _enter("change", rows, "substr(hlc, 1, 13)", "act = excluded.act,")


def _notes(rows: str) -> str:
    return _enter("act", rows, NOTE_CLOCK)


def _new(*columns: str) -> str:
    """The row that a trigger is told of, as a table."""
    return f"(SELECT {', '.join(f'NEW.{name} AS {name}' for name in columns)})"


DEEDS: tuple[str, ...] = (
    """CREATE TABLE deed (
        clock TEXT NOT NULL,
        device TEXT NOT NULL,
        officer TEXT NOT NULL,
        act TEXT NOT NULL,
        first_change INTEGER NOT NULL DEFAULT 0,
        last_change INTEGER NOT NULL DEFAULT 0,
        first_act INTEGER NOT NULL DEFAULT 0,
        last_act INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (clock, device)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX deed_of_officer ON deed (officer, clock)",
    "CREATE INDEX deed_of_act ON deed (act, clock)",
    "CREATE INDEX deed_of_both ON deed (officer, act, clock)",
    "CREATE INDEX deed_of_device ON deed (device, clock)",
    f"CREATE INDEX act_named ON act ({NAMED}) WHERE {NAMED} IS NOT NULL",
    # a seal that stands on paper is the beginning of such a hash
    "CREATE INDEX act_hash ON act (hash)",
    _changes("change"),
    _notes("act"),
    "CREATE TRIGGER change_deed AFTER INSERT ON change BEGIN "
    + _changes(_new("device", "seq", "hlc", "officer", "act"))
    + "; END",
    "CREATE TRIGGER act_deed AFTER INSERT ON act BEGIN "
    + _notes(_new("device", "seq", "at", "officer", "act", "detail"))
    + "; END",
)
