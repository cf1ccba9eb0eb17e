"""Whether what arrived is on the desk already: same bytes, same letter, nearly the same text.

Sameness is told, never acted on: a letter may come twice for a reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ctdesk.desk.waiting import Alike, Letter, QueueRow, letter_of, row_of
from ctdesk.domain.records import Attachment, Document
from ctdesk.text.difference import Compared

if TYPE_CHECKING:
    from ctdesk.desk.documents import Documents
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.rows import Row
    from ctdesk.desk.searching import Searches
    from ctdesk.desk.session import Session
    from ctdesk.store.incoming import WaitingFile

_NEARLY_THE_SAME = 0.8
_LOOKED_AT = 5
_COMPARED = 20_000
"""Characters of each text that are compared."""


class Sameness:
    """Compares what arrived with what is registered and with what else waits."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        parties: Parties,
        lists: Lists,
        searches: Searches,
    ) -> None:
        self._session = session
        self._documents = documents
        self._parties = parties
        self._lists = lists
        self._searches = searches

    def marked(self, files: Sequence[WaitingFile], queue: Sequence[WaitingFile]) -> list[QueueRow]:
        """The lines of `files`, each with the documents and files of the queue like it."""
        rows = [row_of(file) for file in files]
        by_bytes = self._registered_from({file.sha256 for file in files})
        by_letter = self._registered_as({row.their_number for row in rows if row.their_number})
        waiting = _letters(row_of(file) for file in queue if file.state != "aside")
        marked = []
        for row, file in zip(rows, files, strict=True):
            if row.letter:
                others = {u: name for u, name in waiting[row.letter].items() if u != row.uid}
                same_letter = tuple(by_letter.get(row.letter, ()))
                row = replace(row, same_letter=same_letter, twins=tuple(others.values()))
            marked.append(replace(row, same_bytes=tuple(by_bytes.get(file.sha256, ()))))
        return marked

    def alike(self, text: str) -> Sequence[Alike]:
        """Registered documents whose text is nearly the same, the most alike first."""
        mine = Compared(text[:_COMPARED])
        found = []
        for near in self._searches.related(text[:_COMPARED], limit=_LOOKED_AT):
            if near.row.table == "document" and near.row.kind != "opinion":
                other = self._documents.get(near.row.uid).text
                share = mine.alike(Compared(other[:_COMPARED]))
                if share >= _NEARLY_THE_SAME:
                    found.append(Alike(near.row, share, other))
        return sorted(found, key=lambda each: -each.share)

    def _registered_from(self, digests: Iterable[str]) -> Mapping[str, list[Row]]:
        """The documents registered from files of these bytes, by their hash."""
        read = self._session.store.read
        owners = {
            digest: [a.document for a in read.where(Attachment, sha256=digest) if a.original]
            for digest in digests
        }
        rows = self._lists.rows_of(uid for uids in owners.values() for uid in uids)
        return {d: [rows[u] for u in uids if u in rows] for d, uids in owners.items() if uids}

    def _registered_as(self, numbers: Iterable[str]) -> Mapping[Letter, list[Row]]:
        """Documents with one of these numbers, by number, date and sender."""
        found: dict[Letter, list[Row]] = defaultdict(list)
        for number in numbers:
            documents = self._session.store.read.where(Document, their_number=number)
            rows = self._lists.rows_of(document.uid for document in documents)
            for document in documents:
                if document.uid in rows:
                    for letter in self._letters_of(document):
                        found[letter].append(rows[document.uid])
        return found

    def _letters_of(self, document: Document) -> set[Letter]:
        """A registered letter under each name that its sender goes by."""
        party = self._parties.get(document.sender)
        names = (party.name_ar, party.name_en, *party.spellings) if party else ("",)
        number, day = document.their_number, document.their_date
        return {letter_of(number, day, name) for name in names}


def _letters(rows: Iterable[QueueRow]) -> dict[Letter, dict[str, str]]:
    """The files of the queue by their letter: identity and name."""
    found: dict[Letter, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row.letter:
            found[row.letter][row.uid] = row.name
    return found
