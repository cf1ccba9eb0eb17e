"""Whether the records say what the history says of them, and point at records that there are.

An old page of the database put back in place of a newer one passes every check of pages: only the
history, of which each entry follows from the one before, knows what a record should say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from typing import Any

from ctdesk.domain.errors import StoreError
from ctdesk.domain.fields import FieldSpec, field_of, fields_of
from ctdesk.domain.records import RECORDS, Record, Revision
from ctdesk.store.deriving import derive, stored_row
from ctdesk.store.driver import Connection
from ctdesk.store.entries import entries_of, issuer_of, own_devices
from ctdesk.store.rows import stored, unpacked_as

_REFERS = ("ref", "party", "parties", "officer")
_TARGET = {"party": "party", "parties": "party", "officer": "officer"}
_LOG = "SELECT row_id, field, value, device FROM change"
_MANY = 400
"""Bound parameters a query: well below the engine's limit."""
Told = Callable[[int, int], bool]
"""Told how many entries were followed, of how many; False stops."""


def disagreeing(
    connection: Connection, told: Told = lambda _done, _total: True, last: int | None = None
) -> Iterator[tuple[str, str]]:
    """Table and identity of each record that does not say what was last written to it.

    `last`: only those that the last so many entries of each device are about (at each opening).
    """
    if last is None:
        for table, kind in RECORDS.items():
            log = connection.execute(f"{_LOG} WHERE tbl = ? ORDER BY row_id, hlc", (table,))
            (total,) = connection.execute(
                "SELECT count(*) FROM change WHERE tbl = ?", (table,)
            ).fetchone()
            if (yield from _of_kind(connection, kind, log, total, told)):
                yield from _unlogged(connection, table)
    else:
        for table, uids in _latest(connection, last).items():
            log = _log_of(connection, table, uids)
            yield from _of_kind(connection, RECORDS[table], log, 0, told)


def altered_texts(connection: Connection) -> int:
    """How many long texts are not those that their hash names, or can't be unpacked."""
    count = 0
    for key, data in connection.execute("SELECT hash, text FROM body"):
        try:
            unpacked_as(key, data)
        except StoreError:
            count += 1
    return count


