"""What a document's text refers to, and what refers to it: mentions with the documents they mean.

A mention whose document is not on the desk waits: it is looked for anew whenever it is shown, so it
finds its target on the day that one is registered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ctdesk.desk.resolving import Known, resolve
from ctdesk.desk.rows import Row
from ctdesk.domain.records import Document, Party
from ctdesk.search import Filters
from ctdesk.text.fold import fold
from ctdesk.text.references import DEPARTMENT, Mention, all_keys, keys_of, mentions

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session

_BEFORE = timedelta(days=400)
_CANDIDATES = 200
_MENTIONS = 100
_WRITERS = 100
_HEADQUARTERS = ("ministry of foreign affairs", "وزاره الخارجيه", "department of state", "secstate")
_DOCUMENTS = Filters(tbl=("document",))


@dataclass(frozen=True)
class Reference:
    """A mention in a document's text (code points from `start` to `end`); `target` is the document
    that it means, None while it is not on the desk or can't be told."""

    start: int
    end: int
    text: str
    number: str
    target: Row | None


class References:
    """Ties between messages that their texts make."""

    def __init__(self, session: Session, parties: Parties, lists: Lists) -> None:
        self._session = session
        self._parties = parties
        self._lists = lists

    def of(self, document: Document) -> list[Reference]:
        """Every message and resolution that the document's text mentions, in its order."""
        own = all_keys(_numbers(document))
        found = [m for m in mentions(document.text) if not own.intersection(keys_of(m))]
        found = found[:_MENTIONS]
        if not found:
            return []
        writer = self._known(document)
        meant = {mention.start: self._meant(mention, writer) for mention in found}
        rows = self._lists.rows_of(filter(None, meant.values()))
        return [
            Reference(m.start, m.end, m.text, m.number, rows.get(meant[m.start])) for m in found
        ]

    def to(self, document: Document) -> list[Row]:
        """The documents whose texts mention this one, the newest first."""
        numbers = _numbers(document)
        uids = self._session.store.read.mentioning(all_keys(numbers), _WRITERS) if numbers else []
        found = self._session.store.read.get_many(Document, uids)
        writers = {d.uid: d for d in self._session.access.visible(found.values())}
        target = self._known(document)
        meaning = [
            uid
            for uid, writer in writers.items()
            if uid != document.uid and self._mentions(writer, document.uid, target)
        ]
        rows = self._lists.rows_of(meaning).values()
        return sorted(rows, key=lambda row: row.date, reverse=True)

    def _mentions(self, writer: Document, uid: str, target: Known) -> bool:
        known = self._known(writer)
        return any(
            self._meant(mention, known) == uid
            for mention in mentions(writer.text)[:_MENTIONS]
            if target.numbers.intersection(keys_of(mention))
        )

    def _meant(self, mention: Mention, writer: Known) -> str:
        resolved = resolve(mention, writer, self._candidates(mention, writer))
        return resolved.uid if resolved else ""

    def _candidates(self, mention: Mention, writer: Known) -> list[Known]:
        """The documents that go by the mention's number, or by that of a copy, about its time."""
        uids: dict[str, None] = {}
        for number in (mention.number, *(number for _, number in mention.copies)):
            question = f'number:"{number}"' + _about(mention, writer)
            page = self._lists.page(question, _DOCUMENTS, sort="date", offset=0, limit=_CANDIDATES)
            uids |= dict.fromkeys(row.uid for row in page.rows)
        found = self._session.store.read.get_many(Document, uids).values()
        return [self._known(document) for document in found]

    def _known(self, document: Document) -> Known:
        """The document as far as a mention of it can tell. What has no sender went out from here;
        what has no addressee came in here."""
        senders = [document.sender] if document.sender else []
        to = [*document.addressees, *document.copies]
        return Known(
            uid=document.uid,
            numbers=all_keys(_numbers(document)),
            sender=self._end(document.sender) if senders else DEPARTMENT,
            addressees=tuple(self._end(uid) for uid in to) or (DEPARTMENT,),
            date=document.their_date or document.register_date,
            sender_names=self._names(senders),
            addressee_names=self._names(to),
        )

    def _end(self, uid: str) -> str:
        """One name for a party; the headquarters' departments are one."""
        party = self._parties.get(uid)
        seen: set[str] = set()
        while party is not None and party.uid not in seen:
            if any(name.startswith(_HEADQUARTERS) for name in _folded(party)):
                return DEPARTMENT
            seen.add(party.uid)
            party = self._parties.get(party.parent) if party.parent else None
        return uid

    def _names(self, uids: Iterable[str]) -> frozenset[str]:
        found = (self._parties.get(uid) for uid in uids)
        return frozenset(name for party in found if party for name in _folded(party))


def _folded(party: Party) -> list[str]:
    return [fold(n) for n in (party.name_ar, party.name_en, *party.spellings) if n]


def _numbers(document: Document) -> list[str]:
    ours = (document.register_number, document.outgoing_number)
    return [number for number in (*ours, document.their_number, document.source_id) if number]


def _about(mention: Mention, writer: Known) -> str:
    """The time in which a message mentioned is looked for; a resolution may be of any."""
    if mention.kind == "resolution" or not writer.date:
        return ""
    try:
        until = date.fromisoformat(writer.date[:10])
    except ValueError:
        return ""
    since = date(int(mention.date[:4]), 1, 1) if _has_year(mention.date) else until - _BEFORE
    if since > until:
        return ""
    return f" dated:[{since.isoformat()} to {(until + timedelta(days=3)).isoformat()}]"


def _has_year(written: str) -> bool:
    return len(written) == 4 or len(written) > 5
