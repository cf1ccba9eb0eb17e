"""What lies near to a text: past opinions and reports, with what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctdesk.desk.redaction import Redaction
from ctdesk.desk.searches import Related
from ctdesk.domain.blocks import blocks_from_json
from ctdesk.domain.records import Document, Revision
from ctdesk.domain.terms import terms
from ctdesk.search import Filters
from ctdesk.search.related import Neighbour, Relater, Traits

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_WORDS_SHOWN = 6


class Nearness:
    """Answers "what did we say before on this?"."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, lists: Lists
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._lists = lists
        self._relater = Relater(session.store.read.connection)

    def related(
        self,
        text: str = "",
        *,
        uid: str = "",
        kinds: Sequence[str] = (),
        limit: int = 10,
    ) -> list[Related]:
        """Records near to a text, or to the document `uid` when there is no text; best first.

        `uid` is never among them, and what it has in common with them (topics, countries, sender)
        counts. `kinds` keeps to kinds of documents, ("opinion",) to what we said before.
        """
        read = self._session.store.read
        asked = read.get(Document, uid) if uid else None
        document = asked if asked and self._session.access.sees(asked) else None
        if document and not text:
            text = "\n".join((document.subject, document.summary, self._text_of(document)))
        found = self._relater.related(
            text,
            traits=_traits(document) if document else None,
            without=(uid,) if uid else (),
            filters=Filters(tbl=("document",), kind=tuple(kinds)),
            clearance=self._session.clearance,
            limit=limit,
        )
        rows = self._lists.rows_of(neighbour.hit.uid for neighbour in found)
        return [Related(rows[n.hit.uid], self._shared(n)) for n in found if n.hit.uid in rows]

    def _text_of(self, document: Document) -> str:
        if document.kind != "opinion":
            return document.text
        saved = self._session.store.read.where(
            Revision, document=document.uid, order="-number", limit=1
        )
        blocks = blocks_from_json(saved[0].blocks) if saved else ()
        blocks = Redaction(self._session, self._settings).blocks(blocks)
        return "\n".join(text for block in blocks for text in (block.ar, block.en))

    def _shared(self, neighbour: Neighbour) -> tuple[str, ...]:
        """What they have in common, in words: topics, countries, sender, words of the text."""
        language = self._settings.all().lang
        topics = [terms().term("topic", code).label(language) for code in neighbour.topics]
        countries = [terms().term("country", code).label(language) for code in neighbour.countries]
        sender = self._parties.name(neighbour.hit.mission, language)
        senders = [sender] if neighbour.same_mission else []
        return (*topics, *countries, *senders, *neighbour.words[:_WORDS_SHOWN])


def _traits(document: Document) -> Traits:
    return Traits(
        topics=frozenset(document.topics),
        countries=frozenset(document.countries),
        mission=document.sender,
    )
