"""Documents: registered, found, read, edited, referred, answered, filed, voided; never deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.desk.document_acts import DocumentActs
from ctdesk.desk.leaving import write_whole
from ctdesk.desk.lists import Lists
from ctdesk.desk.rows import Counts, HistoryRow, LinkRow, NewFile, Page, Row
from ctdesk.desk.validation import check_record
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import fields_of
from ctdesk.domain.numbering import register_number, register_of
from ctdesk.domain.records import Action, Attachment, Document, Dossier, Link, Record
from ctdesk.domain.states import DOCUMENT
from ctdesk.search import Filters
from ctdesk.store.acting import Act
from ctdesk.store.degrees import above, registered
from ctdesk.text.language import language_of
from ctdesk.text.sentences import first_sentence

if TYPE_CHECKING:
    from ctdesk.desk.history import Histories
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_UNCLASSIFIED = "restricted"
"""What a document counts as that came without a classification, until somebody says otherwise."""


class Documents(DocumentActs):
    """The desk's documents."""

    def __init__(
        self,
        session: Session,
        settings: SettingsBook,
        parties: Parties,
        lists: Lists,
        histories: Histories,
    ) -> None:
        super().__init__(session, parties, lists)
        self._settings = settings
        self._histories = histories

    def list(
        self,
        query: str = "",
        filters: Filters | None = None,
        *,
        sort: str = "date",
        offset: int = 0,
        limit: int = 100,
        facets: bool = False,
        snippets: bool = False,
        everything: bool = False,
        typing: bool = False,
    ) -> Page:
        """Documents that match a query and filters; all, newest first, for an empty one.

        With `everything` dossiers, items and actions are found as well. While `typing`, the last
        word of the query is the beginning of one.
        """
        filters = filters or Filters()
        if not everything and not filters.tbl:
            filters = replace(filters, tbl=("document",))
        return self._lists.page(
            query,
            filters,
            sort=sort,
            offset=offset,
            limit=limit,
            facets=facets,
            snippets=snippets,
            typing=typing,
        )

    def marks(self, text: str, query: str, *, typing: bool = False) -> Sequence[tuple[int, int]]:
        """Where a query's hits are in a whole text (code points of the original)."""
        return self._lists.marks(text, query, typing=typing)

    def facet_values(self) -> Mapping[str, Sequence[tuple[str, str, int]]]:
        """For each filter its values: code, label in the desk's language, how many."""
        return self._lists.facet_values()

    def find(self, what: str) -> Document:
        """The document of that identity, register number or sender's number."""
        what = what.strip()
        by_uid = self._session.store.read.get(Document, what)
        found = [by_uid] if by_uid else self._numbered(what)
        found = self._session.access.visible(found)
        if not found:
            raise Refused("not_found", what=what)
        if len(found) > 1:
            choices = ", ".join(d.register_number or d.uid for d in found[:5])
            raise Refused("ambiguous_number", what=what, choices=choices)
        return found[0]

    def _numbered(self, number: str) -> Sequence[Document]:
        read = self._session.store.read
        return (
            read.where(Document, register_number=number)
            or read.where(Document, provisional_number=number)
            or read.where(Document, their_number=number)
        )

    def attachments(self, uid: str) -> Sequence[Attachment]:
        """The files kept with a document, the original first."""
        document = self.get(uid).uid
        return self._session.store.read.where(Attachment, document=document, order="-original name")

    def attachment_data(self, uid: str) -> bytes:
        """The bytes of an attachment, exactly as they came; opening it is recorded."""
        attachment = self._attachment(uid)
        data = self._session.store.blobs.get(attachment.blob)
        with self._session.act("open_attachment") as act:
            act.note("open_attachment", attachment=uid)
        return data

    def save_attachment(self, uid: str, path: Path) -> None:
        """Write an attachment to a file, whole or not at all; that it left is recorded."""
        data = self._session.store.blobs.get(self._attachment(uid).blob)
        with self._session.act("save_attachment") as act:
            act.note("save_attachment", attachment=uid)
            write_whole(path, data)

    def links(self, uid: str) -> Sequence[LinkRow]:
        """What this record is tied to, in both directions, as far as both ends may be seen."""
        access = self._session.access
        links = access.where(Link, source=uid, removed=0)
        links += access.where(Link, target=uid, removed=0)
        ends = {link.uid: link.target if link.source == uid else link.source for link in links}
        rows = self._lists.rows_of(ends.values())
        return [
            LinkRow(link, rows[ends[link.uid]], link.source == uid)
            for link in links
            if ends[link.uid] in rows
        ]

    def defaults(self, kind: str = "report") -> Document:
        """What a new document's form starts with: the sticky fields of the last one of its kind."""
        last = self._session.store.read.where(
            Document, kind=kind, created_by=self._session.officer.uid, order="-uid", limit=1
        )
        last = self._session.access.visible(last)
        start = Document(
            kind=kind,
            direction="incoming",
            classification=_UNCLASSIFIED,
            urgency="routine",
            medium="electronic",
        )
        if not last:
            return start
        sticky = {s.name: getattr(last[0], s.name) for s in fields_of(Document) if s.sticky}
        return replace(start, **{name: value for name, value in sticky.items() if value})

    def duplicates(self, document: Document) -> Sequence[Row]:
        """Documents with the same number, date and sender; flagged, never refused."""
        if not document.their_number:
            return []
        same = self._session.store.read.where(
            Document,
            their_number=document.their_number,
            their_date=document.their_date,
            sender=document.sender,
        )
        rows = self._lists.rows_of(d.uid for d in same if d.uid != document.uid)
        return list(rows.values())

    def register(
        self,
        document: Document,
        *,
        sender: str | None = None,
        addressees: Sequence[str] | None = None,
        copies: Sequence[str] | None = None,
        attachments: Sequence[NewFile] = (),
    ) -> Document:
        """Enter a document in its register: numbered, kept, searchable, or nothing at all.

        `sender`, `addressees` and `copies` are names where the form has names; a new name makes a
        party to be checked. Raises BadInput for a field that breaks its description.
        """
        files = self.keep_files(attachments)
        try:
            with self._session.act("register") as act:
                return self.register_in(
                    act, document, sender=sender, addressees=addressees, copies=copies, files=files
                )
        except BaseException:
            self._parties.forget()
            raise

    def register_in(
        self,
        act: Act,
        document: Document,
        *,
        sender: str | None = None,
        addressees: Sequence[str] | None = None,
        copies: Sequence[str] | None = None,
        files: Sequence[Attachment] = (),
    ) -> Document:
        """`register`, as part of an act that registers several."""
        if document.kind == "opinion":
            raise Refused("issued_only_by_issuing")
        named = self._named(act, sender, addressees, copies)
        document = self._completed(replace(document, **named))
        check_record(document)
        document = act.create(self._numbered_next(act, document))
        for file in files:
            act.create(replace(file, document=document.uid))
        return document

    def _completed(self, document: Document) -> Document:
        """What a person would fill in without thinking."""
        return replace(
            document,
            subject=document.subject or first_sentence(document.text),
            language=document.language or language_of(document.text or document.subject),
            classification=document.classification or _UNCLASSIFIED,
            urgency=document.urgency or "routine",
            state="assigned" if document.officer else DOCUMENT.first,
        )

    def _numbered_next(self, act: Act, document: Document) -> Document:
        today = self._session.today()
        register = register_of(document.kind, document.direction)
        settings = self._settings.all()
        seq = act.read.last_number(register, today.year, provisional=bool(settings.laptop)) + 1
        return replace(
            document,
            register=register,
            register_year=today.year,
            register_seq=seq,
            register_number=register_number(
                seq, today.year, settings.number_pattern, settings.laptop
            ),
            register_date=today.isoformat(),
        )

    def history(self, uid: str) -> Sequence[HistoryRow]:
        """Every write of a record, newest first."""
        return self._histories.of(uid)

    def counts(self) -> Counts:
        """What waits in each room, for the window's rail."""
        read, clearance = self._session.store.read, self._session.clearance
        today = self._session.today().isoformat()

        def seen(kind: type[Record], column: str, of: str = "") -> Counter[str]:
            hidden = above(read, kind.table, column, clearance, of)
            return Counter(read.counts_by(kind, column, of)) - Counter(hidden)

        opinions, actions = seen(Document, "state", "opinion"), seen(Action, "state")
        return Counts(
            documents=seen(Document, "kind").total(),
            opinions_open=sum(opinions[s] for s in ("draft", "in_review", "returned", "approved")),
            dossiers=seen(Dossier, "kind").total(),
            actions_open=sum(actions[s] for s in ("open", "in_hand", "waiting")),
            today=registered(read, today, clearance),
            incoming=sum(f.state != "aside" for f in self._session.access.waiting()),
        )
