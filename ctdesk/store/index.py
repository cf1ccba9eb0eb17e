"""The full-text index, kept in step with the records by the transaction that writes them.

Four tables: `entry`, one narrow row a record, which lists and hits read; `ft`, the postings, an
FTS5 table without content that is fed folded words; `lexeme`, one row a distinct word with the
number of records that hold it, out of which a question is widened to the forms in use; `mention`,
which record's text mentions which message, by the key of the mention.

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

from ctdesk.store import schema_1, schema_2
from ctdesk.text.fold import forms_of
from ctdesk.text.morphology import root, stem
from ctdesk.text.references import mention_keys

SCHEMA: tuple[str, ...] = (*schema_1.INDEX_TABLES, *schema_2.MENTIONS)
"""The tables of the index as they now stand, for a database that holds nothing else."""

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


CARD_COLUMNS = tuple(field.name for field in fields(Card))
_TEXT_COLUMNS = tuple(field.name for field in fields(Texts))
card_values = attrgetter(*CARD_COLUMNS)
_COLUMNS = ("fts_key", *CARD_COLUMNS, "year")
_INSERT_ENTRY = (
    f"INSERT INTO entry({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
)
_UPDATE_ENTRY = (
    f"UPDATE entry SET {', '.join(f'{c}=?' for c in (*CARD_COLUMNS, 'year'))} WHERE fts_key=?"
)
_INSERT_FT = (
    "INSERT INTO ft(rowid, subject, summary, body, sender, addressee, number)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_RAISE_DF = (
    "INSERT INTO lexeme(term, df) VALUES (?, ?)"
    " ON CONFLICT(term) DO UPDATE SET df = df + excluded.df"
)
_STEM = "UPDATE lexeme SET stem=?, root=? WHERE term=?"
# In bulk: new words held back before they are written (about 40 MB of them), and records put in the
# order of their keys before they are, since FTS5 writes out what it holds at each step backwards.
_HELD_TERMS = 300_000
_HELD_ROWS = 1_000
_STEMMED = 5_000
"""Words that are stemmed anew at a time."""
# FTS5 cuts a word at 32 KiB; one of more characters than this is left out of the index instead, so
# that every table holds the same words.
_LONGEST_WORD = 8_000


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
            self.put_mentions([(card.uid, texts)])
            return key
        if old is None:
            raise ValueError(f"{card.uid} is indexed: its old texts are needed to replace it")
        if old == texts and standing // DAY == day_of(card.date):
            self._update(standing, card)
            return standing
        before = self._delete(standing, old)
        key = standing if standing // DAY == day_of(card.date) else self._free_key(card.date)
        after = self._insert(key, card, texts)
        self._raise(Counter(after - before))
        self._lower(before - after)
        if old.body != texts.body:
            self._delete_mentions(card.uid)
            self.put_mentions([(card.uid, texts)])
        return key

    def put_card(self, card: Card) -> bool:
        """Rewrite only a record's card (state, officer, ...), without its texts.

        False, and nothing done, when it isn't indexed or its date moves it: then `put` it.
        """
        key = self._key(card.uid)
        if key is None or key // DAY != day_of(card.date):
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
                day = day_of(card.date)
                key = following.get(day) or self._free_key(card.date)
                following[day] = key + 1
                keyed.append((key, card, texts))
            for key, card, texts in sorted(keyed, key=lambda row: row[0]):
                gathered.update(self._insert(key, card, texts))
            self.put_mentions((card.uid, texts) for card, texts in batch)
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
        self._delete_mentions(uid)
        return True

    def optimize(self) -> None:
        """Merge the postings into one segment: after a large import and to purge, seconds long."""
        self._connection.execute("INSERT INTO ft(ft) VALUES('optimize')")

    def clear(self) -> None:
        """Take everything out."""
        self._connection.execute("INSERT INTO ft(ft) VALUES('delete-all')")
        for table in ("entry", "lexeme", "mention"):
            self._connection.execute(f"DELETE FROM {table}")

    def clear_mentions(self) -> None:
        """Take every mention out."""
        self._connection.execute("DELETE FROM mention")

    def put_mentions(self, rows: Iterable[tuple[str, Texts]]) -> None:
        """Note which messages the texts of records, given by uid, mention."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO mention(key, source) VALUES (?, ?)",
            ((key, uid) for uid, texts in rows for key in mentions_of(texts)),
        )

    def stem_anew(self) -> Iterator[int]:
        """Stem every word of the index anew; tells from time to time how many are done."""
        last, done = "", 0
        while rows := self._connection.execute(
            "SELECT term, stem, root FROM lexeme WHERE term > ? ORDER BY term LIMIT ?",
            (last, _STEMMED),
        ).fetchall():
            fresh = [(stem(term), root(term), term) for term, _, _ in rows]
            self._connection.executemany(
                _STEM,
                [new for new, old in zip(fresh, rows, strict=True) if new[:2] != old[1:]],
            )
            last, done = rows[-1][0], done + len(rows)
            yield done

    def _key(self, uid: str) -> int | None:
        row = self._connection.execute("SELECT fts_key FROM entry WHERE uid=?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def _free_key(self, date: str) -> int:
        low = day_of(date) * DAY
        (last,) = self._connection.execute(
            "SELECT max(fts_key) FROM entry WHERE fts_key BETWEEN ? AND ?", (low, low + DAY - 1)
        ).fetchone()
        return low + 1 if last is None else int(last) + 1

    def _insert(self, key: int, card: Card, texts: Texts) -> set[str]:
        columns = columns_of(texts)
        year = day_of(card.date) // 10_000 or None
        self._connection.execute(_INSERT_ENTRY, (key, *card_values(card), year))
        self._connection.execute(_INSERT_FT, (key, *map(" ".join, columns)))
        return set().union(*columns)

    def _update(self, key: int, card: Card) -> None:
        year = day_of(card.date) // 10_000 or None
        self._connection.execute(_UPDATE_ENTRY, (*card_values(card), year, key))

    def _delete(self, key: int, texts: Texts) -> set[str]:
        self._connection.execute("DELETE FROM ft WHERE rowid=?", (key,))
        self._connection.execute("DELETE FROM entry WHERE fts_key=?", (key,))
        return set().union(*columns_of(texts))

    def _delete_mentions(self, uid: str) -> None:
        self._connection.execute("DELETE FROM mention WHERE source=?", (uid,))

    def _raise(self, counts: Counter[str]) -> None:
        """Count words up; those that the index didn't know, and they alone, are stemmed."""
        self._connection.executemany(_RAISE_DF, [(term, counts[term]) for term in sorted(counts)])
        new = self._connection.execute("SELECT term FROM lexeme WHERE stem IS NULL").fetchall()
        self._connection.executemany(_STEM, [(stem(term), root(term), term) for (term,) in new])

    def _lower(self, terms: set[str]) -> None:
        rows = [(term,) for term in sorted(terms)]
        self._connection.executemany("UPDATE lexeme SET df = df - 1 WHERE term=?", rows)
        self._connection.executemany("DELETE FROM lexeme WHERE term=? AND df <= 0", rows)


def columns_of(texts: Texts) -> list[list[str]]:
    """The folded words of each column, in the order of the columns."""
    return [_words(getattr(texts, name)) for name in _TEXT_COLUMNS]


def mentions_of(texts: Texts) -> set[str]:
    """The keys of the messages that a record's texts mention."""
    return set(mention_keys(texts.body))


def _words(text: str) -> list[str]:
    forms = forms_of(text)
    # folding makes up to eighteen letters of one
    if len(text) * 18 > _LONGEST_WORD and max(map(len, forms), default=0) > _LONGEST_WORD:
        return [form for form in forms if len(form) <= _LONGEST_WORD]
    return forms


def day_of(date: str) -> int:
    """yyyymmdd of an ISO date (or time), 0 for none."""
    digits = date[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0
