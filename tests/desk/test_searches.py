"""Around a search: completion, correction, advice, what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ctdesk.desk import Desk, Filters
from ctdesk.domain.errors import BadInput
from ctdesk.domain.records import Document
from ctdesk.search import written

DOCUMENTS = Filters(tbl=("document",))


def report(subject: str, classification: str = "open") -> Document:
    return Document(
        kind="report", direction="incoming", subject=subject, classification=classification
    )


def offered(desk: Desk, query: str) -> list[str]:
    return [completion.label for completion in desk.searches.complete(query, len(query))]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("السف", "السفارة"),
        ("dat", "التاريخ"),
        ("تمو", "تمويل"),
        ("fin", "financing"),
        ("السفارة:عم", "السفارة في عمّان"),
        ('mission:"السفارة في ع', "السفارة في عمّان"),
        ("السرية:سر", "سري"),
        ("topic:for", "المقاتلون الإرهابيون الأجانب"),
        ("تمويل التاريخ:", "اليوم"),
        ("year:20", "2026"),
    ],
)
def test_a_beginning_is_completed(desk: Desk, query: str, label: str) -> None:
    assert label in offered(desk, query)


@pytest.mark.parametrize("query", ['"تمو', "zzzz", "kind:zzzz", ")", "="])
def test_nothing_is_offered_where_nothing_fits(desk: Desk, query: str) -> None:
    assert offered(desk, query) == []


@pytest.mark.parametrize("beginning", ["السفارة:عم", "kind:تق", "dated:الشهر", "تمو"])
def test_a_completion_taken_is_a_question_that_is_understood(desk: Desk, beginning: str) -> None:
    first = desk.searches.complete(beginning, len(beginning))[0]
    taken = beginning[: first.start] + first.text + beginning[first.end :]
    assert desk.documents.list(taken).notices == []


def test_words_above_the_clearance_are_not_completed(desk: Desk) -> None:
    for subject, level in (("زنجبيلات", "open"), ("كركديهات", "top_secret")):
        desk.documents.register(report(subject, level))
    lower = Desk(desk._store, replace(desk.officer, clearance="open"))
    assert offered(desk, "كركد") == ["كركديهات"]
    assert offered(lower, "زنجب") == ["زنجبيلات"]
    assert offered(lower, "كركد") == []


def test_a_field_is_recognised_and_can_be_left_out(desk: Desk) -> None:
    (mission, day) = desk.searches.recognised("السفارة:عمان تمويل dated:آذار 2025")
    assert (mission.name, mission.value, mission.without) == (
        "السفارة",
        "عمان",
        "تمويل dated:آذار 2025",
    )
    assert (day.name, day.value, day.without) == ("التاريخ", "آذار 2025", "السفارة:عمان تمويل")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.integers(0, 40))
def test_whatever_is_typed_can_be_completed_and_read(desk: Desk, text: str, cursor: int) -> None:
    for completion in desk.searches.complete(text, min(cursor, len(text))):
        assert 0 <= completion.start <= completion.end <= len(text)
    for part in desk.searches.recognised(text):
        assert text[part.start : part.end]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("تمويلل الارهاب", "تمويل الارهاب"),
        ("hgYvihf", "الإرهاب"),
        ("مكافحهالارهاب", "مكافحة الإرهاب"),
        ("fnancing", "financing"),
        ("زززززز", ""),
        ("تمويل", ""),
    ],
)
def test_what_was_mistyped_is_put_right(desk: Desk, typed: str, meant: str) -> None:
    assert desk.searches.meant(typed) == meant


def test_what_was_meant_finds_something(desk: Desk) -> None:
    assert desk.documents.list(desk.searches.meant("تمويلل الارهاب")).total


def test_advice_says_what_is_found_without_a_part(desk: Desk) -> None:
    (advice,) = desk.searches.advice("السفارة:عمان تمويل الزنجبيل", DOCUMENTS)
    assert advice.dropped == "الزنجبيل"
    assert desk.documents.list(advice.query, advice.filters).total == advice.count > 0


def test_advice_says_what_is_found_without_a_filter(desk: Desk) -> None:
    (advice,) = desk.searches.advice("تمويل", replace(DOCUMENTS, year=("1990",)))
    assert (advice.dropped, advice.filters) == ("1990", DOCUMENTS)


def test_there_is_no_advice_where_nothing_helps(desk: Desk) -> None:
    assert desk.searches.advice("زنجبيلللل", DOCUMENTS) == []


def test_a_search_is_kept_under_a_name_with_its_filters(desk: Desk) -> None:
    filters = replace(DOCUMENTS, year=("2026",))
    desk.searches.save("المال", "تمويل", filters, "rank")
    (kept,) = desk.searches.saved()
    assert (kept.name, kept.query, kept.filters, kept.sort) == ("المال", "تمويل", filters, "rank")


def test_a_kept_search_is_renamed_and_removed(desk: Desk) -> None:
    kept = desk.searches.save("a", "تمويل", DOCUMENTS, "date")
    desk.searches.save("b", "حدود", DOCUMENTS, "date")
    with pytest.raises(BadInput):
        desk.searches.rename(kept.uid, "b")
    desk.searches.rename(kept.uid, "c")
    assert [saved.name for saved in desk.searches.saved()] == ["b", "c"]
    desk.searches.remove(kept.uid)
    assert [saved.name for saved in desk.searches.saved()] == ["b"]


def test_a_search_kept_by_an_older_version_is_written_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.searches.save("old", "تمويل  AND (dated:2026)", DOCUMENTS, "date")
    monkeypatch.setattr("ctdesk.desk.keeping.LANGUAGE_VERSION", written.LANGUAGE_VERSION + 1)
    (kept,) = desk.searches.saved()
    assert kept.query == "تمويل (dated:2026)"


def test_recent_questions_are_remembered_once_the_newest_first(desk: Desk) -> None:
    for query in ("تمويل", "حدود", "تمويل", "تمويل الإرهاب"):
        desk.searches.remember(query)
    assert desk.searches.recent() == ["تمويل الإرهاب", "حدود"]
    assert offered(desk, "") == ["تمويل الإرهاب", "حدود"]
    desk.searches.forget_recent()
    assert desk.searches.recent() == []


def test_what_is_recent_leaves_no_trace_in_the_history(desk: Desk) -> None:
    count = "SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM act)"
    before = desk._store.read.connection.execute(count).fetchone()
    desk.searches.remember("سؤال لا يعرفه أحد")
    desk.searches.looked()
    assert desk._store.read.connection.execute(count).fetchone() == before


def test_only_what_was_registered_since_the_last_look_is_new(desk: Desk) -> None:
    assert desk.searches.new_since() == ""
    desk.searches.looked()
    since = replace(DOCUMENTS, since=desk.searches.new_since())
    assert desk.documents.list("", since).total == 0
    new = desk.documents.register(report("جديد"))
    assert [row.uid for row in desk.documents.list("", since).rows] == [new.uid]
    assert desk.searches.last_looked()


def test_what_was_said_before_is_found_for_a_report(desk: Desk) -> None:
    report = desk.documents.list("تمويل kind:report").rows[0]
    said = desk.searches.related(uid=report.uid, kinds=("opinion",), limit=3)
    assert said
    assert all(related.row.kind == "opinion" and related.shared for related in said)
