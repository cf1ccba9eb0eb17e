"""Drafts of agreements are split by the headings that people write, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctdesk.text.articles import split

ARABIC = """مذكرة تفاهم بين حكومة جمهورية العراق وحكومة الجمهورية الإيطالية
إن الطرفين، إذ يؤكدان التزامهما بالقرار S/RES/1373 (2001)،
اتفقا على ما يأتي:
{0}
تهدف هذه المذكرة إلى تعزيز التعاون بين الطرفين في منع الإرهاب ومكافحته.
{1}
يتبادل الطرفان المعلومات وفقاً للمادة 1 من هذه المذكرة.
المادة 1 أعلاه لا تحول دون ذلك.
{2}
تدخل هذه المذكرة حيز النفاذ من تاريخ آخر إشعار خطي.
حُررت في بغداد في يوم 3 آذار 2026 من نسختين أصليتين."""
ENGLISH = """Memorandum of Understanding
The Government of the Republic of Iraq and the Government of the Italian Republic,
{0}
The purpose of this Memorandum is to strengthen co-operation.
{1}
The Parties shall exchange information.
Article 1 of this Memorandum shall apply accordingly.
{2}
This Memorandum shall enter into force upon signature.
Done at Baghdad on 3 March 2026 in two originals."""


@pytest.mark.parametrize(
    ("draft", "headings", "titles"),
    [
        (ARABIC, ("المادة (1)", "المادة (2)", "المادة (3)"), ("", "", "")),
        (ARABIC, ("المادة ١: الهدف", "المادة ٢: التبادل", "المادة ٣: النفاذ"),
         ("الهدف", "التبادل", "النفاذ")),
        (ARABIC, ("المادة الأولى", "المادة الثانية", "المادة الثالثة"), ("", "", "")),
        (ARABIC, ("المادة الأولى\nالهدف", "المادة الثانية\nالتبادل", "المادة الثالثة\nالنفاذ"),
         ("الهدف", "التبادل", "النفاذ")),
        (ARABIC, ("المَادَّة (1) الهدف", "المـــادة (2) التبادل", "مادة 3 - النفاذ"),
         ("الهدف", "التبادل", "النفاذ")),
        (ENGLISH, ("Article 1", "Article 2", "Article 3"), ("", "", "")),
        (ENGLISH, ("ARTICLE I - PURPOSE", "ARTICLE II - EXCHANGE", "ARTICLE III - ENTRY"),
         ("PURPOSE", "EXCHANGE", "ENTRY")),
        (ENGLISH, ("Article One\nPurpose", "Article Two\nExchange", "Article Three\nEntry"),
         ("Purpose", "Exchange", "Entry")),
        (ENGLISH, ("1. Purpose", "2. Exchange", "3. Entry into force"),
         ("Purpose", "Exchange", "Entry into force")),
    ],
)  # fmt: skip
def test_a_draft_is_split_at_its_headings(
    draft: str, headings: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    text = draft.format(*headings)
    parts = split(text)
    assert [p.kind for p in parts] == ["preamble", "article", "article", "article", "signature"]
    assert [p.number for p in parts] == ["", "1", "2", "3", ""]
    assert tuple(p.title for p in parts[1:4]) == titles
    assert "".join(text[p.start : p.end] for p in parts) == text
    assert parts[2].text.count("\n") == 1


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("المادة الحادية عشرة", "11"),
        ("المادة الثانية عشرة", "12"),
        ("المادة العشرون", "20"),
        ("المادة الحادية والعشرون", "21"),
        ("ARTICLE XIV", "14"),
        ("Article Twelve", "12"),
        ("البند (9)", "9"),
    ],
)
def test_a_number_is_read_in_words_and_figures(heading: str, number: str) -> None:
    (article,) = (p for p in split(f"{heading}\nنص المادة هنا بكلمات.") if p.kind == "article")
    assert article.number == number


def test_a_text_without_headings_is_one_article_without_a_number() -> None:
    (whole,) = split("نص لا مواد فيه، وفقاً للمادة 3 من الاتفاقية.")
    assert (whole.kind, whole.number) == ("article", "")
    assert split("  \n ") == []


def test_an_article_that_goes_on_behind_its_number_keeps_its_words() -> None:
    first, second = split(
        "Article 1. The Parties shall cooperate in all matters of this kind.\nArticle 2. Costs\nX."
    )
    assert first.text.startswith("The Parties shall")
    assert (second.title, second.text) == ("Costs", "X.")


@given(
    st.lists(
        st.sampled_from(
            [
                "المادة (1)",
                "المادة ٢",
                "Article 3",
                "4.",
                "نص",
                "، ",
                "\n",
                "\n\n",
                "Done at X",
                " ",
            ]
        ),
        max_size=30,
    ).map("".join)
    | st.text(max_size=200)
)
@example("\xad")
def test_nothing_of_a_text_is_lost(text: str) -> None:
    parts = split(text)
    assert "".join(text[p.start : p.end] for p in parts) == (text if text.strip() else "")
    assert all(p.text in text for p in parts)
