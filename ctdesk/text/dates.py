"""Dates and periods as people write them, in Arabic and English, in either digit set.

Months go by their Iraqi and Levantine names (آذار), the Egyptian ones (مارس) and the English ones;
Hijri dates are converted by the Umm al-Qura calendar. Day comes before month, as in Iraq.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from ctdesk.text.fold import fold

Period = tuple[date, date]

_MONTH_NAMES = (
    "january jan يناير",
    "february feb فبراير شباط",
    "march mar مارس اذار",
    "april apr ابريل نيسان",
    "may مايو ايار",
    "june jun يونيو حزيران",
    "july jul يوليو تموز",
    "august aug اغسطس اب",
    "september sep sept سبتمبر ايلول",
    "october oct اكتوبر",
    "november nov نوفمبر",
    "december dec ديسمبر",
)
# Two-word names lose their blank before they are looked up.
_PAIRS = {
    "كانون الثاني": "يناير", "كانون الاول": "ديسمبر", "تشرين الاول": "اكتوبر",
    "تشرين الثاني": "نوفمبر", "ربيع الاول": "ربيع1", "ربيع الاخر": "ربيع2",
    "ربيع الثاني": "ربيع2", "جمادي الاولي": "جمادي1", "جمادي الاول": "جمادي1",
    "جمادي الاخره": "جمادي2", "جمادي الثانيه": "جمادي2", "جمادي الاخر": "جمادي2",
    "ذو القعده": "ذوالقعده", "ذي القعده": "ذوالقعده", "ذو الحجه": "ذوالحجه",
    "ذي الحجه": "ذوالحجه",
}  # fmt: skip
MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_HIJRI_NAMES = (
    "محرم", "صفر", "ربيع1", "ربيع2", "جمادي1", "جمادي2", "رجب", "شعبان", "رمضان", "شوال",
    "ذوالقعده", "ذوالحجه",
)  # fmt: skip
_HIJRI = {name: n for n, name in enumerate(_HIJRI_NAMES, 1)}
_NUMBER = re.compile(r"\d+")
_NOISE = frozenset(["of", "the", "في", "يوم", "شهر", "سنه", "عام", "م", "من"])
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_UNITS = {
    "day": 1, "days": 1, "يوم": 1, "يوما": 1, "ايام": 1, "week": 7, "weeks": 7, "اسبوع": 7,
    "اسبوعا": 7, "اسابيع": 7, "month": 30, "months": 30, "شهر": 30, "شهرا": 30, "اشهر": 30,
    "شهور": 30, "year": 365, "years": 365, "سنه": 365, "سنوات": 365, "عام": 365, "عاما": 365,
    "اعوام": 365,
}  # fmt: skip


def parse_date(text: str) -> date | None:
    """The one day a text names ("1 آذار 2025", "٢٠٢٥/٣/١", "March 1, 2025"), else None."""
    period = _named(_normal(text))
    return period[0] if period and period[0] == period[1] else None


def parse_period(text: str, today: date) -> Period | None:
    """First and last day of what a text names: a day, month, year, decade, range or "last month".

    Open ranges ("since 2020", "قبل 2019") end at the calendar's ends. None if it isn't a date.
    """
    plain = _normal(text)
    if not plain or len(plain) > 80:
        return None
    return _relative(plain, today) or _range(plain, today) or _named(plain) or _month(plain, today)


def _normal(text: str) -> str:
    """Folded words, but with separators of numeric dates kept as "/" and ranges as "-"."""
    plain = " ".join(
        "/".join("-".join(fold(part) for part in piece.split("-")) for piece in word.split("/"))
        for word in re.sub(r"[.](?=\d)", "/", text).split()
    )
    plain = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", _ORDINAL.sub("", plain))
    for pair, single in _PAIRS.items():
        plain = plain.replace(pair, single)
    return " ".join(plain.split())


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _month_of(year: int, month: int) -> Period | None:
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year_of(year: int) -> Period | None:
    return (date(year, 1, 1), date(year, 12, 31)) if 1000 <= year <= 2999 else None


def _hijri(year: int, month: int = 0, day: int = 0) -> Period | None:
    """A Hijri year, month or day as Gregorian days; None outside 1343-1500, the table's range."""
    from hijridate import Hijri  # loaded at need: few dates are Hijri

    try:
        first = Hijri(year, month or 1, day or 1)
        last = first if day else Hijri(year, month or 12, 1)
        begin, end = first.to_gregorian().toordinal(), last.to_gregorian().toordinal()
        if not day:
            end += last.month_length() - 1
        return date.fromordinal(begin), date.fromordinal(end)
    except (ValueError, OverflowError):
        return None


