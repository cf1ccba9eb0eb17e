"""A memo that is exported again says what was signed, whatever changed in the desk since."""

from __future__ import annotations

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.records import Document, Party, Revision
from ctdesk.memo.content import MemoLanguage


def issued_on_a_report(desk: Desk) -> str:
    report = next(row for row in desk.documents.list().rows if row.kind == "report")
    opinion = desk.opinions.new(subject="تجربة", subject_en="Trial", on=[report.uid])
    return desk.opinions.issue(opinion.uid).uid


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_an_issued_memo_keeps_its_frame(desk: Desk, language: MemoLanguage) -> None:
    uid = issued_on_a_report(desk)
    before = desk.memos.write(uid, language, annex=True)
    desk.settings.change(
        signer_title_ar="مدير آخر",
        signer_title_en="Another Director",
        signer_name_ar="فلان",
        addressee_ar="السيد الوزير المحترم",
        addressee_en="The Minister",
        memo_digits="arabic",
    )
    sent = desk.documents.get(desk.opinions.open(uid).on[0])
    with desk._session.act("edit") as act:
        act.update(Document, sent.uid, their_number="9999/غ")
        act.update(Party, sent.sender, name_ar="اسم آخر", name_en="Another name")
    desk.parties.forget()
    assert desk.memos.write(uid, language, annex=True) == before
    assert desk.returned.read(before).same


def test_a_memo_is_on_the_paper_it_was_issued_on(desk: Desk) -> None:
    assert desk.settings.set_letterhead(desk.settings.standard_letterhead("ar")) == []
    uid = issued_on_a_report(desk)
    before = desk.memos.write(uid, "ar")
    desk.settings.drop_letterheads()
    kept = desk._session.store.read.blobs_in_use()
    (revision,) = desk._session.store.read.where(Revision, document=uid, frozen=1)
    assert set(revision.letterheads) <= kept
    assert revision.letterheads
    assert desk.memos.write(uid, "ar") == before


def test_a_draft_has_the_frame_of_today(desk: Desk) -> None:
    opinion = desk.opinions.new(subject="تجربة", subject_en="Trial")
    desk.settings.change(signer_title_en="Another Director")
    assert desk.memos.content(opinion.uid).signer_title_en == "Another Director"
