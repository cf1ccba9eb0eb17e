"""What is done with a registered document: edited, referred, voided, tied to others, added to."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from ctdesk.desk.history_undo import Undoing
from ctdesk.desk.rows import HistoryRow, NewFile
from ctdesk.desk.validation import check_value
from ctdesk.domain.classification import rank
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Attachment, Document, Link
from ctdesk.domain.states import DOCUMENT, machine_of
from ctdesk.store.acting import Act

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session


_EDITABLE_GIVEN = frozenset(
    {"subject_en", "opening", "opening_en", "closing", "closing_en", "memo_kind", "lower_reason"}
)


_RECORDED = rank("secret")
"""From this degree on it is recorded who opened a document."""


class DocumentActs:
    """The acts on one document that is in its register already."""

    def __init__(self, session: Session, parties: Parties, lists: Lists) -> None:
        self._session = session
        self._parties = parties
        self._lists = lists
        self._opened: set[tuple[str, str]] = set()

    def get(self, uid: str) -> Document:
        """The whole document. Refused when there is none that this officer may see."""
        return self._session.access.get(Document, uid)

    def read(self, uid: str) -> Document:
        """The whole document for an officer to read; that they opened one that is secret or above
        is recorded, once a day for each officer and document while the desk is open."""
        document = self.get(uid)
        today = self._session.today().isoformat()
        if rank(document.classification) >= _RECORDED and (uid, today) not in self._opened:
            with self._session.act("open_secret") as act:
                act.note("open_secret", uid=uid)
            self._opened.add((uid, today))
        return document

    def keep_files(self, attachments: Sequence[NewFile]) -> Sequence[Attachment]:
        """Store the files' bytes, before the act that will name them."""
        return [
            Attachment(
                document="-",
                name=file.name,
                media_type=file.media_type,
                size=len(file.data),
                sha256=hashlib.sha256(file.data).hexdigest(),
                blob=self._session.store.blobs.put(file.data),
                original=file.original,
            )
            for file in attachments
        ]

    def _named(
        self,
        act: Act,
        sender: str | None,
        addressees: Sequence[str] | None,
        copies: Sequence[str] | None,
    ) -> dict[str, Any]:
        """The fields of parties by identity; new names become parties to be checked."""
        named: dict[str, Any] = {}
        if sender is not None:
            named["sender"] = self._parties.resolve_or_add(act, sender)
        for name, names in (("addressees", addressees), ("copies", copies)):
            if names is not None:
                found = (self._parties.resolve_or_add(act, one) for one in names)
                named[name] = tuple(dict.fromkeys(filter(None, found)))
        return named

    def edit(
        self,
        uid: str,
        *,
        sender: str | None = None,
        addressees: Sequence[str] | None = None,
        copies: Sequence[str] | None = None,
        **fields: Any,
    ) -> Document:
        """Write fields of a document; given fields and an issued opinion's are refused.

        Parties are given by name, as in `register`.
        """
        before = self.get(uid)
        for name, value in fields.items():
            spec = field_of(Document, name)
            if spec.given and spec.name not in _EDITABLE_GIVEN:
                raise Refused("issued_only_by_issuing")
            check_value(Document, spec, value)
        if before.kind == "opinion" and before.register_number:
            raise Refused("opinion_frozen")
        try:
            with self._session.act("edit") as act:
                named = self._named(act, sender, addressees, copies)
                return act.update(Document, uid, **named, **fields)
        except BaseException:
            self._parties.forget()
            raise

    def next_states(self, uid: str) -> tuple[str, ...]:
        """The states that may follow; for an opinion its own page has the acts."""
        document = self.get(uid)
        return machine_of(document.kind).next_states(document.state)

    def change_state(self, uid: str, state: str, reason: str = "") -> Document:
        """The next step in a document's life; a reopening and a voiding are recorded as such."""
        document = self.get(uid)
        if document.kind == "opinion":
            raise BadInput("not_found", what=uid)
        if "void" in (document.state, state):
            self._session.check_right("void")
        with self._session.act(_act_of(document.state, state)) as act:
            document = act.update(Document, uid, **step(document, state, reason))
            act.note("state", uid=uid, state=state)
        return document

    def refer(self, uid: str, officer: str, *, due: str = "", note: str = "") -> Document:
        """Assign a document to an officer (إحالة), by a day and with a word on the margin."""
        document = self.get(uid)
        DOCUMENT.check(document.state, "assigned")
        written: dict[str, Any] = {"due": due} if due else {}
        if note.strip():
            lines = (document.margin_note, note.strip())
            written["margin_note"] = "\n".join(filter(None, lines))
        for name, value in written.items():
            check_value(Document, field_of(Document, name), value)
        with self._session.act("refer") as act:
            return act.update(Document, uid, state="assigned", officer=officer, **written)

    def attach(self, uid: str, files: Sequence[NewFile]) -> Sequence[Attachment]:
        """Keep further files with a registered document."""
        self.get(uid)
        kept = self.keep_files(files)
        with self._session.act("attach") as act:
            return [act.create(replace(file, document=uid)) for file in kept]

    def check_attachment(self, uid: str) -> str:
        """Compare a stored file with the SHA-256 of the day it came; gives the hash.

        Raises StoreError when the file is missing, damaged, or another one. That it was checked
        is recorded.
        """
        attachment = self._attachment(uid)
        data = self._session.store.blobs.get(attachment.blob)
        if hashlib.sha256(data).hexdigest() != attachment.sha256:
            raise StoreError("attachment_damaged")
        with self._session.act("check_attachment") as act:
            act.note("check_attachment", attachment=uid)
        return attachment.sha256

    def _attachment(self, uid: str) -> Attachment:
        """A file of a document that this officer may see; Refused for any other."""
        return self._session.access.get(Attachment, uid)

    def link(self, source: str, target: str, type_: str) -> Link:
        """Tie a document to another one; both show it. Refused where the tie is there already."""
        self.get(source)
        self.get(target)
        if source == target:
            raise Refused("link_to_itself")
        check_value(Link, field_of(Link, "type"), type_)
        known: dict[str, Any] = {"source": source, "target": target, "type": type_}
        if self._session.store.read.count(Link, removed=0, **known):
            raise Refused("link_exists")
        with self._session.act("link") as act:
            return act.create(Link(**known, source_table="document", target_table="document"))

    def unlink(self, link: str) -> None:
        """Take a tie away; the history keeps it. Refused when there is none."""
        self._session.access.get(Link, link)
        with self._session.act("unlink") as act:
            act.update(Link, link, removed=True)

    def bring_back(self, uid: str, row: HistoryRow) -> Document:
        """Write again what a field held before an entry of its history."""
        if not row.name:
            raise Refused("field_is_given", field=row.act)
        self.get(uid)
        undoing = Undoing(self._session, self._parties)
        return cast(Document, undoing.bring_back("document", uid, row.name, row.was))


def step(document: Document, state: str, reason: str = "") -> dict[str, Any]:
    """The fields to write for a document's next step; Refused where it may not be taken so.

    The reason of a voiding or of a restoring stands in the register.
    """
    DOCUMENT.check(document.state, state, reason)
    told = {"void_reason": reason} if DOCUMENT.wants_reason(document.state, state) else {}
    return {"state": state, **told}


def _act_of(before: str, after: str) -> str:
    return "restore" if before == "void" else "void" if after == "void" else "state"
