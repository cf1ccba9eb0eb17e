"""Mentions of messages in English: telegram style ("Deptels 12 and 15", "urtel 5", "Saigon's 345"),
cable references ("82 BAGHDAD 1234") and letters ("your letter No. 5 of 3 April 2025").

Every number is met once, from left to right, and what stands before it is read in a window of
bounded length: time is linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ctdesk.text.dates import MONTHS, parse_date
from ctdesk.text.mention import CIRCULAR, DEPARTMENT, MISSION, Direction, Mention, Plain, canonical
from ctdesk.text.posts import POSTS

_WINDOW = 64
_NUMBER = re.compile(
    r"(?<![\w/.,$-])(?:[A-Z]{1,5}[/-]){0,3}\d{1,7}(?:[/-][A-Z\d]{1,7}){0,4}Z?(?![\w/%$]|[.,:-]\d)"
)
_MONTH = "|".join(sorted((m.capitalize() for m in MONTHS if m.isascii()), key=len, reverse=True))
_PLACE = rf"[A-Z][A-Za-z]+(?: (?!(?:{_MONTH})\b|Tab\b|No\b)[A-Z][A-Za-z]+)?"
_TEL = (
    r"(?:re|ref)?(?P<who>dept?|embassy|emb|con(?:s|sul|gen)?(?:gen)?|cgen|leg|can|gen|del|mis|miss"
    r"|usber|ur|my|your|our)?(?P<cir>circ?)?tels?\b(?! Aviv)\.?"
)
_NOUN = (
    r"telegrams?|tgms?\.?|cables?|cablegrams?|des?i?patch(?:es)?|desps?\.?|(?P<air>airgrams?)"
    r"|(?P<weak>messages?|letters?|notes?(?: verbales?)?|memorand(?:um|a)|memos?|circulars?"
    r"|reports?|communications?)"
)
_OWNER = (
    r"(?:re)?(?:my|your|yr|our|ur)|(?:the )?(?:dep(?:artmen)?t(?:al)?|emb(?:assy)?|legation"
    r"|consulate|mission|consulate general)\b\.?(?:'s)?"
)
_AIMED = rf"(?: (?:sent |addressed )?to)? (?P<to>{_PLACE})(?: as)?"
_HEAD = re.compile(
    rf"(?:\b(?:(?P<owner>(?i:{_OWNER}))|(?P<place>{_PLACE})(?:'s|')?) ?(?:[a-z]{{3,12}} ){{0,2}})?"
    rf"\b(?P<noun>(?i:{_TEL}|{_NOUN}))(?:{_AIMED}|(?: sent)? (?P<sent>{_PLACE}))?"
    r" ?(?P<no>(?i:(?:with |of )?(?:the )?(?:ref(?:erence)?\b\.?:? ?)?"
    r"(?:nos?\b\.?|numbers?|numbered|#)|ref(?:erence)?\b\.?))? ?[(#:]? ?\Z"
)
_OWN = re.compile(r"\b(?P<owner>(?i:my|your|our|ur|re(?:my|your|our|ur)))(?: (?i:nos?\.?))? \Z")
SERIES = frozenset(
    """
    secto tosec polto topol topad toica icato delto todel tocah cahto delga gadel ecbus busec
    unmis usunto colto tocol supto tosup fecto tofec toaid aidto cap def mac jcs cx uk da sx wh
    nsc
    """.split()  # noqa: SIM905 - a page of words
)
"""Series of telegrams with numbers of their own."""
_SERIES = re.compile(
    rf"\b(?P<series>(?i:{'|'.join(s for s in sorted(SERIES) if len(s) > 3)})"
    rf"|{'|'.join(s.upper() for s in sorted(SERIES) if len(s) <= 3)})(?: (?i:no\.?))? \Z"
)
_POST = re.compile(
    rf"(?:(?P<year>\b(?:\d\d|(?:19|20)\d\d)) ?)?\b(?P<place>{_PLACE})(?P<own>'s?)?"
    rf"(?: to (?P<to>{_PLACE}))?(?: (?i:nos?\.?|numbered))? \Z"
)
# At the foot of a telegram: where its own copies went.
_COPY_LINE = re.compile(r"(?i:\b(?:repeated|rptd?|info)(?: info)?):? \Z")
_CUE = re.compile(
    r"(?i:\bre|\brefs?|\breferences?|\breftels?|\breferring to|\bsee|\bCAS)[.:;,]?"
    r" ?(?:\(?[A-Za-h1-9][).:] ?|[A-Z] ?- ?)?\Z|;\s?\(?[A-H][).] \Z"
)
_NEXT = re.compile(r" ?(?:,|;|/|&)? ?(?:and|or|&)? ?(?:\(?[a-hA-H][).:] ?)?\Z")
_COPY = re.compile(
    rf",? ?\(?(?i:repeated|rptd?|rpt'd|info(?:rmation)?|pouched)(?: (?i:info(?:rmation)?|to))*"
    rf"(?: (?P<to>{_PLACE}))?(?: (?i:as|no\.?))? ?\Z"
)
_MORE_COPIES = re.compile(rf",? (?:and )?(?P<to>{_PLACE}) \Z")
_ALSO = re.compile(r",? (?:and )?\Z")
_TO = re.compile(rf" (?:sent |addressed )?to (?P<to>{_PLACE})")
_FROM = re.compile(rf" from (?P<place>{_PLACE})")
_DATE = re.compile(
    rf",? ?\(?(?:of |dated |on |sent )?(?P<date>(?:{_MONTH})\b\.? \d{{1,2}}(?!\d)(?:,? \d{{4}})?"
    rf"|\d{{1,2}} (?:{_MONTH})\b\.?(?:,? \d{{4}}| \d\d(?!\d))?"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)"
)
_YEAR_OF = re.compile(r"(?:\d\d|19\d\d|20\d\d) [A-Z]{4,}(?: [A-Z]{2,})? \d")
_DAY = re.compile(rf" (?:{_MONTH})\b")
# What may follow a number that stands alone after "your" or a place; it counts another word.
_AFTER = frozenset(
    """
    a all also and are as at be before but by can concerning contains crossed dated except for
    from has have in info information is it not of on only or our para paragraph paras
    paragraphs part received regarding re repeated reported reporting reports rpt rptd second
    section sent since should states subject that the this to transmitted under was were when
    which will with would you your first last third fourth fifth pouched refers requests
    suggests we were if
    """.split()  # noqa: SIM905 - a page of words
)
_WORD_AFTER = re.compile(r" ([a-z]+)")
_NO_PLACES = frozenset(
    """
    article articles paragraph paragraphs para paras page pages section sections part chapter
    annex table item items room no number point points resolution resolutions volume vol tab law
    decree january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec phase class group grade group unit route
    point
    """.split()  # noqa: SIM905 - a page of words
)
_CUES = frozenset(("Re", "Ref", "Refs", "Reference", "References", "CAS", "See", "In", "The"))
_HOUSES = ("department", "dept", "embassy", "emb", "legation", "consulate", "mission")
_OWNERS: dict[str, tuple[Direction, str]] = {
    "my": ("ours", ""), "our": ("ours", ""), "ur": ("yours", ""), "your": ("yours", ""),
    "yr": ("yours", ""), "dep": ("", DEPARTMENT), "dept": ("", DEPARTMENT),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a number and says that it is a message's.

    `many`: a list may follow; `strict`: of numbers that count nothing; `plain`: it has a word that
    means a message.
    """

    start: int
    many: bool = False
    strict: bool = False
    plain: bool = False
    prefix: str = ""
    direction: Direction = ""
    sender: str = ""
    to: str = ""
    date: str = ""


