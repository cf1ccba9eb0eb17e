"""Which document a mention means: by number, then by parties, then by date.

Serial numbers repeat across senders and years, so a number alone is never enough: the sender or the
addressee must fit what is said, and the nearest earlier document is meant. Where two fit alike, or
what is said speaks against it, nothing is proposed: a wrong link costs more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ctdesk.text.fold import fold
from ctdesk.text.references import CIRCULAR, DEPARTMENT, MISSION, Mention, key

_BOUND = 366
"""Days between a document and the mention of it, when the mention says no date."""
_SLACK = 2
"""Days by which the date said and the date registered may differ: sent and received, time zones."""
_SERIES = re.compile(r"[a-z]+ \d+")
_RARE = re.compile(r"\d{5}|/.*/")
# Missions that go by letters of their own.
_LETTERS = {"usun": "united nations", "usro": "north atlantic", "usnato": "north atlantic"}


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows of a document, as far as a mention of it can tell.

    `numbers` are its keys (`ctdesk.text.references.number_keys`). `sender` and `addressees` are
    compared by equality, so one party must come under one name; the headquarters, by whatever name,
    as `DEPARTMENT`. `sender_names` and `addressee_names` are folded names that they go by in texts,
    the places of missions among them.
    """

    uid: str
    numbers: frozenset[str] = frozenset()
    sender: str = ""
    addressees: tuple[str, ...] = ()
    date: str = ""
    sender_names: frozenset[str] = frozenset()
    addressee_names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The document meant, and whether the date of it was said and fits."""

    uid: str
    dated: bool = False


def resolve(mention: Mention, writer: Known, candidates: Iterable[Known]) -> Resolved | None:
    """The one document among `candidates` that the mention in `writer`'s text means, else None.

    Candidates without the mention's number are passed over, so that any superset will do.
    """
    for wanted, to in ((key(mention), mention.addressee_hint), *_copies(mention)):
        numbered = [c for c in candidates if wanted in c.numbers and c.uid != writer.uid]
        if mention.kind == "resolution":
            return Resolved(numbered[0].uid) if len(numbered) == 1 else None
        if found := _nearest(mention, to, writer, numbered):
            return found
    return None


def _copies(mention: Mention) -> list[tuple[str, str]]:
    return [(number, place) for place, number in mention.copies if place]


def _nearest(
    mention: Mention, to: str, writer: Known, numbered: Sequence[Known]
) -> Resolved | None:
    said = mention.date
    fitting = []
    for candidate in numbered:
        if not _in_time(said, writer, candidate):
            continue
        worth = _fit(mention, to, writer, candidate)
        if worth > 0:
            fitting.append((worth, candidate.date, candidate))
    if not fitting:
        return None
    fitting.sort(key=lambda row: row[:2], reverse=True)
    if len(fitting) > 1 and fitting[0][:2] == fitting[1][:2]:
        return None
    return Resolved(fitting[0][2].uid, bool(said))


def _in_time(said: str, writer: Known, candidate: Known) -> bool:
    """Not later than the writer, near enough, and of the date that is said."""
    at, own = _day(candidate.date), _day(writer.date)
    if at is None:
        return False
    if own is not None and at > own + (1 if said else 0):
        return False
    if not said:
        return own is not None and own - at <= _BOUND
    return _said(said, at, own)


def _said(said: str, at: int, own: int | None) -> bool:
    if len(said) == 4:
        return date.fromordinal(at).year == int(said)
    if len(said) > 5:
        day = _day(said)
        return day is not None and abs(day - at) <= _SLACK
    if own is None:
        return False
    years = (date.fromordinal(own).year, date.fromordinal(own).year - 1)
    days = [day for year in years if (day := _day(f"{year}-{said}")) is not None and day <= own + 1]
    return bool(days) and abs(days[0] - at) <= _SLACK


def _day(written: str) -> int | None:
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None


def _fit(mention: Mention, to: str, writer: Known, candidate: Known) -> int:
    """How well the parties fit: 0 for not at all, 2 when both ends of the message do.

    One end is enough for what hardly repeats: a circular, a series of its own, a long number; and
    where the date is said.
    """
    ends = {writer.sender, *writer.addressees} - {""}
    if _SERIES.fullmatch(mention.number) and not mention.sender_hint:
        return int(bool(ends.intersection((candidate.sender, *candidate.addressees))))
    sender = _sender_fits(mention, writer, candidate)
    if not sender or (to and to != CIRCULAR):
        return 2 if sender and _goes_to(to, candidate) else 0
    if ends.intersection(candidate.addressees) and to != CIRCULAR:
        return 2
    rare = to == CIRCULAR or _RARE.search(mention.number) or mention.date
    return 1 if sender > 1 or rare else 0


def _sender_fits(mention: Mention, writer: Known, candidate: Known) -> int:
    """2 when the sender is the one named, the writer, or the one written to; 1 when it is of that
    kind; 0 when it is another."""
    hint = fold(mention.sender_hint)
    ours, yours = candidate.sender == writer.sender, candidate.sender in writer.addressees
    worth = 2
    if mention.direction:
        fits = ours if mention.direction == "ours" else yours
    elif hint == DEPARTMENT:
        fits, worth = candidate.sender == DEPARTMENT, 1
    elif hint == MISSION:
        fits = candidate.sender != DEPARTMENT and (ours or yours)
    elif hint:
        fits = _named(hint, candidate.sender_names)
    else:
        fits, worth = ours or yours, 1
    return worth if candidate.sender and fits else 0


def _goes_to(to: str, candidate: Known) -> bool:
    name = fold(to)
    if name in ("department", "dept", "state", "washington", "secstate"):
        return DEPARTMENT in candidate.addressees
    return _named(name, candidate.addressee_names)


def _named(hint: str, names: Iterable[str]) -> bool:
    hint = _LETTERS.get(hint, hint)
    return any(hint == name or f" {hint} " in f" {name} " for name in names)
