"""Work changes hands: what is open of one officer, in one act that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Action, Approval, Document, Dossier, Officer
from ctdesk.memo.readback import read_text
from tests.desk.officers import another


@pytest.fixture
def taker(desk: Desk) -> Officer:
    """The officer who takes the work over."""
    return another(desk).officer


@pytest.fixture
def giver(desk: Desk) -> Officer:
    """The officer of the desk, with something open of every kind."""
    own = desk.officer
    report = desk.documents.find("4/7/431")
    desk.documents.refer(report.uid, own.uid, due="2026-12-24")
    desk.opinions.new(subject="رأي قيد الإعداد", on=[report.uid])
    title = own.title_ar
    with desk._store.act("add", own.uid) as act:
        act.create(Dossier(code="X-1", kind="committee", title_ar="لجنة", deputy=own.uid,
                           next_date="2026-12-02"))  # fmt: skip
        act.create(Action(what="إجابة السفارة", owner=title, due="2026-12-01", state="open"))
        party = next(iter(desk.parties.all()))
        act.create(
            Action(
                what="بيان الموقف",
                owner=title,
                due="2026-12-01",
                waiting_for=party,
                state="waiting",
            )
        )
        act.create(Approval(what="downgrade", by=own.uid, reason="خفض الدرجة", state="asked"))
    return own


def owners(desk: Desk) -> dict[str, str]:
    """Who each thing of the test belongs to."""
    read = desk._store.read
    report = desk.documents.find("4/7/431")
    opinion = next(d for d in read.where(Document, kind="opinion") if "قيد الإعداد" in d.subject)
    return {
        "report": report.officer,
        "opinion": opinion.officer,
        "dossier": read.where(Dossier, code="X-1")[0].deputy,
        "action": next(a for a in read.where(Action) if a.what == "إجابة السفارة").owner,
    }


def test_everything_open_is_previewed_by_section(
    desk: Desk, giver: Officer, taker: Officer
) -> None:
    rows = desk.handovers.preview(giver.uid, taker.uid)
    sections = {row.section for row in rows}
    assert sections == {
        "documents", "opinions", "dossiers", "actions", "waiting", "approvals",
    }  # fmt: skip
    report = next(row for row in rows if row.section == "documents")
    assert (report.due, report.fields) == ("2026-12-24", ("officer",))
    assert next(row for row in rows if row.section == "approvals").fields == ()


def test_one_act_hands_all_over_and_is_taken_back_whole(
    desk: Desk, giver: Officer, taker: Officer
) -> None:
    before = owners(desk)
    done = desk.handovers.hand_over(giver.uid, taker.uid)
    assert owners(desk) == {
        "report": taker.uid, "opinion": taker.uid, "dossier": taker.uid, "action": "زينب",
    }  # fmt: skip
    row = desk.history.page(HistoryFilter(act="handover"))[0]
    assert row.seal == done.seal
    assert ("إلى", "زينب") in row.facts
    desk.history.undo(row.key)
    assert owners(desk) == before


def test_only_what_was_chosen_changes_hands(desk: Desk, giver: Officer, taker: Officer) -> None:
    report = desk.documents.find("4/7/431")
    desk.handovers.hand_over(giver.uid, taker.uid, only=[report.uid])
    after = owners(desk)
    assert (after["report"], after["opinion"]) == (taker.uid, giver.uid)


def test_the_page_is_for_both_to_sign_and_is_written_with_the_act_or_not_at_all(
    desk: Desk, giver: Officer, taker: Officer, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        desk.handovers.hand_over(giver.uid, taker.uid, path=tmp_path / "none" / "page.docx")
    with pytest.raises(BadInput, match=r"ends in \.docx"):
        desk.handovers.hand_over(giver.uid, taker.uid, path=tmp_path / "page.pdf")
    assert owners(desk)["report"] == giver.uid
    path = tmp_path / "page.docx"
    done = desk.handovers.hand_over(giver.uid, taker.uid, path=path, language="ar")
    text = "\n".join(read_text(path.read_bytes()))
    for word in ("سلّم", "استلم", "زينب", giver.title_ar, "إجابة السفارة", "X-1"):
        assert word in text
    assert done.path == path
    assert desk.history.seal(done.seal).stands


def test_what_the_other_may_not_see_stays(desk: Desk, giver: Officer, taker: Officer) -> None:
    desk.officers.edit(taker.uid, clearance="restricted")
    report = desk.documents.find("4/7/431")
    desk.documents.edit(report.uid, classification="secret")
    row = next(r for r in desk.handovers.preview(giver.uid, taker.uid) if r.uid == report.uid)
    assert row.above
    with pytest.raises(Refused, match="above the other"):
        desk.handovers.hand_over(giver.uid, taker.uid, only=[report.uid])
    desk.handovers.hand_over(giver.uid, taker.uid)
    assert owners(desk)["report"] == giver.uid


def test_only_the_head_or_the_officer_hands_work_over(
    desk: Desk, giver: Officer, taker: Officer
) -> None:
    colleague = Desk(desk._store, taker)
    with pytest.raises(Refused, match="own work"):
        colleague.handovers.preview(giver.uid, taker.uid)
    head = another(desk, "head")
    assert head.handovers.hand_over(giver.uid, taker.uid).rows
    with pytest.raises(Refused, match="Nothing is open"):
        head.handovers.hand_over(giver.uid, taker.uid)
    for pair, words in (((giver.uid, giver.uid), "same"), ((giver.uid, "x"), "not at this desk")):
        with pytest.raises(Refused, match=words):
            desk.handovers.hand_over(*pair)
