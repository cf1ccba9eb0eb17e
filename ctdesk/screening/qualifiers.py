"""What is known of a person beside the name, for and against an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ctdesk.screening.entry import Birth, Entry
from ctdesk.screening.hit import Qualifier

_FOR, _AGAINST = 0.02, {"birth_year": 0.12, "nationality": 0.05, "kind": 0.2}
MOST_FOR = 2 * _FOR
"""What qualifiers can add to a score at most."""
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ABOUT_SLACK = 2
"""Years by which "approximately" may be off; an exact year may be off by one (calendars)."""


@dataclass(frozen=True)
class About:
    """What the asker knows of the person: year of birth, nationality (code or word), kind."""

    birth_year: int | None = None
    nationality: str = ""
    kind: Literal["person", "group", ""] = ""


def qualifiers(about: About, entry: Entry) -> tuple[Qualifier, ...]:
    """What of `about` speaks for or against the entry; nothing where either side is silent."""
    found = []
    if about.birth_year and (spans := _spans(entry.births)):
        agrees = any(low <= about.birth_year <= high for low, high in spans)
        years = ", ".join(dict.fromkeys(_shown(birth) for birth in entry.births))
        found.append(Qualifier("birth_year", agrees, str(about.birth_year), years))
    if about.nationality and entry.nationality:
        wanted = about.nationality.casefold()
        agrees = any(wanted == each.casefold() for each in entry.nationality)
        found.append(
            Qualifier("nationality", agrees, about.nationality, ", ".join(entry.nationality))
        )
    if about.kind:
        found.append(Qualifier("kind", about.kind == entry.kind, about.kind, entry.kind))
    return tuple(found)


def qualified(score: float, found: tuple[Qualifier, ...]) -> float:
    """A name's score with what speaks for and against the entry; between 0 and 1."""
    for qualifier in found:
        if not qualifier.agrees:
            score -= _AGAINST[qualifier.about]
        elif qualifier.about != "kind":
            score += _FOR
    return min(1.0, max(0.0, score))


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _spans(births: tuple[Birth, ...]) -> list[tuple[int, int]]:
    spans = []
    for birth in births:
        years = _years(f"{birth.start} {birth.end}") or _years(birth.text)
        if years:
            exact = birth.type.upper() == "EXACT"
            slack = 1 if exact else _ABOUT_SLACK
            spans.append((min(years) - slack, max(years) + slack))
    return spans


def _shown(birth: Birth) -> str:
    if birth.start and birth.end and birth.start != birth.end:
        return f"{birth.start}-{birth.end}"
    return birth.start or birth.end or birth.text
