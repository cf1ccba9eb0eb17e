"""A measured database: built by streaming, its rate beside a bare insert of the same words."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from ctdesk.store.index import Card, Index, Texts, columns_of
from tests.benchmarks.desks import index_connection
from tests.benchmarks.resampled import documents

# Documents held at a time, and committed together.
_TOGETHER = 2_000
_ADDED = 50

Rows = list[tuple[Card, Texts]]


class Bodies:
    """The bodies of a measured database, encrypted beside it, for snippets."""

    def __init__(self, path: str) -> None:
        self._connection = dbapi2.connect(f"{path}.texts", isolation_level=None)
        self._connection.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS body(uid TEXT PRIMARY KEY, text TEXT) STRICT"
        )

    def put(self, rows: Rows) -> None:
        self._connection.execute("BEGIN")
        pairs = ((card.uid, texts.body) for card, texts in rows)
        self._connection.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", pairs)
        self._connection.execute("COMMIT")

    def of(self, uid: str) -> str:
        """The body of a record; "" for one without."""
        row = self._connection.execute("SELECT text FROM body WHERE uid = ?", (uid,)).fetchone()
        return "" if row is None else str(row[0])

    def some(self, count: int) -> list[str]:
        """So many of the bodies."""
        rows = self._connection.execute("SELECT text FROM body LIMIT ?", (count,))
        return [str(row[0]) for row in rows]


def build(path: str, count: int, kit: Path | None) -> None:
    """Fill a new database and print the rates; the file appears under its name when it is whole."""
    partial = f"{path}.partial"
    for left in Path(partial).parent.glob(f"{Path(partial).name}*"):
        left.unlink()
    connection = index_connection(partial)
    bodies = Bodies(path)
    ours = folding = inserting = 0.0
    text = 0
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        bare = index_connection(f"{folder}/bare.db")
        for turn, rows in enumerate(_batches(documents(count, kit))):
            text += sum(len(texts.body.encode()) for _, texts in rows)
            bodies.put(rows)
            # By turns the first, since folding remembers the words that it has seen.
            ours += 0 if turn % 2 else _ours(connection, rows)
            analysed, inserted = _by_hand(bare, rows)
            ours += _ours(connection, rows) if turn % 2 else 0
            folding += analysed
            inserting += inserted
        bare.close()
    share = (folding + inserting) / ours
    print(f"build: {count / ours:.0f} documents/s; by hand: folding {count / folding:.0f}/s,"
          f" insert of folded words {count / inserting:.0f}/s, ours {share:.2f} of the two"
          " together")  # fmt: skip
    started = time.perf_counter()
    Index(connection).optimize()
    print(f"optimize: {time.perf_counter() - started:.1f} s")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    Path(partial).rename(path)
    size = Path(path).stat().st_size
    print(f"index and cards {size / 1e6:.0f} MB, {size / text:.2f} of the text")


def _batches(rows: Iterator[tuple[Card, Texts]]) -> Iterator[Rows]:
    while batch := list(islice(rows, _TOGETHER)):
        yield batch


def _ours(connection: Any, rows: Rows) -> float:
    started = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    Index(connection).put_many(rows)
    connection.execute("COMMIT")
    return time.perf_counter() - started


def _by_hand(connection: Any, rows: Rows) -> tuple[float, float]:
    """Seconds of folding, and of the insert of what it gave, with one narrow row a document."""
    (last,) = connection.execute("SELECT coalesce(max(fts_key), 0) FROM entry").fetchone()
    started = time.perf_counter()
    folded = [tuple(map(" ".join, columns_of(texts))) for _, texts in rows]
    analysed = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for key, (columns, (card, _)) in enumerate(zip(folded, rows, strict=True), last + 1):
        connection.execute("INSERT INTO ft(rowid, subject, summary, body, sender, addressee,"
                           " number) VALUES (?, ?, ?, ?, ?, ?, ?)", (key, *columns))  # fmt: skip
        connection.execute("INSERT INTO entry(fts_key, tbl, uid, kind, number, date, title)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)",
                           (key, card.tbl, card.uid, card.kind, card.number, card.date,
                            card.title))  # fmt: skip
    connection.execute("COMMIT")
    return analysed - started, time.perf_counter() - analysed


def add_some(connection: Any, kit: Path | None) -> list[float]:
    """Milliseconds of putting each of a few new documents, committed; they are taken out again."""
    index = Index(connection)
    times = []
    extra = [(replace(card, uid=f"extra-{card.uid}"), texts)
             for card, texts in documents(_ADDED, kit, seed=99)]  # fmt: skip
    for card, texts in extra:
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        index.put(card, texts)
        connection.execute("COMMIT")
        times.append((time.perf_counter() - started) * 1000)
    connection.execute("BEGIN IMMEDIATE")
    for card, texts in extra:
        index.remove(card.uid, texts)
    connection.execute("COMMIT")
    return times
