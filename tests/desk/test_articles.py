"""Drafts of an agreement, taken article by article into their dossier."""

from __future__ import annotations

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Dossier

FIRST = """مذكرة تفاهم
المادة (1) الهدف
تهدف هذه المذكرة إلى تعزيز التعاون بين الطرفين في مكافحة الإرهاب.
المادة (2) تبادل المعلومات
يتبادل الطرفان المعلومات المتعلقة بالمقاتلين الإرهابيين الأجانب.
المادة (3) السرية
لا يجوز إفشاء المعلومات إلى طرف ثالث إلا بموافقة خطية مسبقة.
المادة (4) النفقات
يتحمل كل طرف نفقاته.
حررت في بغداد من نسختين."""
NEXT = """مذكرة تفاهم
المادة (1) الهدف
تَهدفُ هذه المذكرة الى تعزيز التعاون بين الطرفين في مكافحة الارهاب.
المادة (2) السرية
لا يجوز إفشاء المعلومات إلى أي طرف ثالث إلا بموافقة خطية مسبقة من الطرف الآخر.
المادة (3) تبادل المعلومات
يتبادل الطرفان المعلومات المتعلقة بالمقاتلين الإرهابيين الأجانب.
المادة (4) تسوية الخلافات
تسوى الخلافات بالتشاور عبر القنوات الدبلوماسية.
حررت في بغداد من نسختين."""


@pytest.fixture
def dossier(desk: Desk) -> str:
    added = desk.dossiers.add(Dossier(code="MOU-T", kind="mou", title_ar="مذكرة"))
    desk.articles.take(added.uid, FIRST, "ar")
    return added.uid


def test_a_draft_is_split_into_the_items_of_its_dossier(desk: Desk, dossier: str) -> None:
    items = desk.articles.of(dossier)
    assert [(i.number, i.article_type) for i in items] == [
        ("1", "purpose"),
        ("2", "exchange"),
        ("3", "confidentiality"),
        ("4", "cost"),
    ]
    assert items[3].text_ar == "النفقات\nيتحمل كل طرف نفقاته."


def test_the_next_draft_meets_the_articles_of_the_last(desk: Desk, dossier: str) -> None:
    pairs = desk.articles.preview(dossier, NEXT, "ar")
    told = [(p.how, p.moved, p.new.number if p.new else "", p.old.number if p.old else "")
            for p in pairs]  # fmt: skip
    assert told == [
        ("same", False, "1", "1"),
        ("changed", True, "2", "3"),
        ("same", True, "3", "2"),
        ("removed", False, "", "4"),
        ("added", False, "4", ""),
    ]
    assert len(desk.articles.of(dossier)) == 4


def test_positions_are_carried_over_where_the_article_is_the_same(desk: Desk, dossier: str) -> None:
    exchange = desk.articles.of(dossier)[1]
    desk.dossiers.edit_item(exchange.uid, position="reserve", basis="القانون 39 لسنة 2015")
    desk.articles.take(dossier, NEXT, "ar")
    items = desk.articles.of(dossier)
    assert [i.number for i in items] == ["1", "2", "3", "4"]
    assert (items[2].uid, items[2].position) == (exchange.uid, "reserve")
    assert items[3].article_type == "disputes"
    assert [i.number for i in desk.dossiers.items(dossier) if i.status == "dropped"] == ["4"]


def test_the_same_draft_again_changes_nothing(desk: Desk, dossier: str) -> None:
    before = desk.dossiers.items(dossier)
    assert {p.how for p in desk.articles.take(dossier, FIRST, "ar")} == {"same"}
    assert desk.dossiers.items(dossier) == before


def test_a_text_without_articles_is_refused(desk: Desk, dossier: str) -> None:
    with pytest.raises(BadInput) as refused:
        desk.articles.take(dossier, "نص بلا مواد.", "ar")
    assert refused.value.code == "no_articles"
    assert len(desk.articles.of(dossier)) == 4


def issued(desk: Desk, position: str, received: str, proposed: str = "") -> str:
    row = Block("a", "article", number="6", received_ar=received, position=position,
                proposed_ar=proposed)  # fmt: skip
    opinion = desk.opinions.new(subject="رأي", memo_kind="opinion_mou", blocks=[row])
    return desk.opinions.issue(opinion.uid).uid


def test_the_clause_library_grows_from_issued_opinions(desk: Desk) -> None:
    near = issued(desk, "reserve", "السرية\nلا يجوز إفشاء المعلومات إلى طرف ثالث.", "صياغة بديلة")
    issued(desk, "agree", "السرية\nيحافظ الطرفان على سرية الوثائق.")
    desk.opinions.new(
        subject="مسودة",
        blocks=[Block("b", "article", received_ar="السرية\nنص", position="reject")],
    )
    found = desk.articles.clauses("confidentiality", "لا يجوز إفشاء المعلومات إلى أي طرف ثالث")
    assert (found[0].opinion, found[0].position, found[0].proposed) == (
        near,
        "reserve",
        "صياغة بديلة",
    )
    assert "reject" not in {clause.position for clause in found}
    assert found[0].alike > found[1].alike


def test_an_opposite_position_on_the_same_kind_of_article_is_told(desk: Desk) -> None:
    against = issued(desk, "reject", "السرية\nلا يجوز إفشاء المعلومات إلى طرف ثالث.")
    found = desk.articles.opposite("confidentiality", "agree", "لا يجوز إفشاء المعلومات")
    assert against in {clause.opinion for clause in found}
    same_side = desk.articles.opposite("confidentiality", "reserve", "لا يجوز إفشاء المعلومات")
    assert against not in {clause.opinion for clause in same_side}


ENGLISH = """Memorandum
Article 1 - Purpose
The Parties will cooperate in preventing terrorism.
Article 2 - Costs
Each Party will bear its own costs.
Article 3 - Entry into force
This Memorandum will enter into force on signature."""
ENGLISH_NEXT = """Memorandum
Article I
Purpose
The Parties will cooperate in preventing and countering terrorism.
Article II
Confidentiality
Information will not be disclosed to a third party.
Article III
Entry into force
This Memorandum will enter into force on signature."""


def test_an_english_draft_meets_its_articles_too(desk: Desk) -> None:
    added = desk.dossiers.add(Dossier(code="MOU-E", kind="mou", title_en="Memorandum"))
    desk.articles.take(added.uid, ENGLISH, "en")
    told = [
        (p.how, p.new.number if p.new else "")
        for p in desk.articles.preview(added.uid, ENGLISH_NEXT, "en")
    ]
    assert told == [("changed", "1"), ("removed", ""), ("added", "2"), ("same", "3")]
