"""Everything around a search that the window and the command line ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctdesk.desk.advising import Adviser
from ctdesk.desk.completing import Completer
from ctdesk.desk.keeping import KeptByOfficer
from ctdesk.desk.nearness import Nearness
from ctdesk.desk.searches import Advice, Completion, Recognised, Related, SavedSearch
from ctdesk.search import Filters
from ctdesk.search.suggest import Suggester

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook


class Searches:
    """Helps to ask: reads, completes, corrects, advises, keeps; and finds what lies near."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, lists: Lists
    ) -> None:
        self._session = session
        self._lists = lists
        suggester = Suggester(session.store.read.connection, self._text_of)
        self._completer = Completer(session, settings, parties, suggester)
        self._adviser = Adviser(session, settings, lists, suggester)
        self._kept = KeptByOfficer(session)
        self._nearness = Nearness(session, settings, parties, lists)

    def _text_of(self, uid: str) -> str:
        summary, text = self._session.store.read.texts_of([uid]).get(uid, ("", ""))
        row = self._lists.rows_of([uid]).get(uid)
        return "\n".join((summary, text, row.mission if row else ""))

    def recognised(self, query: str) -> Sequence[Recognised]:
        """The parts of a question that are read as fields."""
        return self._completer.recognised(query)

    def complete(self, query: str, cursor: int, limit: int = 8) -> Sequence[Completion]:
        """What the question may become at the cursor (code points); for an empty one the searches
        that are kept and the recent ones."""
        if query.strip():
            return self._completer.complete(query, cursor, limit)
        end = len(query)
        kept = [Completion("saved", 0, end, s.query, s.name) for s in self.saved()]
        recent = [Completion("recent", 0, end, text, text) for text in self.recent()]
        return [*kept, *recent][:limit]

    def meant(self, query: str) -> str:
        """The question with its mistyped words put right, where that finds something; else ""."""
        return self._adviser.meant(query)

    def advice(self, query: str, filters: Filters) -> Sequence[Advice]:
        """For a question that finds nothing: what is found without one part of it."""
        return self._adviser.advice(query, filters)

    def saved(self) -> Sequence[SavedSearch]:
        """This officer's searches that are kept under a name."""
        return self._kept.saved()

    def save(self, name: str, query: str, filters: Filters, sort: str) -> SavedSearch:
        """Keep a search under a name."""
        return self._kept.save(name, query, filters, sort)

    def rename(self, uid: str, name: str) -> SavedSearch:
        """Give a kept search another name."""
        return self._kept.rename(uid, name)

    def remove(self, uid: str) -> None:
        """Keep a search no longer."""
        self._kept.remove(uid)

    def recent(self) -> Sequence[str]:
        """The questions asked last, the newest first."""
        return self._kept.recent()

    def remember(self, query: str) -> None:
        """Count a question among the recent."""
        self._kept.remember(query)

    def forget_recent(self) -> None:
        """Forget which questions were asked."""
        self._kept.forget_recent()

    def new_since(self) -> str:
        """The bound for `Filters.since` of what this officer has not seen; "" for all."""
        return self._kept.new_since()

    def last_looked(self) -> str:
        """When this officer last said that everything was seen (UTC); "" for never."""
        return self._kept.last_looked()

    def looked(self) -> None:
        """Everything registered so far has been seen."""
        self._kept.looked()

    def related(
        self, text: str = "", *, uid: str = "", kinds: Sequence[str] = (), limit: int = 10
    ) -> Sequence[Related]:
        """Records near to a text or to a document, best first; see `Nearness.related`."""
        return self._nearness.related(text, uid=uid, kinds=kinds, limit=limit)
