"""Drafts of agreements are taken apart as people head their articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.text.articles import Article, split

DATA = Path(__file__).parents[1] / "data"
DRAFTS = sorted(path.name for path in DATA.glob("mou_*.txt"))


def draft(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def told(name: str) -> list[tuple[str, str, str]]:
    return [(p.kind, p.number, p.title) for p in split(draft(name))]


def one(text: str) -> Article:
    (article,) = split(text)
    return article


@pytest.mark.parametrize("name", DRAFTS)
def test_no_character_of_a_draft_is_lost(name: str) -> None:
    text = draft(name)
    parts = split(text)
    assert "".join(text[p.start : p.end] for p in parts) == text
    assert all(p.heading in text[p.start : p.end] for p in parts)
    assert all(p.title in text[p.start : p.end] for p in parts)
    assert all(p.text == text[p.start : p.end].strip()[-len(p.text) :] for p in parts if p.text)


def test_titles_stand_behind_the_number() -> None:
    assert told("mou_ar_titled.txt") == [
        ("preamble", "", ""),
        ("article", "1", "الهدف"),
        ("article", "2", "مجالات التعاون"),
        ("article", "3", "تبادل المعلومات"),
        ("article", "4", "نقاط الاتصال"),
        ("article", "5", "النفقات"),
        ("article", "6", "السرية"),
        ("article", "7", "حماية البيانات الشخصية"),
        ("article", "8", "العلاقة بالاتفاقيات الأخرى"),
        ("article", "9", "تسوية الخلافات"),
        ("article", "10", "التعديل"),
        ("article", "11", "الدخول حيز النفاذ"),
        ("article", "12", "المدة والإنهاء"),
        ("signature", "", ""),
    ]


def test_arabic_indic_digits_count_alike() -> None:
    numbers = [p.number for p in split(draft("mou_ar_titled_2.txt")) if p.number]
    assert numbers == [str(n) for n in range(1, 13)]


def test_numbers_in_words_and_no_titles_and_mentions_at_the_beginning_of_a_line() -> None:
    parts = split(draft("mou_ar_words.txt"))
    assert [p.number for p in parts if p.number] == [str(n) for n in range(1, 13)]
    assert not any(p.title for p in parts)
    third = next(p for p in parts if p.number == "3")
    assert third.text.endswith("في تحديد الجهة التي توجه إليها الطلبات.")


def test_signatures_and_annexes_are_no_articles() -> None:
    *_, signature, annex = split(draft("mou_ar_words.txt"))
    assert (signature.kind, annex.kind) == ("signature", "annex")
    assert signature.text.startswith("وإثباتاً لما تقدم")
    assert "عن حكومة الدولة الصديقة" in signature.text
    assert "المادة الأولى" in annex.text


def test_headings_of_several_kinds_in_one_draft() -> None:
    assert told("mou_ar_indic.txt") == [
        ("preamble", "", ""),
        ("article", "1", "الهدف"),
        ("article", "2", "أوجه التعاون"),
        ("article", "3", "الكلف"),
        ("article", "4", "نقاط الاتصال"),
        ("article", "5", "سريان المذكرة"),
        ("article", "5 مكرر", "الإنهاء"),
        ("signature", "", ""),
    ]


def test_english_titles_on_a_line_of_their_own() -> None:
    parts = split(draft("mou_en_titled.txt"))
    assert [p.number for p in parts] == ["", *(str(n) for n in range(1, 10)), ""]
    assert (parts[3].heading, parts[3].title) == ("ARTICLE III", "EXCHANGE OF INFORMATION")
    assert "Article V of this Memorandum" in parts[3].text
    assert parts[9].title == "ENTRY INTO FORCE, DURATION AND TERMINATION"
    assert parts[-1].text.startswith("IN WITNESS WHEREOF")


def test_without_headings_titled_numbers_that_run_on_are_articles() -> None:
    parts = split(draft("mou_en_numbered.txt"))
    assert [(p.number, p.title) for p in parts if p.kind == "article"] == [
        ("1", "Purpose"),
        ("2", "Scope of Cooperation"),
        ("3", "Costs"),
        ("4", "Legal Status"),
        ("5", "Duration"),
    ]
    assert "2. choosing trainers;" in parts[2].text


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("المادة (1)", "1"),
        ("المادة 1:", "1"),
        ("مادة ١", "1"),
        ("المادة -1-", "1"),
        ("المادة رقم (7)", "7"),
        ("الـمـادّة الأولى", "1"),
        ("المادة (الثانية)", "2"),
        ("المادة الحادية عشرة", "11"),
        ("المادة الثالثة والعشرون", "23"),
        ("المادة الثلاثون:", "30"),
        ("المادة (5) مكرر", "5 مكرر"),
        ("\u200fالمادة (٣)", "3"),
        ("البند (2)", "2"),
        ("البند الثاني عشر", "12"),
        ("Article 1", "1"),
        ("ARTICLE XIV", "14"),
        ("Article One", "1"),
        ("Article Twenty-One", "21"),
        ("Art. 3 -", "3"),
        ("Article 5 bis", "5 bis"),
        ("Article 5A", "5A"),
        ("Section 4", "4"),
        ("**Article 2**", "2"),
    ],
)
def test_ways_to_head_an_article(heading: str, number: str) -> None:
    article = one(f"{heading}\nيتعاون الطرفان في ذلك.")
    assert (article.number, article.title, article.text) == (number, "", "يتعاون الطرفان في ذلك.")


@pytest.mark.parametrize(
    "text",
    [
        "وفقاً للمادة 3 من الاتفاقية يلتزم الطرفان.",
        "Nothing under Article 3 of the Convention applies here.",
        "تُطبق أحكام\nالمادة (5)\nمن هذه المذكرة.",
        "The Parties act in accordance with\nArticle 3.\nThey inform each other.",
        "المادة 3 من الاتفاقية تقضي بذلك.",
        "Article 3 of the Convention provides for it.",
        "Article 3 (2) of the Convention provides for it.",
        "المادة 3/أولاً من القانون رقم 13 لسنة 2005.",
        "1. أولها.\n2. ثانيها.",
        "3. ثالثها.\n4. رابعها.\n5. خامسها.",
    ],
)
def test_a_mention_heads_nothing(text: str) -> None:
    assert [(p.kind, p.number) for p in split(text)] == [("article", "")]


def test_what_stands_behind_a_number_may_be_the_article_itself() -> None:
    first, second = split(
        "المادة الأولى: تلتزم الأطراف بما يأتي من التزامات وفق القانون.\n"
        "المادة الثانية: يسري ذلك على الجميع وفق ما تقدم."
    )
    assert (first.title, second.title) == ("", "")
    assert second.text == "يسري ذلك على الجميع وفق ما تقدم."


def test_points_that_are_counted_in_words_are_articles_where_there_are_no_others() -> None:
    parts = split("أولاً: الهدف\nالتعاون.\nثانياً: المجالات\nالتدريب.\nثالثاً: النفاذ\nبالتوقيع.")
    assert [(p.number, p.title) for p in parts] == [
        ("1", "الهدف"),
        ("2", "المجالات"),
        ("3", "النفاذ"),
    ]


def test_a_list_of_contents_is_no_draft() -> None:
    parts = split(
        "Article 1 Purpose ........ 2\nArticle 2 Scope ........ 3\n\n"
        "Article 1 Purpose\nThe aim is cooperation.\n\nArticle 2 Scope\nAll of it."
    )
    assert [(p.kind, p.number) for p in parts] == [
        ("preamble", ""),
        ("article", "1"),
        ("article", "2"),
    ]


def test_a_sentence_on_copies_is_a_signature_only_below_an_article() -> None:
    article, signature = split("المادة (1) اللغات\nحررت من نسختين.\nحررت في بغداد.")
    assert (article.text, signature.text) == ("حررت من نسختين.", "حررت في بغداد.")


def test_an_article_that_was_left_out_or_counted_twice_hides_no_other() -> None:
    text = "المادة (1)\nأ.\n\nالمادة (3)\nب.\n\nالمادة (3)\nج.\n\nالمادة (9)\nد."
    assert [p.number for p in split(text)] == ["1", "3", "3", "9"]


LINES = st.lists(
    st.sampled_from(
        [
            "المادة (1)", "المادة الثانية: الهدف", "Article 3 - Costs", "ARTICLE IV", "1. Purpose",
            "وفقاً للمادة 3", "حررت في بغداد", "Done at Baghdad", "Annex 1", "\u200f", "", "  ",
            "نص طويل يمتد على السطر.", "\u2067المادة\u2069 (٢)", "أولاً: كذا",
        ]
    )
    | st.text(max_size=20),
    max_size=12,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_whatever_is_split_is_whole_and_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    parts = split(text)
    assert "".join(text[p.start : p.end] for p in parts) == (text if parts else "")
    assert parts or not any(character.isalnum() for character in text)
    assert all(p.start < p.end for p in parts)
    assert all(p.text in text and p.title in text and p.heading in text for p in parts)
