"""Drafts of an agreement, taken article by article into their dossier."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.desk import Desk
from ctdesk.desk.clauses import article_type
from ctdesk.desk.matching import matched
from ctdesk.domain.blocks import Block
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Dossier, Item
from ctdesk.domain.terms import Language, terms
from ctdesk.text.articles import split
from tests.desk.officers import another

DATA = Path(__file__).parents[1] / "data"

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


def test_only_the_officers_who_may_see_an_opinion_see_its_clauses(desk: Desk) -> None:
    uid = issued(desk, "reject", "السرية\nلا يجوز إفشاء المعلومات إلى طرف ثالث.")
    text = "لا يجوز إفشاء المعلومات"
    assert uid in {clause.opinion for clause in desk.articles.clauses("confidentiality", text)}
    row = Block("m", "article", mark="top_secret", position="reject", received_ar="السرية\nنص")
    marked = desk.opinions.issue(desk.opinions.new(subject="رأي", blocks=[row]).uid).uid
    other = another(desk)
    other.officers.edit(other.officer.uid, clearance="secret")
    seen = {clause.opinion for clause in other.articles.clauses("confidentiality", text)}
    assert uid in seen
    assert marked not in seen


def test_a_clause_is_told_in_the_language_of_the_article_in_hand(desk: Desk) -> None:
    row = Block("t", "article", number="6", position="agree_with_change",
                received_ar="لا يجوز إفشاء المعلومات إلى طرف ثالث.",
                received_en="Information shall not be disclosed to a third party.",
                proposed_ar="صياغة", proposed_en="A wording")  # fmt: skip
    uid = desk.opinions.issue(desk.opinions.new(subject="رأي", blocks=[row]).uid).uid
    asked = "Information shall not be disclosed to any third party."
    (clause,) = [
        c for c in desk.articles.clauses("confidentiality", asked) if c.opinion == uid
    ]  # fmt: skip
    assert (clause.text, clause.proposed) == (row.received_en, "A wording")
    assert clause.alike > 0.8
    assert clause.wording == "A wording"


def test_a_wording_that_was_rejected_is_not_offered(desk: Desk) -> None:
    issued(desk, "reject", "السرية\nيحافظ الطرفان على سرية الوثائق.")
    issued(desk, "agree", "السرية\nيحافظ الطرفان على سرية الوثائق.")
    found = desk.articles.clauses("confidentiality", "يحافظ الطرفان على سرية الوثائق")
    wordings = {clause.position: bool(clause.wording) for clause in found}
    assert (wordings["reject"], wordings["agree"]) == (False, True)


def test_the_opposite_is_told_however_many_lie_nearer(desk: Desk) -> None:
    against = issued(desk, "reserve", "السرية\nنص مختلف في عباراته كلها.")
    rows = [
        Block(f"r{n}", "article", position="agree", received_ar=f"السرية\nنص واحد {n}")
        for n in range(12)
    ]
    desk.opinions.issue(desk.opinions.new(subject="رأي", blocks=rows).uid)
    found = desk.articles.opposite("confidentiality", "agree", "نص واحد")
    assert [clause.opinion for clause in found] == [against]


def test_the_english_twin_of_a_draft_meets_the_arabic_one_by_number(
    desk: Desk, dossier: str
) -> None:
    before = desk.articles.of(dossier)
    english = "\n".join(f"Article {n}\nText of article {n}." for n in range(1, 5))
    pairs = desk.articles.take(dossier, english, "en")
    assert [pair.how for pair in pairs] == ["changed"] * 4
    after = desk.articles.of(dossier)
    assert [(i.uid, i.text_ar) for i in after] == [(i.uid, i.text_ar) for i in before]
    assert after[3].text_en == "Text of article 4."


def test_an_article_that_comes_back_has_its_position_again(desk: Desk, dossier: str) -> None:
    cost = desk.articles.of(dossier)[3]
    desk.dossiers.edit_item(cost.uid, position="reserve")
    desk.articles.take(dossier, NEXT, "ar")
    assert cost.uid not in {item.uid for item in desk.articles.of(dossier)}
    desk.articles.take(dossier, FIRST, "ar")
    back = desk.articles.of(dossier)[3]
    assert (back.uid, back.position, back.status) == (cost.uid, "reserve", "")


def test_a_wording_is_proposed_in_its_own_language(desk: Desk, dossier: str) -> None:
    items = desk.articles.of(dossier)
    desk.dossiers.edit_item(items[0].uid, proposed="The Parties shall cooperate.")
    desk.dossiers.edit_item(items[1].uid, proposed="يتعاون الطرفان.")
    first, second, *_ = desk.articles.as_blocks(dossier)
    assert (first.proposed_ar, first.proposed_en) == ("", "The Parties shall cooperate.")
    assert (second.proposed_ar, second.proposed_en) == ("يتعاون الطرفان.", "")


def test_a_draft_is_not_taken_into_a_dossier_above_the_clearance(desk: Desk) -> None:
    added = desk.dossiers.add(Dossier(code="S", kind="mou", classification="secret"))
    desk.officers.edit(desk.officer.uid, clearance="restricted")
    with pytest.raises(Refused):
        desk.articles.take(added.uid, FIRST, "ar")


def items_of(name: str, language: Language) -> list[Item]:
    parts = split((DATA / name).read_text(encoding="utf-8"))
    items = []
    for n, part in enumerate(parts):
        text = "\n".join(filter(None, (part.title, part.text)))
        arabic, english = (text, "") if language == "ar" else ("", text)
        items.append(Item(uid=f"{n:02}", number=part.number, text_ar=arabic, text_en=english))
    return [item for item in items if item.number]


def met(old: str, new: str, language: Language) -> list[tuple[str, str, str]]:
    text = (DATA / new).read_text(encoding="utf-8")
    parts = [part for part in split(text) if part.kind == "article"]
    return [
        (pair.how, pair.old.number if pair.old else "", pair.new.number if pair.new else "")
        for pair in matched(items_of(old, language), parts, language)
    ]


def test_a_whole_second_draft_in_arabic() -> None:
    assert met("mou_ar_titled.txt", "mou_ar_titled_2.txt", "ar") == [
        ("same", "1", "1"),
        ("same", "2", "2"),
        ("changed", "6", "3"),
        ("changed", "3", "4"),
        ("same", "4", "5"),
        ("added", "", "6"),
        ("same", "5", "7"),
        ("removed", "7", ""),
        ("same", "8", "8"),
        ("same", "9", "9"),
        ("same", "10", "10"),
        ("changed", "11", "11"),
        ("same", "12", "12"),
    ]


def test_a_whole_second_draft_in_english_with_one_article_made_two() -> None:
    assert met("mou_en_titled.txt", "mou_en_titled_2.txt", "en") == [
        ("same", "1", "1"),
        ("same", "2", "2"),
        ("changed", "5", "3"),
        ("changed", "3", "4"),
        ("added", "", "5"),
        ("same", "4", "6"),
        ("removed", "6", ""),
        ("same", "7", "7"),
        ("same", "8", "8"),
        ("changed", "9", "9"),
        ("added", "", "10"),
    ]


TEXTS = [
    "تهدف هذه المذكرة إلى تعزيز التعاون بين الطرفين.",
    "يتبادل الطرفان المعلومات بناء على طلب خطي.",
    "لا يجوز إفشاء المعلومات إلى طرف ثالث.",
    "يتحمل كل طرف نفقاته.",
    "تسوى الخلافات ودياً.",
    "",
]


@given(st.lists(st.sampled_from(TEXTS), max_size=7), st.lists(st.sampled_from(TEXTS), max_size=7))
def test_every_article_of_both_drafts_is_in_one_pair(old: list[str], new: list[str]) -> None:
    items = [Item(uid=str(n), number=str(n), text_ar=text) for n, text in enumerate(old)]
    sample = split("المادة (1)\nنص.")[0]
    parts = [replace(sample, number=str(n), text=text) for n, text in enumerate(new)]
    pairs = matched(items, parts, "ar")
    assert [pair.new for pair in pairs if pair.new] == parts
    assert sorted(pair.old.uid for pair in pairs if pair.old) == [item.uid for item in items]
    assert all((p.how == "added") == (p.old is None) for p in pairs)
    assert all((p.how == "removed") == (p.new is None) for p in pairs)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "mou_ar_titled.txt",
            "purpose fields exchange focal_points cost confidentiality data_protection"
            " other_treaties disputes amendment entry duration",
        ),
        (
            "mou_ar_words.txt",
            "purpose focal_points exchange fields confidentiality committee cost other_treaties"
            " disputes amendment entry duration",
        ),
        ("mou_ar_indic.txt", "purpose fields cost focal_points entry termination"),
        (
            "mou_en_titled_2.txt",
            "purpose fields confidentiality exchange data_protection focal_points disputes"
            " amendment entry termination",
        ),
        ("mou_en_numbered.txt", "purpose fields cost other_treaties duration"),
    ],
)
def test_the_kind_of_an_article_is_known_by_its_words(name: str, kinds: str) -> None:
    parts = split((DATA / name).read_text(encoding="utf-8"))
    found = [article_type(p.title, p.text) for p in parts if p.kind == "article"]
    assert found == kinds.split()


def test_an_article_of_no_known_words_has_no_kind() -> None:
    assert article_type("أحكام ختامية", "كلام عام في غير ذلك.") == ""
    assert article_type("", "") == ""


def test_every_kind_of_article_has_its_words() -> None:
    for code in terms().codes("article_type"):
        for place in ("title", "text"):
            assert f"article_words.{place}.{code}" in terms()


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


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("الهدف", "", "purpose"),
        ("تبادل المعلومات", "", "exchange"),
        ("", "لا يجوز إفشاء المعلومات المتبادلة", "confidentiality"),
        ("Personal data", "", "data_protection"),
        ("Settlement of disputes", "", "disputes"),
        ("", "This Memorandum shall enter into force", "entry"),
        ("أحكام متفرقة", "نص", ""),
    ],
)
def test_a_few_words_tell_the_kind_of_an_article(title: str, text: str, kind: str) -> None:
    assert article_type(title, text) == kind
