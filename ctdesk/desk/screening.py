"""Names against the sanctions lists: what an officer does with them, one noun each.

    desk.screening.lists       the lists in force, their files, import     (`screening_lists.py`)
    desk.screening.entries     their entries, searched in either script    (`screening_entries.py`)
    desk.screening.texts       documents and drafts against the lists      (`screening_texts.py`)
    desk.screening.drafts      opinions before their issue                 (`screening_drafts.py`)
    desk.screening.decisions   excluded, confirmed by two, undecided    (`screening_decisions.py`)
    desk.screening.evidence    the sheet in Word of a match or a name   (`screening_evidence.py`)
    desk.screening.tables      a sheet of names, row by row, at once       (`screening_tables.py`)
    desk.screening.name_lists  lists of names that leave: the gate         (`screening_gate.py`)

    desk.screening.find(name, ...)        -> [NameHit]     one name, the best first
    desk.screening.in_text(text)          -> [TextName]    the names in any text; nothing is kept
    desk.screening.of_document(uid)       -> [MatchRow]    the names in a document, in its order
    desk.screening.open(offset, limit)    -> MatchPage     what waits for a decision, newest first
    desk.screening.ready                  whether the next question costs nothing extra: the matcher
                                          is made at the first one (a second); ask it on a worker

`find`, `of_document` (unless `screen=False`) and `texts.*` may make the matcher: the window calls
them on a worker's Desk, which shares it (`Desk.for_worker`). All else is quick. A match of a
document above the officer's clearance is neither handed out nor counted. Everything handed out is a
row of `screening_rows.py`; where a text holds a match, `match.place` says which text it is and
`match.start`, `match.end` where (code points).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from ctdesk.desk.people import officer_name
from ctdesk.desk.screening_decisions import Decisions
from ctdesk.desk.screening_drafts import DraftNames
from ctdesk.desk.screening_entries import Entries
from ctdesk.desk.screening_evidence import Evidence
from ctdesk.desk.screening_gate import NameLists
from ctdesk.desk.screening_lists import ListKeeping
from ctdesk.desk.screening_matcher import KeptMatchers, ListNames, uid_of
from ctdesk.desk.screening_rows import MatchPage, MatchRow, NameHit, TextName
from ctdesk.desk.screening_tables import NameTables
from ctdesk.desk.screening_texts import Texts, bare_name
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, ListEntry, Match, Officer
from ctdesk.screening.explained import explained
from ctdesk.screening.hit import Hit
from ctdesk.screening.lists.places import iso_of
from ctdesk.screening.matcher import THRESHOLD
from ctdesk.screening.qualifiers import About

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_OPEN = ("candidate", "undecided")
_SEARCHED = 20
"""Entries that a search among the entries adds by sound."""
_LOOSER = 0.6
"""A search may be looser than a screening: a person reads on from the top."""


class Screening:
    """The room of the lists."""

    def __init__(
        self, session: Session, settings: SettingsBook, rows: Lists, kept: KeptMatchers
    ) -> None:
        self._session = session
        self._settings = settings
        self._rows = rows
        self.kept = kept
        self.names = ListNames(session, kept)
        self.lists = ListKeeping(session)
        self.entries = Entries(session, self._by_sound)
        self.texts = Texts(session, self.names)
        self.decisions = Decisions(session)
        self.evidence = Evidence(
            session, settings, self.names, self.lists, self.entries, self.decisions
        )
        self.tables = NameTables(session, settings, self.lists, self.find)
        self.name_lists = NameLists(session, settings)
        self.drafts = DraftNames(session, self.texts, self.name_lists)

    @property
    def ready(self) -> bool:
        """Whether the matcher is at hand (also without any list: then there is none to make)."""
        return not self.names.state or self.names.ready

    def find(
        self,
        name: str,
        *,
        birth_year: int | None = None,
        nationality: str = "",
        kind: Literal["person", "group", ""] = "",
        limit: int = 5,
        least: float = THRESHOLD,
    ) -> Sequence[NameHit]:
        """The entries that a name may mean, best first; nothing without a list in force.
        `nationality` is a code or the name of a country."""
        nation = iso_of(nationality) or nationality
        about = About(birth_year=birth_year, nationality=nation, kind=kind)
        return self._name_hits((name, hit) for hit in self._hits(name, about, limit, least))

    def in_text(self, text: str) -> Sequence[TextName]:
        """The names of the lists in a text that is no document, in its order; nothing is kept."""
        if not self.names.state:
            return []
        matcher = self.names.in_force()
        found = matcher.in_text(text)
        hits = self._name_hits([(bare_name(one, matcher), one.hit) for one in found])
        return [
            TextName(one.start, one.end, one.passage, hit)
            for one, hit in zip(found, hits, strict=True)
        ]

    def of_document(self, uid: str, *, screen: bool = True) -> Sequence[MatchRow]:
        """The names in a document that the lists have, in the order of its text. With `screen` it
        is screened first if it is due. Refused for a document that the officer may not see."""
        document = self._session.store.read.get(Document, uid)
        document = self._session.access.demand(document, uid)
        if screen and document.kind != "opinion":
            self.texts.screen(uid)
        found = self._session.store.read.where(Match, document=uid)
        standing = [match for match in found if match.end]
        places = {place: n for n, (place, _) in enumerate(self.texts.passages(document))}
        standing.sort(key=lambda m: (places.get(m.place, len(places)), m.start, -m.score))
        return self._match_rows(standing)

    def of_entry(self, uid: str, limit: int = 100) -> Sequence[MatchRow]:
        """Where a name that may mean an entry was found or asked for, newest first."""
        found = self._session.store.read.where(Match, entry=uid, order="-uid")
        standing = [match for match in found if match.end or not match.document]
        standing.sort(key=lambda m: (m.created_at, m.uid), reverse=True)
        return self._match_rows(standing[:limit])

    def open(
        self, *, list_: str = "", offset: int = 0, limit: int = 100, waiting: bool = False
    ) -> MatchPage:
        """What nobody has decided yet, newest first; `waiting`: only what waits for this officer
        as the second one."""
        read = self._session.store.read
        found = [m for state in _OPEN for m in read.where(Match, state=state)]
        found = [m for m in found if m.end or not m.document]
        if waiting:
            own = self._session.officer.uid
            found = [m for m in found if m.proposed == "confirmed" and m.by != own]
        entries = self.entries.rows(match.entry for match in found)
        if list_:
            found = [m for m in found if m.entry in entries and entries[m.entry].list == list_]
        found.sort(key=lambda m: (m.created_at, m.uid), reverse=True)
        seen = self._rows.rows_of({m.document for m in found if m.document})
        visible = [m for m in found if not m.document or m.document in seen]
        return MatchPage(self._match_rows(visible[offset : offset + limit]), len(visible))

    def row(self, uid: str) -> MatchRow:
        """A match as a row. Refused for one that the officer may not see."""
        rows = self._match_rows([self.decisions.get(uid)])
        if not rows:
            raise Refused("not_found", what=uid)
        return rows[0]

    def note(self, name: str, hit: NameHit) -> Match:
        """Keep a name that was asked for and one of its hits, to decide about it."""
        side = self._settings.all().lang
        return self.decisions.note(
            name,
            hit.entry.uid,
            score=hit.score,
            explanation=json.dumps({side: list(hit.explanation)}, ensure_ascii=False),
            found=hit.name,
        )

    def _hits(self, name: str, about: About, limit: int, least: float) -> Sequence[Hit]:
        if not self.names.state or not name.strip():
            return []
        return self.names.in_force().find(name, about=about, limit=limit, least=least)

    def _name_hits(self, hits: Iterable[tuple[str, Hit]]) -> Sequence[NameHit]:
        """Hits of asked names as rows, with what was decided about them."""
        hits = list(hits)
        entries = self.entries.rows(uid_of(hit.entry) for _, hit in hits)
        records = self._session.store.read.get_many(ListEntry, entries)
        language = self._settings.all().lang
        return [
            NameHit(
                entry=entries[uid_of(hit.entry)],
                name=hit.name.text,
                score=hit.score,
                explanation=tuple(explained(hit, language)),
                decided=self.decisions.decided(name, records[uid_of(hit.entry)]),
            )
            for name, hit in hits
        ]

    def _by_sound(self, name: str) -> Sequence[tuple[str, str, float]]:
        """For the search among entries: only once the matcher is at hand, so that typing never
        waits for it."""
        if not self.names.state or not self.names.ready:
            return []
        hits = self._hits(name, About(), _SEARCHED, _LOOSER)
        return [(uid_of(hit.entry), hit.name.text, hit.score) for hit in hits]

    def _match_rows(self, matches: Iterable[Match]) -> Sequence[MatchRow]:
        matches = list(matches)
        entries = self.entries.rows(match.entry for match in matches)
        documents = self._rows.rows_of({m.document for m in matches if m.document})
        officers = {o.uid: o for o in self._session.store.read.where(Officer)}
        side = self._settings.all().lang
        return [
            MatchRow(
                match=match,
                entry=entries[match.entry],
                document=documents.get(match.document),
                explanation=_words(match, side),
                by=officer_name(officers.get(match.by), side),
                second_by=officer_name(officers.get(match.second_by), side),
                waits_for_second=match.proposed == "confirmed",
                delisted=bool(entries[match.entry].delisted_on),
            )
            for match in matches
            if match.entry in entries and (not match.document or match.document in documents)
        ]


def _words(match: Match, side: str) -> tuple[str, ...]:
    """The explanation in a language; in the other where it was kept in that one only."""
    told = json.loads(match.explanation or "{}")
    lines: Sequence[str] = told.get(side) or next(iter(told.values()), ())
    return tuple(lines)
