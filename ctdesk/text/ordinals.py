"""How the paragraphs of a letter are counted: أولاً، ثانياً، … in Arabic, 1. 2. … in English."""

from __future__ import annotations

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
