"""The language of questions, in both tongues."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk import search
from ctdesk.domain.resources import resource
from ctdesk.domain.terms import terms
from ctdesk.search import syntax
from ctdesk.search.language import LONGEST, parse
from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Texts
from tests.search.desk import TODAY, a_desk, found, index_connection, put

FRUIT = a_desk("apple banana", "banana cherry", "cherry apple date", "elder")


@pytest.mark.parametrize(
    ("query", "uids"),
    [
        ("apple", ["d0", "d2"]),
        ("apple banana", ["d0"]),
        ("apple AND cherry", ["d2"]),
        ("apple و cherry", ["d2"]),
        ("apple OR elder", ["d0", "d2", "d3"]),
        ("apple أو elder", ["d0", "d2", "d3"]),
        ("apple او elder", ["d0", "d2", "d3"]),
        ("apple NOT banana", ["d2"]),
        ("apple -banana", ["d2"]),
        ("apple ليس banana", ["d2"]),
        ("-apple", ["d1", "d3"]),
        ("NOT (apple OR elder)", ["d1"]),
        ("(apple -banana) OR elder", ["d2", "d3"]),
        ("cherry (banana OR date)", ["d1", "d2"]),
        ('"banana cherry"', ["d1"]),
        ('"cherry date"', []),
        ('"cherry date"~2', ["d2"]),
        ("«banana cherry»", ["d1"]),
        ("app*", ["d0", "d2"]),
        ("b?nan*", ["d0", "d1"]),
        ("*erry", ["d1", "d2"]),
        ("chery~", ["d1", "d2"]),
        ("aple~2", ["d0", "d2"]),
        ("apple^2", ["d0", "d2"]),
        ("*", ["d0", "d1", "d2", "d3"]),
        ("", ["d0", "d1", "d2", "d3"]),
        ("apple AND", ["d0", "d2"]),
        ("AND apple", ["d0", "d2"]),
        ("what apple?", []),
        ("apple?", ["d0", "d2"]),
        ("apple - banana", ["d0"]),
        ("APPLE", ["d0", "d2"]),
    ],
)
def test_a_question_is_answered(query: str, uids: list[str]) -> None:
    assert found(FRUIT, query) == uids


def _desk_of_fields() -> Searcher:
    connection = index_connection()
    put(connection, "iraq",
        Texts("oil talks", "", "Kuwait", "Embassy in Iraq\nسفارة بغداد", "", "790"),
        date="1958-07-14", kind="report", state="registered", classification="open", rank=0,
        topics="CTFN SANC", countries="IQ", language="en")  # fmt: skip
    put(connection, "kuwait",
        Texts("تقرير", "", "oil and Iraq", "Embassy in Kuwait", "", "4/7/123"),
        date="2025-03-15", kind="letter", state="filed", classification="secret", rank=2,
        topics="FTFR", language="ar", due="2025-04-01")  # fmt: skip
    return Searcher(connection, lambda: TODAY)


FIELDS = _desk_of_fields()


@pytest.mark.parametrize(
    ("query", "uids"),
    [
        ("mission:Iraq", ["iraq"]),
        ("السفارة:بغداد", ["iraq"]),
        ("السفارة: بغداد", ["iraq"]),
        ("from:Kuwait", ["kuwait"]),
        ("subject:oil", ["iraq"]),
        ("الموضوع:oil", ["iraq"]),
        ("subject:(oil OR تقرير)", ["iraq", "kuwait"]),
        ("text:oil", ["kuwait"]),
        ("number:790", ["iraq"]),
        ("العدد:4/7/123", ["kuwait"]),
        ("٤/٧/١٢٣", ["kuwait"]),
        ("4/7/12*", ["kuwait"]),
        ("kind:report", ["iraq"]),
        ("النوع:كتاب", ["kuwait"]),
        ("classification:سري", ["kuwait"]),
        ("state:filed", ["kuwait"]),
        ("topic:SANC", ["iraq"]),
        ("lang:ar", ["kuwait"]),
        ("year:1958", ["iraq"]),
        ("السنة:٢٠٢٥", ["kuwait"]),
        ("dated:1958", ["iraq"]),
        ("dated:[1958 to 1959] oil", ["iraq"]),
        ("dated:[آذار 2025 إلى نيسان 2025]", ["kuwait"]),
        ("dated:آذار 2025 oil", ["kuwait"]),
        ("dated:>1958", ["kuwait"]),
        ("dated:>=1958", ["iraq", "kuwait"]),
        ("dated:<2025", ["iraq"]),
        ("التاريخ: من 1/3/2025 إلى 31/3/2025", ["kuwait"]),
        ("dated:{1958 to 2026}", ["kuwait"]),
        ("due:2025", ["kuwait"]),
        ("-kind:report", ["kuwait"]),
        ("kind:report OR oil", ["iraq", "kuwait"]),
        ("dated:1958 OR text:oil", ["iraq", "kuwait"]),
        ("oil -mission:Iraq", ["kuwait"]),
        ("oil NOT dated:1958", ["kuwait"]),
    ],
)
def test_a_field_is_asked_in_either_language(query: str, uids: list[str]) -> None:
    assert found(FIELDS, query) == uids


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("kind:zeppelin", "search.notice.unknown_value"),
        ("dated:someday", "search.notice.unknown_date"),
        ("((((", "search.notice.as_words"),
        ("oil " * LONGEST, "search.notice.cut"),
    ],
)
def test_the_officer_is_told_what_was_not_understood(query: str, notice: str) -> None:
    assert notice in FIELDS.search(query).notices


def test_what_cannot_be_parsed_is_answered_as_words() -> None:
    assert [hit.uid for hit in a_desk("alpha to", "beta").search("> to").hits] == ["d0"]


def test_a_colon_after_no_field_is_part_of_the_word() -> None:
    desk = a_desk("at 10:30", "http://example.org", "30 10")
    assert found(desk, "10:30") == ["d0"]
    assert found(desk, "http://example.org") == ["d1"]


PIECES = (
    *"ab ()[]{}\"'*?~:^-+<>=/\\.,|&!@#$%٠و\x00\ud800\u202e«»؟",
    *(" AND ", " OR ", " NOT ", " to ", " أو ", " ليس ", "NEAR(", '"*', "2025", "داعش"),
    *("dated:", "mission:", "kind:", "السفارة:"),
)
SIGNS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(SIGNS, st.text()))
def test_no_question_is_too_hostile(query: str) -> None:
    result = FIELDS.search(query, facets=True)
    assert 0 <= result.total <= 2
    parse(query, date(2025, 1, 1))


@pytest.mark.parametrize(
    "query",
    [
        "(" * 300 + "oil" + ")" * 300,
        "(" * 40 + "oil" + ")" * 40,
        "NOT " * 200 + "oil",
        "NOT " * 39 + "oil",
        " OR ".join(f"w{n}" for n in range(200)),
        " OR ".join(f"kind:w{n}" for n in range(90)),
        "a " * 450,
        "*a " * 300,
        "-a " * 300,
        "a* OR " * 150 + "oil",
        "dated:2025 OR " * 60 + "oil",
        "x" * 900,
        "1/" * 450,
        "a~2 " * 200,
        '"' * 99,
    ],
)
def test_a_question_may_be_long_or_deep(query: str) -> None:
    assert FIELDS.search(query, facets=True).total <= 2


def test_every_notice_has_its_sentence_in_both_languages() -> None:
    source = resource("terms", "search.toml").read_text(encoding="utf-8")
    section = source.partition("[search.notice]")[2].partition("\n[")[0]
    for name in re.findall(r"^(\w+) = ", section, re.MULTILINE):
        key = f"search.notice.{name}"
        assert terms()(key, "ar") != terms()(key, "en")
    rooms = Path(search.__file__).parent.glob("*.py")
    used = {k for room in rooms for k in re.findall(r'"(search\.notice\.\w+)"', room.read_text())}
    assert used
    assert all(key in terms() for key in used)


@pytest.mark.parametrize(
    "query",
    [
        '"; DROP TABLE entry; --',
        "foo' OR '1'='1",
        'subject : "x" NEAR(a b, 3)',
        "{body} : x",
        "^oil",
        'ft MATCH "x"',
        "rank:x",
        "-",
        "*:*",
        "__x:y",
        "NEAR(oil talks)",
    ],
)
def test_signs_of_other_languages_are_only_words(query: str) -> None:
    FIELDS.search(query)
    assert found(FIELDS, "oil") == ["iraq", "kuwait"]


@pytest.mark.parametrize(
    "question",
    [
        "من 1/3/2025 إلى 31/3/2025 تمويل",
        "التاريخ: من ١/٣/٢٠٢٥ إلى ٣١/٣/٢٠٢٥ تمويل",
        "بين 1 آذار 2025 و 31 آذار 2025 تمويل",
        "from 1/3/2025 to 31/3/2025 تمويل",
    ],
)
def test_from_one_date_to_another_is_a_range(question: str) -> None:
    tree = parse(question, TODAY).tree
    assert isinstance(tree, syntax.All)
    (dates, word) = tree.parts
    assert isinstance(dates, syntax.Range)
    assert dates.field == "dated"
    assert word == syntax.Word("تمويل")


def test_from_one_place_to_another_is_words() -> None:
    tree = parse("letters from Amman to Baghdad", TODAY).tree
    assert isinstance(tree, syntax.All)
    assert len(tree.parts) == 5
