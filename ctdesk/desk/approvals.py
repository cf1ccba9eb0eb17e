"""Two persons: what one officer asks and another agrees to before it is done.

Two ways lead there: the second officer finds the request when they have unlocked the desk, or
countersigns on the spot with a passphrase of their own. What is agreed to is written down word for
word and hashed, so that nothing else is done in its name; it is done once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ctdesk.desk.approval_rows import ApprovalRow, Wording
from ctdesk.desk.revisions import WholeOpinions
from ctdesk.domain.classification import cleared, rank
from ctdesk.domain.errors import BadInput, Refused, TermKey
from ctdesk.domain.records import RECORDS, Approval, Document, Officer, Record
from ctdesk.domain.roles import check_right, may
from ctdesk.domain.states import APPROVAL
from ctdesk.domain.terms import Language
from ctdesk.store.changes import canonical, now

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.store.acting import Act

Content = Mapping[str, Any]
"""Exactly what is asked, as JSON knows it: values before and after, identities, counts."""
Carrier = Callable[["Act", Approval, Content], None]
"""Does what was agreed to, in the act in which it is agreed; Refused where it can't be any more."""


@dataclass(frozen=True)
class Request:
    """What is asked: its kind, the record it is about (none for a list of many), its content, the
    highest degree of all that it is about."""

    what: str
    subject: Record | None
    content: Content
    classification: str

    @property
    def subject_uid(self) -> str:
        return self.subject.uid if self.subject else ""

    @property
    def subject_table(self) -> str:
        return self.subject.table if self.subject else ""

    @property
    def digest(self) -> str:
        """SHA-256 over all that is asked: it tells one request from any other."""
        parts = [self.what, self.subject_table, self.subject_uid, dict(self.content)]
        return hashlib.sha256(canonical(parts).encode()).hexdigest()


