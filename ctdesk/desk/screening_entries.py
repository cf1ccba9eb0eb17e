"""The entries of the lists: browsed, searched in either script, each with its whole history.

    entries.list(query, list_, delisted, offset, limit) -> EntryPage
    entries.entry(uid)                                  -> EntryView    names, versions, narrative

A query is a piece of a name, a reference number or a permanent id, as it is written; what the
matcher finds by sound in the other script follows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ctdesk.desk.screening_fields import entry_of_record
from ctdesk.desk.screening_history import Edition, spans
from ctdesk.desk.screening_rows import EntryPage, EntryRow, EntryVersion, EntryView
from ctdesk.domain.records import ListEntry
from ctdesk.screening.lists import Listed
from ctdesk.screening.lists.difference import changed_fields, lines_of
from ctdesk.store.screening import ScreeningReader
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

BySound = Callable[[str], Sequence[tuple[str, str, float]]]
"""A name to the entries that it may mean: identity, their name, score; the best first."""


class Entries:
    """What the desk knows of every entry that was ever listed."""

    def __init__(self, session: Session, by_sound: BySound) -> None:
        self._session = session
        self._read = ScreeningReader(session.store.read)
        self._by_sound = by_sound
        self._held: tuple[tuple[str, ...], Sequence[_Line]] = ((), [])

    def list(
        self,
        query: str = "",
        *,
        list_: str = "",
        part: str = "",
        kind: str = "",
        delisted: bool | None = False,
        offset: int = 0,
        limit: int = 100,
    ) -> EntryPage:
        """Entries that answer, the best first; without a query by reference. `delisted`: True only
        those, None both."""
        lines = [
            line
            for line in self._lines()
            if (not list_ or line.row.list == list_)
            and (not part or line.row.regime == part)
            and (not kind or line.row.kind == kind)
            and (delisted is None or bool(line.row.delisted_on) == delisted)
        ]
        rows = self._found(query.strip(), lines) if query.strip() else [line.row for line in lines]
        return EntryPage(rows[offset : offset + limit], len(rows))

    def parts(self, list_: str = "") -> Sequence[tuple[str, int]]:
        """The parts of a list, or of all lists, each with how many entries are in force."""
        counts = Counter(
            line.row.regime
            for line in self._lines()
            if line.row.regime
            and not line.row.delisted_on
            and (not list_ or line.row.list == list_)
        )
        return sorted(counts.items())

    def entry(self, uid: str) -> EntryView:
        """All that the desk knows of an entry. Refused when there is none."""
        record = self._session.store.read.get(ListEntry, uid)
        record = self._session.access.demand(record, uid)
        heads = [head for head in self._read.imports() if head.list == record.list]
        editions = [Edition(h.uid, h.date, self._read.manifest(h.manifest)) for h in heads]
        found = spans(editions, record.permanent_id)
        wanted = {record.version, *(span.version for span in found)}
        contents = self._read.wordings_of(record.list, wanted)
        said = {
            version: Listed(record.list, record.permanent_id, json.loads(content))
            for (permanent_id, version), content in contents.items()
            if permanent_id == record.permanent_id
        }
        versions: list[EntryVersion] = []
        last: Listed | None = None
        for span in found:
            listed = said.get(span.version)
            changed = changed_fields(last.said, listed.said) if last and listed else ()
            versions.append(
                EntryVersion(
                    since=span.first.date,
                    until=span.last.date,
                    listed=listed is not None,
                    entry=listed.entry if listed else None,
                    changed=tuple(changed),
                )
            )
            last = listed or last
        now = said.get(record.version)
        return EntryView(
            record=record,
            entry=now.entry if now else entry_of_record(record),
            said=[
                (key, tuple(lines))
                for key, lines in lines_of(now.said if now else {}).items()
                if key != "other"
            ],
            versions=versions[::-1],
            narrative=record.narrative,
        )

    def rows(self, uids: Iterable[str]) -> dict[str, EntryRow]:
        """Entries by identity, listed or delisted."""
        wanted = set(uids)
        return {line.row.uid: line.row for line in self._lines() if line.row.uid in wanted}

    def _found(self, query: str, lines: Sequence[_Line]) -> Sequence[EntryRow]:
        asked = fold(query)
        rows: dict[str, EntryRow] = {}
        for line in lines:
            name = line.answering(asked) if asked else ""
            if name:
                rows[line.row.uid] = line.of(1.0, name)
        held = {line.row.uid: line for line in lines}
        for uid, name, score in self._by_sound(query):
            if uid in held and uid not in rows:
                rows[uid] = held[uid].of(score, name)
        return list(rows.values())

    def _lines(self) -> Sequence[_Line]:
        """Every entry with its names folded; made anew after an import."""
        known = str(self._session.store.read.count(ListEntry))
        state = (known, *(head.uid for head in self._read.imports()))
        if state != self._held[0]:
            records = self._session.store.read.where(ListEntry)
            lines = [_Line(record) for record in records]
            lines.sort(key=lambda line: (line.row.list, line.row.reference, line.row.uid))
            self._held = (state, lines)
        return self._held[1]


class _Line:
    """An entry's row and its names as they are searched."""

    def __init__(self, record: ListEntry) -> None:
        self.row = EntryRow(
            uid=record.uid,
            list=record.list,
            permanent_id=record.permanent_id,
            reference=record.reference,
            kind=record.kind,
            name=record.name,
            name_original=record.name_original,
            regime=record.regime,
            nationality=record.nationality,
            listed_on=record.listed_on,
            delisted_on=record.delisted_on,
        )
        self._names = [(fold(name), name) for name in record.names.split("\n") if name]
        self._ids = {fold(record.reference), fold(record.permanent_id)}

    def answering(self, asked: str) -> str:
        """The name that holds what is asked; "" for none."""
        if asked in self._ids:
            return self.row.name
        return next((name for folded, name in self._names if asked in folded), "")

    def of(self, score: float, found: str) -> EntryRow:
        return replace(self.row, score=score, found=found)
