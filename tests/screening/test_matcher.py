"""The matcher: either script finds the other, and says why."""

import pytest

from ctdesk.screening.compare import explain_pair
from ctdesk.screening.entry import Birth, Entry, ListedName
from ctdesk.screening.explained import explained
from ctdesk.screening.matcher import THRESHOLD, Matcher
from ctdesk.screening.qualifiers import About


def entry(number: int, *names: str, **more: object) -> Entry:
    listed = tuple(ListedName(name, "arabic" if name[0] > "\u0600" else "latin") for name in names)
    return Entry("made", str(number), f"M.{number}", names=listed, **more)  # type: ignore[arg-type]


LIST = [
    entry(1, "QASIM ABDUL RAHMAN AL-ZUBAIDI", births=(Birth("EXACT", "1967"),)),
    entry(2, "NOUREDDINE BEN SALAH MEKKAOUI", nationality=("TN",)),
    entry(3, "KHALIL AL-ZUBAIDI QASIM HAMID"),
    entry(4, "MOHAMMED ALI HASSAN"),
    entry(5, "ABU MUSAB AL-TAMIMI"),
    entry(6, "AL-FURQAN TRADING COMPANY (FTC)", kind="group"),
    entry(7, "عبد الواحد جاسم الدليمي"),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(LIST)


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("قاسم عبد الرحمن الزبيدي", "M.1"),
        ("قاسم عبدالرحمن الزبيدي", "M.1"),
        ("الزبيدي، قاسم عبد الرحمن", "M.1"),
        ("Kassem Abdurrahman Zobaidy", "M.1"),
        ("نور الدين بن صالح مكاوي", "M.2"),
        ("Nur al-Din Salih Makkawi", "M.2"),
        ("محمّد علي حسن", "M.4"),
        ("أبو مصعب التميمي", "M.5"),
        ("شركة الفرقان للتجارة", "M.6"),
        ("Abdul Wahid Jassim al-Dulaimi", "M.7"),
        ("Abdelouahed Gasim Doulaimi", "M.7"),
    ],
)
def test_a_listed_name_is_found_in_either_script(
    matcher: Matcher, name: str, reference: str
) -> None:
    assert matcher.find(name)[0].entry.reference == reference


@pytest.mark.parametrize(
    "name",
    [
        "قاسم العبيدي",
        "خليل حسن",
        "محمد حسين علاوي",
        "Ali Hassan Majeed",
        "Trading Company",
        "محمد",
        "",
    ],
)
def test_one_common_part_makes_no_hit(matcher: Matcher, name: str) -> None:
    assert matcher.find(name) == []


@pytest.mark.parametrize(
    "name", ["القضاء العراقي", "القضاء اليمني", "القضاء في العراق", "الاستعادة", "السلطة القضائية"]
)
def test_ordinary_words_are_nobody_s_name_for_their_sound(name: str) -> None:
    matcher = Matcher(
        [
            entry(1, "AL-QAIDA IN IRAQ", "القاعدة في العراق", kind="group"),
            entry(2, "Al-Ustadh"),
            entry(3, "Al-Qaida in Yemen", kind="group"),
        ]
    )
    assert matcher.find(name) == []
    assert [hit.passage for hit in matcher.in_text(f"وأكد {name} ذلك")] == []
    assert all("by_sound" in hit.findings for hit in matcher.find(name, least=0.3))


def test_a_group_named_with_ordinary_words_is_found_by_them() -> None:
    matcher = Matcher([entry(1, "القاعدة في جزيرة العرب", kind="group")])
    (hit,) = matcher.find("القاعدة في جزيرة العرب")
    assert (hit.score, hit.findings) == (1.0, ())


def test_a_son_is_not_his_father(matcher: Matcher) -> None:
    son = matcher.find("حيدر قاسم عبد الرحمن الزبيدي", least=0.3)[0]
    father = matcher.find("قاسم عبد الرحمن الزبيدي")[0]
    assert son.score < THRESHOLD < father.score
    assert "descendant" in son.findings


def test_what_is_known_of_the_person_speaks_for_and_against(matcher: Matcher) -> None:
    name = "قاسم الزبيدي"
    plain, agreeing, differing = (
        matcher.find(name, about=about, least=0.0)[0].score
        for about in (None, About(birth_year=1967), About(birth_year=1990, kind="group"))
    )
    assert differing < plain <= agreeing


def test_hits_come_best_first_each_entry_once_and_no_more_than_asked(matcher: Matcher) -> None:
    hits = matcher.find("قاسم الزبيدي", least=0.0, limit=2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score
    assert hits[0].entry != hits[1].entry


def test_a_list_without_entries_finds_nothing() -> None:
    empty = Matcher([])
    assert empty.find("قاسم الزبيدي") == []
    assert empty.in_text("قاسم الزبيدي") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_hit_is_told_part_by_part(matcher: Matcher, language: str) -> None:
    hit = matcher.find("قاسم عبد الرحمن صبري الزبيدي", about=About(1970, "IQ", "person"))[0]
    lines = explained(hit, language)  # type: ignore[arg-type]
    assert [part.how for part in hit.parts] == ["spelling", "spelling", "extra", "spelling"]
    assert len(lines) == 1 + len(hit.parts) + len(hit.findings) + len(hit.qualifiers)
    assert all("{" not in line for line in lines)
    assert "صبري" in lines[3]


def test_two_plain_names_are_compared_alike_both_ways() -> None:
    a, b = "نور الدين بن صالح", "Noureddine Salah"
    assert explain_pair(a, b).score == pytest.approx(explain_pair(b, a).score)
    assert explain_pair(a, b).score >= THRESHOLD
    assert explain_pair(a, "").score == 0.0
    assert explain_pair("سالم", "Karim").score == 0.0
