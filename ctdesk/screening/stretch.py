"""Stretches of a text around one of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from ctdesk.screening.bearers import ALIKE, Bearers, alike
from ctdesk.screening.parts import Part
from ctdesk.screening.text_parts import TextPart

_REACH = 8
"""Parts looked at on either side of a rare one."""


def around(parts: list[TextPart], at: int) -> tuple[int, ...]:
    """What stands around a part of a text: equal surroundings hold equal names, or none."""
    run = parts[at].run
    low = high = at
    while low > 0 and at - low <= _REACH and parts[low - 1].run == run:
        low -= 1
    while high + 1 < len(parts) and high - at <= _REACH and parts[high + 1].run == run:
        high += 1
    return at - low, *(id(part.reading.part) for part in parts[low : high + 1])


def stretch_of(
    parts: list[TextPart],
    known: list[Sequence[Bearers]],
    at: int,
    name: int,
    listed: Sequence[Part],
) -> tuple[int, int]:
    """The neighbours of a part that the name bears too, from first to last.

    A common word may stand between two others that the name bears: "Wazir" is a name there.
    """

    def bears(place: int) -> bool:
        if any(each.all >> name & 1 for each in known[place]):
            return True
        one = parts[place]
        return one.reading.ordinary and any(
            alike(one.reading.part, other) >= ALIKE for other in listed
        )

    first = last = at
    run = parts[at].run
    while last + 1 < len(parts) and last - at < _REACH and parts[last + 1].run == run:
        if not bears(last + 1):
            break
        last += 1
    while first > 0 and at - first < _REACH and parts[first - 1].run == run:
        if not bears(first - 1):
            break
        first -= 1
    return first, last
