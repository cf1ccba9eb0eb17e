"""Names made of nothing but ordinary Arabic words: "the Iraqi judiciary" is nobody's name.

Without vowels, such words sound like much. Between them and a listed name only the very same words,
or words of the same meaning, speak in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from ctdesk.screening.parts import Part, bare
from ctdesk.screening.vocabulary import ordinary_words, words

_NO_NAMES = frozenset(("title", "word", "initial"))


def no_name(parts: Sequence[Part]) -> bool:
    """Whether all parts are ordinary Arabic words, or are said of a country or region."""
    return all(
        part.arabic
        and (part.kind in _NO_NAMES or part.code or _is_ordinary(part) or _is_nisba(part))
        for part in parts
    )


def only_sounds(one: Part, other: Part, no_names: tuple[bool, bool]) -> bool:
    """Whether one of two parts is an ordinary word of a name that is none (`no_names`: whether
    either one's is), and the other neither the same word nor of the same meaning."""
    if not ((no_names[0] and _is_ordinary(one)) or (no_names[1] and _is_ordinary(other))):
        return False
    same = one.arabic == other.arabic and bare(one.letters, True) == bare(other.letters, True)
    return not same and not (one.code and one.code == other.code)


def _is_ordinary(part: Part) -> bool:
    return part.arabic and part.kind == "name" and bare(part.letters, True) in ordinary_words()


def _is_nisba(part: Part) -> bool:
    """Whether it is an adjective of a country or region: "Yemeni"."""
    return part.letters.endswith("ي") and bare(part.letters, True)[:-1] in words().translated
