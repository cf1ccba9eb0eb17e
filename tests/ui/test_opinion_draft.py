"""The blocks of an opinion while they are written: nothing is lost, everything is taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain.blocks import Block, Source
from ctdesk.text.paragraphs import paragraphs_of
from ctdesk.ui.opinion.draft import Draft, new_block

Step = Callable[[Draft], object]
SOURCE = Source("d1", "غسل الأموال", 3, 14)
TEXTS = st.text(alphabet="ab ا، ب/1\u064b\U0001f4c4", max_size=12)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """One act on a draft, on whichever block there is at a place."""
    place, text, other = draw(st.integers(0, 9)), draw(TEXTS), draw(st.integers(0, 12))
    language = draw(st.sampled_from(["ar", "en"]))
    kind = draw(st.sampled_from(["paragraph", "heading", "article", "note"]))

    def uid(draft: Draft) -> str:
        return draft.blocks[place % len(draft.blocks)].uid

    acts: dict[str, Step] = {
        "write": lambda draft: draft.change(uid(draft), **{language: text}),
        "kind": lambda draft: draft.change(uid(draft), kind=kind),
        "insert": lambda draft: draft.insert_after(uid(draft), new_block("paragraph")),
        "split": lambda draft: draft.split(uid(draft), language, other),  # type: ignore[arg-type]
        "join": lambda draft: draft.join_above(uid(draft)),
        "move": lambda draft: draft.move(uid(draft), 1 if other % 2 else -1),
        "remove": lambda draft: draft.remove(uid(draft)),
        "cite": lambda draft: draft.cite(uid(draft), SOURCE),
        "drop": lambda draft: draft.drop_source(uid(draft), SOURCE),
        "pause": lambda draft: draft.pause(),
    }
    return acts[draw(st.sampled_from(sorted(acts)))]


def a_draft() -> Draft:
    return Draft(
        [
            Block(uid="a", kind="heading", ar="الموقف", en="Situation"),
            Block(uid="b", kind="paragraph", ar="نص أول", en="First", sources=(SOURCE,)),
            Block(uid="c", kind="article", number="5", received_ar="نص المادة"),
        ]
    )


def words(draft: Draft, language: str) -> str:
    """Every letter of a language, in order, blanks left out."""
    return "".join("".join(getattr(block, language) for block in draft.blocks).split())


@given(st.lists(steps(), max_size=25))
def test_taking_everything_back_gives_the_first_text(acts: list[Step]) -> None:
    draft = a_draft()
    first = draft.blocks
    for act in acts:
        act(draft)
    last = draft.blocks
    while draft.undo():
        pass
    assert draft.blocks == first
    while draft.redo():
        pass
    assert draft.blocks == last


@given(st.lists(steps(), max_size=25))
def test_there_is_always_a_block_to_write_in_and_no_two_share_an_identity(
    acts: list[Step],
) -> None:
    draft = a_draft()
    for act in acts:
        act(draft)
        uids = [block.uid for block in draft.blocks]
        assert uids
        assert len(set(uids)) == len(uids)
        assert set(draft.leads()) == set(uids)


@given(TEXTS, TEXTS, st.integers(0, 12), st.sampled_from(["ar", "en"]))
def test_enter_loses_no_word_and_backspace_brings_the_paragraph_back(
    arabic: str, english: str, at: int, language: str
) -> None:
    block = Block(uid="a", kind="paragraph", ar=arabic, en=english, sources=(SOURCE,))
    draft = Draft([block])
    below = draft.split("a", language, at)  # type: ignore[arg-type]
    assert words(draft, "ar") == "".join(arabic.split())
    assert words(draft, "en") == "".join(english.split())
    assert len(draft.blocks) == 2
    draft.join_above(draft.blocks[1].uid)
    assert words(draft, language) == "".join(getattr(block, language).split())
    assert len(draft.blocks) == 1
    assert draft.blocks[0].sources == (SOURCE,)
    assert below.uid


def test_enter_before_the_first_letter_leaves_the_sources_with_the_words() -> None:
    draft = Draft([Block(uid="a", kind="paragraph", ar="نص", sources=(SOURCE,))])
    caret = draft.split("a", "ar", 0)
    assert caret.uid == "a"
    assert [(block.ar, block.sources) for block in draft.blocks] == [("", ()), ("نص", (SOURCE,))]


def test_a_thought_is_one_step_and_a_rest_ends_it() -> None:
    draft = Draft([Block(uid="a", kind="paragraph")])
    for text in ("ن", "نص", "نص "):
        draft.change("a", ar=text)
    draft.pause()
    draft.change("a", ar="نص آخر")
    draft.undo()
    assert draft.block("a").ar == "نص "
    draft.undo()
    assert draft.block("a").ar == ""
    assert not draft.undo()


def test_a_new_step_ends_what_could_be_given_again() -> None:
    draft = a_draft()
    draft.change("b", ar="نص ثان")
    draft.undo()
    draft.change("b", en="Second")
    assert not draft.redo()
    assert draft.block("b").ar == "نص أول"


def test_an_article_row_with_text_is_not_swallowed_by_backspace() -> None:
    draft = a_draft()
    assert draft.join_above("c") is None
    assert [block.uid for block in draft.blocks] == ["a", "b", "c"]


def test_an_empty_paragraph_above_gives_way_and_the_block_keeps_its_kind() -> None:
    draft = Draft([new_block("paragraph"), Block(uid="h", kind="heading", ar="الرأي")])
    assert draft.join_above("h") == ("h", {"ar": 0, "en": 0})
    assert [(block.uid, block.kind) for block in draft.blocks] == [("h", "heading")]


def test_the_last_block_is_emptied_not_taken() -> None:
    draft = Draft([Block(uid="a", kind="paragraph", ar="نص")])
    left = draft.remove("a")
    assert [block.uid for block in draft.blocks] == [left.uid]
    assert left.empty


def test_the_block_after_a_removed_one_takes_its_place() -> None:
    assert a_draft().remove("b").uid == "c"
    assert a_draft().remove("c").uid == "b"


def test_passages_are_numbered_in_the_order_of_their_first_citation() -> None:
    other = Source("d2", "النفط", 0, 5)
    draft = Draft(
        [
            Block(uid="a", kind="paragraph", ar="نص", sources=(other,)),
            Block(uid="b", kind="paragraph", ar="نص", sources=(SOURCE, other)),
        ]
    )
    assert draft.markers() == {other: 1, SOURCE: 2}
    draft.move("b", -1)
    assert draft.markers() == {SOURCE: 1, other: 2}


def test_where_a_step_was_made_is_known() -> None:
    draft = a_draft()
    before = draft.blocks
    draft.change("b", ar="نص ثان")
    assert draft.changed_since(before) == "b"
    draft.undo()
    assert draft.changed_since(before) == ""


@pytest.mark.parametrize("uid", ["nobody", ""])
def test_a_block_that_is_gone_is_not_written(uid: str) -> None:
    with pytest.raises(ValueError, match="not in list"):
        a_draft().change(uid, ar="نص")


def test_paragraphs_that_are_pasted_become_blocks_in_one_step() -> None:
    draft = Draft([Block(uid="a", kind="paragraph", ar="أول  آخر", sources=(SOURCE,))])
    last, caret = draft.paste("a", "ar", 4, ["واحد", "اثنان", "ثلاثة"])
    assert [block.ar for block in draft.blocks] == ["أول واحد", "اثنان", "ثلاثة آخر"]
    assert (draft.blocks[-1], caret) == (last, 5)
    assert draft.undo()
    assert [block.ar for block in draft.blocks] == ["أول  آخر"]


@pytest.mark.parametrize(
    ("clipboard", "paragraphs"),
    [
        ("1.\tFirst\r\n2.\tSecond\n", ["First", "Second"]),
        ("•\tنقطة  أولى\n\n•\tثانية", ["نقطة أولى", "ثانية"]),
        ("2025 was\n10 cases", ["2025 was", "10 cases"]),
        (" \n ", []),
    ],
)
def test_a_list_from_a_word_processor_leaves_its_numbers_behind(
    clipboard: str, paragraphs: list[str]
) -> None:
    assert paragraphs_of(clipboard) == paragraphs
