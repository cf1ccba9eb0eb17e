"""Technical opinions: begun on reports, written in blocks, reviewed, issued, frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ctdesk.desk.drafting import opening_of, situation
from ctdesk.desk.issuing import Issuing, answers
from ctdesk.desk.lists import Lists
from ctdesk.desk.opinion_degrees import OpinionDegrees
from ctdesk.desk.redaction import Redaction
from ctdesk.desk.revisions import WholeOpinions
from ctdesk.desk.rows import Check, Opinion, Page
from ctdesk.desk.validation import check_record, check_value
from ctdesk.domain.blocks import Block, Source, blocks_to_json
from ctdesk.domain.classification import highest
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document, Revision
from ctdesk.domain.states import OPINION
from ctdesk.search import Filters

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.screening_drafts import DraftNames
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_WRITABLE = ("draft", "returned")


class Opinions:
    """The desk's opinions."""

    def __init__(
        self,
        session: Session,
        settings: SettingsBook,
        parties: Parties,
        lists: Lists,
        names: DraftNames,
        approvals: Approvals,
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._lists = lists
        self._whole = WholeOpinions(session)
        self._degrees = OpinionDegrees(session, self._whole, approvals)
        self._redaction = Redaction(session, settings)
        self._issuing = Issuing(session, settings, parties, self, names, self._whole)

    def list(
        self, query: str = "", filters: Filters | None = None, *, offset: int = 0, limit: int = 100
    ) -> Page:
        """Opinions that match, newest first."""
        filters = replace(filters or Filters(), kind=("opinion",))
        return self._lists.page(query, filters, sort="date", offset=offset, limit=limit)

    def new(
        self,
        *,
        subject: str,
        subject_en: str = "",
        memo_kind: str = "opinion_reports",
        on: Sequence[str] = (),
        to: Sequence[str] = (),
        blocks: Sequence[Block] | None = None,
        **fields: Any,
    ) -> Document:
        """Begin an opinion on the documents `on` (identities): linked, with a first draft.

        Without `blocks` the draft says what each report reports, each paragraph citing it.
        """
        documents = [self._report(uid) for uid in on]
        opinion = Document(
            kind="opinion",
            direction="internal",
            subject=subject,
            subject_en=subject_en,
            memo_kind=memo_kind,
            classification=highest(d.classification for d in documents),
            urgency=next((d.urgency for d in documents if d.urgency), "routine"),
            topics=tuple(dict.fromkeys(t for d in documents for t in d.topics))[:3],
            countries=tuple(dict.fromkeys(c for d in documents for c in d.countries)),
            language="ar",
            officer=self._session.officer.uid,
            state=OPINION.first,
        )
        opinion = self._with_opening(opinion, documents)
        opinion = replace(opinion, **fields)
        degrees = (opinion.classification, *(d.classification for d in documents))
        opinion = replace(opinion, classification=highest(degrees))
        first = blocks if blocks is not None else situation(documents, self._parties)
        opinion = replace(opinion, **self._degrees.raised(opinion, first))
        try:
            with self._session.act("new_opinion") as act:
                named = (self._parties.resolve_or_add(act, name) for name in to)
                opinion = replace(opinion, addressees=tuple(filter(None, named)))
                check_record(opinion)
                opinion = act.create(opinion)
                for document in documents:
                    act.create(answers(opinion, document))
                self._whole.write(act, opinion, first)
        except BaseException:
            self._parties.forget()
            raise
        return opinion

    def _with_opening(self, opinion: Document, documents: Sequence[Document]) -> Document:
        """The first sentence; a note verbale has its own, in the third person."""
        if opinion.memo_kind == "note_verbale":
            return opinion
        return replace(
            opinion,
            opening=opening_of(documents, self._parties, "ar"),
            opening_en=opening_of(documents, self._parties, "en"),
        )

    def open(self, uid: str) -> Opinion:
        """The opinion with its blocks, the autosaved ones where they are newer; a sentence stands
        in the place of what is above this officer's clearance (`hidden`)."""
        whole = self._whole.open(uid)
        seen = self._session.access.seen("document", whole.on)
        return replace(
            whole,
            blocks=self._redaction.blocks(whole.blocks),
            revision=self._redaction.revision(whole.revision) if whole.revision else None,
            on=tuple(document for document in whole.on if document in seen),
            hidden=self._redaction.touches(whole.blocks),
        )

    def autosave(self, uid: str, blocks: Sequence[Block]) -> str:
        """Keep unsaved work where a crash can't reach it; returns when. No revision is made."""
        document = self._get(uid)
        self._check_writable(document)
        if raised := self._degrees.raised(document, blocks):
            with self._session.act("edit") as act:
                act.update(Document, uid, **raised)
        officer = self._session.officer.uid
        return self._session.store.keep_draft(uid, officer, blocks_to_json(blocks))

    def save(self, uid: str, blocks: Sequence[Block]) -> Revision:
        """A new revision, when anything changed since the last."""
        document = self._get(uid)
        self._check_writable(document)
        revision = self._whole.latest(uid)
        if revision is None or revision.blocks != blocks_to_json(blocks):
            raised = self._degrees.raised(document, blocks)
            with self._session.act("save_revision") as act:
                revision = self._whole.write(act, document, blocks)
                act.update(Document, uid, **raised)
        self._session.store.drop_draft(uid)
        return revision

    def revisions(self, uid: str) -> Sequence[Revision]:
        """Every saved revision, oldest first, as far as this officer may read it."""
        return [self._redaction.revision(revision) for revision in self._whole.all(uid)]

    def edit(self, uid: str, *, to: Sequence[str] | None = None, **fields: Any) -> Document:
        """Change what stands around the blocks: subject, addressee, classification, opening."""
        document = self._get(uid)
        self._check_writable(document)
        for name, value in fields.items():
            check_value(Document, field_of(Document, name), value)
        if "classification" in fields:
            self._degrees.check_marks(uid, fields["classification"])
        if fields.get("lower_reason", document.lower_reason) != document.lower_reason:
            fields |= {"lower_by": self._session.officer.uid, "lower_agreed": ""}
        self._degrees.ask_lower(document, fields)
        try:
            with self._session.act("edit") as act:
                if to is not None:
                    found = (self._parties.resolve_or_add(act, name) for name in to)
                    fields["addressees"] = tuple(filter(None, found))
                return act.update(Document, uid, **fields)
        except BaseException:
            self._parties.forget()
            raise

    def stand_on(self, uid: str, document: str) -> None:
        """Add a document to those that the opinion answers."""
        opinion = self._get(uid)
        self._check_writable(opinion)
        if document in self.open(uid).on:
            return
        with self._session.act("link") as act:
            act.create(answers(opinion, self._report(document)))

    def source(self, document: str, start: int, end: int) -> Source:
        """The passage of a document between two positions, as a source."""
        text = self._report(document).text
        start, end = max(0, min(start, end)), min(len(text), max(start, end))
        quote = text[start:end]
        left = len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Source(document, quote, start + left, start + left + len(quote))

    def next_states(self, uid: str) -> tuple[str, ...]:
        """The states that may follow this opinion's."""
        return OPINION.next_states(self._get(uid).state)

    def submit(self, uid: str) -> Document:
        """Send for review."""
        return self._step(uid, "in_review", "submit")

    def return_(self, uid: str, comment: str = "") -> Document:
        """Give back to the drafter; a comment becomes the opinion's margin note."""
        document = self._step(uid, "returned", "return")
        if not comment:
            return document
        with self._session.act("return") as act:
            return act.update(Document, uid, margin_note=comment)

    def approve(self, uid: str) -> Document:
        """Approve the text; for the head of the division or the administrator."""
        self.check_may_approve()
        return self._step(uid, "approved", "approve")

    def void(self, uid: str, reason: str) -> Document:
        """Give up an opinion that was never issued."""
        OPINION.check(self._get(uid).state, "void", reason)
        with self._session.act("void") as act:
            return act.update(Document, uid, state="void", void_reason=reason)

    def issue(self, uid: str) -> Document:
        """Take the number and freeze the text, in one act; see `Issuing.issue`."""
        return self._issuing.issue(uid)

    def checks(self, uid: str) -> Sequence[Check]:
        """What to look at before issuing: no source, no twin, a source that changed."""
        return self._issuing.checks(self._whole.open(uid))

    def follow(self, uid: str, earlier: str, type_: str) -> None:
        """Let an opinion supersede or amend an issued one; it does when it is issued."""
        document, before = self._get(uid), self._get(earlier)
        self._check_writable(document)
        self._issuing.follow(document, before, type_)

    def after(self, earlier: str, type_: str) -> Document:
        """Begin an opinion that supersedes or amends an issued one, from its text."""
        before = self.open(earlier)
        self._issuing.check_followed(before.document, type_)
        kept = ("subject_en", "memo_kind", "classification", "urgency", "addressees", "opening",
                "opening_en", "topics", "countries")  # fmt: skip
        fields = {name: getattr(before.document, name) for name in kept}
        document = self.new(
            subject=before.document.subject, on=before.on, blocks=before.blocks, **fields
        )
        self.follow(document.uid, earlier, type_)
        return document

    def check_may_approve(self) -> None:
        """Raise Refused unless this officer may approve."""
        self._session.check_right("approve")

    def _step(self, uid: str, state: str, act_name: str) -> Document:
        document = self._get(uid)
        OPINION.check(document.state, state)
        if state == "in_review":
            opinion = self.open(uid)
            if opinion.autosaved_at:
                self.save(uid, self._whole.open(uid).blocks)
            self._issuing.names.screen(uid)
        with self._session.act(act_name) as act:
            act.note(act_name, uid=uid)
            return act.update(Document, uid, state=state)

    def _get(self, uid: str) -> Document:
        return self._whole.get(uid)

    def _report(self, uid: str) -> Document:
        return self._session.access.get(Document, uid)

    def _check_writable(self, document: Document) -> None:
        if document.register_number:
            raise Refused("opinion_frozen")
        if document.state not in _WRITABLE:
            raise Refused("opinion_under_review")
        if self._redaction.touches(self._whole.open(document.uid).blocks):
            raise Refused("opinion_partly_hidden")
