"""Reading the change log by record, and what a new write there names as its base."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ctdesk.domain.fields import FieldSpec
from ctdesk.domain.records import Document, Record
from ctdesk.store.changes import Entry, Log
from ctdesk.store.deriving import GIVEN_UP, issue_of, standing
from ctdesk.store.driver import Connection
from ctdesk.store.heads import heads_of

COLUMNS = "device, seq, hlc, act, officer, tbl, row_id, field, value, base, hash"


def entries_of(connection: Connection, row_ids: Iterable[str]) -> dict[str, list[Entry]]:
    """Every entry of these records, by record."""
    found: dict[str, list[Entry]] = {}
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM change WHERE row_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(row_ids)),),
    )
    for row in rows:
        found.setdefault(row[6], []).append(Entry(*row))
    return found


def own_devices(connection: Connection) -> frozenset[str]:
    """This desk's device, and those that it was before it was restored from a backup."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM device"))


def entries_by_id(connection: Connection, ids: Iterable[tuple[str, int]]) -> Iterator[Entry]:
    """The entries that are known of these (device, sequence)."""
    rows = connection.execute(
        f"SELECT {', '.join(f'change.{name}' for name in COLUMNS.split(', '))}"
        " FROM json_each(?) AS wanted JOIN change"
        " ON change.device = json_extract(wanted.value, '$[0]')"
        " AND change.seq = json_extract(wanted.value, '$[1]')",
        (json.dumps(list(ids)),),
    )
    return (Entry(*row) for row in rows)


def issuer_of(connection: Connection, document: str) -> str:
    """The device that issued an opinion; empty while nobody did."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM change WHERE row_id = ? AND field = 'state'", (document,)
    )
    issue = issue_of(Entry(*row) for row in rows)
    return issue.device if issue else ""


def last_of(connection: Connection, row_id: str, field: str) -> str:
    """The id of the newest entry of a field that no other desk writes (a setting)."""
    row = connection.execute(
        "SELECT device, seq FROM change WHERE row_id = ? AND field = ? ORDER BY hlc DESC LIMIT 1",
        (row_id, field),
    ).fetchone()
    return f"{row[0]}/{row[1]}" if row else ""


def base_of(
    connection: Connection, log: Log, kind: type[Record], uid: str, spec: FieldSpec, value: Any
) -> str:
    """What a write of this value replaces: the ids to name as its base.

    That is the value which shows. Others that stand beside it stay a conflict, unless the field
    merges its values, or the record is given up. An issue names all that other desks wrote.
    """
    pending = log.written(uid, spec.name)
    bases = [pending] if pending else _standing(connection, kind, uid, spec, value)
    if kind is Document and spec.name == "state" and value == "issued":
        bases += _of_other_desks(connection, log, uid, bases)
    return " ".join(bases)


def _standing(
    connection: Connection, kind: type[Record], uid: str, spec: FieldSpec, value: Any
) -> list[str]:
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM change WHERE row_id = ? AND field IN (?, '')", (uid, spec.name)
    )
    entries = [Entry(*row) for row in rows]
    births = [entry for entry in entries if not entry.field]
    changes = [entry for entry in entries if entry.field]
    heads = heads_of(changes)
    if len(heads) > 1 and not spec.several and value != GIVEN_UP.get((kind.table, spec.name)):
        heads = standing(
            kind, entries_of(connection, [uid])[uid], spec, own=own_devices(connection)
        )
    bases = [head.id for head in heads]
    if not changes or len(births) > 1:
        named = {base for change in changes for base in change.bases}
        bases += [birth.id for birth in births if birth.id not in named]
    return bases


def _of_other_desks(
    connection: Connection, log: Log, uid: str, bases: Sequence[str]
) -> Iterable[str]:
    """What an opinion that is issued here holds of other desks' writing: frozen with it."""
    fields: dict[str, list[Entry]] = {}
    for entry in entries_of(connection, [uid]).get(uid, []):
        if entry.field:
            fields.setdefault(entry.field, []).append(entry)
    heads = (head for changes in fields.values() for head in heads_of(changes))
    return sorted(h.id for h in heads if h.device != log.device and h.id not in bases)
