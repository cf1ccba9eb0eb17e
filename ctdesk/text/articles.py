"""The draft of an agreement split into its articles, by the headings that people write.

"المادة (1)", "المادة الأولى: الهدف", "مادة ١ -", "Article 3 - Costs", "ARTICLE IV", "Article One";
where there are none, points that are counted from 1 on. A mention within a sentence ("وفقاً للمادة
3") is no heading: it doesn't begin a line, or its line goes on as a sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ctdesk.text.fold import fold

Kind = Literal["preamble", "article", "signature"]
_LONGEST_TITLE = 80
_GAP = 3
"""Numbers run on by at most so many at once; what leaps further is no heading."""


@dataclass(frozen=True)
class Article:
    """A part of a draft from `start` to `end` (code points of the whole). `heading` is as written,
    `number` in Western digits ("" for a preamble, a signature part, or a text without articles);
    `text` is what stands under heading and title."""

    kind: Kind
    number: str
    heading: str
    title: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Heading:
    number: int
    start: int
    end: int
    title: str
    body: int


_UNITS_AR = ("اول", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_TENS_AR = {"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40}
_UNITS_EN = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
""".split()  # noqa: SIM905 - a page of words
_ORDINALS_EN = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()  # noqa: SIM905 - a page of words
_ROMAN = re.compile(r"(?=[IVXL])X{0,4}(?:IX|IV|V?I{0,3})")
_LETTERS_AR = r"[\u0621-\u0652\u0640]+"
_WORDS_AR = rf"(?:ال{_LETTERS_AR}(?:[ ]+(?:و?ال)?ع{_LETTERS_AR}|[ ]+و{_LETTERS_AR})?)"
_MARK = r"[ \t*#_\u200e\u200f]*"
_HEADING = re.compile(
    rf"^{_MARK}(?:(?:ال)?م[\u064b-\u0652\u0640]*ا[\u0640]*د[\u0640]*[ّ]?[\u064b-\u0652]*[ةه]"
    r"|(?:ال)?بند|[Aa]rticle|ARTICLE|Art\.)"
    r"[ \t]*(?:رقم|No\.?)?[ \t]*[(\[]?[ \t]*"
    rf"(?P<number>\d{{1,3}}|{_WORDS_AR}|[IVXL]{{1,7}}\b|[A-Za-z]+)"
    r"[ \t]*[)\]]?(?P<after>[^\n]*)$",
    re.MULTILINE,
)
_POINT = re.compile(rf"^{_MARK}(?P<number>\d{{1,2}})[.)\-–][ \t]*(?P<after>[^\n]*)$", re.MULTILINE)
_SEPARATED = re.compile(r"^[ \t]*[:：\-–—.،*)_\u200e\u200f]+[ \t]*")
_LINE = re.compile(r"^[^\n]+", re.MULTILINE)
_SIGNED = (
    "حرر في", "حررت في", "حرر ب", "حررت ب", "وقع في", "وقعت في", "وقع ب", "وقعت ب", "تم التوقيع",
    "واثباتا لما تقدم", "واشهادا", "عن حكومه", "عن الحكومه", "done at", "done in", "signed at",
    "signed in", "in witness", "for the government", "on behalf of the government",
)  # fmt: skip


def split(text: str) -> list[Article]:
    """The draft's parts in order; together they are the whole text. None for a blank one."""
    if not text.strip():
        return []
    headings = _running(_headings(text, _HEADING)) or _counted(_headings(text, _POINT))
    if not headings:
        return [Article("article", "", "", "", text.strip(), 0, len(text))]
    parts: list[Article] = []
    if headings[0].start:
        before = text[: headings[0].start]
        parts.append(Article("preamble", "", "", "", before.strip(), 0, headings[0].start))
    signed = _signature(text, headings[-1].body)
    ends = [heading.start for heading in headings[1:]] + [signed]
    for heading, end in zip(headings, ends, strict=True):
        body = text[heading.body : end].strip()
        written = text[heading.start : heading.end].strip()
        parts.append(
            Article(
                "article", str(heading.number), written, heading.title, body, heading.start, end
            )
        )
    if signed < len(text):
        parts.append(Article("signature", "", "", "", text[signed:].strip(), signed, len(text)))
    return parts


def _headings(text: str, pattern: re.Pattern[str]) -> Iterator[_Heading]:
    for found in pattern.finditer(text):
        number = _number(found["number"])
        after = found["after"]
        separated = _SEPARATED.match(after)
        title = after[separated.end() :].strip() if separated else after.strip()
        title = title.strip("*#_ \t")
        if number is None or (not _is_title(title, separated is not None)):
            continue
        body = found.end()
        whole = len(title) > _LONGEST_TITLE or _is_sentence(title)
        if whole:
            at = found.start("after")
            begins = at + (separated.end() if separated else 0)
            yield _Heading(number, found.start(), at, "", begins)
            continue
        if not title:
            title, body = _title_below(text, body)
        yield _Heading(number, found.start(), found.end(), title, body)


def _number(written: str) -> int | None:
    """A number in digits of either set, in words of either language, or Roman."""
    if written.isdigit():
        return int(written)
    if _ROMAN.fullmatch(written):
        return _roman(written)
    plain = fold(written)
    for words in (_UNITS_EN, _ORDINALS_EN):
        if plain in words:
            return words.index(plain) + 1
    return _in_arabic(plain)


