"""No way of writing lowers a classification, or hands out what is above "restricted", alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import Document, Dossier
from tests.desk.canaries import words_in
from tests.desk.officers import another


def secret(desk: Desk, **fields: str) -> Document:
    given: dict[str, Any] = {"subject": "وثيقة نادرة", "classification": "secret"} | fields
    return desk.documents.register(replace(Document(kind="report", direction="incoming"), **given))


def needs_two(desk: Desk, document: Document) -> None:
    with pytest.raises(Refused) as refused:
        desk.documents.edit(document.uid, classification="open", summary="x")
    assert refused.value.code in ("second_needed", "second_absent")
    assert desk.documents.get(document.uid).summary == "", "nothing of the act is kept"


def test_lowering_waits_for_a_second_officer_and_is_done_by_the_yes(bare_desk: Desk) -> None:
    document = secret(bare_desk)
    needs_two(bare_desk, document)
    theirs = another(bare_desk)
    needs_two(bare_desk, document)
    request = bare_desk.approvals.downgrade(document, "restricted")
    asked = bare_desk.approvals.ask(request, "رفعت عنها السرية")
    assert bare_desk.documents.get(document.uid).classification == "secret"
    theirs.approvals.agree(asked.uid)
    assert bare_desk.documents.get(document.uid).classification == "restricted"
    needs_two(bare_desk, document)


def test_raising_needs_nobody(bare_desk: Desk) -> None:
    document = secret(bare_desk, classification="open")
    raised = bare_desk.documents.edit(document.uid, classification="secret")
    assert raised.classification == "secret"


def test_the_past_of_a_classification_is_not_brought_back_alone(bare_desk: Desk) -> None:
    document = secret(bare_desk, classification="open")
    bare_desk.documents.edit(document.uid, classification="secret")
    another(bare_desk)
    (row,) = (r for r in bare_desk.documents.history(document.uid) if r.name == "classification")
    with pytest.raises(Refused) as refused:
        bare_desk.documents.bring_back(document.uid, row)
    assert refused.value.code == "second_needed"
    with pytest.raises(Refused):
        bare_desk.history.undo(bare_desk.history.page(limit=1)[0].key)
    assert bare_desk.documents.get(document.uid).classification == "secret"


def test_what_changed_meanwhile_is_not_lowered_by_an_old_yes(bare_desk: Desk) -> None:
    theirs, document = another(bare_desk), secret(bare_desk)
    asked = bare_desk.approvals.ask(bare_desk.approvals.downgrade(document, "open"), "سبب")
    bare_desk.documents.edit(document.uid, classification="top_secret")
    with pytest.raises(Refused) as refused:
        theirs.approvals.agree(asked.uid)
    assert refused.value.code == "approval_outdated"
    assert bare_desk.documents.get(document.uid).classification == "top_secret"


def test_a_dossier_is_lowered_the_same_way(bare_desk: Desk) -> None:
    theirs = another(bare_desk)
    dossier = bare_desk.dossiers.add(Dossier(code="D", kind="mou", classification="secret"))
    with bare_desk._session.act("edit") as act, pytest.raises(Refused):
        act.update(Dossier, dossier.uid, classification="open")
    asked = bare_desk.approvals.ask(bare_desk.approvals.downgrade(dossier, "open"), "سبب")
    theirs.approvals.agree(asked.uid)
    assert bare_desk.dossiers.get(dossier.uid).classification == "open"


def test_a_list_leaves_without_what_is_secret_unless_two_agree(
    bare_desk: Desk, tmp_path: Path
) -> None:
    uid, year = secret(bare_desk).uid, bare_desk._session.today().year
    another_open = secret(bare_desk, classification="open", subject="وثيقة عادية").uid

    def registered(**full: bool) -> str:
        path = bare_desk.registers.export("incoming", year, tmp_path / "r.docx", "ar", **full)
        return words_in(path)

    def listed(**full: bool) -> str:
        return words_in(
            bare_desk.bulk.export([uid, another_open], tmp_path / "l.docx", "ar", **full)
        )

    for written in (registered, listed):
        assert "وثيقة نادرة" not in written()
        assert "وثيقة عادية" in written()
        with pytest.raises(Refused) as refused:
            written(full=True)
        assert refused.value.code == "second_absent"
    theirs = another(bare_desk)
    for written, request in (
        (registered, bare_desk.registers.request("incoming", year)),
        (listed, bare_desk.bulk.request([uid, another_open])),
    ):
        assert request is not None
        theirs.approvals.agree(bare_desk.approvals.ask(request, "للأرشيف").uid)
        assert "وثيقة نادرة" in written(full=True)
        with pytest.raises(Refused):
            written(full=True)
    assert bare_desk.verify().sound


def test_a_list_of_open_papers_needs_nobody(bare_desk: Desk, tmp_path: Path) -> None:
    uid = secret(bare_desk, classification="restricted").uid
    assert bare_desk.bulk.request([uid]) is None
    path = bare_desk.bulk.export([uid], tmp_path / "l.docx", "ar", full=True)
    assert "وثيقة نادرة" in words_in(path)
