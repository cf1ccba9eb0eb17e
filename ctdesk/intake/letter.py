"""The head and the foot of an Arabic letter, and of English ones of the same form: sender,
addressee, copies, handling, and what kind of paper it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctdesk.intake.draft import Proposal
from ctdesk.intake.markings import handling_of

_LETTERHEAD_LINES = 10
_LONGEST_NAME = 120
_MOST_COPIES = 20

_MISSION = re.compile(
    r"(?:سفارة|السفارة|القنصلية|قنصلية|الممثلية|ممثلية|البعثة|بعثة|Embassy of|EMBASSY OF|Embassy in"
    r"|Consulate|Permanent Mission)(?!\w)[^\n]{3,100}"
)
_OFFICE = re.compile(
    r"(?:وزارة|جهاز|مستشارية|هيئة|الهيئة|رئاسة|مجلس|الأمانة|البنك المركزي|مكتب|ديوان|Ministry of"
    r"|Office of|Department of)(?!\w)[^\n]{2,90}"
)
_OWN_HOUSE = re.compile(r"وزارة الخارجية|Ministry of Foreign Affairs")
_STATE = re.compile(r"(?:جمهورية العراق|republic of iraq|بسم الله.*)", re.IGNORECASE)
_FROM = re.compile(r"^[ \t]*(?:من|مِن|الجهة المرسلة|From|FROM)[ \t]*[/:][ \t]*([^\n]{3,120})$", re.M)
_TO = re.compile(
    r"^[ \t]*(?:إلى|الى|إلي|السيد|السيدة|السادة|TO|To)[ \t]*[/:][ \t]*([^\n]{3,200})$", re.M
)
_COPIES = re.compile(
    r"^[ \t]*(?:نسخ(?:ة)? (?:منه )?(?:إلى|الى)|صورة (?:منه |عنه )?(?:إلى|الى)|نسخة منه"
    r"|Copy to|Copies to|COPY TO|Cc|CC|cc)[ \t]*[:/]?[ \t]*([^\n]*)$",
    re.M,
)
_ITEM = re.compile(r"^[ \t]*(?:[-–•*ـ]+|\(?[0-9٠-٩]{1,2}[.)\-–]+)?[ \t]*")
_PURPOSE = re.compile(
    r"[ \t]*(?:[/(…]|\.{2,}|للتفضل|للعلم|للاطلاع|لنفس الغرض|لنفس الشأن|مع التقدير"
    r"|مع المرفقات|راجين|يرجى|for information|with respect).*$"
)
_HONOUR = re.compile(r"[ \t]*(?:المحترمون|المحترمين|المحترم|المحترمة|الموقر|الموقرة)[ \t.]*$")
_KINDS = (
    ("note_verbale", re.compile(r"مذكرة شفوية|note verbale", re.I)),
    (
        "minutes",
        re.compile(r"محضر (?:ال)?(?:اجتماع|لقاء|جلسة)[^\n]{0,60}|minutes of [^\n]{3,60}", re.I),
    ),
    (
        "talking_points",
        re.compile(r"نقاط (?:ال)?(?:حديث|كلام)[^\n]{0,40}|talking points[^\n]{0,40}", re.I),
    ),
    (
        "instrument",
        re.compile(
            r"(?:مشروع )?(?:مذكرة تفاهم|اتفاقية?|بروتوكول)[^\n]{0,30} بين [^\n]{3,120}"
            r"|(?:draft )?(?:memorandum of understanding|agreement|protocol) between [^\n]{3,120}",
            re.I,
        ),
    ),
)
_TITLE_LINES = 8


def letter(text: str, head: str) -> Iterator[Proposal]:
    """What an office writes at the head and the foot of its letters; at most one a field."""
    yield from _sender(head)
    yield from _addressee(head)
    yield from _copies(text)
    yield from _handling(head)
    yield from _kind(head)


def _sender(head: str) -> Iterator[Proposal]:
    labelled = _FROM.search(head)
    if labelled:
        yield Proposal("from", _name(labelled[1]), labelled.group().strip())
        return
    lines = [line.strip() for line in head.split("\n")[:_LETTERHEAD_LINES]]
    for line in lines:
        if _MISSION.fullmatch(line) and not line.endswith((".", "،")):
            yield Proposal("from", line, line)
            return
    yield from _office(lines)


def _office(lines: list[str]) -> Iterator[Proposal]:
    """A ministry or body under the name of the state: the lines of its letterhead in one."""
    state = next((at for at, line in enumerate(lines) if _STATE.fullmatch(line)), None)
    if state is None or state + 1 >= len(lines):
        return
    name = lines[state + 1]
    if _OFFICE.fullmatch(name) and not name.endswith((".", "،")) and not _OWN_HOUSE.match(name):
        yield Proposal("from", name, f"{lines[state]} {name}")


def _addressee(head: str) -> Iterator[Proposal]:
    found = _TO.search(head)
    if found and len(found[1]) <= _LONGEST_NAME:
        yield Proposal("to", [_name(found[1])], found.group().strip())


def _copies(text: str) -> Iterator[Proposal]:
    """The list at the foot: "نسخة منه إلى:" and a line for each."""
    for found in _COPIES.finditer(text):
        names = [_copied(found[1])] if found[1].strip() else []
        for line in text[found.end() :].lstrip("\n").split("\n")[:_MOST_COPIES]:
            if not line.strip() or (not _ITEM.match(line).group().strip() and names):  # type: ignore[union-attr]
                break
            names.append(_copied(line))
        kept = [name for name in dict.fromkeys(names) if 3 <= len(name) <= _LONGEST_NAME]
        if kept:
            yield Proposal("copies", kept, found.group().strip())
            return


def _copied(line: str) -> str:
    return _name(_PURPOSE.sub("", _ITEM.sub("", line, count=1)))


def _name(words: str) -> str:
    return _HONOUR.sub("", words.strip(" \t.،,:")).strip(" \t.،,:-–")


def _handling(head: str) -> Iterator[Proposal]:
    for line in head.split("\n"):
        found = handling_of(line)
        if found:
            yield Proposal("handling", found, line.strip())
            return


def _kind(head: str) -> Iterator[Proposal]:
    lines = [line.strip(" \t*_.:") for line in head.split("\n") if line.strip()]
    for line in lines[:_TITLE_LINES]:
        for kind, pattern in _KINDS:
            if pattern.fullmatch(line):
                yield Proposal("kind", kind, line)
                return
