"""A second officer at the desk, with a key of their own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import CtdeskError, Refused
from tests.conftest import CHEAP, PASSPHRASE

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
