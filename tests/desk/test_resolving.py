"""Which document a mention means: by number, parties and date, or none."""

from __future__ import annotations

import pytest

from ctdesk.desk.resolving import Known, resolve
from ctdesk.text.references import DEPARTMENT, mentions, number_keys


def known(uid: str, number: str, sender: str, to: str, day: str) -> Known:
    names = {party: frozenset((party,)) for party in (sender, to)}
    return Known(uid, number_keys(number), sender, (to,), day, names[sender], names[to])


WRITER = known("w", "900", "amman", DEPARTMENT, "2025-03-20")
OLD = known("old", "4/7/9", DEPARTMENT, "amman", "2023-01-01")
MEANT = known("meant", "4/7/9", DEPARTMENT, "amman", "2025-03-01")
LATER = known("later", "4/7/9", DEPARTMENT, "amman", "2025-04-01")
ELSEWHERE = known("elsewhere", "4/7/9", DEPARTMENT, "cairo", "2025-03-10")
ALL = (OLD, MEANT, LATER, ELSEWHERE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("كتابكم المرقم 4/7/9", "meant"),
        ("كتابكم المرقم 4/7/9 في 1/3/2025", "meant"),
        ("كتابكم المرقم 4/7/9 في 1/1/2023", "old"),
        ("كتابكم المرقم 4/7/9 في 5/5/2024", ""),
        ("كتابنا المرقم 4/7/9", ""),
        ("كتابكم المرقم 4/7/8", ""),
    ],
)
def test_the_nearest_earlier_message_between_the_two_is_meant(text: str, meant: str) -> None:
    (mention,) = mentions(text)
    found = resolve(mention, WRITER, ALL)
    assert (found.uid if found else "") == meant


def test_two_that_can_not_be_told_apart_are_neither() -> None:
    (mention,) = mentions("كتابكم المرقم 4/7/9")
    twin = known("twin", "4/7/9", DEPARTMENT, "amman", "2025-03-01")
    assert resolve(mention, WRITER, (MEANT, twin)) is None


def test_a_resolution_is_meant_where_there_is_one_of_the_number() -> None:
    (mention,) = mentions("S/RES/2379 (2017)")
    text = known("text", "S/RES/2379 (2017)", "un", DEPARTMENT, "2017-09-21")
    found = resolve(mention, WRITER, (MEANT, text))
    assert found is not None
    assert found.uid == "text"
