"""What is asked of a second officer, as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctdesk.desk.people import officer_name
from ctdesk.domain.records import RECORDS, Approval, Document, Officer, Record
from ctdesk.domain.terms import Language, terms

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Content, Request
    from ctdesk.desk.session import Session

_NAMED = 8
"""Documents of a list that are named in its request."""
_NUMBERS = ("register_number", "code", "number", "reference")
_TITLES = {
    "ar": ("subject", "title_ar", "title", "subject_en", "title_en"),
    "en": ("subject_en", "title_en", "title", "subject", "title_ar"),
}


@dataclass(frozen=True)
class ApprovalRow:
    """A request in words of one language."""

    approval: Approval
    what: str
    number: str
    """Of the record that it is about; "" for a list of many."""
    title: str
    change: str
    """What would be done: from which degree to which, or how many records would leave."""
    by: str
    second_by: str
    state: str


class Wording:
    """Words requests for the eyes of one officer."""

    def __init__(self, session: Session, language: Language) -> None:
        self._session = session
        self._side: Language = language
        self._officers = {o.uid: o for o in session.store.read.where(Officer)}

    def row(self, approval: Approval, content: Content) -> ApprovalRow:
        """A request that this officer may see."""
        kind = RECORDS.get(approval.subject_table)
        record = self._session.store.read.get(kind, approval.subject) if kind else None
        return ApprovalRow(
            approval,
            self._term("approval_kind", approval.what),
            *self._called(record),
            self.change(approval.what, content),
            self._name(approval.by),
            self._name(approval.second_by),
            self._term("approval_state", approval.state),
        )

    def asked(self, request: Request) -> ApprovalRow:
        """A request that is about to be made."""
        approval = Approval(what=request.what, classification=request.classification)
        return ApprovalRow(
            approval,
            self._term("approval_kind", request.what),
            *self._called(request.subject),
            self.change(request.what, request.content),
            self._name(self._session.officer.uid),
            "",
            "",
        )

    def change(self, what: str, content: Content) -> str:
        """What would be done, in one line."""
        if what == "downgrade":
            degrees = (self._term("classification", content[n]) for n in ("before", "after"))
            before, after = degrees
            return terms()("access.from_to", self._side, before=before, after=after)
        uids = content.get("documents", ())
        count = len(uids) or content.get("rows", 0)
        told = terms()("access.records", self._side, count=count) if count else ""
        found = self._session.store.read.get_many(Document, uids[:_NAMED])
        seen = self._session.access.visible(found.values())
        numbers = [document.register_number or document.subject for document in seen]
        more = " …" if len(uids) > len(numbers) else ""
        return f"{told} ({'، '.join(numbers)}{more})" if numbers else told

    def _called(self, record: Record | None) -> tuple[str, str]:
        """Number and title of a record."""
        if record is None:
            return "", ""
        found = (
            next((text for name in names if (text := getattr(record, name, ""))), "")
            for names in (_NUMBERS, _TITLES[self._side])
        )
        number, title = found
        return str(number), str(title)

    def _name(self, uid: str) -> str:
        return officer_name(self._officers.get(uid), self._side)

    def _term(self, vocabulary: str, code: str) -> str:
        return terms().term(vocabulary, code or "open").label(self._side) if code else ""
