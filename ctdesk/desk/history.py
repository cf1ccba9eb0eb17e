"""The change log and the acts chain as a person reads them: per record, day, officer, act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.history_check import ChainCheck, Checking, Progress, SealAnswer
from ctdesk.desk.history_names import Names
from ctdesk.desk.history_rows import GROUPS, DeedLine, DeedRow, HistoryFilter, moment
from ctdesk.desk.history_telling import Telling
from ctdesk.desk.history_undo import Undoing, Undone
from ctdesk.desk.month import MonthMade, Months
from ctdesk.desk.month_check import MonthAnswer, MonthChecking
from ctdesk.desk.people import officer_called
from ctdesk.desk.printing import check_name, print_list
from ctdesk.desk.rows import HistoryRow
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import (
    RECORDS,
    Attachment,
    Comment,
    Item,
    Link,
    Match,
    Record,
    Revision,
)
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Column, Table
from ctdesk.store.chains import Chains
from ctdesk.store.deeds import Deed, Deeds, Key, Wanted
from ctdesk.store.reading import LogEntry

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_PARTS: tuple[tuple[type[Record], str], ...] = (
    (Attachment, "document"),
    (Revision, "document"),
    (Comment, "document"),
    (Match, "document"),
    (Item, "dossier"),
    (Link, "source"),
    (Link, "target"),
)
"""Records whose acts belong to the history of the one that they name."""
_MOST_PRINTED = 20_000
_LINES_PRINTED, _LONGEST_PRINTED = 12, 80
_NOTHING = "—"


class Histories:
    """Who did what, when, and what was there before."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._deeds = Deeds(session.store.read.connection)
        self._chains = Chains(session.store.read.connection)
        self._undoing = Undoing(session, parties)
        self.months = Months(session, settings, parties)

    def of(self, uid: str, field: str = "") -> list[HistoryRow]:
        """Every write of a record, or of one of its fields, newest first, in the desk's language.

        Refused when there is no such record, or this officer may not see it.
        """
        entries = self._session.store.read.log_of(uid)
        if not entries:
            raise Refused("not_found", what=uid)
        self._demand(entries[0].table, uid)
        names = self._names(self._settings.all().lang)
        asked = [e for e in entries if not field or e.field in (field, "")]
        return [_history_row(entry, names) for entry in reversed(asked)]

    def page(
        self,
        asked: HistoryFilter | None = None,
        *,
        after: Key | None = None,
        limit: int = 50,
        language: Language | None = None,
    ) -> list[DeedRow]:
        """Acts, the newest first, those before `after`. BadInput for a day that is none."""
        telling = self._telling(language)
        return [
            telling.row(deed)
            for deed in self._deeds.page(self._wanted(asked or HistoryFilter()), after, limit)
        ]

    def lines(self, key: Key, *, limit: int = 200, offset: int = 0) -> list[DeedLine]:
        """What an act wrote, field by field; `offset` and `limit` count its writes."""
        return self._telling().lines(self._deed(key), limit, offset)

    def officers(self) -> Sequence[tuple[str, str]]:
        """The officers who did something: identity and name."""
        names = self._names(self._settings.all().lang)
        return [(uid, names.officer(uid)) for uid in self._deeds.values("officer") if uid]

    def officer_called(self, name: str) -> str:
        """The identity of the officer with that name or title; Refused when it is not one."""
        return officer_called(self._session, name).uid

    def acts(self) -> Sequence[tuple[str, str]]:
        """The kinds of acts that were done, and their groups: code and word, by word."""
        words, language = terms(), self._settings.all().lang
        done = self._deeds.values("act")
        known = [(code, words(f"act.{code}", language)) for code in done if f"act.{code}" in words]
        groups = [(g, words(f"history.group.{g}", language)) for g in GROUPS]
        return groups + sorted(known, key=lambda pair: pair[1])

    def devices(self) -> Sequence[tuple[str, str]]:
        """The machines on which something was done: identity and name."""
        return [(each, self.device(each)) for each in self._deeds.values("device")]

    def device(self, uid: str) -> str:
        """A machine as people call it: its label, else its eight digits."""
        return self._chains.label_of(uid) or uid

    def bring_back(self, table: str, uid: str, name: str, value: object) -> Record:
        """Write again what a field held; Refused, with words, where that is not safe."""
        return self._undoing.bring_back(table, uid, name, value)

    def undo(self, key: Key) -> Undone:
        """Take back what an act wrote, where it still stands; the undo is an act itself."""
        return self._undoing.undo(self._deed(key))

    def may_undo(self, key: Key) -> bool:
        """Whether an act wrote anything that `undo` could take back."""
        deed = self._deeds.get(key)
        return deed is not None and self._undoing.could(deed)

    def verify(self, progress: Progress = lambda _done, _total: True) -> ChainCheck:
        """Follow both chains of every machine; the first break of each, in words."""
        return self._checking().verify(progress)

    def seal(self, typed: str, progress: Progress = lambda _done, _total: True) -> SealAnswer:
        """Compare a seal from paper with the chains. BadInput when it is none."""
        return self._checking().seal(typed, progress)

    def month(self, year: int, month: int, path: Path, language: Language) -> MonthMade:
        """Write the signed summary of a month; see `Months.write`."""
        return self.months.write(year, month, path, language)

    def check_month(
        self, path: Path, progress: Progress = lambda _done, _total: True
    ) -> MonthAnswer:
        """Whether a summary is ours, unaltered, and still true. BadInput when it is none."""
        return MonthChecking(self._session, self._checking()).check(path, progress)

    def export(
        self, asked: HistoryFilter, path: Path, language: Language, *, details: bool = False
    ) -> Path:
        """Write the acts that are shown as `.docx` or `.xlsx`; recorded and sealed.

        `details`: with the fields of each. The newest twenty thousand at most; the file says so
        when there are more.
        """
        check_name(path)
        wanted, telling = self._wanted(asked), self._telling(language)
        found = list(self._deeds.every(wanted, _MOST_PRINTED + 1))
        deeds = found[:_MOST_PRINTED]
        key = "history.newest" if len(found) > len(deeds) else "history.count"
        table = Table(
            title=terms()("history.title", language),
            subtitle=terms()(key, language, count=len(deeds)),
            columns=_columns(language, details),
            rows=tuple(self._printed(deed, telling, details) for deed in deeds),
        )
        print_list(self._session, self._settings, table, path, language, list="history")
        return path

    def _printed(self, deed: Deed, telling: Telling, details: bool) -> tuple[str, ...]:
        row, words = telling.row(deed), telling.names.word
        cells = (row.local, row.officer, row.sentence, row.about, self.device(row.device))
        if not details:
            return cells
        told = [f"{label}: {value}" for label, value in row.facts]
        if row.seal:
            told.append(words("history.sealed", seal=row.seal))
        lines = [line for line in telling.lines(deed, _LINES_PRINTED) if line.name]
        for line in lines:
            after, before = (_cut(text) or _NOTHING for text in (line.after, line.before))
            told.append(words("history.line", field=line.field, after=after, before=before))
        return (*cells, "\n".join(told))

    def _wanted(self, asked: HistoryFilter) -> Wanted:
        try:
            return asked.wanted(tuple(self._with_parts(asked.record)) if asked.record else ())
        except ValueError as error:
            raise BadInput("history_day", day=f"{asked.since} {asked.until}".strip()) from error

    def _with_parts(self, uid: str) -> Iterator[str]:
        """A record that this officer may see, and what belongs to it."""
        entries = self._session.store.read.log_of(uid)
        if entries:
            self._demand(entries[0].table, uid)
        yield uid
        for kind, name in _PARTS:
            equal: dict[str, Any] = {name: uid}
            for part in self._session.store.read.where(kind, **equal):
                yield part.uid

    def _demand(self, table: str, uid: str) -> None:
        kind = RECORDS.get(table)
        if kind is not None:
            self._session.access.demand(self._session.store.read.get(kind, uid), uid)

    def _deed(self, key: Key) -> Deed:
        deed = self._deeds.get(key)
        if deed is None:
            raise Refused("not_found", what="/".join(key))
        return deed

    def _telling(self, language: Language | None = None) -> Telling:
        return Telling(self._session, self._parties, language or self._settings.all().lang)

    def _checking(self) -> Checking:
        return Checking(self._session, self._telling())

    def _names(self, language: Language) -> Names:
        return Names(self._session, self._parties, language)


def _history_row(entry: LogEntry, names: Names) -> HistoryRow:
    words, act = terms(), f"act.{entry.act}"
    shown = entry.field and entry.table in RECORDS
    return HistoryRow(
        at=moment(entry.at_millis),
        officer=names.officer(entry.officer),
        act=words(act, names.language) if act in words else entry.act,
        field=names.field(entry.table, entry.field),
        before=names.value(entry.table, entry.field, entry.before) if shown else "",
        after=names.value(entry.table, entry.field, entry.after) if shown else "",
        name=entry.field,
        was=names.held(entry.table, entry.field, entry.before),
    )


def _columns(language: Language, details: bool) -> tuple[Column, ...]:
    shares = {"when": 13, "who": 14, "what": 20, "about": 26, "device": 11}
    if details:
        shares["fields"] = 32
    return tuple(
        Column(terms()(f"history.column.{name}", language), share) for name, share in shares.items()
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_PRINTED else text[: _LONGEST_PRINTED - 1] + "…"
