"""Lists and hits as rows: one place for queries, names, snippets and what an officer may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ctdesk.desk.parties import Parties
from ctdesk.desk.rows import Page, Row, Snippet
from ctdesk.desk.session import Session
from ctdesk.desk.settings import SettingsBook
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import terms
from ctdesk.search import Filters, Hit, Result, Searcher
from ctdesk.search.cards import cards
from ctdesk.text.fold import forms_of

_FACETS = {
    "kind": "document_kind",
    "classification": "classification",
    "state": "document_state",
}


class Lists:
    """The desk's searches."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._searcher = Searcher(session.store.read.connection, session.today, people=self._people)

    def _people(self, name: str) -> list[str]:
        """The officers whose name or title has these words; or whose identity this is."""
        asked = set(forms_of(name))
        return [
            officer.uid
            for officer in self._session.store.read.where(Officer)
            if officer.uid == name
            or (
                asked
                and asked
                <= set(
                    forms_of(
                        " ".join(
                            (officer.name_ar, officer.name_en, officer.title_ar, officer.title_en)
                        )
                    )
                )
            )
        ]

    def page(
        self,
        query: str,
        filters: Filters,
        *,
        sort: str,
        offset: int,
        limit: int,
        facets: bool = False,
        snippets: bool = False,
        typing: bool = False,
    ) -> Page:
        """Some rows of the records that match, and how the query was read."""
        result = self._searcher.search(
            query,
            limit=limit,
            after=offset,
            sort="rank" if sort == "rank" else "date",
            filters=filters,
            facets=facets,
            clearance=self._session.clearance,
            typing=typing,
        )
        cut = self._snippets(result) if snippets and query.strip() else {}
        return Page(
            rows=[self._row(hit, cut.get(hit.uid)) for hit in result.hits],
            total=result.total,
            words=list(result.words),
            notices=list(result.notices),
            facets=result.facets,
        )

    def count(self, query: str, filters: Filters) -> int:
        """How many records answer a query under filters."""
        found = self._searcher.search(
            query, limit=0, filters=filters, clearance=self._session.clearance
        )
        return found.total

    def marks(self, text: str, query: str, *, typing: bool = False) -> Sequence[tuple[int, int]]:
        """Where a query's hits are in a text."""
        if not query.strip():
            return []
        return self._searcher.marker(query, typing=typing).marks(text)

    def _snippets(self, result: Result) -> dict[str, Snippet]:
        texts = self._session.store.read.texts_of([h.uid for h in result.hits])
        found = {}
        for uid, (summary, text) in texts.items():
            passage, marks = result.marker.snippet(text or summary)
            found[uid] = Snippet(passage, tuple(marks))
        return found

    def rows_of(self, uids: Iterable[str]) -> dict[str, Row]:
        """The rows of those records that this officer may see, by identity."""
        hits = cards(self._session.store.read.connection, list(uids), self._session.clearance)
        return {hit.uid: self._row(hit, None) for hit in hits}

    def facet_values(self) -> dict[str, list[tuple[str, str, int]]]:
        """For each filter of the documents its values with label and count."""
        documents = Filters(tbl=("document",))
        found = self._searcher.search(
            "", limit=0, filters=documents, facets=True, clearance=self._session.clearance
        ).facets
        return {
            name: [(f.value, self.facet_label(name, f.value), f.count) for f in values if f.value]
            for name, values in found.items()
        }

    def facet_label(self, facet: str, value: str) -> str:
        """A value of a facet in words of the desk's language."""
        language = self._settings.all().lang
        if facet == "mission":
            return self._parties.name(value, language)
        if facet not in _FACETS:
            return terms().term(facet, value).label(language)
        term = terms().term(_FACETS[facet], value)
        if facet == "state" and term.label(language) == value:
            term = terms().term("opinion_state", value)
        return term.label(language)

    def _row(self, hit: Hit, snippet: Snippet | None) -> Row:
        return Row(
            uid=hit.uid,
            table=hit.tbl,
            kind=hit.kind,
            title=hit.title,
            mission=self._parties.name(hit.mission, self._settings.all().lang),
            date=hit.date,
            number=hit.number,
            their_number=hit.their_number,
            state=hit.state,
            urgency=hit.urgency,
            classification=hit.classification,
            snippet=snippet,
            score=hit.score,
            tier=hit.tier,
        )
