"""Review of an opinion: what reviewers say to its blocks, and how two of its revisions differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctdesk.domain.blocks import Block, blocks_from_json
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Comment, Document, Revision
from ctdesk.store.changes import now

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals
    from ctdesk.desk.opinions import Opinions
    from ctdesk.desk.session import Session

_TEXTS = ("ar", "en", "received_ar", "received_en", "proposed_ar", "proposed_en")
_AROUND = ("kind", "mark", "sources", "number", "position")


@dataclass(frozen=True)
class BlockChange:
    """A block in two revisions. `before` or `after` is None where it was not there; `how` is
    same, changed, added, removed or moved (its words are the same, its place is another)."""

    how: str
    before: Block | None
    after: Block | None


class Review:
    """Comments and comparisons; the text itself is changed by its drafter alone."""

    def __init__(self, session: Session, opinions: Opinions, approvals: Approvals) -> None:
        self._approvals = approvals
        self._session = session
        self._opinions = opinions

    def comments(self, uid: str) -> Sequence[Comment]:
        """What was said to an opinion, oldest first."""
        opinion = self._opinions.open(uid)
        may_see = self._session.access.may_see
        hidden = {block.uid for block in opinion.blocks if not may_see(block.mark)}
        said = self._session.access.where(Comment, document=uid, order="at uid")
        return [comment for comment in said if comment.block not in hidden]

    def open_comments(self, uid: str) -> Sequence[Comment]:
        """Those that the drafter has not settled yet."""
        return [comment for comment in self.comments(uid) if not comment.settled]

    def comment(self, uid: str, text: str, block: str = "") -> Comment:
        """Say something to a block, or to the whole; possible until the opinion is issued."""
        opinion = self._opinions.open(uid)
        if opinion.frozen:
            raise Refused("opinion_frozen")
        if not text.strip():
            raise BadInput("comment_empty")
        with self._session.act("comment") as act:
            return act.create(
                Comment(
                    document=uid,
                    block=block,
                    text=text.strip(),
                    author=self._session.officer.uid,
                    at=now(),
                )
            )

    def settle(self, comment: str, settled: bool = True) -> Comment:
        """The drafter did what a comment asks; or it is open again."""
        self._session.access.get(Comment, comment)
        with self._session.act("settle_comment") as act:
            return act.update(Comment, comment, settled=settled)

    def compare(self, uid: str, older: int, newer: int) -> list[BlockChange]:
        """How the blocks changed from one revision to another, in the order of the newer one;
        blocks that are gone stand where they were."""
        texts = {r.number: r.blocks for r in self._opinions.revisions(uid)}
        missing = [str(number) for number in (older, newer) if number not in texts]
        if missing:
            raise Refused("not_found", what=missing[0])
        return compared(blocks_from_json(texts[older]), blocks_from_json(texts[newer]))

    def agree_lower(self, uid: str) -> Document:
        """A second officer agrees that an opinion is classified lower than its highest source.

        Refused for the officer who gave the reason, and where none was given.
        """
        opinion = self._opinions.open(uid)
        document = opinion.document
        if not document.lower_reason:
            raise Refused("reason_needed")
        self._session.check_right("second")
        if opinion.hidden:
            raise Refused("second_not_cleared")
        if self._session.officer.uid == document.lower_by:
            raise Refused("second_officer")
        for asked in self._approvals.of(uid):
            if (asked.what, asked.state) == ("downgrade", "asked"):
                self._approvals.agree(asked.uid)
                return self._opinions.open(uid).document
        with self._session.act("agree_lower") as act:
            act.note("agree_lower", uid=uid)
            return act.update(Document, uid, lower_agreed=self._session.officer.uid)

    def revisions(self, uid: str) -> Sequence[Revision]:
        """Every saved revision, newest first."""
        return list(reversed(self._opinions.revisions(uid)))


def compared(before: Sequence[Block], after: Sequence[Block]) -> list[BlockChange]:
    """Blocks of two revisions side by side, told apart by their identity."""
    old = {block.uid: block for block in before}
    new = {block.uid for block in after}
    order = [block.uid for block in before if block.uid in new]
    changes: list[BlockChange] = []
    for block in after:
        was = old.get(block.uid)
        changes.append(BlockChange(_how(was, block), was, block))
    _mark_moved(changes, order)
    for place, block in enumerate(before):
        if block.uid not in new:
            changes.insert(_place_of(changes, before[:place]), BlockChange("removed", block, None))
    return changes


def _how(before: Block | None, after: Block) -> str:
    if before is None:
        return "added"
    names = (*_TEXTS, *_AROUND)
    same = all(getattr(before, name) == getattr(after, name) for name in names)
    return "same" if same else "changed"


def _mark_moved(changes: list[BlockChange], order: Sequence[str]) -> None:
    """Of the blocks that stayed as they were, those that did not keep their order moved."""
    places = {uid: place for place, uid in enumerate(order)}
    staying = _longest_rising([places[c.after.uid] for c in changes if c.before and c.after])
    for number, change in enumerate(changes):
        if change.how == "same" and change.after and places[change.after.uid] not in staying:
            changes[number] = BlockChange("moved", change.before, change.after)


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The longest run of numbers, not side by side, that rises (at most some hundred numbers)."""
    best: list[tuple[int, list[int]]] = [(0, [])]
    for number in numbers:
        size, run = max(pair for pair in best if not pair[1] or pair[1][-1] < number)
        best.append((size + 1, [*run, number]))
    return set(max(best)[1])


def _place_of(changes: Sequence[BlockChange], above: Sequence[Block]) -> int:
    """Where a removed block stood: below the nearest block above it that is still shown."""
    shown = {
        uid: place for place, c in enumerate(changes) for uid in (_uid(c.before), _uid(c.after))
    }
    return next((shown[b.uid] + 1 for b in reversed(above) if b.uid in shown), 0)


def _uid(block: Block | None) -> str:
    return block.uid if block else ""
