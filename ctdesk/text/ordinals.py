"""How the paragraphs of a letter are counted: أولاً، ثانياً، … in Arabic, 1. 2. … in English."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر",
    "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر", "عشرون",
)  # fmt: skip


def ordinal(number: int, language: str) -> str:
    """The word or figure before the paragraph of that number (from 1), without punctuation.

    Beyond the twentieth Arabic letters go over to figures, and so does this.
    """
    if language == "ar" and 1 <= number <= len(_UNITS):
        return _UNITS[number - 1]
    return str(number)


def roman(number: int) -> str:
    """I, II ... for the headings of an English memo; its paragraphs have figures."""
    tens, units = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def leads(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """What stands before each block of an opinion, Arabic and English; empty for most kinds.

    Without headings the paragraphs are أولاً، ثانياً (1., 2.); with them the headings are, and the
    paragraphs below each are 1., 2. unless there is but one. Editor and memo count alike.
    """
    headed = "heading" in kinds
    below = _paragraphs_below(kinds)
    heading = paragraph = 0
    found = []
    for kind in kinds:
        lead = ("", "")
        if kind == "heading":
            heading, paragraph = heading + 1, 0
            lead = (f"{ordinal(heading, 'ar')}:", f"{roman(heading)}.")
        elif kind == "paragraph":
            paragraph += 1
            number = f"{paragraph}."
            if below[heading] > 1:
                lead = (number if headed else f"{ordinal(paragraph, 'ar')}:", number)
        found.append(lead)
    return found


def _paragraphs_below(kinds: Sequence[str]) -> list[int]:
    """How many paragraphs stand before the first heading, and below each."""
    counts = [0]
    for kind in kinds:
        if kind == "heading":
            counts.append(0)
        elif kind == "paragraph":
            counts[-1] += 1
    return counts
