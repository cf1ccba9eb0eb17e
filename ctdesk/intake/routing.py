"""The routing of a telegram or a memorandum in English: who sends it, to whom, with what marks.

Names are proposed as they are written ("AMEMBASSY TEHRAN"); that they mean a party of the desk is
for its address book to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctdesk.intake.draft import Proposal
from ctdesk.intake.markings import handling_of, urgency_of
from ctdesk.text.dates import parse_date

_LINES = 40
_LABEL = re.compile(
    r"^[ \t]*(FM|FROM|TO|INFO|CC|COPY TO|COPIES TO|THROUGH|VIA|REFS?|REFERENCES?|SUBJECTS?|SUBJ|RE"
    r"|TAGS|E\.?O\.?(?: \d+)?|DATE|DTG|PASS|BT|CLASSIFICATION|PRECEDENCE|DEPT PASS)"
    r"(?:[ \t]*:[ \t]*|[ \t]+|[ \t]*$)(.*)$"
)
_FORMAL = re.compile(
    r"^[ \t]*(From|To|Info|Cc|CC|Copies|Copy|Through|Via|Subject|Subj|Re|Ref|Date|Classification)"
    r"[ \t]*:[ \t]*(.*)$"
)
_ON_ONE_LINE = re.compile(
    r"\bFM[ \t]+(?P<fm>[^\n]{3,120}?)[ \t]+TO[ \t]+(?P<to>[^\n]{3,160}?)"
    r"(?:[ \t]+INFO[ \t]+(?P<info>[^\n]{3,300}?))?[ \t]*$",
    re.MULTILINE,
)
_ENDS = re.compile(
    r"[ \t]+(?=(?:BT|SUBJ(?:ECT)?|REFS?|TAGS|E\.?O\.?)\b|(?:UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET"
    r"|LIMITED OFFICIAL USE|RESTRICTED)\b|\d{6}Z\b|\d{1,6}\.\s)"
)
_PRECEDENCE = re.compile(
    r"[ \t,/]+(?:(?P<mark>NIACT IMMEDIATE|OPERATIONAL IMMEDIATE|PRIORITY|IMMEDIATE|ROUTINE|FLASH"
    r"|NIACT)\b)?[ \t,./#-]*(?:NO\.?[ \t]*)?(?P<number>\d{1,6})?[ \t.]*$"
)
_INDICATOR = re.compile(r"^(?:[A-Z]{3,8}[ \t]*/[ \t]*)+(?=[A-Z]{4})")
_TITLE = re.compile(
    r"^[ \t]*(?:\d+\.[ \t]+)?(?:Circular )?(?:Telegram|Airgram|Despatch|Letter|Memorandum|Message"
    r"|Cable)s? [Ff]rom (?:the )?(?P<fm>[^\n]{3,100}?) to (?:the )?(?P<to>[^\n]{3,100}?)[ \t.]*$",
    re.MULTILINE,
)
_MONTHS = "JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC"
_GROUP = re.compile(
    rf"\b([0-3]\d)[0-2]\d[0-5]\d[ \t]?Z?[ \t]+({_MONTHS})[A-Z]*\.?[ \t]+(\d\d(?:\d\d)?)\b"
)
_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLACE_LINE = re.compile(
    rf"^[ \t]*(?:[A-Z][\w.’' -]{{2,40}},[ \t]*)?((?:{_LONG})[ \t]+\d{{1,2}},[ \t]*\d{{4}}"
    rf"|\d{{1,2}}[ \t]+(?:{_LONG})[ \t,]+\d{{4}})"
    r"(?:[,;—–-][^\n]{0,24})?[ \t.]*$",
    re.MULTILINE,
)
_SERIAL = re.compile(r"\s*((?:[A-Z][a-z]+ )?\d{1,6})\. (?=\S)")
_LONGEST = 120
_CENTURY = 40
"""A year of two figures from here on is one of the last century."""


@dataclass
class _Routed:
    """What the labels of a head give: the words of each, and its first line."""

    words: dict[str, list[str]]
    where: dict[str, str]


def routing(head: str) -> Iterator[Proposal]:
    """Sender, addressees, copies, number, date, precedence and handling of a routed message."""
    one_line = _ON_ONE_LINE.search(_cut(head))
    title = _TITLE.search(head)
    routed = _labels(head)
    if one_line:
        where = one_line.group().strip()
        yield from _sent(one_line["fm"], where)
        yield from _received([one_line["to"]], where)
        yield from _copied([one_line["info"] or ""], where)
    elif routed and ("FM" in routed.words or "FROM" in routed.words):
        sender = "FM" if "FM" in routed.words else "FROM"
        yield from _sent(" ".join(routed.words[sender][:1]), routed.where[sender])
        yield from _received(routed.words.get("TO", []), routed.where.get("TO", ""))
        yield from _copied(routed.words.get("INFO", []), routed.where.get("INFO", ""))
        yield from _copied(routed.words.get("CC", []), routed.where.get("CC", ""))
    elif title:
        yield Proposal("from", title["fm"].strip(), title.group().strip())
        yield Proposal("to", [title["to"].strip()], title.group().strip())
    if title:
        yield from _serial_below(head, title.end())
    yield from _dated(head)
    yield from _handled(head)


def _serial_below(head: str, at: int) -> Iterator[Proposal]:
    """The serial with which a printed telegram's text begins, below its title and its date."""
    line = _PLACE_LINE.search(head, at)
    found = _SERIAL.match(head, line.end() if line else at)
    if found:
        yield Proposal("their_number", found[1], found.group().strip())


