"""Two persons: asked by one, agreed to by another, done once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ctdesk.desk import Desk
from ctdesk.desk.approvals import Request
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.domain.records import Approval, Document, Officer
from ctdesk.store.acting import Act
from tests.conftest import CHEAP, PASSPHRASE
from tests.desk.officers import another

THEIRS = "زورق يعبر شط العرب ليلا"


def request_on(desk: Desk, degree: str = "secret", **content: Any) -> Request:
    document = desk.documents.find("4/7/431")
    return Request("list_out", document, content or {"rows": 3}, degree)


def with_key(desk: Desk, role: str = "officer", clearance: str = "top_secret") -> Officer:
    fields = {"title_ar": "موظف ثان", "role": role, "clearance": clearance}
    return desk.officers.add(PASSPHRASE, THEIRS, fields, cost=CHEAP)


def test_what_is_asked_waits_for_a_colleague_and_is_done_once(desk: Desk) -> None:
    theirs = another(desk)
    request = request_on(desk)
    with pytest.raises(Refused) as refused:
        desk.approvals.demanded(request)
    assert refused.value.code == "second_needed"
    asked = desk.approvals.ask(request, "طلبها الوكيل")
    assert desk.approvals.waiting() == []
    assert [a.uid for a in theirs.approvals.waiting()] == [asked.uid]
    theirs.approvals.agree(asked.uid)
    assert theirs.approvals.waiting() == []
    granted = desk.approvals.demanded(request)
    assert (granted.by, granted.second_by) == (desk.officer.uid, theirs.officer.uid)
    with desk._session.act("test") as act:
        desk.approvals.use(act, granted)
    with pytest.raises(Refused):
        desk.approvals.demanded(request)
    assert desk.verify().sound


def test_what_was_agreed_to_serves_for_nothing_else(desk: Desk) -> None:
    theirs = another(desk)
    theirs.approvals.agree(desk.approvals.ask(request_on(desk, rows=3), "سبب").uid)
    assert desk.approvals.granted(request_on(desk, rows=3))
    assert desk.approvals.granted(request_on(desk, rows=4)) is None
    assert theirs.approvals.granted(request_on(desk, rows=3)) is None, "only the one who asked"


def test_nobody_agrees_to_what_they_asked(desk: Desk) -> None:
    another(desk)
    asked = desk.approvals.ask(request_on(desk), "سبب")
    with pytest.raises(Refused) as refused:
        desk.approvals.agree(asked.uid)
    assert refused.value.code == "second_is_the_same"


def test_alone_at_the_desk_one_is_told_to_add_a_colleague(desk: Desk) -> None:
    for act in (lambda: desk.approvals.demanded(request_on(desk)),
                lambda: desk.approvals.ask(request_on(desk), "سبب")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "second_absent"
        assert "الإعدادات" in refused.value.message("ar")


@pytest.mark.parametrize(
    ("role", "clearance"), [("officer", "restricted"), ("registrar", "top_secret")]
)
def test_the_second_officer_is_cleared_and_of_a_role_that_may(
    desk: Desk, role: str, clearance: str
) -> None:
    another(desk)
    asked = desk.approvals.ask(request_on(desk), "سبب")
    unfit = Desk(desk._store, replace(another(desk, role).officer, clearance=clearance))
    assert unfit.approvals.waiting() == []
    with pytest.raises(Refused):
        unfit.approvals.agree(asked.uid)


def test_a_refusal_says_why_and_ends_it(desk: Desk) -> None:
    theirs = another(desk)
    asked = desk.approvals.ask(request_on(desk), "سبب")
    with pytest.raises(Refused):
        theirs.approvals.refuse(asked.uid, " ")
    theirs.approvals.refuse(asked.uid, "الأسماء كثيرة")
    (mine,) = desk.approvals.mine()
    assert (mine.state, mine.answer) == ("refused", "الأسماء كثيرة")
    with pytest.raises(Refused):
        theirs.approvals.agree(asked.uid)
    desk.approvals.ask(request_on(desk), "بعد التعديل")


def test_the_same_is_not_asked_twice_and_can_be_withdrawn(desk: Desk) -> None:
    theirs = another(desk)
    asked = desk.approvals.ask(request_on(desk), "سبب")
    with pytest.raises(Refused) as refused:
        desk.approvals.ask(request_on(desk), "سبب")
    assert refused.value.code == "approval_open"
    with pytest.raises(Refused):
        theirs.approvals.withdraw(asked.uid)
    desk.approvals.withdraw(asked.uid)
    assert theirs.approvals.waiting() == []


def test_without_a_reason_nothing_is_asked(desk: Desk) -> None:
    another(desk)
    with pytest.raises(BadInput):
        desk.approvals.ask(request_on(desk), "  ")


def test_a_colleague_countersigns_on_the_spot_with_their_own_passphrase(desk: Desk) -> None:
    second = with_key(desk)
    request = request_on(desk)
    with pytest.raises(StoreError) as wrong:
        desk.approvals.countersign(request, "سبب", second.slot, "wrong")
    assert wrong.value.code == "wrong_passphrase"
    assert desk.approvals.mine() == [], "nothing is kept of a failed try"
    agreed = desk.approvals.countersign(request, "سبب", second.slot, THEIRS)
    assert (agreed.state, agreed.second_by) == ("agreed", second.uid)
    assert desk.approvals.demanded(request).uid == agreed.uid


def test_ones_own_key_does_not_countersign(desk: Desk) -> None:
    with_key(desk)
    with pytest.raises(Refused) as refused:
        desk._session.countersigned(desk.officer.slot, PASSPHRASE)
    assert refused.value.code == "second_is_the_same"
    with pytest.raises(Refused):
        desk._session.countersigned("nobody", PASSPHRASE)


def test_who_has_left_countersigns_no_more(desk: Desk) -> None:
    second = with_key(desk)
    assert desk._session.countersigned(second.slot, THEIRS).uid == second.uid
    with desk._store.act("test") as act:
        act.update(Officer, second.uid, left_on="2026-11-01")
    with pytest.raises(Refused):
        desk._session.countersigned(second.slot, THEIRS)
    assert desk.approvals.seconds("open") == []


def test_a_carrier_does_what_is_agreed_to_in_the_same_act_or_nothing_is(desk: Desk) -> None:
    theirs = another(desk)
    document = desk.documents.find("4/7/431")

    def carried(act: Act, approval: Approval, content: Any) -> None:
        if content["summary"] == "bad":
            raise Refused("approval_outdated")
        act.update(Document, approval.subject, summary=content["summary"])

    theirs.approvals.carry("list_out", carried)
    good = desk.approvals.ask(request_on(desk, summary="موافق"), "سبب")
    bad = desk.approvals.ask(request_on(desk, summary="bad"), "سبب")
    theirs.approvals.agree(good.uid)
    assert desk.documents.get(document.uid).summary == "موافق"
    with pytest.raises(Refused):
        theirs.approvals.agree(bad.uid)
    assert [a.uid for a in theirs.approvals.waiting()] == [bad.uid]
    assert desk.approvals.granted(request_on(desk, summary="موافق")) is None, "done once"
