"""A text on the page: its references hold together, its positions are found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.ui.shown_text import shown

_JOINER, _NO_BREAK = "\u2060", "\u00a0"


@pytest.mark.parametrize("around", ["in keeping with {} and the law", "عملاً بالقرار {} وبالقانون"])
def test_a_reference_is_not_broken_at_its_slashes_or_before_its_year(around: str) -> None:
    text = shown(around.format("S/RES/1373 (2001)")).text
    assert f"S/{_JOINER}RES/{_JOINER}1373{_NO_BREAK}(2001)" in text


def test_words_that_a_slash_parts_may_be_broken() -> None:
    assert shown("reports and/or letters").text == "reports and/or letters"


@given(st.text(alphabet="aS/19 ()با\n", max_size=60))
def test_every_position_of_the_text_is_found_again(text: str) -> None:
    page = shown(text)
    assert [page.in_original(page.on_page(n)) for n in range(len(text))] == list(range(len(text)))
