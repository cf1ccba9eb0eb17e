"""Fields proposed from the words of a document itself; each proposal says where it was read.

Only the head of a letter or telegram is looked at, and only marks that an office puts there: a
wrong proposal costs the officer more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from ctdesk.intake.about import about
from ctdesk.intake.draft import REFERENCES, Proposal
from ctdesk.intake.letter import letter
from ctdesk.intake.markings import classification_of, urgency_of
from ctdesk.intake.readers.reading import Reading
from ctdesk.intake.routing import routing
from ctdesk.intake.subject import proposed_subject
from ctdesk.text.dates import parse_date
from ctdesk.text.language import language_of
from ctdesk.text.references import mentions

_HEAD_LINES = 40
_HEAD = 4_000
_SHOWN = 120

_NUMBER = re.compile(
    r"^[ \t]*(?:العدد|الرقم|عدد الكتاب|رقم الكتاب|Our [Rr]ef|OUR REF|Number|NUMBER|No|NO"
    r"|Telegram No|TELEGRAM NO)[.]?[ \t]*[:/.][ \t]*"
    r"([^\W_][\w/().\-–\\ ]{0,38}?)(?=[ \t]{2,}|\t|[ \t]*$|[ \t]+(?:التاريخ|في|Date|DATE)\b)",
    re.MULTILINE,
)
_SERIAL = re.compile(r"\s*(?:[A-Z][A-Z ]+\n+\s*)?((?:[A-Z][a-z]+ )?\d{2,6})\. (?=\S)")
_DATE = re.compile(
    r"(?:^|[ \t])(?:التاريخ|تاريخه|الموافق|Dated?|DATED?)[ \t]*[:/.]?[ \t]*([^\n]{4,60})$",
    re.MULTILINE,
)
_BOTH_CALENDARS = re.compile(r"الموافق|المصادف|corresponding to|[=|]")
_HIJRI = re.compile(r"هـ|ه\b|\bAH\b")
_ERA = re.compile(r"(?<=\d)\s*م\.?$")
"""The mark of the Gregorian era after a year; alone it begins the name of May."""


def with_proposals(reading: Reading, name: str) -> Reading:
    """`reading` with what its text proposes for the fields its format did not; `name`: the file's.

    A document without any words is given the file's name as its subject.
    """
    found = list(reading.proposals)
    known = {proposal.field for proposal in found}
    for proposal in proposed(reading.text):
        if proposal.field not in known:
            known.add(proposal.field)
            found.append(proposal)
    subject = next((str(p.value) for p in found if p.field == "subject"), "")
    if not subject:
        stem = PurePath(name).stem.replace("_", " ")
        found.append(Proposal("subject", stem, name))
    marked = classification_of(subject, at_the_end=True)
    if marked and "classification" not in known:
        found.append(Proposal("classification", marked, subject))
    return replace(reading, proposals=tuple(found))


def proposed(text: str) -> Iterator[Proposal]:
    """Every proposal that the text gives, at most one a field."""
    head = "\n".join(text[:_HEAD].split("\n")[:_HEAD_LINES])
    given: dict[str, Proposal] = {}
    for proposal in _read(text, head):
        given.setdefault(proposal.field, proposal)
    subject = given.get("subject")
    for proposal in about(text, str(subject.value) if subject else ""):
        given.setdefault(proposal.field, proposal)
    yield from given.values()


def _read(text: str, head: str) -> Iterator[Proposal]:
    """What is read, the surest first for each field."""
    if text.strip():
        yield Proposal("language", language_of(text), "")
    routed = list(routing(head))
    yield from (each for each in routed if each.field == "their_number")
    yield from _their_number(head)
    yield from _their_date(head)
    subject = proposed_subject(text)
    if subject:
        yield subject
    yield from routed
    yield from letter(text, head)
    yield from _markings(head)
    referred = list(dict.fromkeys(mention.text for mention in mentions(text[:_HEAD])))
    if referred:
        yield Proposal(REFERENCES, referred, ", ".join(referred)[:_SHOWN])


def _their_number(head: str) -> Iterator[Proposal]:
    for found in _NUMBER.finditer(head):
        number = found.group(1).strip(" .-–")
        if any(c.isdigit() for c in number):
            yield Proposal("their_number", number, found.group().strip())
            return
    serial = _SERIAL.match(head)
    if serial:
        yield Proposal("their_number", serial.group(1), serial.group().strip())


def _their_date(head: str) -> Iterator[Proposal]:
    """The date of the letter; of two calendars on one line the Gregorian one is the original."""
    for found in _DATE.finditer(head):
        pieces = _BOTH_CALENDARS.split(found.group(1))
        pieces.sort(key=lambda piece: bool(_HIJRI.search(piece)))
        for piece in pieces:
            day = parse_date(_ERA.sub("", piece.strip(" .،:/\t")))
            if day:
                yield Proposal("their_date", day.isoformat(), found.group().strip())
                return


def _markings(head: str) -> Iterator[Proposal]:
    for field, reads in (("classification", classification_of), ("urgency", urgency_of)):
        for line in head.split("\n"):
            code = reads(line)
            if code:
                yield Proposal(field, code, line.strip())
                break