def _cut(head: str) -> str:
    """The head with a line end where the addresses of a message on one line end."""
    return "\n".join(_ENDS.sub("\n", line) if "FM" in line else line for line in head.split("\n"))


def _labels(head: str) -> _Routed | None:
    """The labelled lines of a head; a line without a label goes on with the one before."""
    routed = _Routed({}, {})
    current = ""
    for line in head.split("\n")[:_LINES]:
        found = _LABEL.match(line) or _FORMAL.match(line)
        if found:
            current = _label(found[1])
            routed.words.setdefault(current, []).append(found[2].strip())
            routed.where.setdefault(current, line.strip())
        elif not line.strip():
            current = ""
        elif current in ("TO", "INFO", "CC") and len(line) <= _LONGEST and _is_name(line):
            routed.words[current].append(line.strip())
        else:
            current = ""
    return routed if len(routed.words) >= 2 else None


def _label(word: str) -> str:
    word = word.upper()
    return {"COPY TO": "CC", "COPIES TO": "CC", "COPIES": "CC", "COPY": "CC"}.get(word, word)


def _is_name(line: str) -> bool:
    return line.strip().upper() == line.strip() or line.strip().startswith(("The ", "Mr", "Amb"))


def _sent(name: str, where: str) -> Iterator[Proposal]:
    bare = _bare(name)
    if bare:
        yield Proposal("from", bare, where)


def _received(lines: list[str], where: str) -> Iterator[Proposal]:
    names, number, mark = [], "", ""
    for line in lines:
        for part in re.split(r"[;]", line):
            found = _PRECEDENCE.search(part)
            if found and (found["mark"] or found["number"]):
                mark = mark or found["mark"] or ""
                number = number or found["number"] or ""
                part = part[: found.start()]
            bare = _bare(part)
            if bare:
                names.append(bare)
    if names:
        yield Proposal("to", list(dict.fromkeys(names)), where)
    if number:
        yield Proposal("their_number", number, where)
    if mark and urgency_of(mark):
        yield Proposal("urgency", urgency_of(mark), where)


def _copied(lines: list[str], where: str) -> Iterator[Proposal]:
    names = [_bare(_without_mark(part)) for line in lines for part in re.split(r"[;,]", line)]
    found = list(dict.fromkeys(filter(None, names)))
    if found:
        yield Proposal("copies", found, where)


def _without_mark(part: str) -> str:
    found = _PRECEDENCE.search(part)
    return part[: found.start()] if found and (found["mark"] or found["number"]) else part


def _bare(name: str) -> str:
    """A name without routing indicators; "" for what is none."""
    bare = _INDICATOR.sub("", name.strip(" \t.,;/")).strip(" \t.,;")
    return bare if 3 <= len(bare) <= _LONGEST and any(c.isalpha() for c in bare) else ""


def _dated(head: str) -> Iterator[Proposal]:
    group = _GROUP.search(head)
    if group:
        year = int(group[3])
        year += 0 if year > 99 else 1900 if year >= _CENTURY else 2000
        day = parse_date(f"{group[1]} {group[2].title()[:3]} {year}")
        if day:
            yield Proposal("their_date", day.isoformat(), group.group())
            return
    line = _PLACE_LINE.search(head)
    if line:
        day = parse_date(line[1])
        if day:
            yield Proposal("their_date", day.isoformat(), line.group().strip())


def _handled(head: str) -> Iterator[Proposal]:
    for line in head.split("\n")[:_LINES]:
        found = handling_of(line)
        if found:
            yield Proposal("handling", found, line.strip())
            return