def english_mentions(plain: Plain) -> Iterator[Mention]:
    """Mentions in the order of the text, at places of the plain text."""
    text = plain.text
    last: Mention | None = None
    head = _Head(0)
    tail = 0
    copying = False
    for number in _NUMBER.finditer(text):
        near = last is not None and number.start() - tail <= _WINDOW
        gap = text[tail : number.start()] if near else ""
        found = _head(text, number)
        fresh = found is not None and found.plain
        if last and near and (place := _copy(text, gap, number, copying and not fresh)) is not None:
            copies = (*last.copies, (place, canonical(number[0])))
            last, tail, copying = replace(last, end=number.end(), copies=copies), number.end(), True
            continue
        if found is None and near and _goes_on(text, gap, number, head):
            found = replace(head, start=number.start(), to="", date="")
        if found is None:
            continue
        if last:
            yield last
        head, copying = found, False
        last, tail = _with_tail(text, _mention(found, number))
    if last:
        yield last


def _mention(head: _Head, number: re.Match[str]) -> Mention:
    value = canonical(number[0])
    if head.prefix and not value.startswith(head.prefix):
        value = head.prefix + value
    return Mention(
        head.start,
        number.end(),
        "",
        value,
        head.direction,
        head.sender,
        head.date,
        addressee_hint=head.to,
    )


