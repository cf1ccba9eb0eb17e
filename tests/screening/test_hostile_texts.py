"""Texts made to hurt: they are read in time that grows with their length, and never raise.

Nothing is asserted about seconds: work is counted in words of a text that names are compared at.
"""

import pytest

from ctdesk.screening import in_text
from ctdesk.screening.entry import Entry, ListedName
from ctdesk.screening.matcher import Matcher

LIST = [
    Entry("made", "1", "M.1", names=(ListedName("MOHAMMED ALI HASSAN"),)),
    Entry("made", "2", "M.2", names=(ListedName("MOHAMMED MOHAMMED ABU MOHAMMED"),)),
    Entry("made", "3", "M.3", names=(ListedName("عبد الله بن محمد", "arabic", "original"),)),
]
HOSTILE = ["محمد ", "Mohammed ", "بن ", "أبو ", "عبد ", "عبد الله ", "al-", "abu ", "x", "ا", "و",
           "محمد بن ", "\u200f", "ـ", "'", "\u064b", "نور الدين "]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    matcher = Matcher(LIST)
    compared = 0
    weighed = in_text.weighed

    def counted(*given: object) -> object:
        nonlocal compared
        compared += len(given[0])  # type: ignore[arg-type]
        return weighed(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(in_text, "weighed", counted)
    amounts = []
    for length in (2_000, 8_000):
        compared = 0
        text = piece * (length // len(piece))
        for hit in matcher.in_text(text):
            assert text[hit.start : hit.end] == hit.passage
        amounts.append(compared)
    assert amounts[1] <= 4.5 * amounts[0] + 200
