"""How two states of a desk differ: what restoring a backup would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ctdesk.domain.records import RECORDS
from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated

MOST = 500
"""Records of a kind whose identities are told; beyond, they are counted only."""


@dataclass(frozen=True)
class Difference:
    """How the records of one kind differ between here (the desk) and there (the backup)."""

    table: str
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """At most `MOST` identities each; the numbers below count all."""
    count_here: int = 0
    count_there: int = 0
    count_changed: int = 0

    @property
    def none(self) -> bool:
        return not (self.count_here or self.count_there or self.count_changed)


def differences(here: Connection, there: Connection) -> list[Difference]:
    """Every kind of record in which the two differ; only the fields that both know count."""
    with translated():
        found = [_difference(here, there, table) for table in RECORDS]
    return [each for each in found if not each.none]


@dataclass(frozen=True)
class Line:
    """A record of one side as a list shows it; a column that the side does not have is empty."""

    uid: str
    at: str
    by: str
    number: str
    title: str
    classification: str


def lines_of(
    connection: Connection, table: str, uids: Sequence[str], number: str, title: str
) -> list[Line]:
    """Those of the records that the side has; `number` and `title` are columns of the table."""
    there = _columns(connection, table)
    shown = (f'"{n}"' if n in there else "''" for n in (number, title, "classification"))
    marks = ", ".join("?" * len(uids))
    with translated():
        rows = connection.execute(
            f"SELECT uid, updated_at, updated_by, {', '.join(shown)}"
            f' FROM "{table}" WHERE uid IN ({marks})',
            list(uids),
        ).fetchall()
    return [Line(*row) for row in rows]


def last_numbers(connection: Connection) -> dict[tuple[str, int], int]:
    """The last number given in each register and year."""
    with translated():
        rows = connection.execute(
            "SELECT register, register_year, max(register_seq) FROM document"
            " WHERE register <> '' GROUP BY 1, 2 ORDER BY 2 DESC, 1"
        ).fetchall()
    return {(register, year): seq for register, year, seq in rows}


def _difference(here: Connection, there: Connection, table: str) -> Difference:
    shared = [name for name in _columns(here, table) if name in _columns(there, table)]
    if not shared:
        count = here.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        return Difference(table, count_here=count)
    sides: tuple[list[str], list[str], list[str]] = ([], [], [])
    for uid, which in _walk(_rows(here, table, shared), _rows(there, table, shared)):
        sides[which].append(uid)
    here_first, there_first, changed_first = (tuple(side[:MOST]) for side in sides)
    return Difference(table, here_first, there_first, changed_first, *map(len, sides))


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _rows(connection: Connection, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{name}"' for name in columns)
    at = columns.index("uid")
    for row in connection.execute(f'SELECT {names} FROM "{table}" ORDER BY uid'):
        yield row[at], row


def _walk(
    here: Iterator[tuple[Any, ...]], there: Iterator[tuple[Any, ...]]
) -> Iterator[tuple[str, int]]:
    """Both in order of identity, side by side: 0 for only here, 1 for only there, 2 for changed."""
    ours, theirs = next(here, None), next(there, None)
    while ours is not None or theirs is not None:
        if theirs is None or (ours is not None and ours[0] < theirs[0]):
            assert ours is not None
            yield ours[0], 0
            ours = next(here, None)
        elif ours is None or theirs[0] < ours[0]:
            yield theirs[0], 1
            theirs = next(there, None)
        else:
            if ours[1] != theirs[1]:
                yield ours[0], 2
            ours, theirs = next(here, None), next(there, None)
