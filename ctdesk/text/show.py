"""How numbers, dates and references are shown: in order inside text of either direction.

What these functions return is for showing only; it is never stored, searched or written to Word.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

Digits = Literal["arabic", "western"]

FSI, PDI, WORD_JOINER, NBSP = "\u2068", "\u2069", "\u2060", "\u00a0"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2060"))
_TO_ARABIC = {ord("0") + n: chr(0x0660 + n) for n in range(10)}
_TO_WESTERN = {
    **{0x0660 + n: chr(ord("0") + n) for n in range(10)},
    **{0x06F0 + n: chr(ord("0") + n) for n in range(10)},
}

# Month names as Iraq uses them (CLDR ar-IQ), not those of Egypt or the Maghreb.
MONTHS_AR = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
HIJRI_AR = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
HIJRI_EN = (
    "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
)  # fmt: skip


def isolate(text: str) -> str:
    """The text as one piece that keeps its own order: never broken at a slash or blank."""
    if not text:
        return ""
    return f"{FSI}{text.replace('/', '/' + WORD_JOINER).replace(' ', NBSP)}{PDI}"


def strip_isolates(text: str) -> str:
    """The text without direction marks and joiners: for copying and searching."""
    return text.translate(_ISOLATES).replace(NBSP, " ")


def digits(text: str, wanted: Digits) -> str:
    """The text with all its digits of one shape."""
    western = text.translate(_TO_WESTERN)
    return western.translate(_TO_ARABIC) if wanted == "arabic" else western


@lru_cache(maxsize=4096)
def date_text(
    iso: str, language: str, shape: Digits, calendar: Literal["gregorian", "both"] = "gregorian"
) -> str:
    """A day in words, `23 تشرين الثاني 2026`; with calendar `both` the Hijri day follows it.

    A text that is no ISO day comes back as it is.
    """
    day = _day(iso)
    if day is None:
        return iso
    months = MONTHS_AR if language == "ar" else MONTHS_EN
    text = digits(f"{day.day} {months[day.month - 1]} {day.year}", shape)
    hijri = hijri_text(iso, language, shape) if calendar == "both" else ""
    return f"{text} ({hijri})" if hijri else text


@lru_cache(maxsize=4096)
def hijri_text(iso: str, language: str, shape: Digits) -> str:
    """The day in the Umm al-Qura calendar; empty outside its tables (1924 to 2077).

    Iraq goes by sighting: a proposal, to be corrected by a day or two where it must be.
    """
    from hijridate import Gregorian

    day = _day(iso)
    if day is None:
        return ""
    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    if language == "ar":
        return digits(f"{hijri.day} {HIJRI_AR[hijri.month - 1]} {hijri.year} هـ", shape)
    return digits(f"{hijri.day} {HIJRI_EN[hijri.month - 1]} {hijri.year} AH", shape)


def short_date(iso: str, shape: Digits) -> str:
    """`2026/11/23`, in the digits wanted; a text that is no ISO day comes back as it is."""
    return digits(iso[:10].replace("-", "/"), shape) if _day(iso) else iso


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