def pointing_at_nothing(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Table, field and identity of each record with a reference to a record that isn't there."""
    for table, kind in RECORDS.items():
        for spec in fields_of(kind):
            if spec.type in _REFERS:
                yield from _dangling(connection, table, spec)


def _latest(connection: Connection, last: int) -> dict[str, list[str]]:
    """The records that the last so many entries of each device are about, by table."""
    # a cross join keeps its order: the ends of the logs are looked up, the rest is not read
    rows = connection.execute(
        "SELECT DISTINCT c.tbl, c.row_id FROM device AS d CROSS JOIN change AS c"
        " ON c.device = d.id AND c.seq > d.change_seq - ? ORDER BY 1, 2",
        (last,),
    )
    found: dict[str, list[str]] = {}
    for table, uid in rows:
        if table in RECORDS:
            found.setdefault(table, []).append(uid)
    return found


def _log_of(connection: Connection, table: str, uids: list[str]) -> Iterator[tuple[Any, ...]]:
    """All that the history says of some records of a table, one record after the other."""
    for start in range(0, len(uids), _MANY):
        part = uids[start : start + _MANY]
        marks = ", ".join("?" * len(part))
        yield from connection.execute(
            f"{_LOG} WHERE tbl = ? AND row_id IN ({marks}) ORDER BY row_id, hlc", (table, *part)
        )


def _of_kind(
    connection: Connection,
    kind: type[Record],
    log: Iterator[tuple[Any, ...]],
    total: int,
    told: Told,
) -> Generator[tuple[str, str], None, bool]:
    """Those of a kind that differ; whether the log was followed to its end."""
    own, blank = own_devices(connection), _blank(kind)
    done = 0
    for uid, entries in _by_record(log):
        done += len(entries)
        if not _agrees(connection, kind, uid, entries, own, blank):
            yield kind.table, uid
        if done % 1000 < len(entries) and not told(done, total):
            return False
    return True


def _by_record(log: Iterator[tuple[Any, ...]]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    uid = ""
    entries: list[tuple[Any, ...]] = []
    for row_id, *entry in log:
        if row_id != uid and entries:
            yield uid, entries
            entries = []
        uid = row_id
        entries.append(tuple(entry))
    if entries:
        yield uid, entries


def _agrees(
    connection: Connection,
    kind: type[Record],
    uid: str,
    entries: list[tuple[Any, ...]],
    own: Collection[str],
    blank: Mapping[str, str | int],
) -> bool:
    """A field holds what was last written to it; where several desks wrote to a record, what the
    merge derives from all that they wrote."""
    specs = fields_of(kind)
    names = ", ".join(f'"{spec.name}"' for spec in specs)
    row = connection.execute(f'SELECT {names} FROM "{kind.table}" WHERE uid = ?', (uid,)).fetchone()
    if row is None:
        return False
    if {device for _, _, device in entries} <= set(own) and not _is_followed(connection, kind, uid):
        written = dict(blank)
        for field, text, _device in entries:
            value = json.loads(text)
            for name, one in value.items() if not field else ((field, value),):
                written[name] = _in_row(field_of(kind, name), one)
    else:
        written = {**blank, **_derived(connection, kind, uid, own)}
    return all(held == written[spec.name] for spec, held in zip(specs, row, strict=True))


def _blank(kind: type[Record]) -> dict[str, str | int]:
    """What the columns of a record hold to which nothing was written."""
    return {spec.name: stored(spec, spec.empty) for spec in fields_of(kind)}


def _is_followed(connection: Connection, kind: type[Record], uid: str) -> bool:
    """Whether a record's fields hang on what another desk wrote elsewhere: which of two desks
    issued an opinion decides which of its revisions is frozen."""
    if kind is not Revision:
        return False
    row = connection.execute('SELECT document FROM "revision" WHERE uid = ?', (uid,)).fetchone()
    issuer = issuer_of(connection, row[0]) if row else ""
    return bool(issuer) and issuer not in own_devices(connection)


def _derived(
    connection: Connection, kind: type[Record], uid: str, own: Collection[str]
) -> dict[str, Any]:
    issuer = ""
    if kind is Revision:
        row = connection.execute('SELECT document FROM "revision" WHERE uid = ?', (uid,)).fetchone()
        issuer = issuer_of(connection, row[0])
    entries = entries_of(connection, [uid])[uid]
    return stored_row(kind, uid, derive(kind, entries, own=own, issuer=issuer))


def _in_row(spec: FieldSpec, value: Any) -> str | int:
    """A value of the log as the record's column holds it."""
    if spec.wide:
        return str(value["body"]) if value else ""
    return stored(spec, value)


def _unlogged(connection: Connection, table: str) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        f'SELECT uid FROM "{table}" WHERE NOT EXISTS'
        f' (SELECT 1 FROM change WHERE row_id = "{table}".uid)'
    )
    for (uid,) in rows:
        yield table, uid


def _dangling(
    connection: Connection, table: str, spec: FieldSpec
) -> Iterator[tuple[str, str, str]]:
    known = spec.target or _TARGET.get(spec.type, "")
    for target in (known,) if known else RECORDS:
        for (uid,) in connection.execute(_query(table, spec, target, known=bool(known))):
            yield table, spec.name, uid


def _query(table: str, spec: FieldSpec, target: str, *, known: bool) -> str:
    """The records whose field names no record of the target; a link says its target's table."""
    field = f'r."{spec.name}"'
    missing = f'NOT EXISTS (SELECT 1 FROM "{target}" AS t WHERE t.uid = '
    if spec.several:
        source = f'"{table}" AS r, json_each({field}) AS e'
        return f"SELECT DISTINCT r.uid FROM {source} WHERE {missing}e.value)"
    of_table = "" if known else f" AND r.\"{spec.name}_table\" = '{target}'"
    return f"SELECT r.uid FROM \"{table}\" AS r WHERE {field} <> ''{of_table} AND {missing}{field})"
