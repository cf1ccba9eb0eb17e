"""Hits marked where they stand, in the original spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.search.highlight import Marker
from tests.search.desk import a_desk


def marked(body: str, query: str) -> list[str]:
    marker = a_desk(body).search(query).marker
    return [body[start:end] for start, end in marker.marks(body)]


@pytest.mark.parametrize(
    ("body", "query", "hits"),
    [
        ("مُكَافَحَةُ الإرهــاب", "مكافحة ارهاب", ["مُكَافَحَةُ", "الإرهــاب"]),
        ("القرار ٢٣٧٩ (٢٠١٧)", "2379", ["٢٣٧٩"]),
        ("see S/RES/2379 (2017), S/RES/1", "S/RES/2379", ["S/RES/2379"]),
        ("oil and gas; gas and oil", '"oil and gas"', ["oil and gas"]),
        ("the embassies of Iraq", "embassy", ["embassies"]),
        ("terrorism, terrorist", "terror*", ["terrorism", "terrorist"]),
        ("عناصر ﺩاعش", "ISIL", ["ﺩاعش"]),
        ("oil gas", "oil -weather", ["oil"]),
        ("from Iraq", "mission:Iraq OR gas", []),
        ("Abdullah عبد الله", "عبدالله", ["عبد الله"]),
    ],
)
def test_hits_are_marked_as_written(body: str, query: str, hits: list[str]) -> None:
    assert marked(body, query) == hits


def test_a_snippet_shows_the_hit_in_one_line_of_about_its_width() -> None:
    body = "opening words " * 40 + "the\n\n secret  pipeline here " + "closing words " * 40
    text, marks = a_desk(body).search("pipeline").marker.snippet(body, 80)
    assert [text[start:end] for start, end in marks] == ["pipeline"]
    assert "\n" not in text
    assert "  " not in text
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= 120


def test_the_snippet_prefers_where_more_of_the_words_stand_together() -> None:
    body = "oil " + "filler " * 60 + "oil pipeline embargo " + "filler " * 60
    text, _ = a_desk(body).search("oil pipeline embargo").marker.snippet(body, 60)
    assert "oil pipeline embargo" in text


def test_without_a_hit_the_snippet_is_the_beginning() -> None:
    text, marks = Marker().snippet("Opening words of a report " * 20, 40)
    assert text.startswith("Opening words")
    assert marks == []
    assert Marker().snippet("") == ("", [])


@given(st.text(st.sampled_from("ab عبدالله \n\u064e\u200f٣ﷲ/"), max_size=200), st.integers(5, 60))
def test_snippet_marks_hold_the_same_words_as_the_text(body: str, width: int) -> None:
    marker = a_desk("a ب الله").search("a OR ب OR الله").marker
    assert all(0 <= start < end <= len(body) for start, end in marker.marks(body))
    text, marks = marker.snippet(body, width)
    assert all(0 <= start < end <= len(text) for start, end in marks)
    if marker.marks(body):
        assert marks
