"""The index loses nothing: what a comparison with every listed name finds, asking finds too."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.screening.align import FLOOR, SPLIT_FLOOR, likely_pairs, part_likeness
from ctdesk.screening.distance import likeness
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.frames import framed_likeness, frames_of, strong_distance
from ctdesk.screening.matcher import THRESHOLD, Matcher
from ctdesk.screening.near import NearParts
from ctdesk.screening.score import weighed
from ctdesk.screening.segment import parts_of

NAMES = [
    "QASIM ABDUL RAHMAN AL-ZUBAIDI", "Noureddine ben Salah Mekkaoui", "Gul Agha Walijan",
    "Mohammed Ali", "Abu Musab al-Tamimi", "Kim Chol Su", "AL-FURQAN TRADING COMPANY", "Thabit",
    "عبد الواحد جاسم الدليمي", "فتحي الجزائري", "شمس الدين مطيع الرحمن", "گل آغا اسحاقزی",
    "J. Smith", "Vytautas Žukauskas", "Xhemajl Gjakova", "Cemal Öztürk", "Nasrul lah Khan",
    "Abdelaziz Djaber",
]  # fmt: skip
ENTRIES = [Entry("made", str(at), names=(ListedName(name),)) for at, name in enumerate(NAMES)]
MATCHER = Matcher(ENTRIES)


def full_scan(name: str, least: float) -> dict[str, float]:
    """Every listed name compared, without any index."""
    parts = parts_of(name)
    weights = [MATCHER.rarity.weight(part) for part in parts]
    scores = {}
    for listed in MATCHER.names:
        likely = likely_pairs(parts, listed.parts)
        score = weighed(parts, listed.parts, weights, listed.weights, likely).score
        if score >= least:
            scores[listed.entry.permanent_id] = score
    return scores


SYLLABLES = st.sampled_from(
    ["qa", "ka", "si", "zim", "m", "abd", "ul", "rah", "man", "zu", "bai", "di", "nur", "din", "e",
     "sal", "ah", "wali", "jan", "gul", "agha", "mo", "ham", "med", "ali", "tha", "bit", "th", "sh",
     "fat", "hi", "ja", "zai", "ri", "sul", "lah", "nas", "قاسم", "عبد", "الرحمن", "زبيدي", "نور",
     "الدين", "فتح", "ي", "ثابت", "ولي", "جان", "گل", "علي", "محمد", "ا", "و", "j", "v", "x", "c",
     "g"]
)  # fmt: skip
WORDS = st.lists(SYLLABLES, min_size=1, max_size=4).map("".join)


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), st.sampled_from([0.5, THRESHOLD]))
@settings(max_examples=150)
def test_asking_finds_what_a_full_scan_finds(name: str, least: float) -> None:
    found = {h.entry.permanent_id: h.score for h in MATCHER.find(name, least=least, limit=99)}
    assert found == pytest.approx(full_scan(name, least))


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_name_finds_itself(name: str) -> None:
    assert MATCHER.find(name)[0].name.text == name
    assert {h.entry.permanent_id for h in MATCHER.find(name, limit=99)} == set(
        full_scan(name, THRESHOLD)
    )


@given(WORDS, WORDS)
def test_the_index_leaves_out_only_parts_that_are_unlike(a: str, b: str) -> None:
    for one, other in product(parts_of(a), parts_of(b)):
        near = NearParts([other], [other.whole])
        expected = part_likeness(one, other)
        assert near.like(one) == ({0: expected} if expected >= FLOOR else {})
        whole = likeness(one.whole, other.whole)
        assert near.split_of(one) == ({0: whole} if whole >= SPLIT_FLOOR else {})


@given(WORDS, WORDS)
def test_the_quick_measure_never_flatters(a: str, b: str) -> None:
    for one, other in product(parts_of(a), parts_of(b)):
        for x, y in product(one.readings, other.readings):
            for own, their in product(frames_of([x]), frames_of([y])):
                if own.key == their.key:
                    apart = strong_distance(own.strong, their.strong)
                    quick = framed_likeness(own, their, 0.8, apart)
                    assert quick <= likeness(x, y) + 1e-9
