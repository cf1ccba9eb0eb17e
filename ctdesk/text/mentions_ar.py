"""Mentions of messages in Arabic letters: "كتابكم المرقم 4/7/123 في 3/4/2025".

A number is a message's when a word such as "المرقم" or "ذي العدد" stands before it and the noun
nearest before that is a message ("كتاب", "برقية"); or when it follows "كتابكم" at once. What is
looked back over is bounded: time is linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ctdesk.text.dates import parse_date
from ctdesk.text.mention import Direction, Mention, Plain, canonical

_WINDOW = 130
_L = "[ا-ي]"
_NUM = (
    rf"(?P<number>(?<![\d/])(?:{_L}{{1,5}}(?:[ .]{_L}{{1,3}}){{0,2}} ?[/-] ?)?\d{{1,7}}"
    rf"(?: ?[/-] ?(?:\d{{1,7}}|{_L}{{1,4}}(?!{_L}))){{0,5}})(?![\d/])"
)
_MARK = re.compile(
    r"(?<!\w)(?P<mark>(?:(?:ذو|ذي|ذا|ذات|ذوا|ذوي|ذواتا|ذواتي|ذوات|تحت) )?(?:و?[بل]?(?:ال)?)"
    r"(?:مرقم(?:ه|ين|ان|تين|تان|ات)?|عدد(?:ين|ه|ها)?|رقم(?:ين|ه|ها)?|ارقام|اعداد))(?!\w)"
    rf"[ :(\[«\"]{{0,4}}{_NUM}"
)
_NOUN = (
    "كتاب|كتابي|كتابين|كتب|برقيه|برقيت|برقيتي|برقيتين|برقيات|مذكره|مذكرت|مذكرتي|مذكرتين|مذكرات"
    "|تقرير|تقريري|تقريرين|تقارير|رساله|رسالت|رسالتي|رسالتين|رسايل|اعمام|اعمامي|اعمامات|تعميم"
    "|تعميمي|تعاميم|خطاب|خطابي|خطابين|خطابات|طلب|طلبات|اشعار|مفاتحه|مفاتحت|مطالعه|مطالعت|احاله"
    "|احالت|مكاتبه|مكاتبت|مكاتبات"
)
_HEAD = re.compile(
    rf"(?<!\w)[وفبلك]{{0,2}}(?P<head>(?:ا?ل)?(?P<noun>{_NOUN})(?P<own>كم|كما|نا|ها|هما|هم|ه)?)(?!\w)"
)
_ADJECTIVES = (
    "شفويه|رسمي|رسميه|سري|سريه|عاجل|عاجله|فوري|فوريه|دبلوماسيه|سابق|سابقه|جوابي|جوابيه|تاكيدي|تاكيديه"
    "|مستعجل|مستعجله|شخصي|شخصيه|موقر|موقره|كريم|كريمه|اخير|اخيره|تفصيلي|تفصيليه|دوري|دوريه|رمزيه"
)
_DIRECT = re.compile(
    rf"(?<!\w)[وفبلك]{{0,2}}(?P<head>(?P<noun>{_NOUN})(?P<own>كم|كما|نا))"
    rf"(?: ال(?:{_ADJECTIVES})){{0,2}} ?[ :(\[«]{{1,3}}{_NUM}"
)
_ADJECTIVE = re.compile(rf"ال(?:{_ADJECTIVES})|انفا|اعلاه|المشار|اليه|اليها")
# Nouns that have numbers themselves: what they stand before is theirs.
_OTHERS = re.compile(
    r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?(?:حساب|جواز|قانون|ماده|فقره|قرار|قراري|قرارات|قرارين|هويه|هاتف"
    r"|سياره|عجله|صندوق|غرفه|شقه|محله|زقاق|عقد|صك|فاتوره|قضيه|دعوي|بطاقه|صفحه|بند|مرسوم|جدول|رحله"
    r"|شحنه|حاويه|رخصه|تاشيره|سند|حواله|وصل|محضر|ملحق|مرفق|نسخه|امر)(?:ه|ها|هم|كم|نا|ين)?(?!\w)"
)
_DAY = (
    r"(?P<date>\d{4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,2}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}"
    rf"|\d{{1,2}} {_L}+(?: {_L}+){{0,2}},? \d{{4}}(?: ?ه(?!\w))?|\d{{1,2}}/\d{{1,2}})(?![\d/])"
)
_ON = r"و?(?:في|بتاريخ|تاريخ|تاريخه|تاريخها|(?:ال)?مورخ(?:ه|ين|ات)?|(?:ال)?صادر(?:ه)?|ليوم|يوم|ب)"
_DATED = re.compile(rf"[)\]»\"]{{0,2}}[ ,:-]{{0,3}}(?:{_ON}[ :]{{1,2}}){{1,3}}\(?{_DAY}")
_INSIDE = re.compile(rf"(?<!\w)(?:{_ON} ){{1,3}}\(?{_DAY}\)?")
_NEXT = re.compile(rf"[)\]»\"]{{0,2}} ?(?:, ?و?|و|;) ?[(\[«]?{_NUM}")
_COUNTED = re.compile(rf"[)\]»]? (?!(?:{_ON}|و|من|علي|الي|المتضمن|والمتضمن|بشان)(?!\w)){_L}")
_TO = re.compile(r"(?:(?:ال)?موجه(?:ه)? )?(?:الي|ل) ")
_ABOUT = re.compile(
    r"(?<!\w)(?:بشان|حول|بخصوص|بصدد|و?المتضمن(?:ه)?|المتعلق(?:ه)?|الخاص(?:ه)?|المعطوف(?:ه)?|و?المسجل(?:ه)?"
    r"|و?الصادر(?:ه)?|و?الوارد(?:ه)?|و?المورخ(?:ه)?)(?!\w)|[,:()]"
)
_STOP = re.compile(r"[.؟!;](?= |\Z)|\n")
_OURS = frozenset(
    ("وزارتنا", "دايرتنا", "مكتبنا", "هييتنا", "قسمنا", "مديريتنا", "لجنتنا", "جهازنا")
)


@dataclass(frozen=True, slots=True)
class _Head:
    """The noun of a mention and what is said between it and the number."""

    start: int
    many: bool
    direction: Direction = ""
    sender: str = ""
    to: str = ""
    date: str = ""


def arabic_mentions(plain: Plain) -> Iterator[Mention]:
    """Mentions in the order of the text, at places of the plain text."""
    text = plain.text
    done = 0
    starts = sorted(
        [*_MARK.finditer(text), *_DIRECT.finditer(text)], key=lambda found: found.start("number")
    )
    for found in starts:
        if found.start("number") < done:
            continue
        head = _direct(text, found) if "head" in found.re.groupindex else _before(text, found, done)
        if head is None:
            continue
        for mention in _numbers(text, head, found):
            done = mention.end
            yield mention


def _direct(text: str, found: re.Match[str]) -> _Head | None:
    number = found["number"]
    if not re.search(r"[/-]", number) and not _DATED.match(text, found.end()):
        closed = text[found.start("number") - 1] in "([«"
        if not closed or _COUNTED.match(text, found.end()):
            return None
    return _Head(found.start("head"), _many(found["noun"]), _direction(found["own"]))


def _before(text: str, found: re.Match[str], done: int) -> _Head | None:
    """The message noun nearest before the mark, unless another noun has the number."""
    low = max(done, found.start() - _WINDOW)
    window = text[low : found.start()]
    heads = list(_HEAD.finditer(window))
    if not heads:
        return None
    head = heads[-1]
    phrase = window[head.end() :]
    if _STOP.search(phrase) or _OTHERS.search(phrase):
        return None
    bare = found["mark"].removeprefix("و") in ("عدد", "رقم")
    if (
        bare
        and phrase.strip()
        and not all(map(_ADJECTIVE.fullmatch, phrase.split()))
        and (not re.search(r"[/-]", found["number"]) and not _DATED.match(text, found.end()))
    ):
        return None
    return _described(phrase, low + head.start("head"), head)


def _described(phrase: str, start: int, head: re.Match[str]) -> _Head:
    inside = _INSIDE.search(phrase)
    date = _iso(inside["date"]) if inside else ""
    if inside:
        phrase = phrase[: inside.start()] + " " + phrase[inside.end() :]
    words = [word for word in phrase.split() if not _ADJECTIVE.fullmatch(word)]
    phrase = " ".join(words)
    if about := _ABOUT.search(phrase):
        phrase = phrase[: about.start()].strip()
    sender, to = phrase, ""
    if aimed := re.search(rf"(?<!\w){_TO.pattern}", phrase):
        sender, to = phrase[: aimed.start()].strip(), phrase[aimed.end() :].strip()
    direction = _direction(head["own"])
    first = sender.partition(" ")[0]
    if not direction and len(first) > 4 and first.endswith("كم"):
        direction = "yours"
    elif not direction and first in _OURS:
        direction = "ours"
    many = _many(head["noun"])
    return _Head(start, many, direction, "" if direction else sender, to, date)


def _direction(own: str | None) -> Direction:
    return "yours" if own in ("كم", "كما") else "ours" if own == "نا" else ""


def _many(noun: str) -> bool:
    return noun.endswith(("ي", "ين", "ات")) or noun in ("كتب", "تقارير", "رسايل", "تعاميم")


def _numbers(text: str, head: _Head, found: re.Match[str]) -> Iterator[Mention]:
    """The number and those that follow it in a list, each with its date."""
    many = head.many or found.groupdict().get("mark", "").endswith(("ين", "ان", "ات", "ارقام"))
    start: int = head.start
    while True:
        end = found.end("number")
        day = _DATED.match(text, end)
        date = _iso(day["date"]) if day else ""
        yield Mention(
            start,
            end,
            "",
            canonical(found["number"]),
            head.direction,
            head.sender,
            date or head.date,
            addressee_hint=head.to,
        )
        following = _NEXT.match(text, day.end() if day else end)
        if not following or not _goes_on(text, following, many):
            return
        found, start = following, following.start("number")
        head = replace(head, date="")


def _goes_on(text: str, number: re.Match[str], many: bool) -> bool:
    """One more number of a list, and not a day or a count of things."""
    dated = _DATED.match(text, number.end()) is not None
    if parse_date(number["number"]) and not dated:
        return False
    if re.search(r"[/-]", number["number"]):
        return True
    return dated or (many and not _COUNTED.match(text, number.end()))


def _iso(written: str) -> str:
    """ISO date of what is written; month and day alone when it says no year."""
    tight = re.sub(r" ?([/.-]) ?", r"\1", written)
    if re.search(r"(?<!\d)1[34]\d\d(?!\d)", tight) and not tight.endswith("ه"):
        tight += " ه"
    if found := parse_date(tight):
        return found.isoformat()
    parts = [int(part) for part in re.findall(r"\d+", tight)]
    if re.fullmatch(r"\d+[/.-]\d+[/.-]\d\d", tight):
        found = parse_date(f"{parts[0]}/{parts[1]}/{2000 + parts[2]}")
        return found.isoformat() if found else ""
    found = parse_date(f"{tight}/2000") if len(parts) == 2 else None
    return found.isoformat()[5:] if found else ""
