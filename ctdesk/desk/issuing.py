"""The issue of an opinion: what is looked at before, its number, what freezes, whom it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ctdesk.desk.framing import Framing
from ctdesk.desk.phrases import Phrases
from ctdesk.desk.rows import Check, Opinion
from ctdesk.domain.classification import highest, rank
from ctdesk.domain.errors import Refused, TermKey
from ctdesk.domain.numbering import register_number
from ctdesk.domain.records import Comment, Document, Link, Revision
from ctdesk.domain.states import OPINION
from ctdesk.store.acting import Act

if TYPE_CHECKING:
    from ctdesk.desk.opinions import Opinions
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.revisions import WholeOpinions
    from ctdesk.desk.screening_drafts import DraftNames
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_STEPS = {"draft": "in_review", "returned": "in_review", "in_review": "approved"}
_FOLLOWED = {"supersedes": "superseded", "amends": "amended"}


class Issuing:
    """Takes an approved opinion to its number; nothing returns from it."""

    def __init__(
        self,
        session: Session,
        settings: SettingsBook,
        parties: Parties,
        opinions: Opinions,
        names: DraftNames,
        whole: WholeOpinions,
    ) -> None:
        self.names = names
        self._session = session
        self._settings = settings
        self._framing = Framing(session, settings, parties)
        self._opinions = opinions
        self._whole = whole

    def issue(self, uid: str) -> Document:
        """Take the number and freeze the text, in one act.

        A draft passes through review and approval first, each recorded, when the officer may
        approve. Raises Refused for an empty opinion, for one classified lower than its highest
        source without a recorded reason, for one with a name of the lists that nobody looked at.
        """
        opinion = self._whole.open(uid)
        if opinion.frozen:
            raise Refused("opinion_frozen")
        if opinion.autosaved_at:
            self._opinions.save(uid, opinion.blocks)
        self.names.screen(uid)
        self._check_issuable(opinion)
        with self._session.act("issue") as act:
            document = self._walk_to_approved(act, opinion.document)
            OPINION.check(document.state, "issued")
            revision = self._whole.latest(uid)
            assert revision is not None
            frozen = self._closing(document)
            document = act.update(Document, uid, state="issued", **frozen, **self._number(act))
            frame = self._framing.today(document, opinion.blocks)
            self._mark_earlier(act, uid)
            number = document.register_number
            seal = act.seal("issue", uid=uid, number=number, revision=revision.hash)
            act.update(
                Revision,
                revision.uid,
                frozen=True,
                seal=seal,
                frame=frame.to_json(),
                letterheads=tuple(sorted(set(frame.letterheads.values()))),
            )
        return document

    def checks(self, opinion: Opinion) -> Sequence[Check]:
        """What to look at before issuing: no source, no twin, a source that changed."""
        found = []
        cited = {s.document for b in opinion.blocks for s in b.sources} | set(opinion.on)
        documents = self._session.store.read.get_many(Document, cited)
        own = opinion.document.classification
        for block in opinion.blocks:
            if block.kind == "paragraph" and not block.empty:
                if not block.sources:
                    found.append(Check("unsourced", block.uid))
                if not (block.ar.strip() and block.en.strip()):
                    found.append(Check("twin_missing", block.uid))
            for source in block.sources:
                state = documents[source.document].state if source.document in documents else ""
                if state in ("void", "superseded"):
                    found.append(Check("source_void", block.uid))
                if source.document in documents and rank(own) < rank(
                    documents[source.document].classification
                ):
                    found.append(Check("source_higher", block.uid))
        read = self._session.store.read
        for comment in read.where(Comment, document=opinion.document.uid, settled=0):
            found.append(Check("comment_open", comment.block))
        top = highest(d.classification for d in documents.values())
        if rank(opinion.document.classification) < rank(top):
            document = opinion.document
            blocking = not document.lower_reason
            found.append(Check("classification_lower", blocking=blocking, values={"highest": top}))
            if document.lower_reason and not document.lower_agreed:
                found.append(Check("lower_not_agreed", blocking=True))
        return [*found, *self.names.checks(opinion.document.uid)]

    def _check_issuable(self, opinion: Opinion) -> None:
        if all(block.empty for block in opinion.blocks):
            raise Refused("opinion_empty")
        for check in self.checks(opinion):
            if check.blocking and check.code == "classification_lower":
                raise Refused(
                    "classification_lower",
                    own=degree(opinion.document.classification),
                    highest=degree(check.values["highest"]),
                )
            if check.blocking:
                raise Refused(check.code, **check.values)

    def _closing(self, document: Document) -> dict[str, str]:
        """The closing sentence as it is now: what is issued keeps it when the phrases change."""
        standing = Phrases(self._settings).closing(document.memo_kind)
        return {
            "closing": document.closing or standing["ar"],
            "closing_en": document.closing_en or standing["en"],
        }

    def _mark_earlier(self, act: Act, uid: str) -> None:
        """The opinions that this one supersedes or amends are so from its issue on."""
        for type_, state in _FOLLOWED.items():
            for link in act.read.where(Link, source=uid, type=type_, removed=0):
                earlier = act.read.get(Document, link.target)
                if earlier is not None and state in OPINION.next_states(earlier.state):
                    act.update(Document, earlier.uid, state=state)

    def _number(self, act: Act) -> dict[str, Any]:
        today = self._session.today()
        settings = self._settings.all()
        provisional = bool(settings.laptop)
        seq = act.read.last_number("opinions", today.year, provisional=provisional) + 1
        number = register_number(seq, today.year, settings.number_pattern, settings.laptop)
        return {
            "register": "opinions",
            "register_year": today.year,
            "register_seq": seq,
            "register_number": number,
            "register_date": today.isoformat(),
        }

    def _walk_to_approved(self, act: Act, document: Document) -> Document:
        while document.state in _STEPS:
            following = _STEPS[document.state]
            if following == "approved":
                self._opinions.check_may_approve()
            OPINION.check(document.state, following)
            document = act.update(Document, document.uid, state=following)
        return document

    def follow(self, document: Document, earlier: Document, type_: str) -> None:
        """Tie an opinion to the issued one that it will supersede or amend."""
        self.check_followed(earlier, type_)
        with self._session.act("link") as act:
            act.create(replace(answers(document, earlier), type=type_))

    def check_followed(self, earlier: Document, type_: str) -> None:
        """Raise Refused unless an opinion may be superseded or amended (`type_`) now."""
        OPINION.check(earlier.state, _FOLLOWED[type_])


def answers(opinion: Document, document: Document) -> Link:
    return Link(
        source=opinion.uid,
        source_table="document",
        target=document.uid,
        target_table="document",
        type="answers",
    )


def degree(classification: str) -> TermKey:
    """A classification as a value of a sentence."""
    return TermKey(f"vocabulary.classification.{classification or 'open'}")
