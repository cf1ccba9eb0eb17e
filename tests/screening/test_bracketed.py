"""What stands in brackets is no hindrance, and an acronym is a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.screening.bracketed import forms_of_name
from ctdesk.screening.compare import explain_pair
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.matcher import THRESHOLD, Matcher

COMPANY = "NOOR GULF TRADING COMPANY (NGTC)"


@pytest.mark.parametrize(
    "name", ["Noor Gulf Trading", "شركة نور الخليج للتجارة (NGTC)", "NGTC", COMPANY]
)
def test_a_company_is_found_with_its_acronym_without_and_by_it(name: str) -> None:
    matcher = Matcher([Entry("made", "1", kind="group", names=(ListedName(COMPANY),))])
    expected = [] if "الخليج" in name else [COMPANY]
    assert [hit.name.text for hit in matcher.find(name)] == expected


def test_a_sentence_in_brackets_is_no_part_of_the_name() -> None:
    remark = "Karim Sabri (false identity linked to a passport that was confiscated)"
    assert explain_pair("كريم صبري", remark).score >= THRESHOLD


@given(st.text(alphabet="Ab ()[]", max_size=20))
def test_every_form_keeps_the_places_of_the_name(name: str) -> None:
    for form in forms_of_name(name):
        assert len(form) == len(name)
        assert all(each in (" ", own) for each, own in zip(form, name, strict=True))
