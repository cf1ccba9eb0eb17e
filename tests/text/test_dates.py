"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.dates import parse_date, parse_period

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "written",
    [
        "1/3/2025",
        "٢٠٢٥/٣/١",
        "2025-03-01",
        "20250301",
        "1 آذار 2025",
        "١ مارس ٢٠٢٥",
        "March 1, 2025",
        "1st Mar 2025",
        "1.3.2025",
        "1 رمضان 1446 هـ",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert parse_date(written) == date(2025, 3, 1)


@pytest.mark.parametrize("written", ["2025", "آذار 2025", "", "قرار", "31/2/2025", "99999"])
def test_what_is_no_single_day_is_no_date(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("٢٠٢٥", "2025-01-01", "2025-12-31"),
        ("آذار 2025", "2025-03-01", "2025-03-31"),
        ("كانون الثاني 2024", "2024-01-01", "2024-01-31"),
        ("تشرين الأول ٢٠٢٤", "2024-10-01", "2024-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("آذار", "2026-03-01", "2026-03-31"),
        ("December", "2025-12-01", "2025-12-31"),
        ("1958 to 1959", "1958-01-01", "1959-12-31"),
        ("1958-1959", "1958-01-01", "1959-12-31"),
        ("من 1/3/2025 إلى 31/3/2025", "2025-03-01", "2025-03-31"),
        ("since 2020", "2020-01-01", "9999-12-31"),
        ("قبل 2019", "0001-01-01", "2018-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("الشهر الماضي", "2026-10-01", "2026-10-31"),
        ("هذه السنة", "2026-01-01", "2026-12-31"),
        ("آخر 30 يوماً", "2026-10-25", "2026-11-24"),
        ("last 7 days", "2026-11-17", "2026-11-24"),
        ("أمس", "2026-11-23", "2026-11-23"),
        ("1950s", "1950-01-01", "1959-12-31"),
        ("1446 هـ", "2024-07-07", "2025-06-25"),
        ("ربيع الأول 1446", "2024-09-04", "2024-10-03"),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(written: str, first: str, last: str) -> None:
    period = parse_period(written, TODAY)
    assert period is not None
    assert (period[0].isoformat(), period[1].isoformat()) == (first, last)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year:04}") == day


@given(st.one_of(st.text(), st.text(st.sampled_from("0123456789/- هـمنإلىtosincرمضان"))))
def test_no_text_is_too_odd_for_the_reader_of_dates(text: str) -> None:
    period = parse_period(text, TODAY)
    assert period is None or period[0] <= period[1]
