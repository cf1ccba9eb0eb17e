"""Lines that head an article: "المادة (٣)", "المادة الحادية عشرة", "Article IV", "Art. 3 -".

A line that merely begins with a mention of an article ("Article 3 of the Convention ...") heads
nothing: what follows the number, how the line before ends and the order of the numbers tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ctdesk.text.mention import Plain
from ctdesk.text.ordinals import ordinal

TITLE_WORDS = 8
"""More words than this are no title."""


@dataclass(frozen=True)
class Line:
    """A line of the text: where it stands, and its plain spelling."""

    start: int
    end: int
    plain: Plain
    after_blank: bool

    @property
    def text(self) -> str:
        return self.plain.text.strip()


@dataclass(frozen=True)
class Head:
    """A line that may head an article."""

    at: int
    """Which line it is."""
    number: str
    value: int
    end: int
    """Where the heading ends and a title or text begins (code points of the whole text)."""
    rest: str
    """What follows in the line, in plain spelling."""
    signed: bool
    """Nothing follows, or a sign parts it from the number."""
    leap: int
    """By how much its number may exceed the one before; 0: it heads an article in any case."""


_UNITS = (
    "اول اولي واحده حادي حاديه", "ثاني ثانيه", "ثالث ثالثه", "رابع رابعه", "خامس خامسه",
    "سادس سادسه", "سابع سابعه", "ثامن ثامنه", "تاسع تاسعه", "عاشر عاشره",
)  # fmt: skip
_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ENGLISH = (
    "one first", "two second", "three third", "four fourth", "five fifth", "six sixth",
    "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh",
    "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth",
    "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth",
)  # fmt: skip
_ENGLISH_TENS = ("twenty twentieth", "thirty thirtieth", "forty fortieth", "fifty fiftieth")
_UNIT = {f"ال{word}": n for n, words in enumerate(_UNITS, 1) for word in words.split()}
_TEN = {f"ال{word}{end}": 10 * n for n, word in enumerate(_TENS, 2) for end in ("ون", "ين")}
_EN_UNIT = {word: n for n, words in enumerate(_ENGLISH, 1) for word in words.split()}
_EN_TEN = {word: 10 * n for n, words in enumerate(_ENGLISH_TENS, 2) for word in words.split()}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_COUNTED = {Plain(ordinal(n, "ar")).text: n for n in range(1, 21)}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = (
    rf"(?:(?:رقم|no\.?|number) ?)?[(\[]? ?(?:-? ?(?P<figure>\d{{1,3}})"
    rf"(?P<letter>(?-i:[A-Z])(?!\w))?"
    rf"|(?P<ar>(?:{_any(_UNIT)})(?: عشره?| و(?:{_any(_TEN)}))?|{_any(_TEN)})"
    rf"|(?P<en>(?:(?:{_any(_EN_TEN)})[- ])?(?:{_any(_EN_UNIT)})|{_any(_EN_TEN)})"
    rf"|(?P<roman>(?-i:[IVXL]+)))(?!\w) ?[)\]]?"
    r"(?: ?[(\[]?(?P<bis>مكررا?|bis|ter)(?!\w)[)\]]?)?"
)
_REST = r"(?P<sign>[ \t]*[:.\-/|]*[ \t]*)(?P<rest>.*)$"
_FAMILIES = tuple(
    re.compile(rf"^[\s*#\"«\[]*(?:{words}) ?{_NUMBER}{_REST}", re.IGNORECASE)
    for words in (
        r"(?:ال)?ماده|article|art\.?",
        r"(?:ال)?بند|clause|section|sec\.?",
        r"(?:ال)?فقره|paragraph|para\.?",
    )
)
_LISTED = (
    re.compile(rf"^\s*(?P<counted>{_any(_COUNTED)})(?P<sign> ?[:.\-/]+ ?)(?P<rest>.*\S.*)$"),
    re.compile(r"^\s*(?P<roman>[IVXL]+)(?P<sign> ?[:.\-)]+ ?)(?P<rest>.*\S.*)$"),
    re.compile(r"^\s*\(?(?P<figure>\d{1,2})(?P<sign> ?[:.\-)]+ ?)(?P<rest>[^\d\s].*)$"),
)

# What follows the number of an article that is only mentioned, and what stands before one.
_GOES_ON = frozenset(
    ("من", "في", "علي", "الي", "او", "اعلاه", "ادناه", "المذكوره", "المشار", "الوارده", "والماده",
     "والمواد", "وفقا", "بشان", "انفا")
)  # fmt: skip
_LEADS_ON = frozenset(
    ("وفقا", "وفق", "في", "من", "بموجب", "الي", "علي", "لاحكام", "احكام", "باحكام", "و", "او",
     "بين", "عن", "لنص", "نص", "حكم", "بحكم", "طبقا", "راجع", "تراعي", "with", "under", "in", "of",
     "to", "by", "and", "or", "the", "per", "see", "from", "pursuant", "than")
)  # fmt: skip
_ENDED = re.compile(r"[.:;!?؟»\")\]]\s*$")
_WORD = re.compile(r"[^\W_]+")
_CONTENTS = re.compile(r"\.{4,}|…|\. \. \.")
_LONG = 60
_LEAP = 3


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything, with their offsets."""
    found: list[Line] = []
    start, blank = 0, True
    for raw in text.splitlines(keepends=True):
        plain = Plain(raw.rstrip())
        written = bool(plain.text.strip())
        if written:
            found.append(Line(start, start + len(raw), plain, blank))
        blank = not written
        start += len(raw)
    return found