def _copy(text: str, gap: str, number: re.Match[str], copying: bool) -> str | None:
    """The place a copy went to ("repeated Paris 288"), "" when unsaid; None for no copy."""
    found = _COPY.match(gap) or (_MORE_COPIES.match(gap) if copying else None)
    if found:
        return found["to"] or ""
    if not gap.startswith((",", " and")):
        return None
    to = _TO.match(text, number.end(), number.end() + _WINDOW)
    return to["to"] if to and _ALSO.match(gap) else None


def _goes_on(text: str, gap: str, number: re.Match[str], head: _Head) -> bool:
    """The number is one more of a list: "Embtels 12, 15 and 17"."""
    if _YEAR_OF.match(text, number.start(), number.end() + _WINDOW):
        return False
    if not gap.strip() or not _NEXT.match(gap) or _counts_days(text, number):
        return False
    return (head.many and not head.strict) or _stands_alone(text, number)


def _counts_days(text: str, number: re.Match[str]) -> bool:
    return len(number[0]) < 3 and _DAY.match(text, number.end()) is not None


def _stands_alone(text: str, number: re.Match[str]) -> bool:
    """The number counts nothing: "your 1924 of", not "your 1924 soldiers" or "my 26 January"."""
    if _counts_days(text, number):
        return False
    word = _WORD_AFTER.match(text, number.end())
    return word is None or word[1] in _AFTER


def _head(text: str, number: re.Match[str]) -> _Head | None:
    start = max(0, number.start() - _WINDOW)
    window = text[start : number.start()]
    if not window or window[-1].isalnum() or not any(map(str.isalpha, window[-12:])):
        return None
    if _YEAR_OF.match(text, number.start(), number.end() + _WINDOW):
        return None
    head = _noun_head(window, start)
    if head or "/" in number[0]:
        return head
    return _bare_head(window, start, text, number)


def _noun_head(window: str, shift: int) -> _Head | None:
    found = _HEAD.search(window)
    if not found:
        return None
    owner = (found["owner"] or "").lower()
    if found["weak"] and not owner and not found["no"]:
        return None
    place, noun = found["place"] or "", found["noun"].lower()
    circular = bool(found["cir"]) or "circular " in found[0].lower()
    begin = found.start()
    if place.partition(" ")[0] in _CUES:
        begin, place = begin + place.find(" ") + 1, place.partition(" ")[2]
    if place and not (_a_place(place) or place.split()[-1].lower() in _HOUSES):
        begin, place = found.start("noun"), ""
    direction, sender = _owned(owner or (found["who"] or "").lower())
    if place and not sender and not direction:
        sender = _sender(place)
    return _Head(
        shift + begin,
        many=noun.rstrip(".").endswith(("s", "memoranda")),
        plain=True,
        prefix="a/" if found["air"] else "",
        direction=direction,
        sender=DEPARTMENT if found["cir"] and not (direction or sender) else sender,
        to=CIRCULAR if circular else _place(found["to"] or found["sent"]),
    )


def _sender(place: str) -> str:
    """Who sends from what stands before the noun: "Paris", "Paris Embassy", "Dept"."""
    words = place.split()
    kind = _owned(words[-1].lower())[1] if words[-1].lower() in _HOUSES else ""
    return words[0] if kind and len(words) > 1 else kind or place


