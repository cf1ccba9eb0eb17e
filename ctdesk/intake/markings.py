"""Words of secrecy and urgency as offices stamp them, and the desk's codes for them.

A stamp is a line of its own or follows a label; the same words in a sentence mean nothing
("أمر عاجل", "secret talks").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CLASSIFICATION: Mapping[str, str] = {
    "سري للغاية": "top_secret",
    "سري وشخصي": "personal",
    "سري شخصي": "personal",
    "سري جدا": "top_secret",
    "سري": "secret",
    "محدود التداول": "restricted",
    "محدود": "restricted",
    "top secret": "top_secret",
    "secret and personal": "personal",
    "secret": "secret",
    "confidential": "restricted",
    "restricted": "restricted",
    "limited official use": "restricted",
    "official use only": "restricted",
    "unclassified": "open",
    "unclas": "open",
    "limited official use only": "restricted",
    "for official use only": "restricted",
}
"""Stamps, longer ones before those they contain. `confidential` of other ministries is a step
below secret, which here is the restricted degree."""

URGENCY: Mapping[str, str] = {
    "عاجل جدا": "very_urgent",
    "عاجل للغاية": "very_urgent",
    "فوري": "immediate",
    "عاجل": "urgent",
    "very urgent": "very_urgent",
    "niact immediate": "immediate",
    "operational immediate": "immediate",
    "niact": "immediate",
    "immediate": "immediate",
    "flash": "immediate",
    "urgent": "urgent",
    "priority": "urgent",
    "routine": "routine",
}
HANDLING: Mapping[str, str] = {
    "يفتح بالذات": "by_name",
    "يفتح من قبله بالذات": "by_name",
    "لا يوزع": "no_distribution",
    "للوزير حصرا": "minister_only",
    "للسيد الوزير حصرا": "minister_only",
    "to be opened by the addressee": "by_name",
    "no distribution": "no_distribution",
    "for the minister only": "minister_only",
    "limdis": "Limdis",
    "limit distribution": "Limit Distribution",
    "limited distribution": "Limited Distribution",
    "exdis": "Exdis",
    "nodis": "Nodis",
    "noforn": "Noforn",
    "stadis": "Stadis",
    "eyes only": "Eyes Only",
    "sensitive": "Sensitive",
}
"""Restrictions of handling; those of other services are kept as they write them."""
_LABELLED: Mapping[str, str] = {"عادي": "open", "open": "open"}
"""Words that are a degree of secrecy only after a label."""

_MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")
_EDGES = " \t*/-–—_.،,:;()[]{}<>|\"'"
_LABEL = re.compile(
    r"(?:درجة (?:السرية|الكتمان|الاستعجال|الأسبقية)|قيود التداول|السرية|الكتمان|الاستعجال|الأسبقية"
    r"|classification|precedence|urgency)\s*[:/]\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:[-–—/،,&|]|\band\b|\bو(?=عاجل|فوري|سري))\s*|\s{2,}", re.IGNORECASE)
_LONGEST = 60
_LAST = re.compile(r"[-–—(/|]\s*([^-–—(/|]+?)\s*\)?\s*$")


def classification_of(line: str, *, at_the_end: bool = False) -> str:
    """The code of a line that is a stamp of secrecy, else "".

    `at_the_end` reads the last words after a dash or in brackets, as in a mail's subject.
    """
    if at_the_end:
        last = _LAST.search(line[-_LONGEST:])
        return CLASSIFICATION.get(_bare(last.group(1)), "") if last else ""
    return _stamped(line, CLASSIFICATION, _LABELLED)


def urgency_of(line: str) -> str:
    """The code of a line that is a stamp of urgency, else ""."""
    return _stamped(line, URGENCY, {})


def handling_of(line: str) -> str:
    """The code or words of a line that is a stamp of handling, else ""; several with commas."""
    if len(line) > _LONGEST:
        return ""
    bare = _LABEL.sub("", _bare(line))
    found = [HANDLING[stamp] for stamp in _stamps(bare) if stamp in HANDLING]
    return ", ".join(dict.fromkeys(found))


def _stamped(line: str, words: Mapping[str, str], labelled: Mapping[str, str]) -> str:
    if len(line) > _LONGEST:
        return ""
    bare = _bare(line)
    label = _LABEL.match(bare)
    if label:
        value = _bare(bare[label.end() :])
        return words.get(value, "") or labelled.get(value, "")
    stamps = _stamps(bare)
    return next((words[stamp] for stamp in stamps if stamp in words), "")


def _stamps(line: str) -> list[str]:
    """The stamps that a line is made of; none if it holds anything else."""
    known = _STAMPS
    if line in known:
        return [line]
    found: list[str] = []
    for part in filter(None, _JOINED.split(line)):
        rest = part
        while rest:
            stamp = next((s for s in known if rest == s or rest.startswith(s + " ")), None)
            if stamp is None:
                return []
            found.append(stamp)
            rest = rest[len(stamp) :].lstrip()
    return found


def _bare(text: str) -> str:
    plain = _MARKS.sub("", text).strip(_EDGES).lower()
    # C O N F I D E N T I A L: two blanks or more part its words
    return _SPACED.sub(_closed_up, plain)


def _closed_up(found: re.Match[str]) -> str:
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", found.group()))


_SPACED = re.compile(r"\b(?:[a-z]\s{1,4}){4,}[a-z]\b")
_STAMPS: Mapping[str, str] = {**CLASSIFICATION, **URGENCY, **HANDLING}
