"""A running text as the parts that names are made of, each with its place.

What is no name falls away here: function words, small English words, words across a full stop. A
common word of the language stays, marked so that it can only stand for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ctdesk.screening.parts import OF_FAITH, OF_GOD, Part, bare, single
from ctdesk.screening.segment import Word, part_at, words_of
from ctdesk.screening.vocabulary import borne_words, function_words, ordinary_words, words

_STOP = re.compile(r"[.,;:!?()\[\]{}\"«»“”،؛؟…|/]|\n[ \t\r]*\n")
_JOINS = frozenset((" ", "-", "", "\n"))
_CLITICS = "وفبلك"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one or more words of a text may be: a part as written, and without its clitics.

    Equal words have one and the same reading.
    """

    part: Part
    without_clitics: tuple[Part, ...]
    common: tuple[Part, ...]
    """The same where a common word is left: "to Al-Qaida", "with the Network"."""
    ordinary: bool
    """A common word of the language, or one behind clitics."""


class TextPart(NamedTuple):
    """A part of a text."""

    reading: Reading
    start: int
    end: int
    run: int
    """Parts of one run stand together: no full stop, no comma, no other word between them."""
    linked: bool
    """A small word ("and", "of", "in") stands before it, as in the names of groups."""


def text_parts(text: str) -> list[TextPart]:
    """The parts of a text, in order."""
    found = words_of(text)
    cased = text.lower() != text
    parts: list[TextPart] = []
    links, no_names = words().links, function_words()
    run = at = end = 0
    linked = False
    while at < len(found):
        start, word_end, letters, arabic = found[at]
        gap = text[end:start]
        if gap not in _JOINS and _STOP.search(gap) and not _after_initial(found, at):
            run += 1
        if letters in no_names or _small(letters, arabic, text, start, word_end, cased):
            linked = letters in links
            run += not linked
            end = word_end
            at += 1
            continue
        reading, after = _reading_at(found, at)
        end = found[after - 1].end
        if reading is not None:
            parts.append(TextPart(reading, start, end, run, linked))
            linked = False
        at = after
    return parts


def _small(letters: str, arabic: bool, text: str, start: int, end: int, cased: bool) -> bool:
    """Whether a word is small where names have capitals, or is the preposition "على".

    Egyptians and Persians also write Ali so; the rest of the name is then found without him.
    """
    if arabic:
        return letters in ("علي", "وعلي") and text[end - 1] == "ى"
    return cased and text[start].islower() and letters not in words().special


def _reading_at(found: list[Word], at: int) -> tuple[Reading | None, int]:
    """What the words from a place on may be, and the place after them."""
    _, _, letters, arabic = found[at]
    if at + 1 == len(found) or found[at + 1].letters not in _tails():
        alone = _alone(letters, arabic)
        if alone is not None:
            return alone, at + 1
    bares = _bares(found, at)
    part, after = part_at(found, at)
    if part is None:
        return None, after
    stripped = _stripped(found, at, after, bares)
    return _read(found[at].letters, part, stripped), after


@lru_cache(maxsize=1 << 16)
def _alone(letters: str, arabic: bool) -> Reading | None:
    """What a word may be that no word before or after it changes; None where one may."""
    special = words().special
    bares = without_clitics(letters) if arabic else ()
    if letters in special or not special.isdisjoint(bares):
        return None
    part = single(letters, arabic)
    return _read(letters, part, [(each, single(each, True)) for each in bares])


def _read(letters: str, part: Part, stripped: Sequence[tuple[str, Part]]) -> Reading:
    """The reading of a part and of what its first word is without its clitics."""
    common = [(word, each) for word, each in stripped if _ordinary(word, True, each)]
    ordinary = _ordinary(letters, part.arabic, part) or (
        part.kind == "name"
        and any(_is_whole(word) for word, _ in common)
        and bare(letters, True) not in borne_words()
    )
    names = tuple(each for word, each in stripped if (word, each) not in common)
    return _reading(part, names, tuple(each for _, each in common), ordinary)


def _is_whole(word: str) -> bool:
    """Whether so much is left of a word without its first letters that these were clitics."""
    return len(word) >= _LEFT


_LEFT = 4


@lru_cache(maxsize=1 << 16)
def _reading(
    part: Part, without: tuple[Part, ...], common: tuple[Part, ...], ordinary: bool
) -> Reading:
    return Reading(part, without, common, ordinary)


@cache
def _tails() -> frozenset[str]:
    """Words that make one name with the word before them, and those between."""
    return OF_FAITH | OF_GOD | words().articles


def _bares(found: list[Word], at: int) -> tuple[str, ...]:
    """The word without its clitics. "And Abd", "to Abu" are read so at once, in their place."""
    word = found[at]
    if not word.arabic:
        return ()
    table = words()
    bares = without_clitics(word.letters)
    for each in bares:
        if each in table.special and each not in table.links:
            found[at] = word._replace(letters=each)
            return ()
    return bares


def _stripped(
    found: Sequence[Word], at: int, after: int, bares: tuple[str, ...]
) -> list[tuple[str, Part]]:
    readings = []
    for each in bares:
        again, end = part_at([found[at]._replace(letters=each), *found[at + 1 : after]], 0)
        if again is not None and end == after - at:
            readings.append((each, again))
    return readings


def _ordinary(letters: str, arabic: bool, part: Part) -> bool:
    return part.kind in ("name", "word") and bare(letters, arabic) in ordinary_words()


def _after_initial(found: Sequence[Word], at: int) -> bool:
    """Whether the word before is one letter: its full stop ends no sentence."""
    return at > 0 and len(found[at - 1].letters) == 1


@lru_cache(maxsize=1 << 15)
def without_clitics(letters: str) -> tuple[str, ...]:
    """A word without "and", "by", "for", "like" before it, one or two of them; else nothing."""
    if letters.startswith("لل") and len(letters) > 4:
        return ("ال" + letters[2:],)
    if letters[0] in _CLITICS and len(letters) > 2:
        rest = letters[1:]
        if letters[0] in "وف" and rest[0] in _CLITICS and len(rest) > 3:
            return rest, "ال" + rest[2:] if rest.startswith("لل") else rest[1:]
        return (rest,)
    return ()