def heads_of(lines: Sequence[Line]) -> list[Head]:
    """The lines that head articles, in order; without any, those that count أولاً، ثانياً or 1. 2.

    The first manner of heading that the text keeps to is taken; others stay within the articles.
    """
    for family in _FAMILIES:
        found = _in_order([h for h in _shaped(lines, family) if _heads(lines, h)])
        if found:
            return found
    for listed in _LISTED:
        found = _listed(list(_shaped(lines, listed)))
        if found:
            return found
    return []


def _shaped(lines: Sequence[Line], shape: re.Pattern[str]) -> Iterator[Head]:
    """Every line of that shape."""
    for at, line in enumerate(lines):
        match = shape.match(line.plain.text)
        value = _value(match.groupdict()) if match else 0
        if match and value:
            rest = match["rest"].strip()
            begins = match.start("rest") if rest else match.start("sign")
            end = line.start + line.plain.given_end(begins)
            parts = match.groupdict("")
            number = (
                f"{value}{parts.get('letter', '')} {parts.get('bis', '').removesuffix('ا')}".strip()
            )
            apart = line.after_blank or at == 0 or _ended(lines[at - 1])
            signed = not rest or bool(match["sign"].strip())
            leap = (0 if signed or line.after_blank else _LEAP) if apart else 1
            yield Head(at, number, value, end, rest, signed, leap)


def _value(parts: dict[str, str | None]) -> int:
    """The number that a heading names, 0 for none."""
    if figure := parts.get("figure"):
        return int(figure)
    if counted := parts.get("counted"):
        return _COUNTED[counted]
    if roman := parts.get("roman"):
        return _roman(roman)
    if arabic := parts.get("ar"):
        return _arabic(arabic)
    return _english((parts.get("en") or "").lower())


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def _arabic(words: str) -> int:
    """الثانيه 2, الحاديه عشره 11, الثالثه والعشرون 23 (plain spelling)."""
    unit, _, ten = words.partition(" ")
    value = _UNIT.get(unit) or _TEN[unit]
    if ten.startswith("و"):
        return value + _TEN[ten[1:]]
    return value + 10 if ten else value


def _english(words: str) -> int:
    return sum(_EN_TEN.get(word, 0) or _EN_UNIT[word] for word in words.replace("-", " ").split())


def _heads(lines: Sequence[Line], head: Head) -> bool:
    """Whether the line heads an article and doesn't go on with a sentence that mentions one."""
    line = lines[head.at]
    if _CONTENTS.search(head.rest):
        return False
    if not line.after_blank and head.at:
        before = lines[head.at - 1].text
        words = _WORD.findall(before.lower())
        if words and words[-1] in _LEADS_ON and before[-1].isalpha():
            return False
    if not head.rest:
        following = lines[head.at + 1] if head.at + 1 < len(lines) else None
        return not head.leap or not following or not _goes_on(following.text)
    if _part(head.rest):
        return False
    return (head.signed and not head.leap) or not (_goes_on(head.rest) or _sentence(head.rest))


def _goes_on(rest: str) -> bool:
    """Whether these words go on with a sentence."""
    words = _WORD.findall(rest)
    first = words[0] if words else ""
    return (first.islower() and first.isascii()) or first in _GOES_ON


def _part(rest: str) -> bool:
    """Whether these words name a part of the article: "3/أولاً", "3 (2)", "3.1"."""
    return rest[0].isdigit() or rest[0] == "(" or rest.split()[0].rstrip(")") in _COUNTED


def _sentence(rest: str) -> bool:
    """Whether these words are a whole sentence, or too many for a title."""
    return len(rest.split()) > TITLE_WORDS or rest[-1] in ".;," or rest[0] in ",;"


def _ended(line: Line) -> bool:
    """Whether a sentence or a title ends with the line."""
    short = len(line.text) < _LONG and line.text[-1] != ","
    return short or bool(_ENDED.search(line.text))


def _in_order(heads: Sequence[Head]) -> list[Head]:
    """The heads, less those whose number doesn't follow, and less a list of contents above them."""
    kept: list[Head] = []
    for head in heads:
        last = kept[-1].value if kept else 0
        if not head.leap or last < head.value <= last + head.leap:
            kept.append(head)
    first = next((n for n in range(len(kept) - 1, 0, -1) if kept[n].value == 1), 0)
    bare = all(kept[n + 1].at == kept[n].at + 1 for n in range(first))
    return kept[first:] if bare and first > 1 else kept


def _listed(heads: Sequence[Head]) -> list[Head]:
    """Those that count from 1 without a gap, at least three of them: titles before paragraphs."""
    titles = [h for h in heads if len(h.rest.split()) <= TITLE_WORDS and h.rest[-1] not in ".;,"]
    for chosen in (titles, heads):
        counted: list[Head] = []
        for head in chosen:
            if head.value == len(counted) + 1:
                counted.append(head)
        if len(counted) >= 3:
            return counted
    return []
