"""Making anew, from the records, the parts of the index that older rules made.

`index_state` holds, for each part, the version of the rules that made it and whether it is whole.
The words (and with them everything else) are made in batches, each a transaction of its own, so
that a killed program goes on where it was; the stems alone and the mentions alone are made in one
transaction, which a killed program begins again. A part is called whole only by the transaction
that completes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ctdesk.store.cards import CARDS_VERSION, SEARCHED
from ctdesk.store.described import Described
from ctdesk.store.driver import Connection, Database
from ctdesk.store.index import Index
from ctdesk.store.reading import Reader
from ctdesk.text.fold import FOLD_VERSION
from ctdesk.text.morphology import LEXEME_VERSION
from ctdesk.text.references import MENTIONS_VERSION

Progress = Callable[[str, int, int], bool]
"""Told the part, how many of its records or words are done, of how many; False stops."""

WORDS, LEXEME, MENTION = "words", "lexeme", "mention"

VERSIONS = {
    WORDS: f"{FOLD_VERSION}.{CARDS_VERSION}",
    LEXEME: str(LEXEME_VERSION),
    MENTION: str(MENTIONS_VERSION),
}
"""By which rules this program makes each part of the index."""


class _Stopped(Exception):
    """The progress said so; the transaction it is raised in is undone."""


def behind(connection: Connection) -> tuple[str, ...]:
    """The parts of the index that are not whole, or not by this program's rules."""
    rows = connection.execute("SELECT part, version, whole FROM index_state").fetchall()
    standing = {part: (version, whole) for part, version, whole in rows}
    return tuple(part for part in VERSIONS if standing.get(part) != (VERSIONS[part], 1))


class Rebuild:
    """One run over the connection of a store; nobody else may write to it meanwhile."""

    def __init__(self, db: Database, progress: Progress) -> None:
        self._db = db
        self._connection: Connection = db.conn
        self._index = Index(self._connection)
        self._described = Described(Reader(db))
        self._progress = progress

    def bring_up(self) -> bool:
        """Make what is behind; False when it was stopped, and the next run goes on."""
        parts = behind(self._connection)
        try:
            if WORDS in parts:
                self._words()
            else:
                if LEXEME in parts:
                    self._lexemes()
                if MENTION in parts:
                    self._mentions()
        except _Stopped:
            return False
        return True

    def everything(self) -> bool:
        """Make the whole index anew, whatever its state; False when it was stopped."""
        with self._db.atomic():
            self._mark(VERSIONS, "", whole=False)
        return self.bring_up()

    def _words(self) -> None:
        if not self._begun():
            with self._db.atomic():
                self._index.clear()
                self._mark(VERSIONS, None, whole=False)
        (done,) = self._connection.execute("SELECT count(*) FROM entry").fetchone()
        first, total = done, self._described.all_count()
        self._tell(WORDS, done, total)
        for kind in SEARCHED:
            for batch in self._described.of(kind, unindexed=True):
                with self._db.atomic():
                    done += self._index.put_many(batch)
                self._tell(WORDS, done, total)
        with self._db.atomic():
            self._mark(VERSIONS, None, whole=True)
        if done > first:
            with self._db.atomic():
                self._index.optimize()

    def _begun(self) -> bool:
        rows = self._connection.execute("SELECT part, version, whole FROM index_state").fetchall()
        return sorted(rows) == sorted((part, VERSIONS[part], 0) for part in VERSIONS)

    def _lexemes(self) -> None:
        (total,) = self._connection.execute("SELECT count(*) FROM lexeme").fetchone()
        with self._db.atomic():
            for done in self._index.stem_anew():
                self._tell(LEXEME, done, total)
            self._mark([LEXEME], None, whole=True)

    def _mentions(self) -> None:
        done, total = 0, self._described.all_count()
        with self._db.atomic():
            self._index.clear_mentions()
            for batch in self._described.all():
                self._index.put_mentions((card.uid, texts) for card, texts in batch)
                done += len(batch)
                self._tell(MENTION, done, total)
            self._mark([MENTION], None, whole=True)

    def _mark(self, parts: Iterable[str], version: str | None, *, whole: bool) -> None:
        self._connection.executemany(
            "INSERT INTO index_state VALUES (?, ?, ?)"
            " ON CONFLICT (part) DO UPDATE SET version = excluded.version, whole = excluded.whole",
            [(part, VERSIONS[part] if version is None else version, int(whole)) for part in parts],
        )

    def _tell(self, part: str, done: int, total: int) -> None:
        if not self._progress(part, done, total):
            raise _Stopped
