"""How numbers, dates and references are shown inside text of either direction."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.show import (
    FSI,
    NBSP,
    PDI,
    WORD_JOINER,
    date_text,
    digits,
    hijri_text,
    isolate,
    short_date,
    strip_isolates,
)


def test_a_reference_is_shown_as_one_piece_that_breaks_nowhere() -> None:
    assert isolate("S/RES/2379 (2017)") == (
        f"{FSI}S/{WORD_JOINER}RES/{WORD_JOINER}2379{NBSP}(2017){PDI}"
    )


def test_nothing_is_shown_as_nothing() -> None:
    assert isolate("") == ""


@given(st.text(alphabet="ابتS/RE 0123456789().-", max_size=40))
def test_what_is_copied_is_what_was_stored(text: str) -> None:
    assert strip_isolates(isolate(text)) == text


def test_direction_marks_of_every_kind_are_stripped() -> None:
    assert strip_isolates("\u200eA\u200f\u061c\u2066ب\u2069\u2060") == "Aب"


def test_all_digits_take_one_shape() -> None:
    assert digits("2026/١١/۲۳", "western") == "2026/11/23"
    assert digits("2026/١١/۲۳", "arabic") == "٢٠٢٦/١١/٢٣"


@given(st.text(max_size=40))
def test_shaping_digits_changes_nothing_else(text: str) -> None:
    western = digits(text, "western")
    assert len(western) == len(text)
    assert digits(digits(western, "arabic"), "western") == western


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-01-05", "5 كانون الثاني 2026"),
        ("2026-02-01", "1 شباط 2026"),
        ("2026-05-31", "31 أيار 2026"),
        ("2026-08-15", "15 آب 2026"),
        ("2026-11-23", "23 تشرين الثاني 2026"),
        ("2026-12-09", "9 كانون الأول 2026"),
    ],
)
def test_months_have_the_names_that_iraq_gives_them(iso: str, shown: str) -> None:
    assert date_text(iso, "ar", "western") == shown


def test_a_day_in_english_and_in_arabic_digits() -> None:
    assert date_text("2026-11-23", "en", "western") == "23 November 2026"
    assert date_text("2026-11-23", "ar", "arabic") == "٢٣ تشرين الثاني ٢٠٢٦"


def test_the_hijri_day_stands_beside_when_both_calendars_are_wanted() -> None:
    assert date_text("2026-11-23", "ar", "western", "both") == (
        "23 تشرين الثاني 2026 (13 جمادى الآخرة 1448 هـ)"
    )


def test_the_hijri_day_alone() -> None:
    assert hijri_text("2026-11-23", "ar", "arabic") == "١٣ جمادى الآخرة ١٤٤٨ هـ"
    assert hijri_text("2026-11-23", "en", "western") == "13 Jumada II 1448 AH"


@pytest.mark.parametrize("iso", ["1920-04-25", "2090-01-01"])
def test_a_day_outside_the_hijri_tables_is_shown_without_it(iso: str) -> None:
    assert hijri_text(iso, "ar", "western") == ""
    assert "(" not in date_text(iso, "ar", "western", "both")


@given(st.dates(), st.sampled_from(["ar", "en"]))
def test_every_day_can_be_shown(day: date, language: str) -> None:
    shown = date_text(day.isoformat(), language, "western", "both")
    assert str(day.year) in shown
    assert short_date(day.isoformat(), "western") == day.isoformat().replace("-", "/")


@pytest.mark.parametrize("text", ["", "في حينه", "2026", "2026-13-01"])
def test_what_is_no_day_is_shown_as_it_is(text: str) -> None:
    assert date_text(text, "ar", "arabic") == text
    assert short_date(text, "arabic") == text
    assert hijri_text(text, "ar", "arabic") == ""


def test_the_time_of_day_is_not_part_of_the_day() -> None:
    assert short_date("2026-11-23T08:30:00Z", "western") == "2026/11/23"
