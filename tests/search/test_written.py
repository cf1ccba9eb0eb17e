"""A question kept as a tree is the same question when it is asked again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.search.language import parse
from ctdesk.search.written import from_json, to_json, written
from tests.search.desk import TODAY

WORDS = st.sampled_from(
    ["oil", "تمويل", "=نفط", "pip*", "te?t", "Ottowa~", "S/RES/2379", "4/7/123"]
)
LEAVES = st.one_of(
    WORDS,
    st.sampled_from(
        ['"غسل الأموال"', '"a b"~3', "mission:Amman", "السفارة:عمان", 'kind:"note verbale"',
         "dated:[2019 to 2021]", "بتاريخ: آذار 2025", "dated:>2020", "من 1/3/2025 إلى 31/3/2025"]
    ),
)  # fmt: skip
QUESTIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) OR ({pair[1]})"),
        st.tuples(inner, LEAVES).map(lambda pair: f"({pair[0]}) NOT {pair[1]}"),
    ),
    max_leaves=6,
)


@given(QUESTIONS)
def test_a_tree_survives_being_kept_and_written(question: str) -> None:
    tree = parse(question, TODAY).tree
    kept = from_json(json.loads(json.dumps(to_json(tree), ensure_ascii=False)))
    assert kept == tree
    again = parse(written(tree), TODAY).tree
    assert written(again) == written(tree)


@pytest.mark.parametrize("kept", [{}, {"is": "Word"}, {"is": "Spell", "text": "x"}])
def test_what_never_was_a_tree_is_refused(kept: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not the tree"):
        from_json(kept)
