"""Review: comments on blocks, revisions compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.desk import Desk
from ctdesk.desk.review import compared
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused
from tests.desk.officers import another

LETTERS = [Block(letter, "paragraph", ar=letter) for letter in "abcdef"]


def opinion(desk: Desk) -> str:
    blocks = [Block("p1", "paragraph", "نؤيد."), Block("p2", "paragraph", "نقترح.")]
    return desk.opinions.new(subject="تجربة", blocks=blocks).uid


def test_a_reviewer_comments_on_a_block_of_what_is_under_review(desk: Desk) -> None:
    uid = opinion(desk)
    desk.opinions.submit(uid)
    reviewer = another(desk, "head")
    comment = reviewer.review.comment(uid, " أيّ مقترح؟ ", "p1")
    (found,) = desk.review.open_comments(uid)
    assert (found.text, found.block, found.author) == ("أيّ مقترح؟", "p1", reviewer.officer.uid)
    with pytest.raises(Refused):
        reviewer.opinions.save(uid, LETTERS)
    desk.review.settle(comment.uid)
    assert desk.review.open_comments(uid) == []
    assert len(desk.review.comments(uid)) == 1


def test_an_empty_comment_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.review.comment(opinion(desk), "  ")


def test_an_issued_opinion_takes_no_comment(desk: Desk) -> None:
    uid = opinion(desk)
    desk.opinions.issue(uid)
    with pytest.raises(Refused):
        desk.review.comment(uid, "متأخر")


def test_two_revisions_are_compared_block_by_block(desk: Desk) -> None:
    uid = opinion(desk)
    first, second = desk.opinions.open(uid).blocks
    new = Block("p3", "paragraph", "جديد.")
    desk.opinions.save(uid, [replace(first, ar="نؤيد بقوة."), new])
    changes = desk.review.compare(uid, 1, 2)
    assert [(c.how, (c.after or c.before).uid) for c in changes] == [  # type: ignore[union-attr]
        ("changed", "p1"),
        ("removed", "p2"),
        ("added", "p3"),
    ]
    assert changes[1].before == second


def test_a_block_that_only_changed_its_place_has_moved() -> None:
    a, b, c, *_ = LETTERS
    assert [change.how for change in compared([a, b, c], [b, c, a])] == ["same", "same", "moved"]


@given(st.permutations(LETTERS), st.permutations(LETTERS), st.integers(0, 6), st.integers(0, 6))
def test_every_block_of_either_revision_is_in_the_comparison(
    before: list[Block], after: list[Block], first: int, second: int
) -> None:
    before, after = before[:first], after[:second]
    changes = compared(before, after)
    assert [c.after for c in changes if c.after] == after
    assert {c.before.uid for c in changes if c.before} == {block.uid for block in before}
    assert len(changes) == len({block.uid for block in (*before, *after)})
