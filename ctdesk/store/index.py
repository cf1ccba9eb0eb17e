"""The full-text index, kept in step with the records by the transaction that writes them.

Three tables: `entry`, one narrow row a record, which lists and hits read; `ft`, the postings, an
FTS5 table without content that is fed folded words; `lexeme`, one row a distinct word with the
number of records that hold it, out of which a question is widened to the forms in use.

`ft` can't say what it holds: who replaces or removes a record must bring its old texts, or the
counts in `lexeme` would drift. Nothing here begins or ends a transaction: the store's act does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import islice
from operator import attrgetter
from typing import Any

from ctdesk.text.fold import forms_of
from ctdesk.text.morphology import root, stem

SCHEMA: tuple[str, ...] = (
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

# A day's keys: yyyymmdd * DAY + sequence, so that order and ranges of dates never leave FTS5.
DAY = 1_000_000


@dataclass(frozen=True, slots=True)
class Card:
    """A record as lists show it. Codes are those of the vocabularies; dates ISO; `rank` is the
    order of the classification; `topics` and `countries` are codes joined by blanks. A record
    without a date of its own comes with the date of its registration."""

    tbl: str
    uid: str
    kind: str = ""
    direction: str = ""
    number: str = ""
    their_number: str = ""
    date: str = ""
    title: str = ""
    mission: str = ""
    state: str = ""
    urgency: str = ""
    classification: str = ""
    rank: int = 0
    officer: str = ""
    topics: str = ""
    countries: str = ""
    language: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Texts:
    """A record's words as written, by column of the index; `sender` and `addressee` hold every
    spelling of their names, `number` every number the record goes by, one a line."""

    subject: str = ""
    summary: str = ""
    body: str = ""
    sender: str = ""
    addressee: str = ""
    number: str = ""


_CARD_COLUMNS = tuple(field.name for field in fields(Card))
_TEXT_COLUMNS = tuple(field.name for field in fields(Texts))
_row = attrgetter(*_CARD_COLUMNS)
_COLUMNS = ("fts_key", *_CARD_COLUMNS, "year")
_INSERT_ENTRY = (
    f"INSERT INTO entry({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
)
_UPDATE_ENTRY = (
    f"UPDATE entry SET {', '.join(f'{c}=?' for c in (*_CARD_COLUMNS, 'year'))} WHERE fts_key=?"
)
_INSERT_FT = (
    "INSERT INTO ft(rowid, subject, summary, body, sender, addressee, number)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_RAISE_DF = (
    "INSERT INTO lexeme(term, stem, root, df) VALUES (?, ?, ?, ?)"
    " ON CONFLICT(term) DO UPDATE SET df = df + excluded.df"
)
# In bulk: new words held back before they are written (about 40 MB of them), and records put in the
# order of their keys before they are, since FTS5 writes out what it holds at each step backwards.
_HELD_TERMS = 300_000
_HELD_ROWS = 1_000


class Index:
    """Writes to the index through a DB-API connection, inside the caller's transaction."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def put(self, card: Card, texts: Texts, old: Texts | None = None) -> int:
        """Insert a record, or replace it; gives its `fts_key`.

        To replace, `old` must be the texts last put for this uid.

        Raises ValueError when the record is there and `old` is missing.
        """
        standing = self._key(card.uid)
        if standing is None:
            key = self._free_key(card.date)
            terms = self._insert(key, card, texts)
            self._raise(Counter(terms))
            return key
        if old is None:
            raise ValueError(f"{card.uid} is indexed: its old texts are needed to replace it")
        if old == texts and standing // DAY == _day(card.date):
            self._update(standing, card)
            return standing
        before = self._delete(standing, old)
        key = standing if standing // DAY == _day(card.date) else self._free_key(card.date)
        after = self._insert(key, card, texts)
        self._raise(Counter(after - before))
        self._lower(before - after)
        return key

    def put_card(self, card: Card) -> bool:
        """Rewrite only a record's card (state, officer, ...), without its texts.

        False, and nothing done, when it isn't indexed or its date moves it: then `put` it.
        """
        key = self._key(card.uid)
        if key is None or key // DAY != _day(card.date):
            return False
        self._update(key, card)
        return True

    def put_many(self, rows: Iterable[tuple[Card, Texts]]) -> int:
        """Insert many new records, word counts gathered; gives how many.

        Raises the driver's IntegrityError on a uid that is indexed already.
        """
        gathered: Counter[str] = Counter()
        following: dict[int, int] = {}
        count = 0
        source = iter(rows)
        while batch := list(islice(source, _HELD_ROWS)):
            keyed = []
            for card, texts in batch:
                day = _day(card.date)
                key = following.get(day) or self._free_key(card.date)
                following[day] = key + 1
                keyed.append((key, card, texts))
            for key, card, texts in sorted(keyed, key=lambda row: row[0]):
                gathered.update(self._insert(key, card, texts))
            count += len(batch)
            if len(gathered) > _HELD_TERMS:
                self._raise(gathered)
                gathered = Counter()
        self._raise(gathered)
        return count

    def remove(self, uid: str, texts: Texts) -> bool:
        """Take a record out; `texts` are those last put. False when it isn't indexed.

        Its words stay in the file until `optimize`: FTS5 has no secure delete for such tables.
        """
        key = self._key(uid)
        if key is None:
            return False
        self._lower(self._delete(key, texts))
        return True

    def optimize(self) -> None:
        """Merge the postings into one segment: after a large import and to purge, seconds long."""
        self._connection.execute("INSERT INTO ft(ft) VALUES('optimize')")

    def _key(self, uid: str) -> int | None:
        row = self._connection.execute("SELECT fts_key FROM entry WHERE uid=?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def _free_key(self, date: str) -> int:
        low = _day(date) * DAY
        (last,) = self._connection.execute(
            "SELECT max(fts_key) FROM entry WHERE fts_key BETWEEN ? AND ?", (low, low + DAY - 1)
        ).fetchone()
        return low + 1 if last is None else int(last) + 1

    def _insert(self, key: int, card: Card, texts: Texts) -> set[str]:
        columns = _forms(texts)
        year = _day(card.date) // 10_000 or None
        self._connection.execute(_INSERT_ENTRY, (key, *_row(card), year))
        self._connection.execute(_INSERT_FT, (key, *map(" ".join, columns)))
        return set().union(*columns)

    def _update(self, key: int, card: Card) -> None:
        year = _day(card.date) // 10_000 or None
        self._connection.execute(_UPDATE_ENTRY, (*_row(card), year, key))

    def _delete(self, key: int, texts: Texts) -> set[str]:
        self._connection.execute("DELETE FROM ft WHERE rowid=?", (key,))
        self._connection.execute("DELETE FROM entry WHERE fts_key=?", (key,))
        return set().union(*_forms(texts))

    def _raise(self, counts: Counter[str]) -> None:
        self._connection.executemany(_RAISE_DF, _lexemes(counts))

    def _lower(self, terms: set[str]) -> None:
        rows = [(term,) for term in sorted(terms)]
        self._connection.executemany("UPDATE lexeme SET df = df - 1 WHERE term=?", rows)
        self._connection.executemany("DELETE FROM lexeme WHERE term=? AND df <= 0", rows)


def _forms(texts: Texts) -> list[list[str]]:
    """The folded words of each column, in the order of the columns."""
    return [forms_of(getattr(texts, name)) for name in _TEXT_COLUMNS]


def _lexemes(counts: Counter[str]) -> Iterator[tuple[str, str, str, int]]:
    for term in sorted(counts):
        yield term, stem(term), root(term), counts[term]


def _day(date: str) -> int:
    """yyyymmdd of an ISO date (or time), 0 for none."""
    digits = date[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0
