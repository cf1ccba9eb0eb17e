"""For a question that finds nothing: what may have been meant, and what is found with less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from ctdesk.desk.searches import Advice
from ctdesk.domain.terms import terms
from ctdesk.search import Filters
from ctdesk.search.parts import Part, parts, without, words_of

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.search.suggest import Suggester

_TRIED = 4
_PARTS = 12
_LINES = 4
_DOCUMENTS = Filters(tbl=("document",))


class Adviser:
    """Advises on questions; whatever it says finds something."""

    def __init__(
        self, session: Session, settings: SettingsBook, lists: Lists, suggester: Suggester
    ) -> None:
        self._session = session
        self._settings = settings
        self._lists = lists
        self._suggester = suggester

    def meant(self, query: str) -> str:
        """The question with its unknown words better spelt, if that finds something; else ""."""
        better = query
        unknown = [
            part
            for part in islice(words_of(query, self._session.today()), _PARTS)
            if not self._suggester.known(part.value, self._session.clearance)
        ]
        for part in reversed(unknown):
            spelt = self._spelt(part.value)
            if not spelt:
                return ""
            better = better[: part.start] + spelt + better[part.end :]
        return better if unknown and self._lists.count(better, _DOCUMENTS) else ""

    def _spelt(self, word: str) -> str:
        """The first better word that a record which the officer may see has."""
        for candidate in islice(self._suggester.better(word, self._session.clearance), _TRIED):
            words = candidate.split()
            spelt = [self._suggester.spelling(word, self._session.clearance) for word in words]
            if all(spelt):
                return " ".join(spelt)
        return ""

    def advice(self, query: str, filters: Filters) -> list[Advice]:
        """What is found when one part of the question, or one filter, is left out: filters and
        fields first, then words; fewest first, for they are nearest to what was asked."""
        found: list[tuple[bool, Advice]] = []
        for dropped, less, kept, word in (*self._fewer_filters(query, filters),
                                          *self._fewer_parts(query, filters)):  # fmt: skip
            if not less and not _ticked(kept):
                continue
            if count := self._lists.count(less, kept):
                found.append((word, Advice(dropped, less, kept, count)))
        found.sort(key=lambda pair: (pair[0], pair[1].count))
        return [advice for _, advice in found[:_LINES]]

    def _fewer_parts(
        self, query: str, filters: Filters
    ) -> Iterator[tuple[str, str, Filters, bool]]:
        whole = parts(query, self._session.today())
        for part in whole[:_PARTS]:
            if part.field is None and part.value[0] in '"«':
                yield _without_quotes(query, part, filters)
            if len(whole) > 1 or _ticked(filters):
                dropped = query[part.start : part.end].strip()
                yield dropped, without(query, part), filters, part.field is None

    def _fewer_filters(
        self, query: str, filters: Filters
    ) -> Iterator[tuple[str, str, Filters, bool]]:
        for name in _ticked(filters):
            empty: dict[str, Any] = {name: "" if name == "since" else ()}
            less = replace(filters, **empty)
            yield self._filter_label(name, filters), query, less, False

    def _filter_label(self, name: str, filters: Filters) -> str:
        language = self._settings.all().lang
        if name == "since":
            return terms()("search.filter.since", language)
        return "، ".join(self._lists.facet_label(name, v) for v in getattr(filters, name))


def _ticked(filters: Filters) -> list[str]:
    """The filters in force; of which table a record is, is none."""
    names = [field.name for field in fields(Filters) if field.name != "tbl"]
    return [name for name in names if getattr(filters, name)]


def _without_quotes(query: str, part: Part, filters: Filters) -> tuple[str, str, Filters, bool]:
    words = part.value.strip('"«»')
    return '" "', f"{query[: part.start]}{words}{query[part.end :]}", filters, True
