"""What the matcher hands back: hits, their parts, and what speaks for and against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ctdesk.screening.entry import Entry, ListedName

How = Literal["same", "spelling", "close", "split", "meaning", "initial", "missing", "extra"]
"""Written alike; another spelling of it; near it; in two words on one side; the same meaning; its
first letter; in the list's name only; in the asked name only."""


@dataclass(frozen=True)
class PartPair:
    """A part of the asked name beside one of the listed name; "" where a side has none."""

    asked: str
    listed: str
    how: How
    likeness: float
    weight: float


@dataclass(frozen=True)
class Qualifier:
    """What is known of the person beside the name, against the entry.

    `about` is "birth_year", "nationality" or "kind"; `agrees` is whether it speaks for the entry;
    `asked` and `listed` are what either side says.
    """

    about: Literal["birth_year", "nationality", "kind"]
    agrees: bool
    asked: str
    listed: str


Finding = Literal["order", "both_differ", "descendant", "prefixed", "low_quality", "by_sound"]
"""Other order; the first names differ; one's own name is missing or is the other's father's; a very
common first name is missing; the listed name is a low-quality alias;
ordinary Arabic words only sound like the other name."""


@dataclass(frozen=True)
class Scored:
    """Two names compared: a score from 0 to 1, part by part."""

    score: float
    parts: tuple[PartPair, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Hit:
    """An entry that a name may stand for, by the listed name that comes nearest."""

    entry: Entry
    name: ListedName
    score: float
    parts: tuple[PartPair, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class TextHit:
    """A hit in a running text: `text[start:end] == passage`."""

    start: int
    end: int
    passage: str
    hit: Hit
