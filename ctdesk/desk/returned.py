"""Back from signature: the memo that was edited in Word, the scan of the page that was signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, Revision
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.returned import ParagraphChange
from ctdesk.text.fold import fold
from ctdesk.text.ordinals import leads

if TYPE_CHECKING:
    from ctdesk.desk.documents import Documents
    from ctdesk.desk.memos import Memos
    from ctdesk.desk.opinions import Opinions
    from ctdesk.desk.rows import NewFile
    from ctdesk.desk.session import Session

_FORMS: tuple[tuple[MemoLanguage, bool], ...] = tuple(
    (language, annex) for language in ("ar", "en", "both") for annex in (False, True)
)


@dataclass(frozen=True)
class MemoChange:
    """A paragraph that changed; `block` is the opinion's block that it says ("" for a standing
    phrase or what is new), `lead` how the memo counts it."""

    how: str
    before: str
    after: str
    block: str = ""
    lead: str = ""
    margin: bool = False
    """It stands in a header, a footer or a footnote, not in the text."""


@dataclass(frozen=True)
class ReturnedMemo:
    """Whose memo came back, of which revision, in which form, and what changed in it."""

    document: Document
    revision: int
    latest: bool
    """No later revision was saved since."""
    language: MemoLanguage
    changes: tuple[MemoChange, ...]
    tracked: bool = False
    """Changes are marked in it as changes; they are taken as accepted."""
    comments: int = 0

    @property
    def same(self) -> bool:
        """It says what it said when it went out."""
        return not self.changes


class Returned:
    """Compares what came back and keeps it with its opinion."""

    def __init__(
        self, session: Session, documents: Documents, opinions: Opinions, memos: Memos
    ) -> None:
        self._session = session
        self._documents = documents
        self._opinions = opinions
        self._memos = memos

    def read(self, data: bytes) -> ReturnedMemo:
        """Which opinion a returned `.docx` is of and what was changed in it.

        Refused when it carries no identity of ours, or is of an opinion or a revision that this
        desk has not; BadInput for a file that is no sound `.docx`.
        """
        from ctdesk.memo.readback import read_identity, read_margins, read_text, read_traces
        from ctdesk.memo.returned import compared, lines_compared

        identity = read_identity(data)
        if identity is None:
            raise Refused("memo_without_identity")
        opinion = self._opinions.open(identity.opinion_uid)
        if opinion.hidden:
            raise Refused("opinion_partly_hidden")
        revisions = {r.hash: r for r in self._opinions.revisions(identity.opinion_uid)}
        revision = revisions.get(identity.sha256)
        if revision is None:
            raise Refused("memo_of_unknown_revision", revision=str(identity.revision))
        back, traces = read_text(data), read_traces(data)
        language, sent = self._as_it_went_out(opinion.document.uid, revision, back)
        blocks = self._memos.blocks_of(revision)
        found = [_located(change, blocks) for change in compared(read_text(sent), back)]
        margins = lines_compared(read_margins(sent), read_margins(data))
        found += [MemoChange(c.how, c.before, c.after, margin=True) for c in margins]
        return ReturnedMemo(
            opinion.document,
            revision.number,
            latest=revision.number == max(r.number for r in revisions.values()),
            language=language,
            changes=tuple(found),
            tracked=traces.tracked,
            comments=traces.comments,
        )

    def _as_it_went_out(
        self, uid: str, revision: Revision, back: Sequence[str]
    ) -> tuple[MemoLanguage, bytes]:
        """The memo of that revision in the form that is most like what came back."""
        from ctdesk.memo.readback import read_text
        from ctdesk.memo.returned import likeness

        memos = [
            (language, self._memos.write(uid, language, annex=annex, revision=revision))
            for language, annex in _FORMS
        ]
        return max(memos, key=lambda memo: likeness(read_text(memo[1]), back))

    def keep(
        self, uid: str, files: Sequence[NewFile], *, dispatched: str = "", outgoing_number: str = ""
    ) -> Document:
        """Keep the signed memo or its scan with the opinion, with the day on which it left and the
        number that the registry gave it; one act. Refused for an opinion that was not issued."""
        document = self._opinions.open(uid).document
        if not document.register_number:
            raise Refused("not_issued")
        fields = {"dispatched": dispatched, "outgoing_number": outgoing_number.strip()}
        written = {name: value for name, value in fields.items() if value}
        kept = self._documents.keep_files(files)
        with self._session.act("dispatch") as act:
            act.note("dispatch", uid=uid, files=len(kept))
            for attachment in kept:
                act.create(replace(attachment, document=uid))
            return act.update(Document, uid, **written) if written else document


def _located(change: ParagraphChange, blocks: Sequence[Block]) -> MemoChange:
    """The change with the block whose words it touches."""
    told = MemoChange(change.how, change.before, change.after)
    said = fold(change.before)
    if not said:
        return told
    counted = leads([block.kind for block in blocks])
    for block, lead in zip(blocks, counted, strict=True):
        for place, words in enumerate((block.ar, block.en)):
            if words.strip() and fold(words) in said:
                counted_so = "" if change.before.startswith(lead[place]) else lead[place]
                return replace(told, block=block.uid, lead=counted_so)
        others = (block.received_ar, block.received_en, block.proposed_ar, block.proposed_en)
        if any(words.strip() and fold(words) == said for words in others):
            return replace(told, block=block.uid, lead=block.number)
    return told
