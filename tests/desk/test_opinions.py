"""Opinions: begun on reports, citing passages, issued once, frozen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Document
from tests.desk.officers import another


def two_reports(desk: Desk) -> list[str]:
    return [desk.documents.find(number).uid for number in ("4/7/431", "LON/118/26")]


def begun(desk: Desk) -> Document:
    return desk.opinions.new(subject="تمويل الإرهاب", subject_en="Financing", on=two_reports(desk))


def a_paragraph(text: str = "نؤيد المقترح.") -> Block:
    return Block("p1", "paragraph", text, "We agree.")


def test_a_new_opinion_says_what_each_report_says_and_cites_it(desk: Desk) -> None:
    opinion = desk.opinions.open(begun(desk).uid)
    assert list(opinion.on) == two_reports(desk)
    paragraphs = [b for b in opinion.blocks if b.kind == "paragraph"]
    assert len(paragraphs) == 2
    for block in paragraphs:
        (source,) = block.sources
        text = desk.documents.get(source.document).text
        assert text[source.start : source.end] == source.quote
        language = desk.documents.get(source.document).language
        assert source.quote in getattr(block, language)
        assert source.quote not in getattr(block, "en" if language == "ar" else "ar")
    assert "4/7/431" in opinion.document.opening
    assert "LON/118/26" in opinion.document.opening_en


def test_it_is_classified_as_its_highest_source(desk: Desk) -> None:
    assert begun(desk).classification == "secret"


def test_the_opinion_is_found_by_its_words_as_they_are_now(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.save(opinion.uid, [a_paragraph("كلمةٌ فريدة")])
    assert [r.uid for r in desk.documents.list("فريدة").rows] == [opinion.uid]
    desk.opinions.save(opinion.uid, [a_paragraph("غيرها")])
    assert desk.documents.list("فريدة").total == 0


def test_autosave_survives_and_makes_no_revision(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.autosave(opinion.uid, [a_paragraph("لم يُحفظ بعد")])
    opened = desk.opinions.open(opinion.uid)
    assert opened.blocks[0].ar == "لم يُحفظ بعد"
    assert opened.autosaved_at
    assert len(desk.opinions.revisions(opinion.uid)) == 1
    desk.opinions.save(opinion.uid, opened.blocks)
    assert not desk.opinions.open(opinion.uid).autosaved_at
    assert len(desk.opinions.revisions(opinion.uid)) == 2


def test_saving_what_did_not_change_makes_no_revision(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.save(opinion.uid, desk.opinions.open(opinion.uid).blocks)
    assert len(desk.opinions.revisions(opinion.uid)) == 1


def test_revisions_are_chained(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.save(opinion.uid, [a_paragraph()])
    first, second = desk.opinions.revisions(opinion.uid)
    assert second.previous_hash == first.hash != second.hash


def test_issuing_takes_the_number_and_freezes_the_text(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.autosave(opinion.uid, [a_paragraph("آخر ما كُتب")])
    issued = desk.opinions.issue(opinion.uid)
    assert issued.register_number == "2/2026"
    assert issued.state == "issued"
    opened = desk.opinions.open(opinion.uid)
    assert opened.frozen
    assert opened.blocks[0].ar == "آخر ما كُتب"
    assert opened.revision is not None
    assert len(opened.revision.seal) == 16
    for act in (
        lambda: desk.opinions.save(opinion.uid, [a_paragraph()]),
        lambda: desk.opinions.autosave(opinion.uid, [a_paragraph()]),
        lambda: desk.opinions.edit(opinion.uid, subject="x"),
        lambda: desk.documents.edit(opinion.uid, subject="x"),
        lambda: desk.opinions.issue(opinion.uid),
    ):
        with pytest.raises(Refused):
            act()


def test_every_step_of_the_way_is_in_the_history(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.issue(opinion.uid)
    states = [r.after for r in reversed(desk.documents.history(opinion.uid)) if r.field == "الحالة"]
    assert len(states) == 3


def test_an_officer_without_the_role_cannot_approve_or_issue(desk: Desk) -> None:
    desk._session.officer = replace(desk.officer, role="officer")
    opinion = begun(desk)
    with pytest.raises(Refused) as refused:
        desk.opinions.issue(opinion.uid)
    assert refused.value.code == "role_may_not"
    assert desk.opinions.open(opinion.uid).document.state == "draft"


def test_review_returns_and_approves(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.submit(opinion.uid)
    with pytest.raises(Refused):
        desk.opinions.save(opinion.uid, [a_paragraph()])
    returned = desk.opinions.return_(opinion.uid, "اختصر")
    assert (returned.state, returned.margin_note) == ("returned", "اختصر")
    desk.opinions.save(opinion.uid, [a_paragraph()])
    desk.opinions.submit(opinion.uid)
    assert desk.opinions.approve(opinion.uid).state == "approved"
    assert desk.opinions.issue(opinion.uid).state == "issued"


def test_a_lower_classification_than_the_sources_needs_a_reason_and_a_second_officer(
    desk: Desk,
) -> None:
    opinion = begun(desk)
    reason = "لا يحوي ما ورد في المصدر السري"
    with pytest.raises(Refused) as refused:
        desk.opinions.edit(opinion.uid, classification="open", lower_reason=reason)
    assert refused.value.code == "second_absent"
    theirs = another(desk)
    with pytest.raises(BadInput):
        desk.opinions.edit(opinion.uid, classification="open")
    desk.opinions.edit(opinion.uid, classification="open", lower_reason=reason, subject="عنوان آخر")
    kept = desk.opinions.open(opinion.uid).document
    assert (kept.classification, kept.subject) == ("secret", "عنوان آخر"), "until somebody agrees"
    with pytest.raises(Refused) as refused:
        desk.review.agree_lower(opinion.uid)
    assert refused.value.code == "second_officer"
    agreed = theirs.review.agree_lower(opinion.uid)
    assert (agreed.classification, agreed.lower_agreed) == ("open", theirs.officer.uid)
    assert desk.opinions.issue(opinion.uid).register_number


def test_a_lower_source_lets_an_opinion_be_lowered_as_far_alone(desk: Desk) -> None:
    opinion = begun(desk)
    desk.opinions.edit(opinion.uid, classification="top_secret")
    assert desk.opinions.edit(opinion.uid, classification="secret").classification == "secret"
    with pytest.raises(Refused):
        desk.documents.edit(opinion.uid, classification="open")
    begun_low = desk.opinions.new(
        subject="x", on=desk.opinions.open(opinion.uid).on, classification="open"
    )
    assert begun_low.classification == "secret", "never below what it answers"


def test_an_empty_opinion_is_not_issued(desk: Desk) -> None:
    opinion = desk.opinions.new(subject="فارغ")
    with pytest.raises(Refused) as refused:
        desk.opinions.issue(opinion.uid)
    assert refused.value.code == "opinion_empty"


def test_checks_name_unsourced_twinless_and_voided(desk: Desk) -> None:
    opinion = begun(desk)
    blocks = desk.opinions.open(opinion.uid).blocks
    desk.opinions.save(opinion.uid, [*blocks, replace(a_paragraph(), en="")])
    desk.documents.change_state(two_reports(desk)[0], "void", "خطأ")
    codes = [check.code for check in desk.opinions.checks(opinion.uid)]
    assert sorted(codes) == ["source_void", "twin_missing", "unsourced"]


def test_a_passage_is_cited_without_the_blanks_around_it(desk: Desk) -> None:
    uid = two_reports(desk)[0]
    text = desk.documents.get(uid).text
    at = text.index("وأكد الجانب الأردني")
    source = desk.opinions.source(uid, at - 1, at + 20)
    assert source.quote == text[source.start : source.end] == source.quote.strip()


def test_the_memo_s_marks_follow_the_first_citation(desk: Desk) -> None:
    opinion = begun(desk)
    blocks = desk.opinions.open(opinion.uid).blocks
    desk.opinions.save(opinion.uid, [blocks[2], blocks[1], blocks[2]])
    content = desk.memos.content(opinion.uid)
    assert [s.marker for s in content.sources] == [1, 2]
    assert "LON/118/26" in content.sources[0].label_en


def test_a_report_above_the_clearance_is_no_source(desk: Desk) -> None:
    uid = two_reports(desk)[0]
    desk.officers.edit(desk.officer.uid, clearance="restricted")
    with pytest.raises(Refused):
        desk.opinions.new(subject="x", on=[uid])
