"""One part of a name, and how words become one.

What is written as several words and is one name is one part: "Abd al-Rahman", "Abdurrahman" and
"عبد الرحمن" (a servant of), "Nur al-Din" and "Noureddine" (of the faith), "Atiq Allah" and
"Atiqullah" (of God), "Abu Bakr" (father of). Articles and "son of" are no parts. Titles, initials
and the words of companies are parts of little weight.

Every function here is cached: equal words give one and the same part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ctdesk.screening.sounds import arabic_sounds, latin_sounds
from ctdesk.screening.vocabulary import words

Kind = Literal["name", "servant", "god", "faith", "father", "mother", "title", "word", "initial"]

OF_FAITH = frozenset(
    ("الدين", "دين", "din", "deen", "dine", "eddine", "uddin", "addin", "eddin", "aldin", "eldin",
     "udin", "oddin", "eddeen", "uddeen", "iddin", "addine", "oddine", "deine", "aldeen", "eldeen")
)  # fmt: skip
OF_GOD = frozenset(("الله", "لله", "allah", "ullah", "ollah", "alla", "oullah", "lah", "ulla"))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name.

    `readings` are its sounds, the likeliest first, without what `kind` says; `whole` is the reading
    with it; `code` is what a word of a group's name means; parts that sound the same share a `key`.
    """

    kind: Kind
    readings: tuple[str, ...]
    whole: str
    arabic: bool
    code: str
    letters: str

    @property
    def key(self) -> tuple[str, tuple[str, ...], str, str]:
        return self.kind, self.readings, self.whole, self.code


def sounds(letters: str, arabic: bool) -> str:
    return arabic_sounds(letters) if arabic else latin_sounds(letters)


def bare(letters: str, arabic: bool) -> str:
    """An Arabic word without its article."""
    return letters[2:] if arabic and letters.startswith("ال") and len(letters) > 3 else letters


@lru_cache(maxsize=1 << 15)
def single(letters: str, arabic: bool) -> Part:
    """The part that a word standing alone is."""
    table = words()
    rest = bare(letters, arabic)
    own = sounds(rest, arabic)
    code = table.meaning.get(letters) or table.meaning.get(rest, "")
    if code:
        return Part("word", (own,), own, arabic, code, letters)
    if letters in table.titles:
        return Part("title", (own,), own, arabic, "", letters)
    if len(letters) == 1:
        return Part("initial", (own,), own, arabic, "", letters)
    fused = _fused_arabic(letters) if arabic else _fused_latin(letters)
    if fused is not None:
        return fused
    readings = tuple(dict.fromkeys(_readings(letters, rest, arabic)))
    code = table.translated.get(letters) or table.translated.get(rest, "")
    return Part("name", readings, sounds(letters, arabic), arabic, code, letters)


@lru_cache(maxsize=1 << 13)
def servant(base: str, arabic: bool) -> Part:
    """ "Abd" and the name after it."""
    if arabic:
        own = arabic_sounds(bare(base, True))
        return Part("servant", (own,), "'bd" + own, True, "", "عبد" + base)
    own = "lah" if base in OF_GOD else latin_sounds(base)
    return Part("servant", (own,), "abd" + own, False, "", "abd" + base)


@lru_cache(maxsize=1 << 13)
def joined(base: str, tail: str, arabic: bool) -> Part:
    """A name with "of the faith" or "Allah" after it."""
    own = sounds(bare(base, arabic), arabic)
    if tail in OF_FAITH:
        end = "dIn" if arabic else "din"
        return Part("faith", (own,), own + end, arabic, "", base + tail)
    end = "lQ" if arabic else "lah"
    return Part("god", (own,), own + end, arabic, "", base + tail)


@lru_cache(maxsize=1 << 13)
def child(parent: Literal["father", "mother"], part: Part) -> Part:
    """ "Abu" or "Umm" and the part after it."""
    base = part.readings[0] if part.kind == "name" else part.whole
    leads = {"father": ("@bU", "abu"), "mother": ("@m", "um")}[parent]
    lead = leads[0] if part.arabic else leads[1]
    return Part(parent, (base,), lead + base, part.arabic, "", parent + part.letters)


@lru_cache(maxsize=1 << 13)
def son(particle: str, part: Part) -> Part:
    """The part after "bin": also read with it, as "Benali" is written."""
    if part.kind not in ("name", "servant"):
        return part
    lead = sounds(particle, part.arabic)
    readings = (*part.readings, lead + part.whole)
    return Part(part.kind, readings, part.whole, part.arabic, part.code, part.letters)


def _fused_arabic(letters: str) -> Part | None:
    if letters.startswith("عبدال") and len(letters) > 6:
        return servant(letters[3:], True)
    if letters.endswith("الدين") and len(letters) >= 7:
        return joined(letters[:-5], "الدين", True)
    for tail in ("الله", "لله"):
        if letters.endswith(tail) and len(letters) >= len(tail) + 2:
            return joined(letters[: -len(tail)], "الله", True)
    return None


_SERVANT = re.compile(r"(?:abb?d|ebd|abt)[aeiou]{1,2}(l?)(.{2,})")
_FAITH = re.compile(r"(.{2,}?)(?:[aeiou]{1,2})(?:l|d)?d+(?:i|ee|ei|e|y)n+e?")
_GOD = re.compile(r"(.{2,}?)(?:[aeo]|u|ou)l(?:lah?|ah)")
_ASSIMILATED = re.compile(r"(?:rr|ss|nn|zz|dd|tt|shsh|[rsnzdt].{3})")


def _fused_latin(letters: str) -> Part | None:
    """ "Abdulrahman", "Noureddine", "Atiqullah"."""
    if (match := _SERVANT.fullmatch(letters)) and len(letters) >= 6:
        article, rest = match.groups()
        if article or _ASSIMILATED.match(rest):
            readings = [latin_sounds(rest)]
            if article and (rest[0] in "aeiou" or rest.startswith("la")):
                readings.append(latin_sounds("l" + rest))
            return Part(
                "servant", tuple(dict.fromkeys(readings)), latin_sounds(letters), False, "", letters
            )
    for pattern, kind in ((_FAITH, "faith"), (_GOD, "god")):
        if (match := pattern.fullmatch(letters)) and len(letters) >= 6:
            own = latin_sounds(match[1])
            made: Kind = "faith" if kind == "faith" else "god"
            return Part(made, (own,), latin_sounds(letters), False, "", letters)
    return None


_DIGRAPH = re.compile("([tskdgz])h")
_ARTICLE = re.compile(r"(?:[aeu]l|a([rsnzdt])(?=\1)|ash(?=sh))(.{3,})")


def _readings(letters: str, rest: str, arabic: bool) -> Iterator[str]:
    """The ways a word may be read: "th" as one sound or two, with its article or without."""
    yield sounds(rest, arabic)
    if arabic:
        if rest != letters:
            yield arabic_sounds(letters)
        return
    if _DIGRAPH.search(letters):
        yield latin_sounds(_DIGRAPH.sub(r"\1-h", letters)).replace("-", "")
    if "j" in letters and "dj" not in letters:
        yield latin_sounds(letters).replace("j", "y")
    if match := _ARTICLE.fullmatch(letters):
        yield latin_sounds(match[2])
