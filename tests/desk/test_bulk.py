"""Acts on several documents: each that allows it, the others told, all of it undoable."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument

from ctdesk.desk import Desk
from ctdesk.desk.rows import NewFile
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.domain.records import Attachment, Document


@pytest.fixture
def uids(desk: Desk) -> list[str]:
    """Reports of the sample desk that nobody has taken up."""
    rows = desk.documents.list("", limit=40).rows
    return [row.uid for row in rows if row.kind == "report" and row.state == "registered"][:5]


def officer_of(desk: Desk) -> str:
    return desk.officers.list()[0].uid


def test_a_selection_is_assigned_in_one_act_and_taken_back(desk: Desk, uids: list[str]) -> None:
    before = [desk.documents.get(uid) for uid in uids]
    done = desk.bulk.assign(uids, officer_of(desk))
    assert len(done.changed) == len(uids)
    assert {desk.documents.get(uid).state for uid in uids} == {"assigned"}
    hlcs = {row.at for uid in uids for row in desk.documents.history(uid)[:1]}
    assert len(hlcs) == 1
    desk.bulk.undo(done)
    now = [desk.documents.get(uid) for uid in uids]
    assert [(d.state, d.officer) for d in now] == [(d.state, d.officer) for d in before]


def test_what_is_not_possible_is_told_and_the_rest_done(desk: Desk, uids: list[str]) -> None:
    desk.documents.change_state(uids[0], "void", "تكرار")
    opinion = desk.opinions.new(subject="رأي")
    done = desk.bulk.assign([*uids, opinion.uid], officer_of(desk))
    assert {uid for uid, _ in done.left} == {uids[0], opinion.uid}
    assert {uid for uid, _ in done.changed} == set(uids[1:])


def test_a_fourth_topic_is_not_added(desk: Desk, uids: list[str]) -> None:
    desk.documents.edit(uids[0], topics=("SANC", "CTFN", "BORD"))
    desk.documents.edit(uids[1], topics=("CAMP",))
    done = desk.bulk.add_topic(uids[:2], "CAMP")
    assert done.changed == ()
    assert [uid for uid, _ in done.left] == [uids[0]]
    desk.bulk.add_topic([uids[1]], "FTFR")
    assert desk.documents.get(uids[1]).topics == ("CAMP", "FTFR")


def test_taking_back_leaves_what_was_written_since(desk: Desk, uids: list[str]) -> None:
    done = desk.bulk.change_state(uids[:2], "under_study")
    desk.documents.change_state(uids[0], "answered")
    undone = desk.bulk.undo(done)
    assert [uid for uid, _ in undone.left] == [uids[0]]
    assert desk.documents.get(uids[0]).state == "answered"
    assert desk.documents.get(uids[1]).state == "registered"


def test_voiding_several_needs_a_reason_that_each_keeps(desk: Desk, uids: list[str]) -> None:
    assert len(desk.bulk.change_state(uids[:2], "void").left) == 2
    desk.bulk.change_state(uids[:2], "void", "سُجّلت سهواً")
    assert desk.documents.get(uids[0]).void_reason == "سُجّلت سهواً"


@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_a_selection_is_written_as_a_list(
    desk: Desk, uids: list[str], tmp_path: Path, extension: str
) -> None:
    target = tmp_path / f"list.{extension}"
    desk.bulk.export(uids, target, "ar")
    assert target.stat().st_size > 2_000
    if extension == "docx":
        table = WordDocument(str(target)).tables[0]
        assert len(table.rows) == 1 + len(uids)
    with pytest.raises(BadInput):
        desk.bulk.export(uids, tmp_path / "list.txt", "ar")


def test_a_void_document_is_restored_with_a_reason(desk: Desk, uids: list[str]) -> None:
    desk.documents.change_state(uids[0], "void", "تكرار")
    with pytest.raises(Refused):
        desk.documents.change_state(uids[0], "registered")
    document = desk.documents.change_state(uids[0], "registered", "لم يكن تكراراً")
    assert (document.state, document.void_reason) == ("registered", "لم يكن تكراراً")
    assert any(row.after == "تكرار" for row in desk.documents.history(uids[0]))


def test_a_referral_carries_a_day_and_a_word(desk: Desk, uids: list[str]) -> None:
    document = desk.documents.refer(
        uids[0], officer_of(desk), due="2026-12-01", note="للدراسة وإبداء الرأي"
    )
    assert (document.due, document.margin_note) == ("2026-12-01", "للدراسة وإبداء الرأي")
    with pytest.raises(BadInput):
        desk.documents.refer(uids[0], officer_of(desk), due="soon")


def test_a_fields_past_is_written_again(desk: Desk, uids: list[str]) -> None:
    before = desk.documents.get(uids[0])
    desk.documents.edit(uids[0], subject="موضوع آخر", topics=("SANC",), text="نص آخر")
    rows = {row.name: row for row in desk.documents.history(uids[0]) if row.name}
    for name in ("subject", "topics", "text"):
        desk.documents.bring_back(uids[0], rows[name])
    now = desk.documents.get(uids[0])
    assert (now.subject, now.topics, now.text) == (before.subject, before.topics, before.text)
    desk.documents.change_state(uids[0], "under_study")
    state = next(row for row in desk.documents.history(uids[0]) if row.name == "state")
    with pytest.raises(Refused):
        desk.documents.bring_back(uids[0], state)


def test_a_tie_is_seen_from_both_ends_made_once_and_taken_away(desk: Desk, uids: list[str]) -> None:
    one, other = uids[:2]
    link = desk.documents.link(one, other, "refers_to")
    assert any(row.link.uid == link.uid and row.outward for row in desk.documents.links(one))
    assert any(row.link.uid == link.uid and not row.outward for row in desk.documents.links(other))
    for source, target, kind in ((one, other, "refers_to"), (one, one, "refers_to")):
        with pytest.raises(Refused):
            desk.documents.link(source, target, kind)
    with pytest.raises(BadInput):
        desk.documents.link(one, other, "no such tie")
    desk.documents.unlink(link.uid)
    assert not any(row.link.uid == link.uid for row in desk.documents.links(one))


def test_a_file_is_added_and_checked_against_the_day_it_came(desk: Desk, uids: list[str]) -> None:
    (kept,) = desk.documents.attach(uids[0], [NewFile("a.txt", "text/plain", b"words")])
    assert desk.documents.check_attachment(kept.uid) == kept.sha256
    with desk._session.act("test") as act:
        act.update(Attachment, kept.uid, sha256="0" * 64)
    with pytest.raises(StoreError):
        desk.documents.check_attachment(kept.uid)


def test_nothing_is_done_to_what_an_officer_may_not_see(desk: Desk, uids: list[str]) -> None:
    from dataclasses import replace

    desk.documents.edit(uids[0], classification="top_secret")
    desk._session.officer = replace(desk._session.officer, clearance="secret")
    done = desk.bulk.assign(uids[:1], officer_of(desk))
    assert (done.changed, done.left) == ((), ())
    assert desk._store.read.get(Document, uids[0]).state == "registered"  # type: ignore[union-attr]
