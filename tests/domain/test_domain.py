"""What the desk knows: fields, states, numbers, words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.domain import classification, numbering, states
from ctdesk.domain.blocks import Block, Source, blocks_from_json, blocks_to_json
from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.fields import field_of, fields_of
from ctdesk.domain.records import RECORDS, Document
from ctdesk.domain.terms import LANGUAGES, terms

MACHINES = [
    states.DOCUMENT,
    states.OPINION,
    states.ACTION,
    states.MOU,
    states.MATCH,
    states.APPROVAL,
]


@pytest.mark.parametrize("table", RECORDS)
def test_every_field_has_a_label_in_both_languages(table: str) -> None:
    for spec in fields_of(RECORDS[table]):
        for language in LANGUAGES:
            assert terms()(f"field.{table}.{spec.key}", language)


@pytest.mark.parametrize("table", RECORDS)
def test_every_vocabulary_that_a_field_names_has_terms(table: str) -> None:
    for spec in fields_of(RECORDS[table]):
        if spec.vocabulary:
            assert terms().vocabulary(spec.vocabulary), spec.vocabulary


@pytest.mark.parametrize("table", RECORDS)
def test_every_reference_names_a_record_kind(table: str) -> None:
    for spec in fields_of(RECORDS[table]):
        if spec.target:
            assert spec.target in RECORDS


_ARABIC_ONLY = {"memo.greeting"}
"""An English memo begins without a greeting (UN Correspondence Manual, ST/DCS/4/Rev.1)."""


def test_no_word_of_the_desk_lacks_a_language() -> None:
    for key in terms().keys():  # noqa: SIM118
        assert terms()(key, "ar").strip(), key
        assert terms()(key, "en").strip() or key in _ARABIC_ONLY, key


def test_a_field_is_found_by_its_outside_name() -> None:
    assert field_of(Document, "from").name == "sender"
    assert field_of(Document, "to").name == "addressees"
    with pytest.raises(KeyError):
        field_of(Document, "colour")


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.vocabulary)
def test_every_state_of_a_machine_is_a_term_and_can_be_reached(
    machine: states.StateMachine,
) -> None:
    codes = {term.code for term in terms().vocabulary(machine.vocabulary)}
    reached, waiting = set(), [machine.first]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting += machine.next_states(state)
    assert reached == codes == set(machine.follows)


def test_nothing_returns_from_issued() -> None:
    for state in ("draft", "in_review", "returned", "approved"):
        with pytest.raises(Refused):
            states.OPINION.check("issued", state)


def test_a_draft_is_not_issued_without_review_and_approval() -> None:
    with pytest.raises(Refused):
        states.OPINION.check("draft", "issued")


def test_voiding_needs_a_reason() -> None:
    with pytest.raises(Refused) as refused:
        states.DOCUMENT.check("registered", "void", "  ")
    assert refused.value.code == "reason_needed"
    states.DOCUMENT.check("registered", "void", "registered twice")


def test_a_refused_step_names_both_states_in_the_language_of_the_reader() -> None:
    with pytest.raises(Refused) as refused:
        states.DOCUMENT.check("void", "answered")
    assert "ملغاة" in refused.value.message("ar")
    assert "void" not in refused.value.message("ar")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(2000, 2100))
def test_two_sequence_numbers_never_give_the_same_register_number(
    one: int, other: int, year: int
) -> None:
    same = numbering.register_number(one, year) == numbering.register_number(other, year)
    assert same == (one == other)


def test_a_travelling_laptop_gives_provisional_numbers() -> None:
    assert numbering.register_number(7, 2026, laptop="L2") == "م/L2/7"


@pytest.mark.parametrize("pattern", ["", "{seq}", "{year}", "{seq}/{yer}", "{seq!z}", "{0}"])
def test_a_pattern_that_could_repeat_a_number_is_refused(pattern: str) -> None:
    with pytest.raises(Refused):
        numbering.check_pattern(pattern)


def test_opinions_internal_papers_and_what_goes_out_have_their_registers() -> None:
    assert numbering.register_of("opinion", "outgoing") == "opinions"
    assert numbering.register_of("minutes", "internal") == "incoming"
    assert numbering.register_of("letter", "outgoing") == "outgoing"


def test_an_unknown_classification_hides_rather_than_shows() -> None:
    assert classification.rank("cosmic") > classification.rank("secret")
    assert classification.highest(["open", "secret", "restricted"]) == "secret"
    assert classification.highest([]) == "open"


TEXT = st.text(max_size=40)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=5))
def test_blocks_come_back_from_their_json_as_they_were(texts: list[tuple[str, str, str]]) -> None:
    blocks = tuple(
        Block(str(n), "paragraph", ar, en, sources=(Source("d", quote, 0, len(quote)),))
        for n, (ar, en, quote) in enumerate(texts)
    )
    assert blocks_from_json(blocks_to_json(blocks)) == tuple(b for b in blocks) or any(
        "" in t for t in texts
    )


def test_every_error_sentence_says_more_than_its_code() -> None:
    codes = [key.removeprefix("error.") for key in terms().keys() if key.startswith("error.")]  # noqa: SIM118
    assert len(codes) > 40
    for code in codes:
        assert " " in terms()(f"error.{code}", "ar")


def test_an_error_without_a_sentence_is_a_defect_that_shows() -> None:
    with pytest.raises(KeyError):
        CtdeskError("no_such_code").message("en")
