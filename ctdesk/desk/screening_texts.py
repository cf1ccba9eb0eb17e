"""Names of the lists in texts: every document that is registered, every opinion before its issue.

    texts.due()                    -> int          how many documents wait to be screened
    texts.catch_up(progress)       -> Screened     screens them; for a worker; stops and goes on
    texts.screen(uid)              -> [Match]      one document, now
    texts.screen_opinion(uid)      -> [Match]      a draft as it stands, delisted names too

Registering never waits for this: which texts are due is read off the texts themselves (a document
is due until its words, as they are now, were compared with the lists in force), so whatever way it
came, by form, queue, bulk import or pack, it is found. A document screened before is compared only
with the entries that were added or changed since. Each batch is one act: the matches and the mark
that their texts are done; stopped anywhere, it goes on from there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from ctdesk.desk.screening_matcher import ListNames, uid_of
from ctdesk.desk.screening_rows import Screened
from ctdesk.domain.blocks import blocks_from_json
from ctdesk.domain.classification import cleared, rank
from ctdesk.domain.records import Document, ListEntry, Match, Officer
from ctdesk.domain.terms import LANGUAGES
from ctdesk.screening.explained import explained
from ctdesk.screening.hit import TextHit
from ctdesk.screening.matcher import MATCHER_VERSION, Matcher
from ctdesk.store.acting import Act
from ctdesk.store.screening import DueText, ScreeningReader
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

Progress = Callable[[int, int], bool]
"""Told how many texts are done, of how many; False stops."""

_SPACE = UUID("0c7f5a52-9f63-5d0f-8e3b-6c2a4f1b7d11")
_COMPARED = (
    "score", "explanation", "matcher_version", "list_date", "listed_name", "version",
)  # fmt: skip
_WRITTEN_TOGETHER = frozenset("وفبلك")
_SHORTEST, _LOOKED_AT, _LEAST = 4, 50, 0.4
_BATCH = 100
"""Documents an act: about a second's work, and what a crash can cost."""


def _quiet(_done: int, _total: int) -> bool:
    return True


@dataclass(frozen=True)
class _Found:
    """A name in one text of a document."""

    place: str
    hit: TextHit
    name: str
    """The passage without the conjunction or preposition that is written together with it."""


class Texts:
    """Texts against the lists."""

    def __init__(self, session: Session, names: ListNames) -> None:
        self._session = session
        self._names = names
        self._read = ScreeningReader(session.store.read)

    def due(self) -> int:
        """How many documents were not compared, as they are now, with the lists in force."""
        state = self._names.state
        return self._read.count_due(state) if state else 0

    def catch_up(self, progress: Progress = _quiet) -> Screened:
        """Screen every document that is due, oldest first."""
        state, done, found, last = self._names.state, 0, 0, ""
        total = self.due()
        since: dict[str, Matcher] = {}
        while total and (batch := self._read.due(state, _BATCH, last)):
            found += len(self._screen(batch, state, since))
            done, last = done + len(batch), batch[-1].document
            if not progress(done, max(total, done)):
                return Screened(done, found, stopped=True)
        return Screened(done, found)

    def screen(self, uid: str) -> Sequence[Match]:
        """The new matches of one document, if it is due."""
        self._session.access.get(Document, uid)
        state = self._names.state
        due = self._read.due_text(uid, state) if state else None
        return self._screen([due], state, {}) if due else []

    def screen_opinion(self, uid: str) -> Sequence[Match]:
        """Compare an opinion as it stands, its last saved blocks, with the entries in force and
        with the delisted ones; its new matches."""
        opinion = self._session.access.get(Document, uid)
        if not self._names.state:
            return []
        found = list(self._found(opinion, self._names.in_force()))
        found += self._found(opinion, self._names.delisted())
        with self._session.act("screen") as act:
            return _Keeping(act, self._names.dates()).keep(opinion, found, whole=True)

    def passages(self, document: Document) -> Iterator[tuple[str, str]]:
        """The texts of a document that are screened, by place."""
        if document.kind == "opinion":
            for name in ("subject", "subject_en", "opening", "opening_en"):
                yield name, getattr(document, name)
            blocks = blocks_from_json(self._session.store.read.latest_blocks(document.uid) or "[]")
            for block in blocks:
                yield f"{block.uid}:ar", block.ar
                yield f"{block.uid}:en", block.en
            return
        yield "text", document.text
        if document.subject not in document.text:
            yield "subject", document.subject
        yield "summary", document.summary

    def _screen(
        self, batch: Sequence[DueText], state: str, since: dict[str, Matcher]
    ) -> list[Match]:
        """Compare first, outside the act, so that nobody waits for it to write."""
        documents = self._session.store.read.get_many(Document, [due.document for due in batch])
        compared = []
        for due in batch:
            document = documents[due.document]
            matcher = self._matcher(due.lists, since)
            whole = not due.lists
            compared.append((document, list(self._found(document, matcher)), whole))
        with self._session.act("screen") as act:
            keeping = _Keeping(act, self._names.dates())
            kept = [
                match
                for document, found, whole in compared
                for match in keeping.keep(document, found, whole=whole)
            ]
            self._read.mark(((due.document, due.says) for due in batch), state)
        return kept

    def _matcher(self, lists: str, since: dict[str, Matcher]) -> Matcher:
        """What a text is compared with that was compared with these lists before."""
        if lists not in since:
            changed = self._names.changed_since(lists) if lists else None
            since[lists] = changed or self._names.in_force()
        return since[lists]

    def _found(self, document: Document, matcher: Matcher) -> Iterator[_Found]:
        for place, text in self.passages(document):
            if text.strip():
                for hit in matcher.in_text(text):
                    yield _Found(place, hit, bare_name(hit, matcher))