def _place(name: str | None) -> str:
    return name if name and not name.startswith(("No", "Tab")) else ""


def _owned(owner: str) -> tuple[Direction, str]:
    """Direction and sender by whose message it is: "my", "emb", "the Department's"."""
    word = owner.removeprefix("the ").removesuffix("'s").rstrip(".")
    if not word:
        return "", ""
    if word.startswith("re") and word[2:] in _OWNERS:
        word = word[2:]
    if word in _OWNERS:
        return _OWNERS[word]
    return ("", DEPARTMENT) if word.startswith("dep") else ("", MISSION)


def _bare_head(window: str, shift: int, text: str, number: re.Match[str]) -> _Head | None:
    """ "your 1924", "Secto 12", "Saigon's 345", "82 BAGHDAD 1234"."""
    if series := _SERIES.search(window):
        return _Head(shift + series.start(), plain=True, prefix=series["series"].lower() + " ")
    if not _stands_alone(text, number):
        return None
    if own := _OWN.search(window):
        if len(number[0]) < 2:
            return None
        direction, sender = _owned(own["owner"].lower())
        return _Head(
            shift + own.start(), many=True, strict=True, direction=direction, sender=sender
        )
    found = _POST.search(window)
    return _post_head(found, window, shift, number) if found else None


def _post_head(
    found: re.Match[str], window: str, shift: int, number: re.Match[str]
) -> _Head | None:
    place, year, at = found["place"], found["year"] or "", found.start("place")
    if _COPY_LINE.search(window[: found.start()]):
        return None
    cued = bool(_CUE.search(window[: found.start()]))
    words = place.split()
    if not _known(place) and len(words) == 2 and _known(words[1]):
        at += len(words[0]) + 1
        cued = cued or words[0] in _CUES
        place = words[1]
    if _not_a_place(place):
        return None
    loud = place.isupper() and len(place) > 3 and bool(year)
    if not (_known(place) or loud or found["own"] or cued):
        return None
    if (
        not found["own"]
        and not cued
        and not found["to"]
        and re.fullmatch(r"\d|19\d\d|20[0-3]\d", number[0])
    ):
        return None
    named = _owned(place.lower()) if place.lower() in ("embassy", "mission") else ("", place)
    return _Head(
        shift + (found.start() if loud else at),
        many=True,
        strict=True,
        sender=DEPARTMENT if place.lower() in ("state", "secstate", "depstate") else named[1],
        to=found["to"] or "",
        date=_year(year) if loud else "",
    )


def _known(place: str) -> bool:
    return place.rstrip(".").lower() in POSTS


def _not_a_place(place: str) -> bool:
    return any(word.rstrip(".").lower() in _NO_PLACES for word in place.split())


def _a_place(place: str) -> bool:
    return _known(place) or _known(place.split()[-1])


def _year(year: str) -> str:
    if len(year) == 4 or not year:
        return year
    return ("19" if int(year) >= 45 else "20") + year


def _with_tail(text: str, mention: Mention) -> tuple[Mention, int]:
    """The mention with what follows its number (where to, where from, of which date), and where
    that ends."""
    end = mention.end
    for _ in range(2):
        if not mention.addressee_hint and (to := _TO.match(text, end, end + _WINDOW)):
            mention, end = replace(mention, addressee_hint=to["to"]), to.end()
        if not mention.sender_hint and (by := _FROM.match(text, end, end + _WINDOW)):
            mention, end = replace(mention, sender_hint=by["place"]), by.end()
        if len(mention.date) < 5 and (day := _DATE.match(text, end, end + _WINDOW)):
            mention, end = replace(mention, date=_iso(day["date"]) or mention.date), day.end()
    return mention, end


def _iso(written: str) -> str:
    """ISO date of what is written; month and day alone when it says no year."""
    if found := parse_date(written):
        return found.isoformat()
    if (short := re.fullmatch(r"(.*\D) (\d\d)", written)) and re.match(r"\d", written):
        return _iso(f"{short[1]} {_year(short[2])}")
    found = parse_date(f"{written.rstrip('.')} 2000")
    return found.isoformat()[5:] if found else ""
