"""Names come apart into the parts that are one name each, in either script."""

import pytest

from ctdesk.screening.segment import parts_of, placed_parts

SERVANTS = (
    "عبد الرحمن",
    "عبدالرحمن",
    "Abd al-Rahman",
    "Abdul Rahman",
    "Abdurrahman",
    "Abderrahmane",
)


@pytest.mark.parametrize("name", SERVANTS)
def test_servant_of_is_one_part_however_it_is_spaced(name: str) -> None:
    assert [part.kind for part in parts_of(name)] == ["servant"]


@pytest.mark.parametrize("name", ["نور الدين", "نورالدين", "Nur al-Din", "Noureddine", "Nuruddin"])
def test_of_the_faith_is_one_part(name: str) -> None:
    assert [part.kind for part in parts_of(name)] == ["faith"]


@pytest.mark.parametrize("name", ["عتيق الله", "Atiqullah", "Atiq Allah", "فضل الله"])
def test_of_god_is_one_part(name: str) -> None:
    assert [part.kind for part in parts_of(name)] == ["god"]


@pytest.mark.parametrize(
    "name", ["أبو بكر البغدادي", "Abu Bakr al-Baghdadi", "Abou Bakr el Baghdadi"]
)
def test_a_kunya_is_one_part_and_articles_are_none(name: str) -> None:
    assert [part.kind for part in parts_of(name)] == ["father", "name"]


def test_son_of_is_no_part() -> None:
    assert len(parts_of("محمد بن سالم ولد أحمد")) == 3
    assert len(parts_of("Mohamed Ould Salem ben Ahmed")) == 3


def test_a_word_of_a_company_means_the_same_in_every_language() -> None:
    codes = {parts_of(name)[0].code for name in ("Company Noor", "شركة النور", "Ltd. Noor")}
    assert codes == {"company"}


def test_parts_stand_where_the_name_has_them() -> None:
    name = "  الدكتور أبي بَكْـــر\u200f, S. Ben-Ali"
    spans = [name[placed.start : placed.end] for placed in placed_parts(name)]
    assert spans == ["الدكتور", "أبي بَكْـــر\u200f", "S", "Ben-Ali"]


@pytest.mark.parametrize(
    "name", ["", "  ", "...", "-", "١٢", "ال", "al", "ابن", "بن بن بن بن بن", "عبد"]
)
def test_what_is_hardly_a_name_is_read_without_complaint(name: str) -> None:
    assert len(parts_of(name)) <= 5
