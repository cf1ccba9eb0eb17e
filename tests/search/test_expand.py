"""A word finds the forms of it that the desk uses, and no other word."""

from __future__ import annotations

import pytest

from ctdesk.search.lexicon import lexicon
from tests.benchmarks.arabic_cases import outcomes, read_cases, score
from tests.search.desk import a_desk, found


def test_the_labelled_arabic_cases_are_told_apart() -> None:
    results = outcomes(read_cases())
    precision, recall = score(results)
    assert precision >= 0.98
    assert recall >= 0.97
    assert not [o.case for o in results if o.found and not o.case.wanted]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("تمويل", "بتمويل"),
        ("بتمويل", "تمويل"),
        ("للحكومة", "حكومة"),
        ("حكومتنا", "الحكومة"),
        ("دولة", "الدولتين"),
        ("مسلحون", "مسلح"),
        ("يؤكد", "وسيؤكد"),
        ("قرار", "قراره"),
        ("وثيقة", "والوثائق"),
        ("negotiate", "negotiations"),
        ("ban", "banned"),
        ("country", "countries"),
    ],
)
def test_a_word_finds_its_other_forms(asked: str, written: str) -> None:
    assert found(a_desk(written), asked) == ["d0"]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("لبنان", "لبن"),
        ("لبن", "لبنان"),
        ("بحر", "البحرين"),
        ("شرط", "الشرطة"),
        ("مكتب", "مكتبة"),
        ("محافظ", "محافظة"),
        ("روسي", "روسيا"),
        ("وارد", "ارد"),
        ("كركوك", "ركوك"),
        ("النصرة", "نصر"),
        ("policy", "police"),
        ("university", "universe"),
        ("ISIS", "ISI"),
        ("office", "officer"),
    ],
)
def test_words_that_only_look_alike_stay_apart(asked: str, written: str) -> None:
    assert found(a_desk(written), asked) == []


def test_names_cross_languages_in_one_word_and_in_several() -> None:
    desk = a_desk(
        "ISIL cells", "عناصر داعش", "the Islamic State in Mosul", "تنظيم الدولة الإسلامية"
    )
    everywhere = ["d0", "d1", "d2", "d3"]
    assert (
        found(desk, "داعش") == found(desk, "Da'esh") == found(desk, "Islamic State") == everywhere
    )


def test_a_name_of_several_words_takes_clitics_on_its_first() -> None:
    desk = a_desk("والأمم المتحدة", "UN", "الأمم الأخرى المتحدة")
    assert found(desk, "United Nations") == ["d0", "d1"]


def test_quotes_and_the_equals_sign_ask_for_the_word_as_it_stands() -> None:
    desk = a_desk("تمويل الإرهاب", "بتمويل الارهاب", "financing of terrorism")
    assert found(desk, '"تمويل الإرهاب"') == ["d0"]
    assert found(desk, "=تمويل") == ["d0"]


def test_the_forms_that_were_looked_for_are_told() -> None:
    words = a_desk("بتمويل التمويل").search("تمويل").words
    assert [(word.word, set(word.forms)) for word in words] == [("تمويل", {"بتمويل", "التمويل"})]


def test_every_word_of_the_lexicon_stands_in_one_family() -> None:
    families = set(lexicon().families.values())
    assert sum(map(len, families)) == len(lexicon().families)
    assert len(lexicon().synonyms) > 300


def test_a_verb_finds_its_noun_and_its_other_persons() -> None:
    desk = a_desk("استهدف المسلحون الموقع", "استهداف موقع", "ستستهدف القوات", "هدف بعيد", "أهداف")
    assert found(desk, "يستهدف") == ["d0", "d1", "d2"]
    assert found(desk, "استهداف") == ["d0", "d1", "d2"]


def test_a_listed_verb_finds_its_noun() -> None:
    desk = a_desk("أعلنت الوزارة", "إعلان الوزارة", "سيعلن لاحقاً", "وسائل الإعلام", "العلن")
    assert found(desk, "أعلن") == ["d0", "d1", "d2"]
