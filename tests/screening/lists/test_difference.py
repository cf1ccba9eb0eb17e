"""What changed between two states of a list: what they say, not how it is written down."""

from __future__ import annotations

from typing import Any

from ctdesk.screening.lists import Difference, compare, read_list
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml


def difference(before: list[Any], after: list[Any]) -> Difference:
    old = read_list(un_xml("2025-01-01", *before), "a.xml")
    new = read_list(un_xml("2026-01-01", *after), "b.xml")
    return compare(old.entries, new.entries)


def test_added_removed_and_changed_with_the_changed_fields() -> None:
    changed = {**NADIR, "COMMENTS1": "Mother's name: Hudа Karim.", "GENDER": "Male"}
    found = difference([NADIR, FUND], [changed, TARIQ])
    assert [one.permanent_id for one in found.added] == ["9000003"]
    assert [one.permanent_id for one in found.removed] == ["9000002"]
    (one,) = found.changed
    fields = {field.key: (field.before, field.after) for field in one.fields}
    assert fields == {
        "comments": (("Mother's name: Huda.",), ("Mother's name: Hudа Karim.",)),
        "gender": ((), ("Male",)),
    }


def test_order_line_breaks_and_empty_fields_change_nothing() -> None:
    aliases: Any = NADIR["INDIVIDUAL_ALIAS"]
    shuffled = {
        **NADIR,
        "SECOND_NAME": "\n   SALIM ",
        "INDIVIDUAL_ALIAS": [*reversed(aliases), {"QUALITY": "", "ALIAS_NAME": ""}],
        "INDIVIDUAL_PLACE_OF_BIRTH": {"COUNTRY": ""},
        "LAST_DAY_UPDATED": {"VALUE": ""},
    }
    assert not difference([NADIR, FUND], [FUND, shuffled])


def test_an_alias_said_twice_is_a_change() -> None:
    alias = {"QUALITY": "Good", "ALIAS_NAME": "Nadir"}
    once, twice = {**TARIQ, "INDIVIDUAL_ALIAS": [alias]}, {**TARIQ, "INDIVIDUAL_ALIAS": [alias] * 2}
    assert len(difference([once], [twice]).changed) == 1