def _named(plain: str) -> Period | None:
    """A day, month or year, absolute."""
    numbers = [int(n) for n in _NUMBER.findall(plain)]
    words = [word for word in re.split(r"[\W\d]+", _without_hijri(plain)) if word not in _NOISE]
    words = [word for word in words if word]
    if len(numbers) == 1 and re.fullmatch(r"\d{8}", plain):
        return _day(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    if any(n > 9999 for n in numbers) or len(numbers) > 3:
        return None
    hijri = [_HIJRI[word] for word in _hijri_words(plain)]
    if hijri or (words and words[-1] in ("ه", "هجري", "هجريه", "ah")):
        return _named_hijri(_NUMBER.findall(_without_hijri(plain)), hijri)
    months = [MONTHS[word] for word in words if word in MONTHS]
    if len(months) == len(words) == 1:
        return _with_month(numbers, months[0])
    return None if words else _numeric(plain, numbers)


def _hijri_words(plain: str) -> list[str]:
    glued = re.sub(r"(ربيع|جمادي) ?([12])\b", r"\1\2", plain)
    return [name for name in _HIJRI if re.search(rf"(?<!\w){name}(?!\w)", glued)]


def _without_hijri(plain: str) -> str:
    glued = re.sub(r"(ربيع|جمادي) ?([12])\b", r"\1\2", plain)
    for name in _HIJRI:
        glued = re.sub(rf"(?<!\w){name}(?!\w)", " ", glued)
    return glued


def _named_hijri(digits: list[str], months: list[int]) -> Period | None:
    numbers = [int(n) for n in digits]
    if not numbers or max(numbers) < 1300:
        return None
    year = max(numbers)
    rest = [n for n in numbers if n != year]
    if months:
        return _hijri(year, months[0], rest[0] if rest else 0)
    if len(rest) == 2:
        return _hijri(year, rest[1], rest[0]) if numbers[-1] == year else _hijri(year, *rest)
    return _hijri(year, rest[0]) if rest else _hijri(year)


def _with_month(numbers: list[int], month: int) -> Period | None:
    years = [n for n in numbers if n >= 1000]
    days = [n for n in numbers if n < 1000]
    if len(years) != 1 or len(days) > 1:
        return None
    return _day(years[0], month, days[0]) if days else _month_of(years[0], month)


def _numeric(plain: str, numbers: list[int]) -> Period | None:
    if not re.fullmatch(r"\d+(?:[/\- ]\d+){0,2}", plain):
        return None
    if len(numbers) == 3:
        if numbers[0] >= 1000:
            return _day(numbers[0], numbers[1], numbers[2])
        return _day(numbers[2], numbers[1], numbers[0]) if numbers[2] >= 1000 else None
    if len(numbers) == 2:
        first, second = numbers
        if first >= 1000 and second <= 12:
            return _month_of(first, second)
        return _month_of(second, first) if second >= 1000 and first <= 12 else None
    return _year_of(numbers[0]) if numbers else None


def _month(plain: str, today: date) -> Period | None:
    """A month without a year is the latest one not after this month."""
    month = MONTHS.get(plain)
    if month is None:
        return None
    return _month_of(today.year if month <= today.month else today.year - 1, month)


def _last_month(today: date) -> Period | None:
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def _week(today: date, back: int) -> Period:
    """The week of seven days that begins on Sunday, as in Iraq."""
    start = today - timedelta(days=(today.weekday() + 1) % 7 + 7 * back)
    return start, start + timedelta(days=6)


_RELATIVE: dict[str, Callable[[date], Period | None]] = {
    "today اليوم": lambda t: (t, t),
    "yesterday امس,البارحه": lambda t: (t - timedelta(days=1),) * 2,
    "this week,هذا الاسبوع": lambda t: _week(t, 0),
    "last week,الاسبوع الماضي": lambda t: _week(t, 1),
    "this month,هذا الشهر,الشهر الحالي,الشهر الجاري": lambda t: _month_of(t.year, t.month),
    "last month,الشهر الماضي,الشهر المنصرم": _last_month,
    "this year,هذا العام,هذه السنه,السنه الحاليه,العام الحالي": lambda t: _year_of(t.year),
    "last year,العام الماضي,السنه الماضيه,العام المنصرم": lambda t: _year_of(t.year - 1),
}
_PHRASES = {
    phrase: find
    for phrases, find in _RELATIVE.items()
    for phrase in phrases.replace("today ", "today,").replace("yesterday ", "yesterday,").split(",")
}
# What is offered to one who asks for a date: how it is read, and how it is written in Arabic.
PRESETS = (
    ("today", "اليوم"),
    ("yesterday", "أمس"),
    ("this week", "هذا الأسبوع"),
    ("last week", "الأسبوع الماضي"),
    ("this month", "هذا الشهر"),
    ("last month", "الشهر الماضي"),
    ("this year", "هذه السنة"),
    ("last year", "السنة الماضية"),
)
_LAST = re.compile(r"(?:last|past|اخر|خلال|الماضيه)\s(?:(\d{1,4})\s)?(\w+)(?:\sالماضيه)?")
_BETWEEN = re.compile(
    r"(?:from\s|between\s|من\s|بين\s)?(?P<a>.+?)\s(?:to|till|until|and|الي|حتي|و|-)\s(?P<b>.+)"
)
_SINCE = re.compile(r"(?:since|from|منذ|من)\s(.+)")
_AFTER = re.compile(r"(?:after|بعد)\s(.+)")
_BEFORE = re.compile(r"(?:before|قبل)\s(.+)")
_UNTIL = re.compile(r"(?:until|till|to|حتي|الي)\s(.+)")


def _relative(plain: str, today: date) -> Period | None:
    if plain in _PHRASES:
        return _PHRASES[plain](today)
    last = _LAST.fullmatch(plain)
    if last and last[2] in _UNITS and last[1]:
        days = _UNITS[last[2]] * int(last[1])
        return today - timedelta(days=min(days, today.toordinal() - 1)), today
    decade = re.fullmatch(r"(\d{3}0) s", plain)
    if decade and int(decade[1]) >= 1000:
        return date(int(decade[1]), 1, 1), date(int(decade[1]) + 9, 12, 31)
    return None


def _range(plain: str, today: date) -> Period | None:
    years = re.fullmatch(r"(\d{4}) ?- ?(\d{4})", plain)
    between = years or _BETWEEN.fullmatch(plain)
    if between:
        low, high = _point(between[1], today), _point(between[2], today)
        if low and high:
            return min(low[0], high[0]), max(low[1], high[1])
    if (match := _AFTER.fullmatch(plain)) and (point := _point(match[1], today)):
        return min(point[1], date.max - timedelta(days=1)) + timedelta(days=1), date.max
    if (match := _BEFORE.fullmatch(plain)) and (point := _point(match[1], today)):
        return date.min, max(point[0], date(1, 1, 2)) - timedelta(days=1)
    if (match := _SINCE.fullmatch(plain)) and (point := _point(match[1], today)):
        return point[0], date.max
    if (match := _UNTIL.fullmatch(plain)) and (point := _point(match[1], today)):
        return date.min, point[1]
    return None


def _point(plain: str, today: date) -> Period | None:
    return _relative(plain, today) or _named(plain) or _month(plain, today)
