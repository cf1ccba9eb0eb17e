"""What the index should hold of every record, read from the records: its rebuild and its check."""

from __future__ import annotations

from collections.abc import Iterator

from ctdesk.domain.records import Document, Party, Record
from ctdesk.store.cards import SEARCHED, card_of
from ctdesk.store.degrees import rank_above
from ctdesk.store.index import Card, Texts
from ctdesk.store.reading import Reader

_BATCH = 1_000
"""Records read at a time: some megabytes of text."""
_UNINDEXED = ' AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.uid = "{}".uid)'


class Described:
    """The cards and texts of all searched records, in batches; parties are read once."""

    def __init__(self, reader: Reader) -> None:
        self._read = reader
        self._parties: dict[str, Party | None] = {}

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are."""
        return self._read.count(kind)

    def all_count(self) -> int:
        """How many searched records there are."""
        return sum(map(self.count, SEARCHED))

    def of(
        self, kind: type[Record], *, unindexed: bool = False
    ) -> Iterator[list[tuple[Card, Texts]]]:
        """Cards and texts of the records of a kind, by identity; `unindexed`: that have no card."""
        where, after = "uid > ?" + (_UNINDEXED.format(kind.table) if unindexed else ""), ""
        while records := self._read.find(kind, where, [after], limit=_BATCH):
            yield [found for record in records if (found := self._card(record)) is not None]
            after = records[-1].uid

    def all(self) -> Iterator[list[tuple[Card, Texts]]]:
        """Cards and texts of all searched records, kind by kind."""
        for kind in SEARCHED:
            yield from self.of(kind)

    def _card(self, record: Record) -> tuple[Card, Texts] | None:
        opinion = isinstance(record, Document) and record.kind == "opinion"
        blocks = self._read.latest_blocks(record.uid) if opinion else ""
        return card_of(record, self._party, blocks, rank_above(self._read, record))

    def _party(self, uid: str) -> Party | None:
        if uid not in self._parties:
            self._parties[uid] = self._read.get(Party, uid)
        return self._parties[uid]
