"""A second officer at the desk, with a key of their own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import CtdeskError, Refused
from tests.conftest import CHEAP, PASSPHRASE
from tests.desk.officers import another

THEIRS = "زورق يعبر شط العرب ليلا"


def test_a_second_officer_opens_the_desk_and_agrees(sample_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "desk"))
    desk = Desk.open(folder, PASSPHRASE)
    given = {"title_ar": "معاون رئيس القسم", "role": "officer", "clearance": "secret"}
    added = desk.officers.add(PASSPHRASE, THEIRS, given, cost=CHEAP)
    report = desk.documents.find("4/7/431").uid
    opinion = desk.opinions.new(subject="تجربة", on=[report])
    desk.opinions.edit(opinion.uid, classification="open", lower_reason="لا يحوي ما ورد فيه")
    desk.close()
    theirs = Desk.open(folder, THEIRS, slot=added.slot)
    assert theirs.officer.uid == added.uid
    theirs.review.agree_lower(opinion.uid)
    theirs.close()
    again = Desk.open(folder, PASSPHRASE)
    assert again.opinions.issue(opinion.uid).register_number
    assert again.verify().sound
    again.close()


def test_only_the_head_or_the_administrator_adds_an_officer(desk: Desk) -> None:
    lower = Desk(desk._store, replace(desk.officer, role="officer"))
    with pytest.raises(Refused):
        lower.officers.add(PASSPHRASE, THEIRS, {"title_ar": "موظف"}, cost=CHEAP)


def test_a_wrong_passphrase_adds_nobody(desk: Desk) -> None:
    with pytest.raises(CtdeskError):
        desk.officers.add("wrong", THEIRS, {"title_ar": "موظف"}, cost=CHEAP)
    assert len(desk.officers.list()) == 1


def of(desk: Desk, role: str, clearance: str = "top_secret") -> Desk:
    """The desk as an officer of that role and clearance has it open."""
    return Desk(desk._store, replace(another(desk, role).officer, clearance=clearance))


@pytest.mark.parametrize("role", ["officer", "registrar"])
def test_who_may_not_change_others_still_writes_their_own_name(desk: Desk, role: str) -> None:
    mine = of(desk, role)
    assert mine.officers.edit(mine.officer.uid, title_en="Analyst").title_en == "Analyst"
    for fields in ({"title_en": "x"}, {"role": "officer"}, {"clearance": "open"}):
        with pytest.raises(Refused) as refused:
            mine.officers.edit(desk.officer.uid, **fields)
        assert refused.value.code == "role_may_not"


@pytest.mark.parametrize("role", ["officer", "registrar", "head"])
def test_nobody_raises_their_own_role_or_clearance(desk: Desk, role: str) -> None:
    mine = of(desk, role, "restricted")
    with pytest.raises(Refused) as refused:
        mine.officers.edit(mine.officer.uid, role="administrator")
    assert refused.value.code == "role_above_own"
    with pytest.raises(Refused) as refused:
        mine.officers.edit(mine.officer.uid, clearance="secret")
    assert refused.value.code == "clearance_above_own"
    assert mine.officers.edit(mine.officer.uid, clearance="open").clearance == "open"


def test_nobody_gives_or_takes_what_they_have_not(desk: Desk) -> None:
    head, third = of(desk, "head", "secret"), another(desk).officer
    desk.officers.edit(third.uid, clearance="open")
    for fields in ({"role": "administrator"}, {"clearance": "top_secret"}):
        with pytest.raises(Refused):
            head.officers.edit(third.uid, **{"clearance": "open", **fields})
        with pytest.raises(Refused):
            head.officers.add(PASSPHRASE, THEIRS, {"title_ar": "موظف", **fields}, cost=CHEAP)
    with pytest.raises(Refused):
        head.officers.edit(desk.officer.uid, role="officer")
    changed = head.officers.edit(third.uid, role="registrar", clearance="secret")
    assert (changed.role, changed.clearance) == ("registrar", "secret")


def test_the_last_administrator_stays_one(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.officers.edit(desk.officer.uid, role="head")
    assert refused.value.code == "last_administrator"
    second = of(desk, "administrator")
    assert desk.officers.edit(desk.officer.uid, role="head").role == "head"
    with pytest.raises(Refused):
        second.officers.edit(second.officer.uid, role="officer")


def test_an_officer_who_is_let_go_opens_the_desk_no_more_and_keeps_the_name(desk: Desk) -> None:
    given = {"title_ar": "معاون رئيس القسم", "role": "officer", "clearance": "secret"}
    added = desk.officers.add(PASSPHRASE, THEIRS, given, cost=CHEAP)
    for uid in (desk.officer.uid,):
        with pytest.raises(Refused) as refused:
            desk.officers.let_go(uid)
        assert refused.value.code == "officer_is_oneself"
    gone = desk.officers.let_go(added.uid)
    assert gone.left_on
    assert [o.uid for o in desk.officers.list()] == [desk.officer.uid]
    assert added.uid in [o.uid for o in desk.officers.list(everybody=True)]
    with pytest.raises(CtdeskError) as wrong:
        Desk.unlock(desk.folder, THEIRS)
    assert wrong.value.code == "wrong_passphrase"
    assert desk.verify().sound


def test_an_officer_without_a_clearance_sees_open_papers_only(desk: Desk) -> None:
    bare = of(desk, "officer", "")
    assert {row.classification for row in bare.documents.list(limit=500).rows} <= {"open", ""}


def test_a_number_is_voided_by_the_registry_not_by_any_officer(desk: Desk) -> None:
    uid = desk.documents.list("classification:open").rows[0].uid
    clerk, registrar = of(desk, "officer"), of(desk, "registrar")
    with pytest.raises(Refused):
        clerk.documents.change_state(uid, "void", "سجل مرتين")
    assert [code for _, code in clerk.bulk.change_state([uid], "void", "سجل مرتين").left]
    assert registrar.documents.change_state(uid, "void", "سجل مرتين").state == "void"
    with pytest.raises(Refused):
        clerk.documents.change_state(uid, "registered", "يبقى")


def test_what_binds_the_whole_desk_is_set_by_its_leaders(desk: Desk) -> None:
    clerk = of(desk, "officer")
    with pytest.raises(Refused):
        clerk.settings.change(number_pattern="{seq}-{year}")
    assert clerk.settings.change(theme="dark").theme == "dark"
    assert of(desk, "head").settings.change(number_pattern="{seq}-{year}")
