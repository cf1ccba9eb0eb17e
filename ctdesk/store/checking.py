"""Whether the index says of every record what the record says: the check behind `verify`.

The records are read once, in batches. What belongs to one record (its card, how many words each
column holds, its mentions) is compared record by record. The words are compared through one sum
over all of them, so that the memory doesn't grow with the vocabulary: each word's hash for every
record that holds it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from ctdesk.store.cards import SEARCHED
from ctdesk.store.described import Described
from ctdesk.store.driver import Connection, DatabaseError
from ctdesk.store.errors import code_of
from ctdesk.store.index import (
    CARD_COLUMNS,
    DAY,
    Card,
    Texts,
    card_values,
    columns_of,
    day_of,
    mentions_of,
)
from ctdesk.store.reading import Reader
from ctdesk.store.rebuild import behind

Checked = Callable[[int, int], bool]
"""Told how many records are checked, of how many; False stops."""

_ENTRIES = (
    f"SELECT uid, fts_key, sz, year, {', '.join(CARD_COLUMNS)} FROM json_each(?)"
    " JOIN entry ON uid = value LEFT JOIN ft_docsize AS d ON d.id = fts_key"
)
_MENTIONS = "SELECT source, mention.key FROM json_each(?) JOIN mention ON source = value"
_OF_NO_RECORD = " AND ".join(
    f'NOT EXISTS (SELECT 1 FROM "{kind.table}" AS t WHERE t.uid = entry.uid)' for kind in SEARCHED
)
_STRAYS = (
    ("stray", f"SELECT count(*), min(uid) FROM entry WHERE {_OF_NO_RECORD}"),
    (
        "postings",
        "SELECT count(*), min(id) FROM ft_docsize"
        " WHERE NOT EXISTS (SELECT 1 FROM entry WHERE fts_key = id)",
    ),
    (
        "mention",
        "SELECT count(*), min(source) FROM mention"
        " WHERE NOT EXISTS (SELECT 1 FROM entry WHERE uid = source)",
    ),
)
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.posted USING fts5vocab(main, ft, row)"


@dataclass(frozen=True)
class IndexFault:
    """One kind of fault, under `index_fault.<code>`: how often it was found, and one example (a
    record's uid, a word, a part of the index)."""

    code: str
    count: int
    example: str = ""


class IndexCheck:
    """One check of the index of a desk, through one connection."""

    def __init__(self, reader: Reader, progress: Checked = lambda _done, _total: True) -> None:
        self._connection: Connection = reader.connection
        self._described = Described(reader)
        self._progress = progress
        self._counts: dict[str, int] = {}
        self._examples: dict[str, str] = {}
        self._words = 0

    def faults(self) -> tuple[IndexFault, ...]:
        """What is wrong, each kind once; nothing when the index is in step with the records.

        A check that is stopped tells what it found until then.
        """
        for part in behind(self._connection):
            self._found("behind", part)
        if self._records():
            for code, query in _STRAYS:
                count, example = self._connection.execute(query).fetchone()
                if count:
                    self._found(code, str(example), count)
            if self._postings_are_sound():
                self._compare_words()
        return tuple(
            IndexFault(code, count, self._examples[code]) for code, count in self._counts.items()
        )

    def _found(self, code: str, example: str, count: int = 1) -> None:
        self._counts[code] = self._counts.get(code, 0) + count
        self._examples.setdefault(code, example)

    def _records(self) -> bool:
        done, total = 0, self._described.all_count()
        for batch in self._described.all():
            self._compare_batch(batch)
            done += len(batch)
            if not self._progress(done, total):
                return False
        return True

    def _compare_batch(self, batch: Sequence[tuple[Card, Texts]]) -> None:
        uids = json.dumps([card.uid for card, _ in batch])
        entries = {row[0]: row[1:] for row in self._connection.execute(_ENTRIES, (uids,))}
        mentions: dict[str, set[str]] = {}
        for source, key in self._connection.execute(_MENTIONS, (uids,)):
            mentions.setdefault(source, set()).add(key)
        for card, texts in batch:
            columns = columns_of(texts)
            self._words += sum(map(hash, set().union(*columns)))
            if mentions.get(card.uid, set()) != mentions_of(texts):
                self._found("mention", card.uid)
            if card.uid in entries:
                self._compare(card, columns, entries[card.uid])
            else:
                self._found("missing", card.uid)

    def _compare(self, card: Card, columns: Sequence[Sequence[str]], entry: Sequence[Any]) -> None:
        key, sizes, year, *values = entry
        day = day_of(card.date)
        if (key // DAY, year, *values) != (day, day // 10_000 or None, *card_values(card)):
            self._found("card", card.uid)
        if sizes is None or list(_numbers(sizes)) != list(map(len, columns)):
            self._found("postings", card.uid)

    def _postings_are_sound(self) -> bool:
        try:
            self._connection.execute("INSERT INTO ft(ft) VALUES('integrity-check')")
        except DatabaseError as error:
            if code_of(error) != "store_damaged":
                raise
            self._found("damaged", "ft")
            return False
        return True

    def _compare_words(self) -> None:
        """The words that are counted, those that are posted and those of the texts."""
        self._connection.execute(_VOCABULARY)
        posted = self._connection.execute("SELECT term, doc FROM temp.posted")
        counted = self._connection.execute("SELECT term, df FROM lexeme ORDER BY term")
        words = 0
        for term, records, holders in _side_by_side(counted, posted):
            words += hash(term) * records
            if records != holders:
                self._found("words", term)
        if words != self._words and "words" not in self._counts:
            self._found("texts", "")


def _side_by_side(
    counted: Iterable[tuple[str, int]], posted: Iterable[tuple[str, int]]
) -> Iterator[tuple[str, int, int]]:
    """Each word of either, with its number in the one and in the other; both come in order."""
    rows = merge(((term, n, 0) for term, n in counted), ((term, 0, n) for term, n in posted))
    for term, same in groupby(rows, key=itemgetter(0)):
        numbers = [row[1:] for row in same]
        yield term, sum(left for left, _ in numbers), sum(right for _, right in numbers)


def _numbers(sizes: bytes) -> Iterator[int]:
    """The numbers of FTS5's record of sizes: big-endian, seven bits a byte, the last below 128."""
    number = 0
    for byte in sizes:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            yield number
            number = 0
