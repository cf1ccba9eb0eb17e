"""How secret a record is that has no classification of its own: as what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctdesk.domain.classification import LEVELS, rank
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS, Action, Item, Record
from ctdesk.store.errors import translated
from ctdesk.store.reading import Reader

_MANY = 400
"""Bound parameters a query: well below the engine's limit."""
HIDDEN = len(LEVELS) - 1
"""The rank of what names a record that is not on this desk: nobody can say how secret it is."""


def classified(kind: type[Record]) -> bool:
    """Whether records of the kind have a classification of their own."""
    return any(spec.name == "classification" for spec in fields_of(kind))


def names_of(record: Record) -> Iterator[tuple[str, str]]:
    """Table and identity of every record that this one belongs to or quotes."""
    for spec in fields_of(type(record)):
        if spec.type == "ref" and (uid := getattr(record, spec.name)):
            yield spec.target or getattr(record, f"{spec.name}_table", ""), uid


def ranks(read: Reader, table: str, uids: Iterable[str]) -> dict[str, int]:
    """The rank of each record of a table, its own and that of all it belongs to, in as many
    queries as there are tables on the way; what is not on the desk has none."""
    wanted = list(dict.fromkeys(uids))
    kind = RECORDS.get(table)
    if kind is None:
        return {}
    refs = [spec for spec in fields_of(kind) if spec.type == "ref"]
    own = ["classification"] if classified(kind) else []
    further = [f"{spec.name}_table" for spec in refs if not spec.target]
    rows = _narrow(read, kind, wanted, (*own, *(spec.name for spec in refs), *further))
    found = {row["uid"]: rank(row["classification"]) if own else 0 for row in rows}
    above: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        for spec in refs:
            if row[spec.name]:
                to = spec.target or row[f"{spec.name}_table"]
                above.setdefault(to, {}).setdefault(row[spec.name], []).append(row["uid"])
    for to, naming in above.items():
        known = ranks(read, to, naming)
        for uid, below in naming.items():
            for each in below:
                found[each] = max(found[each], known.get(uid, HIDDEN))
    return found


def above(read: Reader, table: str, column: str, clearance: int, of: str = "") -> dict[str, int]:
    """How many records of a searched kind lie above a rank, by the values of a card's column; of
    one `kind` of them if it is named."""
    also, values = (" AND kind = ?", (of,)) if of else ("", ())
    with translated():
        rows = read.connection.execute(
            f'SELECT "{column}", count(*) FROM entry INDEXED BY entry_above'
            f" WHERE tbl = ? AND rank > ?{also} GROUP BY 1",
            (table, clearance, *values),
        ).fetchall()
    return dict(rows)


def registered(read: Reader, day: str, clearance: int) -> int:
    """How many of the documents registered on a day lie up to a rank."""
    with translated():
        rows = read.connection.execute(
            "SELECT classification, count(*) FROM document WHERE register_date = ? GROUP BY 1",
            (day,),
        ).fetchall()
    return sum(count for degree, count in rows if rank(degree) <= clearance)


def rank_above(read: Reader, record: Record) -> int:
    """The highest rank of what a record belongs to or quotes; 0 for none."""
    if not isinstance(record, Item | Action):
        return 0
    return max(
        (ranks(read, table, [uid]).get(uid, HIDDEN) for table, uid in names_of(record)), default=0
    )


def belonging_to(read: Reader, table: str, uid: str) -> Iterator[tuple[str, str]]:
    """The items and actions that are as secret as that document or dossier: table, identity."""
    for kind in (Item, Action):
        for spec in fields_of(kind):
            if spec.type == "ref" and spec.target == table:
                for record in _naming(read, kind, spec.name, uid):
                    yield kind.table, record


def _naming(read: Reader, kind: type[Record], name: str, uid: str) -> list[str]:
    with translated():
        rows = read.connection.execute(
            f'SELECT uid FROM "{kind.table}" WHERE "{name}" = ?', (uid,)
        ).fetchall()
    return [row[0] for row in rows]


def _narrow(
    read: Reader, kind: type[Record], uids: list[str], names: tuple[str, ...]
) -> list[dict[str, str]]:
    """Some columns of records by identity: for questions about very many, which need no text."""
    columns = ", ".join(f'"{name}"' for name in ("uid", *names))
    found = []
    with translated():
        for start in range(0, len(uids), _MANY):
            part = uids[start : start + _MANY]
            marks = ", ".join("?" * len(part))
            rows = read.connection.execute(
                f'SELECT {columns} FROM "{kind.table}" WHERE uid IN ({marks})', part
            )
            found += [dict(zip(("uid", *names), row, strict=True)) for row in rows]
    return found
