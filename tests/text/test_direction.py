"""Which way text runs: paragraphs as a whole, stretches inside them, text for bare terminals."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text import resolve
from ctdesk.text.direction import LRM, NBSP, Run, base_direction, guard, runs, unguarded, visual
from ctdesk.text.resolve import Base, types, visual_order

BASES: tuple[Base, ...] = ("rtl", "ltr")

# Letters of both scripts, digits of both shapes, brackets, separators, marks: what breaks ordering.
MIXED = st.text(alphabet="ابحجدأAbCد 12٣٤()[]«»“”.,:;/-+%$،؛؟ـ\u064b@#&", max_size=40)
ANY = st.one_of(MIXED, st.text(max_size=40))


def ltr_runs(text: str, base: Base = "rtl") -> list[str]:
    return [run.text for run in runs(text, base) if not run.rtl]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("تقرير السفارة", "rtl"),
        ("Report of the Embassy", "ltr"),
        ("UNSC أصدر المجلس قراره", "rtl"),
        ("S/RES/2379 (2017) بشأن داعش", "rtl"),
        ("The word داعش is spelled in several ways", "ltr"),
        ("UNITAD وبعثة يونامي", "rtl"),
        ("United Nations (الأمم المتحدة)", "ltr"),
        ("5/12/431", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_paragraph_runs_as_most_of_its_letters_do(text: str, direction: str) -> None:
    assert base_direction(text) == direction


def test_marks_and_digits_have_no_say_in_the_direction() -> None:
    assert base_direction("«123» — مُسَوَّدَة") == "rtl"
    assert base_direction("١٢٣ draft") == "ltr"


@given(ANY, st.sampled_from(BASES))
def test_the_pieces_together_are_the_text(text: str, base: Base) -> None:
    assert "".join(run.text for run in runs(text, base)) == text


@given(ANY, st.sampled_from(BASES))
def test_no_letter_stands_in_a_run_of_the_other_direction(text: str, base: Base) -> None:
    for run in runs(guard(text, base), base):
        wrong = {"L"} if run.rtl else {"R", "AL"}
        letters = [c for c in run.text if unicodedata.category(c)[0] == "L"]
        assert wrong.isdisjoint(map(unicodedata.bidirectional, letters)), run


@given(ANY, st.sampled_from(BASES))
def test_neighbouring_pieces_run_different_ways(text: str, base: Base) -> None:
    pieces = runs(text, base)
    assert all(a.rtl != b.rtl for a, b in pairwise(pieces))


@pytest.mark.parametrize(
    "atom",
    [
        "S/RES/2379(2017)",
        "S/RES/1373 (2001)",
        "A/RES/60/288",
        "S/2016/92",
        "5/12/431",
        "2026/11/09",
        "2026-11-09",
        "87.5",
        "1,250,000",
        "(UNODC)",
        "(FTF)",
        "(13)",
        "ctd@mofa.gov.iq",
        "https://www.un.org/securitycouncil/ctc",
        "+964 1 537 0091",
    ],
)
def test_a_reference_number_or_address_is_one_left_to_right_run(atom: str) -> None:
    assert ltr_runs(f"بشأن {atom} المشار إليه") == [atom]
    guarded = guard(f"بشأن {atom} المشار إليه.", "rtl")
    assert [unguarded(piece) for piece in ltr_runs(guarded)] == [atom]


@pytest.mark.parametrize("atom", ["5/12/431", "2026-11-09", "+964 1 537 0091", "(13)", "S/RES/1"])
def test_an_atom_reads_left_to_right_where_only_the_algorithm_orders(atom: str) -> None:
    """LibreOffice and Qt pass over the runs' flags: the marks must do it there."""
    shown = visual_order(guard(f"بالرقم {atom} لسنة", "rtl"), "rtl")
    assert atom in unguarded(shown)


def test_arabic_indic_digits_stay_in_order_too() -> None:
    assert ltr_runs("في ٢٠٢٦/١١/٢٣ ورد") == ["٢٠٢٦/١١/٢٣"]


def test_an_arabic_reference_number_stays_with_its_letters() -> None:
    assert runs("م.إ/431", "rtl") == [Run("م.إ/431", True)]


def test_the_percent_sign_stays_outside_the_number() -> None:
    assert ltr_runs("بنسبة 87.5% لغاية") == ["87.5"]


def test_a_bracket_follows_the_text_that_it_stands_among() -> None:
    """Rule N0, which python-bidi's stages lack."""
    assert runs("The strategy (الاستراتيجية الوطنية) is in force", "ltr") == [
        Run("The strategy (", False),
        Run("الاستراتيجية الوطنية", True),
        Run(") is in force", False),
    ]


def test_a_bracketed_abbreviation_in_arabic_holds_together_at_a_line_end() -> None:
    assert f"{LRM}(UNODC){LRM}" in guard("المكتب المعني (UNODC)، وبعد", "rtl")


def test_a_noun_does_not_part_from_its_number() -> None:
    assert guard("المادة (5) من القانون رقم 13 لسنة 2005", "rtl").count(NBSP) == 2
    assert guard("Article 5 of Law No. 13", "ltr") == f"Article{NBSP}5 of Law No.{NBSP}13"


def test_a_quotation_in_the_other_language_keeps_its_full_stop() -> None:
    shown = visual_order(guard("أجاب الجانب: «We agree.» وانتهى", "rtl"), "rtl")
    assert "We agree." in shown.replace(LRM, "")


@given(st.text(alphabet="ابج Abc 12()/.«»-", max_size=40), st.sampled_from(BASES))
def test_the_guarding_marks_come_off_again(text: str, base: Base) -> None:
    assert unguarded(guard(text, base)) == text


@given(MIXED, st.sampled_from(BASES))
def test_the_order_is_that_of_the_unicode_algorithm(text: str, base: Base) -> None:
    """Against python-bidi's compiled twin, which orders rightly but mirrors no brackets."""
    unmirrored = str.maketrans("([«“", ")]»”")
    wanted = get_display(text, base_dir="R" if base == "rtl" else "L")
    assert visual_order(text, base).translate(unmirrored) == wanted.translate(unmirrored)


@given(ANY, st.sampled_from(BASES))
def test_stretches_resolve_as_their_characters_would_one_by_one(text: str, base: Base) -> None:
    one_by_one = resolve._resolved(list(enumerate(text)), base)["chars"]
    wanted = {char["at"]: char["type"] for char in one_by_one}
    assert types(text, base) == [wanted.get(at, "") for at in range(len(text))]


def test_text_for_a_bare_terminal_is_shaped_ordered_and_mirrored() -> None:
    assert visual("(داعش)") == "(ﺶﻋﺍﺩ)"
    assert visual("القرار S/RES/2379 (2017)").startswith("S/RES/2379 (2017) ")
    assert visual("two lines\nof English") == "two lines\nof English"


@given(ANY)
def test_any_text_can_be_made_visual(text: str) -> None:
    assert visual(text).count("\n") == text.count("\n")