def bare_name(hit: TextHit, matcher: Matcher) -> str:
    """The name in a passage: "وأبو محمد" is not another name than "أبو محمد", but "وليد" begins
    with its own letter; the matcher's score of both tells them apart."""
    passage = hit.passage
    if passage[:1] not in _WRITTEN_TOGETHER or len(passage) < _SHORTEST:
        return passage

    def score(name: str) -> float:
        found = matcher.find(name, limit=_LOOKED_AT, least=_LEAST)
        return max((h.score for h in found if h.entry.key == hit.hit.entry.key), default=0.0)

    bare = passage[1:]
    return bare if score(bare) > score(passage) else passage


class _Keeping:
    """Writes what was found in a text: once for each name and entry."""

    def __init__(self, act: Act, dates: dict[str, str]) -> None:
        self._act = act
        self._dates = dates
        self._entries: dict[str, ListEntry | None] = {}
        self._officers = {o.uid: o for o in act.read.where(Officer)}

    def keep(self, document: Document, found: Iterable[_Found], *, whole: bool) -> list[Match]:
        """The new matches. With `whole`, candidates that the text has no more are put away."""
        known = {m.uid: m for m in self._act.read.where(Match, document=document.uid)}
        seen: set[str] = set()
        fresh = []
        for one in found:
            match = self._match(document, one)
            if match is None or match.uid in seen:
                continue
            seen.add(match.uid)
            if match.uid in known:
                self._bring_up(known[match.uid], match)
            else:
                fresh.append(self._act.create(self._remembering(match, document)))
        if whole:
            for uid in known.keys() - seen:
                entry = self._entry(known[uid].entry)
                if known[uid].end and not known[uid].by and not (entry and entry.delisted_on):
                    self._act.update(Match, uid, start=0, end=0)
        return fresh

    def _match(self, document: Document, found: _Found) -> Match | None:
        hit, text = found.hit.hit, found.hit
        entry = self._entry(uid_of(hit.entry))
        if entry is None:
            return None
        key = fold(found.name)
        words = {side: explained(hit, side) for side in LANGUAGES}
        return Match(
            uid=str(uuid5(_SPACE, f"{document.uid}/{entry.uid}/{key}")),
            document=document.uid,
            passage=text.passage,
            name=found.name,
            entry=entry.uid,
            score=round(hit.score * 1000),
            explanation=json.dumps(words, ensure_ascii=False),
            state="candidate",
            matcher_version=MATCHER_VERSION,
            list_date=self._dates.get(entry.list, ""),
            place=found.place,
            start=text.start,
            end=text.end,
            listed_name=hit.name.text,
            name_key=key,
            version=entry.version,
        )

    def _bring_up(self, known: Match, match: Match) -> None:
        """A match that is there already: where the name stands now; an undecided one also gets
        the score of the entry's present wording."""
        fields = {name: getattr(match, name) for name in ("place", "start", "end")}
        if known.state == "candidate":
            more = (
                "score",
                "explanation",
                "matcher_version",
                "list_date",
                "listed_name",
                "version",
            )
            fields |= {name: getattr(match, name) for name in more}
        self._act.update(Match, known.uid, **fields)

    def _remembering(self, match: Match, document: Document) -> Match:
        """The match with what was decided about the same name and entry before."""
        earlier = decided(self._act, match)
        if earlier is None:
            return match
        officer = self._officers.get(earlier.by)
        if officer is None or rank(document.classification) > cleared(officer.clearance):
            return match
        return replace(
            match,
            state=earlier.state,
            reason=earlier.reason,
            by=earlier.by,
            second_by=earlier.second_by,
            remembered=earlier.uid,
        )

    def _entry(self, uid: str) -> ListEntry | None:
        if uid not in self._entries:
            self._entries[uid] = self._act.read.get(ListEntry, uid)
        return self._entries[uid]


def decided(act: Act, match: Match) -> Match | None:
    """The decision that holds for a name and an entry as it is worded now: the latest one that an
    officer took."""
    known = act.read.where(
        Match, entry=match.entry, name_key=match.name_key, version=match.version, remembered=""
    )
    taken = [m for m in known if m.state in ("excluded", "confirmed") and m.uid != match.uid]
    return max(taken, key=lambda m: m.updated_at, default=None)
