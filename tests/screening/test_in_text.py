"""Names in running text: found whole, at their place, and little else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.matcher import Matcher

LIST = [
    Entry("made", "1", "M.1", names=(ListedName("QASIM ABDUL RAHMAN AL-ZUBAIDI"),)),
    Entry("made", "2", "M.2", names=(ListedName("NOUREDDINE BEN SALAH MEKKAOUI"),)),
    Entry("made", "3", "M.3", names=(ListedName("أبو مصعب التميمي", "arabic", "original"),)),
]
OTHERS = [
    Entry("made", "4", "M.4", names=(ListedName("طه ياسين التميمي", "arabic", "original"),)),
    Entry("made", "5", "M.5", "group", (ListedName("القاعدة في جزيرة العرب", "arabic"),)),
    Entry("made", "6", "M.6", names=(ListedName("احمد جان آخوند شكور", "arabic"),)),
    Entry("made", "7", "M.7", names=(ListedName("علي صدام التكريتي", "arabic"),)),
]
MATCHER = Matcher(LIST + OTHERS)


@pytest.mark.parametrize(
    ("text", "passage", "reference"),
    [
        ("وأفاد قاسم عبد الرحمن الزبيدي بأنه غادر", "قاسم عبد الرحمن الزبيدي", "M.1"),
        ("التقى بقاسم عبدالرحمن الزبيدي أمس", "بقاسم عبدالرحمن الزبيدي", "M.1"),
        ("إلى قاسم عبد\nالرحمن\r\n  الزبيدي في بغداد", "قاسم عبد\nالرحمن\r\n  الزبيدي", "M.1"),
        (
            "ذكر قَاسِم عبـــد الرحمٰن \u200fالزبيدي\u200f.",
            "قَاسِم عبـــد الرحمٰن \u200fالزبيدي\u200f",
            "M.1",
        ),
        ("وأفاد بطه ياسين التميمي", "بطه ياسين التميمي", "M.4"),
        ("انتماؤه للقاعدة في جزيرة العرب", "للقاعدة في جزيرة العرب", "M.5"),
        ("بين القاعدة في جزيرة العرب وغيرها", "القاعدة في جزيرة العرب", "M.5"),
        ("بحثت لجان باحمد جان آخوند شكور", "باحمد جان آخوند شكور", "M.6"),
        ("وعلي صدام التكريتي", "وعلي صدام التكريتي", "M.7"),
        ("ولأبي مصعب التميمي صلة", "ولأبي مصعب التميمي", "M.3"),
        ("the brother of Nur al-Din Salih Makkawi, who left", "Nur al-Din Salih Makkawi", "M.2"),
        ("met ABU MUSAB AL-TAMIMI in Mosul", "ABU MUSAB AL-TAMIMI", "M.3"),
    ],
)
def test_a_listed_name_is_found_where_it_stands(text: str, passage: str, reference: str) -> None:
    (hit,) = MATCHER.in_text(text)
    assert (hit.passage, hit.hit.entry.reference) == (passage, reference)
    assert text[hit.start : hit.end] == passage


@pytest.mark.parametrize(
    "text",
    [
        "قال قاسم. عبد الرحمن الزبيدي لم يحضر",
        "وصل نور الدين إلى تونس ثم غادر صالح",
        "the mother of Salah met Nur in Rahman street",
        "",
    ],
)
def test_parts_of_several_names_make_no_hit(text: str) -> None:
    assert [hit.passage for hit in MATCHER.in_text(text) if len(hit.passage.split()) > 3] == []


PIECES = st.sampled_from(
    ["قاسم", "عبد", "الرحمن", "الزبيدي", "و", "بن", "أبو", "مصعب", "al", "Abu", "bin", "Abdul",
     "Noureddine", "Salah", "\n", ".", "،", "\u200f", "ـــ", "َ", "﷽", "ﷲ", "x", "1", "'", "-", "ﻻ"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30), st.sampled_from([" ", "", "\n", "\u00a0"]))
def test_no_text_is_too_odd_and_every_place_is_right(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    ends = [0]
    for hit in MATCHER.in_text(text, least=0.4):
        assert text[hit.start : hit.end] == hit.passage != ""
        assert hit.start >= ends[-1]
        assert 0.0 <= hit.hit.score <= 1.0
        ends.append(hit.end)


@given(st.text(max_size=60))
def test_no_name_is_too_odd(name: str) -> None:
    for hit in MATCHER.find(name, least=0.0):
        assert 0.0 <= hit.score <= 1.0
    MATCHER.in_text(name)
