"""Texts are compared word by word, marks and spellings aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.difference import Compared, alike, changes, same

TEXTS = st.lists(
    st.sampled_from(
        ["تمويل", "الإرهاب", "المادة", "3", "٣", "،", "and", "the", "party", "\n", " "]
    ),
    max_size=30,
).map(lambda found: " ".join(found).strip()) | st.text(max_size=60).map(str.strip)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("تلتزم الأطراف", "تَلْتَزِمُ الأطراف"),
        ("تلتزم الأطراف", "تلـــتزم الاطراف"),
        ("المادة 3", "المادة ٣"),
        ("the parties", "The  Parties "),
    ],
)
def test_another_spelling_is_no_change(old: str, new: str) -> None:
    assert same(old, new)
    assert {change.op for change in changes(old, new)} == {"same"}


def test_changed_words_are_named_where_they_stand() -> None:
    old, new = "تتبادل الأطراف المعلومات سنوياً", "تتبادل الأطراف البيانات والمعلومات سنوياً"
    told = [(c.op, old[c.old_start : c.old_end], new[c.new_start : c.new_end])
            for c in changes(old, new)]  # fmt: skip
    assert told == [
        ("same", "تتبادل الأطراف ", "تتبادل الأطراف "),
        ("replaced", "المعلومات ", "البيانات والمعلومات "),
        ("same", "سنوياً", "سنوياً"),
    ]


@given(TEXTS, TEXTS)
def test_the_changes_cover_both_texts(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(old[c.old_start : c.old_end] for c in found) == old or not found
    assert "".join(new[c.new_start : c.new_end] for c in found) == new or not found
    assert found or not (old or new)


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_whole_for_the_same_text(old: str, new: str) -> None:
    assert 0 <= alike(old, new) <= 1
    assert alike(old, old) == 1
    assert same(old, new) == all(c.op == "same" for c in changes(old, new))


def test_long_texts_are_compared_at_once() -> None:
    old = " ".join(f"w{n % 997}" for n in range(10_000))
    new = old.replace("w500 ", "another ")
    assert sum(c.op == "replaced" for c in changes(old, new)) == 10


def test_two_drafts_differ_in_the_words_that_were_changed() -> None:
    old = "تدخل هذه المذكرة حيز النفاذ من تاريخ التوقيع عليها."
    new = "تدخُل هذه المذكّرة حيّز النفاذ من تاريخ آخر إشعار خطي متبادل."
    first, second = changes(old, new)
    assert (first.op, second.op) == ("same", "replaced")
    assert old[second.old_start : second.old_end] == "التوقيع عليها."
    assert new[second.new_start : second.new_end] == "آخر إشعار خطي متبادل."


def test_texts_that_share_nothing_are_compared_at_once() -> None:
    old = " ".join(f"a{n}" for n in range(10_000))
    new = " ".join(f"b{n}" for n in range(10_000))
    assert [change.op for change in changes(old, new)] == ["replaced"]
    assert alike(old, new) == 0


@given(TEXTS, TEXTS)
def test_a_text_read_once_compares_as_it_does_alone(old: str, new: str) -> None:
    assert Compared(old).alike(Compared(new)) == alike(old, new) == alike(new, old)
    assert Compared(old).same(Compared(new)) == same(old, new)
