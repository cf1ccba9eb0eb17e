"""What holds for any question, and for any phrase of a document."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Texts
from ctdesk.text.words import words
from tests.search.desk import TODAY, a_desk, found, index_connection, put

DESK = a_desk("oil talks in Kuwait on 14/7/1958", "كتاب السفارة في عمّان المرقم ٤/٧/١٢٣", "letter")

_OPERATORS = (
    *"()[]{}\"'*?~:^-+<>=/\\.,|&!٠؟«»،؛ ",
    *(" AND ", " OR ", " NOT ", " ANDNOT ", " REQUIRE ", " to ", " و ", " أو ", " ليس ", " إلى "),
    *("من ", "from ", "NEAR(", '"*', "\x00", "\n", "\ud800", "\u202e", "\u200b", "ﷲ", "İ"),
    *("dated:", "mission:", "kind:", "السفارة:", "التاريخ:", "officer:", "year:", "2025", "آذار"),
    *("oil", "talks", "السفارة", "عبد ال", "ال", "S/RES/2379", "a", "ب"),
)
QUESTIONS = st.one_of(
    st.text(),
    st.text(st.characters(), max_size=200),
    st.lists(st.one_of(st.sampled_from(_OPERATORS), st.text(max_size=5)), max_size=25).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(QUESTIONS, st.booleans(), st.sampled_from(("rank", "date")))
def test_any_text_is_a_question(question: str, typing: bool, sort: str) -> None:
    result = DESK.search(question, typing=typing, sort=sort, facets=True)  # type: ignore[arg-type]
    assert 0 <= result.total <= 3
    assert all(hit.uid in ("d0", "d1", "d2") for hit in result.hits)
    for text in ("oil talks", "السفارة في عمّان"):
        marks = result.marker.marks(text)
        assert all(0 <= start < end <= len(text) for start, end in marks)


# Words as people write them: harakat, tatweel, clitics, digits of both sets, names in several
# parts, references, dotted acronyms, and the small words that other engines drop.
_WORDS = tuple(
    """
    the of and not or to in a is it for from between as with
    من إلى على في عن و أو ليس ما هذا التي لا أن بين
    مُكَافَحَة الإرهَاب داعـــش تنظيم القاعدة سفارتنا بتمويل والتمويل مؤتمر شؤون مستشفى الرقّة
    عبد الله عبدالرحمن أبو بكر ﷲ ﺍﻹﺭﻫﺎﺏ علي
    embassy Da’esh al-Qaida U.S. Iran's café naïve telegram AND OR NOT NEAR TO
    ٤/٧/١٢٣ S/RES/2379 (2017) 1267 ٢٣٧٩ 2025 ۱۲ 3.5% 10:30 [sic] «كتابكم» kind:x dated:2025
    """.split()  # noqa: SIM905 - a page of words
)
# A sign of quotation within a phrase would end it.
_QUOTES = str.maketrans("«»", "  ")
_GAPS = st.sampled_from(
    (" ", " ", " ", "  ", "\n", "، ", ". ", ", ", " - ", "؛ ", " / ", "\u200f ")
)


@st.composite
def _texts(draw: st.DrawFn) -> str:
    chosen = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
    return "".join(word + draw(_GAPS) for word in chosen)


def _a_phrase(text: str, start: int, size: int) -> str:
    """So many words of the text from one of them on, as they stand there."""
    found = words(text)
    first = start % len(found)
    run = found[first : first + size]
    return text[run[0].start : run[-1].end].translate(_QUOTES)


def _desk_of(text: str) -> Searcher:
    connection = index_connection()
    put(connection, "wanted", Texts(body=text))
    put(connection, "other", Texts(body="zebra"))
    return Searcher(connection, lambda: TODAY)


@settings(max_examples=120, deadline=None)
@given(_texts(), st.integers(0, 20), st.integers(1, 5))
def test_a_document_is_found_by_any_phrase_of_its_own(text: str, start: int, size: int) -> None:
    phrase = _a_phrase(text, start, size)
    assert found(_desk_of(text), f'"{phrase}"') == ["wanted"]


# Small words stay words without quotes too; only what denies takes the next word away.
DENYING = ("NOT", "ليس")
PLAIN = sorted({word for word in _WORDS if word.isalpha()} - set(DENYING))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PLAIN), min_size=1, max_size=14),
    st.integers(0, 20),
    st.integers(1, 5),
)
def test_it_is_found_by_the_words_of_a_phrase_without_quotes(
    chosen: list[str], start: int, size: int
) -> None:
    text = " ".join(chosen)
    assert found(_desk_of(text), _a_phrase(text, start, size)) == ["wanted"]


@settings(max_examples=60, deadline=None)
@given(_texts(), st.integers(0, 20), st.integers(1, 5))
def test_pasted_without_quotes_it_is_found_whatever_signs_it_has(
    text: str, start: int, size: int
) -> None:
    phrase = _a_phrase(text, start, size)
    assume(not any(word in phrase for word in DENYING))
    assume("kind:" not in phrase and "dated:" not in phrase)
    assert "wanted" in [hit.uid for hit in _desk_of(text).search(phrase).hits]


def test_small_words_are_words_of_a_phrase() -> None:
    desk = a_desk("the state of the union", "state union", "في ما بين الدول", "بين الدول")
    assert found(desk, '"state of the union"') == ["d0"]
    assert found(desk, '"the state"') == ["d0"]
    assert found(desk, '"ما بين الدول"') == ["d2"]
    assert found(desk, '"of the"') == ["d0"]