def _roman(written: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    figures = [values[letter] for letter in written]
    pairs = zip(figures, (*figures[1:], 0), strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def _in_arabic(plain: str) -> int | None:
    """الاولي 1, الثانيه عشره 12, الحاديه والعشرون 21 (folded)."""
    words = [word.removeprefix("و").removeprefix("ال") for word in plain.split()]
    if not words or len(words) > 2:
        return None
    if words[0] in _TENS_AR:
        return _TENS_AR[words[0]] if len(words) == 1 else None
    unit = 1 if words[0].startswith(("اول", "حادي")) else 0
    stems = enumerate(_UNITS_AR, 1)
    unit = unit or next((n for n, stem in stems if words[0].startswith(stem)), 0)
    if not unit or len(words) == 1:
        return unit or None
    if words[1] in _TENS_AR:
        return _TENS_AR[words[1]] + unit
    return 10 + unit if words[1] in ("عشره", "عشر") else None


def _is_title(title: str, separated: bool) -> bool:
    """Whether what follows the number can follow it in a heading: nothing, a title, or, after a
    sign that parts it off, the article itself."""
    if not title or separated:
        return True
    return len(title) <= _LONGEST_TITLE and not _is_sentence(title) and title[0] not in ",،;؛"


def _is_sentence(title: str) -> bool:
    """A run of words that goes on like running text: "3 من هذه الاتفاقية تلتزم الأطراف."."""
    goes_on = ("من ", "of ", "and ", "to ", "shall ", "paragraph ", "أعلاه", "المذكورة", "above")
    return title.endswith((".", "؛", "،", ",", ";")) or title.startswith(goes_on)


def _title_below(text: str, at: int) -> tuple[str, int]:
    """A title on the line below its heading, and where the article begins; "" where the line is
    already the article."""
    rest = text[at:]
    line = re.match(r"\n+([^\n]+)(?=\n)", rest)
    if line is None:
        return "", at
    title = line[1].strip(" \t*#_:：\u200e\u200f")
    single = len(title) <= _LONGEST_TITLE // 2 and not _is_sentence(title)
    below = rest[line.end() :].strip()
    if (
        not single
        or not below
        or any(p.match(t) for p in (_HEADING, _POINT) for t in (line[1], below))
    ):
        return "", at
    return title, at + line.end()


def _running(headings: Iterator[_Heading]) -> list[_Heading]:
    """Those whose numbers run on; a number that falls back or leaps is a mention."""
    kept: list[_Heading] = []
    for heading in headings:
        if not kept or kept[-1].number < heading.number <= kept[-1].number + _GAP:
            kept.append(heading)
    return kept


def _counted(headings: Iterator[_Heading]) -> list[_Heading]:
    """Points counted 1, 2, 3 …; fewer than three make no draft of articles."""
    kept: list[_Heading] = []
    for heading in headings:
        if heading.number == len(kept) + 1:
            kept.append(heading)
    return kept if len(kept) > 2 else []


def _signature(text: str, after: int) -> int:
    """Where the part with places, dates and signatures begins; the end where there is none."""
    lines = _LINE.finditer(text, after)
    return next((line.start() for line in lines if fold(line[0]).startswith(_SIGNED)), len(text))


# Words by which a kind of article is known, folded: of its title first, then of its beginning.
_TYPES: Sequence[tuple[str, str]] = (
    ("data_protection", "حمايه البيانات|البيانات الشخصيه|personal data|data protection"),
    ("confidentiality", "سريه|السريه|افشاء|confidential|disclos|third party"),
    ("exchange", "تبادل المعلومات|يتبادل الطرفان|exchange of information|exchange information"),
    ("focal_points", "نقاط الاتصال|نقطه اتصال|focal point|contact point|points of contact"),
    ("committee", "اللجنه المشتركه|لجنه مشتركه|joint committee|working group|فريق عمل"),
    ("cost", "النفقات|التكاليف|الماليه|نفقات|تكاليف|costs|expenses|financial"),
    ("disputes", "تسويه الخلافات|تسويه المنازعات|تسوي الخلافات|dispute|settlement of differences"),
    ("other_treaties", "الاتفاقيات الاخري|المعاهدات|الالتزامات الدوليه|other treaties"
     "|other agreements|international obligations"),
    ("amendment", "التعديل|تعديل هذه|amendment|be amended"),
    ("termination", "الانهاء|انهاء|terminat|denunciation"),
    ("entry", "حيز النفاذ|النفاذ|دخول|entry into force|entry into effect|come into effect"
     "|enter into force"),
    ("duration", "المده|مده|duration|validity"),
    ("languages", "اللغات|لغات|حرر من نسختين|languages|authentic text"),
    ("purpose", "الهدف|الغرض|اهداف|تهدف هذه|purpose|objective|aim"),
    ("parties", "الاطراف|الطرفان هما|parties|participants are"),
    ("fields", "مجالات التعاون|اوجه التعاون|نطاق التعاون|fields of cooperation|areas of"
     " cooperation|scope of cooperation"),
)  # fmt: skip


def article_type(title: str, text: str) -> str:
    """The code of the vocabulary `article_type` that an article is of; "" when its words don't
    tell."""
    for words in (fold(title), fold(text[:160])):
        for code, keys in _TYPES:
            if any(f" {key}" in f" {words}" or f" {key}" in f" {_bare(words)}"
                   for key in keys.split("|")):  # fmt: skip
                return code
    return ""


def _bare(words: str) -> str:
    """The words less their article."""
    return " ".join(word.removeprefix("ال") for word in words.split())