class Approvals:
    """Asked, agreed, refused, withdrawn; and whether something may be done now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._carriers: dict[str, Carrier] = {"downgrade": _lower}
        self._whole = WholeOpinions(session)
        session.guard = self._check_write

    def carry(self, what: str, carrier: Carrier) -> None:
        """Have a kind of request done in the very act of agreeing to it; without a carrier the one
        who asked does it afterwards (`demanded`, `use`)."""
        self._carriers[what] = carrier

    def seconds(self, classification: str) -> Sequence[Officer]:
        """The colleagues who may agree to something of that degree."""
        read = self._session.store.read
        return [
            officer
            for officer in read.where(Officer)
            if officer.uid != self._session.officer.uid
            and not officer.left_on
            and read.is_own(officer.uid)
            and may(officer.role, "second")
            and rank(classification) <= cleared(officer.clearance)
        ]

    def ask(self, request: Request, reason: str) -> Approval:
        """Ask for a second officer's agreement. Refused when this desk has nobody who could give
        it, or when the same is asked already; BadInput without a reason."""
        self._check_possible(request)
        with self._session.act("ask_approval") as act:
            approval = act.create(self._approval(request, reason))
            act.note("ask_approval", approval=approval.uid, digest=approval.digest)
        return approval

    def countersign(self, request: Request, reason: str, slot: str, passphrase: str) -> Approval:
        """Ask, and let a colleague who stands by agree with their own passphrase, in one act; see
        `Session.countersigned`."""
        self._check_possible(request)
        approval = self._approval(request, reason)
        second = self._session.countersigned(slot, passphrase)
        self._check_second(approval, second)
        with self._session.act("countersign") as act:
            return self._agreed(act, act.create(approval), second)

    def waiting(self) -> Sequence[Approval]:
        """What waits for this officer's agreement, the oldest first."""
        if not self._session.may("second"):
            return []
        mine = self._session.officer.uid
        asked = self._session.store.read.where(Approval, state="asked", order="uid")
        return self._session.access.visible(each for each in asked if each.by != mine)

    def mine(self) -> Sequence[Approval]:
        """What this officer asked for, the newest first."""
        own = self._session.officer.uid
        return self._session.access.visible(
            self._session.store.read.where(Approval, by=own, order="-uid")
        )

    def of(self, subject: str) -> Sequence[Approval]:
        """What was asked about a record, the newest first."""
        return self._session.access.visible(
            self._session.store.read.where(Approval, subject=subject, order="-uid")
        )

    def agree(self, uid: str) -> Approval:
        """Agree to what a colleague asked."""
        approval = self._get(uid)
        self._check_second(approval, self._session.officer)
        with self._session.act("agree_approval") as act:
            return self._agreed(act, approval, self._session.officer)

    def refuse(self, uid: str, reason: str) -> Approval:
        """Say no to what a colleague asked, and why."""
        approval = self._get(uid)
        self._check_second(approval, self._session.officer)
        APPROVAL.check(approval.state, "refused", reason)
        with self._session.act("refuse_approval") as act:
            act.note("refuse_approval", approval=uid)
            return act.update(
                Approval,
                uid,
                state="refused",
                second_by=self._session.officer.uid,
                answer=reason.strip(),
                decided_at=now(),
            )

    def withdraw(self, uid: str) -> Approval:
        """Take back what one asked oneself; what was done already can't be."""
        approval = self._get(uid)
        if approval.by != self._session.officer.uid or approval.used_at:
            raise Refused("not_found", what=uid)
        APPROVAL.check(approval.state, "withdrawn")
        with self._session.act("withdraw_approval") as act:
            act.note("withdraw_approval", approval=uid)
            return act.update(Approval, uid, state="withdrawn")

    def granted(self, request: Request) -> Approval | None:
        """The agreement to exactly this, asked by this officer and not used yet."""
        found = self._session.store.read.where(
            Approval,
            digest=request.digest,
            by=self._session.officer.uid,
            state="agreed",
            used_at="",
        )
        return found[0] if found else None

    def demanded(self, request: Request) -> Approval:
        """`granted`; Refused when there is none, saying what to do."""
        approval = self.granted(request)
        if approval is None:
            self._check_somebody(request)
            raise Refused("second_needed", what=_kind(request.what), request=request)
        return approval

    def downgrade(self, record: Record, classification: str) -> Request:
        """What is asked to lower the classification of a document, a dossier, a list of names."""
        before = degree_of(record)
        content = {"before": before, "after": classification}
        return Request("downgrade", record, content, before)

    def use(self, act: Act, approval: Approval) -> None:
        """Mark an agreement as used, in the act that does what it is about."""
        use(act, approval)

    def rows(self, approvals: Iterable[Approval], language: Language) -> Sequence[ApprovalRow]:
        """Requests in words."""
        wording = Wording(self._session, language)
        return [wording.row(each, self.content(each)) for each in approvals]

    def worded(self, request: Request, language: Language) -> ApprovalRow:
        """A request that is about to be made, in words."""
        return Wording(self._session, language).asked(request)

    def content(self, approval: Approval) -> Content:
        """What is asked, read back."""
        found: Content = json.loads(approval.content)
        return found

    def _approval(self, request: Request, reason: str) -> Approval:
        reason = reason.strip()
        if not reason:
            raise BadInput("field_required", field=TermKey("field.approval.reason"))
        return Approval(
            what=request.what,
            subject=request.subject_uid,
            subject_table=request.subject_table,
            classification=request.classification,
            content=canonical(dict(request.content)),
            digest=request.digest,
            reason=reason,
            by=self._session.officer.uid,
            state=APPROVAL.first,
        )

    def _agreed(self, act: Act, approval: Approval, second: Officer) -> Approval:
        APPROVAL.check(approval.state, "agreed")
        act.note("agree_approval", approval=approval.uid, by=second.uid, digest=approval.digest)
        approval = act.update(
            Approval, approval.uid, state="agreed", second_by=second.uid, decided_at=now()
        )
        carrier = self._carriers.get(approval.what)
        if carrier is None:
            return approval
        act.guard = None
        carrier(act, approval, self.content(approval))
        self.use(act, approval)
        return approval

    def _check_write(self, record: Record, changed: Mapping[str, Any]) -> None:
        """No way of writing lowers a classification without a second officer: not a form, nor an
        act on several, nor the history. An opinion that is not issued yet may be lowered alone as
        far as its highest source."""
        after = changed.get("classification")
        if after is None or isinstance(record, Approval):
            return
        if rank(after) >= rank(degree_of(record)):
            return
        if not _drafted(record) or self._whole.below_sources(record.uid, after):
            request = self.downgrade(record, after)
            self._check_somebody(request)
            raise Refused("second_needed", what=_kind(request.what), request=request)

    def _check_possible(self, request: Request) -> None:
        self._check_somebody(request)
        open_ = self._session.store.read.where(Approval, digest=request.digest, state="asked")
        if open_:
            raise Refused("approval_open")

    def _check_somebody(self, request: Request) -> None:
        if not self.seconds(request.classification):
            raise Refused("second_absent", what=_kind(request.what))

    def _check_second(self, approval: Approval, second: Officer) -> None:
        if second.uid == approval.by:
            raise Refused("second_is_the_same")
        if rank(approval.classification) > cleared(second.clearance):
            raise Refused("second_not_cleared")
        check_right(second.role, "second")

    def _get(self, uid: str) -> Approval:
        found = self._session.store.read.get(Approval, uid)
        return self._session.access.demand(found, uid)


def degree_of(record: Record | None) -> str:
    """A record's own classification; "" for one that has none."""
    return str(getattr(record, "classification", ""))


def _drafted(record: Record) -> bool:
    return isinstance(record, Document) and record.kind == "opinion" and not record.register_number


def _lower(act: Act, approval: Approval, content: Content) -> None:
    """Lower a classification, if it is still what it was when that was asked."""
    kind = RECORDS[approval.subject_table]
    record = act.read.get(kind, approval.subject)
    issued = isinstance(record, Document) and record.kind == "opinion" and record.register_number
    if degree_of(record) != content["before"] or issued:
        raise Refused("approval_outdated")
    agreed = {"lower_agreed": approval.second_by} if record and _drafted(record) else {}
    act.update(kind, approval.subject, classification=content["after"], **agreed)


def use(act: Act, approval: Approval) -> None:
    """Mark an agreement as used, in the act that does what it is about."""
    act.note(approval.what, approval=approval.uid, digest=approval.digest)
    act.update(Approval, approval.uid, used_at=now())


def _kind(what: str) -> TermKey:
    return TermKey(f"vocabulary.approval_kind.{what}")
