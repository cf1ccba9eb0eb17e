"""What lies near to a text is found by its distinctive words, in either language."""

from __future__ import annotations

import pytest

from ctdesk.desk import Desk
from ctdesk.search import Filters
from ctdesk.search.related import Relater, Traits
from ctdesk.store.index import Card, Texts
from tests.benchmarks.desks import filled

TEXTS = {
    "freezing": "تجميد أموال تنظيم داعش في المصارف الأردنية بموجب القرار 2253",
    "freezing-en": "The bank froze assets of ISIL under resolution 2253 in Jordan",
    "camp": "عودة العائلات من مخيم الهول إلى العراق",
    "visit": "زيارة وفد الشرطة الإيطالية إلى بغداد لبحث التدريب",
    "secret": "تجميد أموال داعش والمصارف: معلومات سرية للغاية",
}


@pytest.fixture
def relater() -> Relater:
    cards = [
        (
            Card(
                "document",
                name,
                kind="opinion" if name == "camp" else "report",
                date="2025-03-01",
                topics="CTFN" if "freezing" in name else "",
                rank=4 if name == "secret" else 1,
            ),
            Texts(body=text),
        )
        for name, text in TEXTS.items()
    ]
    others = [
        (Card("document", f"other{i}", date="2024-01-01"), Texts(body=f"خبر اقتصادي عام {i}"))
        for i in range(30)
    ]
    return Relater(filled([*cards, *others]))


def names(found: object) -> list[str]:
    return [neighbour.hit.uid for neighbour in found]  # type: ignore[attr-defined]


def test_a_text_finds_its_neighbours_in_both_languages(relater: Relater) -> None:
    found = relater.related("طلب تجميد أموال داعش وفق القرار 2253", clearance=1)
    assert set(names(found)) == {"freezing", "freezing-en"}


def test_what_is_shared_is_told_as_the_text_spells_it(relater: Relater) -> None:
    (first, *_) = relater.related("طلب تَجْمِيد الأموال عن داعش", clearance=1)
    assert {"تَجْمِيد", "الأموال"} & set(first.words)


def test_the_text_s_own_record_and_those_above_the_clearance_stay_out(relater: Relater) -> None:
    found = relater.related(TEXTS["freezing"], without=["freezing"], clearance=1)
    assert names(found) == ["freezing-en"]
    assert "secret" in names(relater.related(TEXTS["freezing"], without=["freezing"]))


def test_a_shared_topic_lifts(relater: Relater) -> None:
    traits = Traits(topics=frozenset({"CTFN"}))
    (first, *_) = relater.related("أموال داعش والمصارف", traits=traits)
    assert first.topics == ("CTFN",)


def test_only_the_kinds_asked_for(relater: Relater) -> None:
    assert names(relater.related(TEXTS["camp"], filters=Filters(kind=("report",)))) == []
    assert names(relater.related(TEXTS["camp"], filters=Filters(kind=("opinion",)))) == ["camp"]


@pytest.mark.parametrize("text", ["", "   ", "من إلى عن", "2025", "لا شيء مشترك ههنا"])
def test_a_text_that_says_nothing_has_no_neighbours(relater: Relater, text: str) -> None:
    assert relater.related(text) == []


def test_what_we_said_before_on_a_report_is_our_opinion_of_its_subject(desk: Desk) -> None:
    from ctdesk.desk.nearness import Nearness

    near = Nearness(desk._session, desk.settings, desk.parties, desk.documents._lists)
    rows = desk.documents.list("مذكرة التفاهم مسودة", limit=60).rows
    draft = next(row for row in rows if row.kind == "instrument")
    found = near.related(uid=draft.uid, kinds=("opinion",), limit=3)
    assert found
    assert all(related.row.kind == "opinion" and related.shared for related in found)
