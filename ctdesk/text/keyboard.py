"""Words typed under the wrong keyboard layout: Arabic (101) of Windows beside QWERTY.

The xkb layouts `ara` and `iq` share its letters.
"""

from __future__ import annotations

ARABIC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"
LATIN = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_SHIFTED = {"أ": "H", "إ": "Y", "آ": "N", "لأ": "G", "لإ": "T", "لآ": "B", "لا": "b", "ﻻ": "b"}
_TO_LATIN = dict(zip(ARABIC, LATIN, strict=True)) | _SHIFTED
_TO_ARABIC = {latin: arabic for arabic, latin in _TO_LATIN.items() if arabic != "ﻻ"}


def other_layout(text: str) -> str:
    """The text as the same keys give it under the other layout: hgYvihf is الإرهاب."""
    latin = sum(character.isascii() and character.isalpha() for character in text)
    if latin * 2 > len(text):
        return "".join(_TO_ARABIC.get(c, _TO_ARABIC.get(c.lower(), c)) for c in text)
    out: list[str] = []
    i = 0
    while i < len(text):
        pair = text[i : i + 2]
        size = 2 if pair in _TO_LATIN else 1
        out.append(_TO_LATIN.get(text[i : i + size], text[i]))
        i += size
    return "".join(out)
