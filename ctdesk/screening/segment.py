"""The words of a name or a text, and the parts they make, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ctdesk.screening import parts
from ctdesk.screening.parts import OF_FAITH, OF_GOD, Part
from ctdesk.screening.sounds import arabic_letters, is_arabic, latin_letters
from ctdesk.screening.vocabulary import words

# Marks and controls that may stand inside a word: tashkeel, tatweel, joiners, direction marks,
# accents written apart; apostrophes between letters.
_INSIDE = "\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f"
_INSIDE += "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_APOSTROPHES = "'`´‘’‛ʼʻʿʾ′＇"
WORD = re.compile(
    rf"[^\W_](?:[^\W_]|[{_INSIDE}]+(?=[^\W_]|[{_INSIDE}])|[{_APOSTROPHES}](?=[^\W_]))*[{_INSIDE}]*"
)
_DROPPED = re.compile(f"[{_INSIDE}{_APOSTROPHES}]")


LONGEST = 32
"""Letters of a word that are looked at: no name is longer."""


class Word(NamedTuple):
    """A word as it stands in a text, and its plain letters."""

    start: int
    end: int
    letters: str
    arabic: bool


class Placed(NamedTuple):
    """A part and its place in the text."""

    part: Part
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> tuple[str, bool]:
    arabic = is_arabic(word)
    bare = _DROPPED.sub("", word)
    letters = arabic_letters(bare) if arabic else latin_letters(bare)
    return letters.replace(" ", ""), arabic


def words_of(text: str) -> list[Word]:
    """The words of a text, with their places; numbers and signs are none."""
    found = []
    for match in WORD.finditer(text):
        letters, arabic = _plain(match.group())
        if letters:
            found.append(Word(match.start(), match.end(), letters[:LONGEST], arabic))
    return found


def placed_parts(name: str) -> list[Placed]:
    """The parts of a name with their places; at least one where there is any word."""
    found = words_of(name)
    placed: list[Placed] = []
    at = 0
    while at < len(found):
        part, after = part_at(found, at)
        if part is not None:
            placed.append(Placed(part, found[at].start, found[after - 1].end))
        at = after
    return placed


@lru_cache(maxsize=1 << 13)
def parts_of(name: str) -> tuple[Part, ...]:
    """The parts of a name, in order."""
    return tuple(placed.part for placed in placed_parts(name))


_DEPTH = 3
"""How many of "son of", "father of" may stand one before another; more are no name."""


def part_at(found: Sequence[Word], at: int, depth: int = 0) -> tuple[Part | None, int]:
    """The part that begins at a word, and the place of the word after it.

    None where the word is no part: an article, "and", "son of" without a name after it.
    """
    table = words()
    word = found[at]
    if word.letters not in table.special or at + 1 >= len(found) or depth >= _DEPTH:
        return _with_tail(found, at)
    if word.letters in table.articles or word.letters in table.links:
        return None, at + 1
    next_at = _past_articles(found, at + 1)
    if word.letters in table.servants:
        if found[next_at].arabic == word.arabic:
            return parts.servant(found[next_at].letters, word.arabic), next_at + 1
        return parts.single(word.letters, word.arabic), at + 1
    part, end = part_at(found, next_at, depth + 1)
    if part is None or part.arabic != word.arabic:
        return None, at + 1
    return _related(word, part), end


def _related(word: Word, part: Part) -> Part:
    """The part with "son of", "father of" or "mother of" before it."""
    table = words()
    if word.letters in table.sons:
        return parts.son(word.letters, part)
    return parts.child("father" if word.letters in table.fathers else "mother", part)


def _with_tail(found: Sequence[Word], at: int) -> tuple[Part, int]:
    """A word, with the faith or God after it where they follow."""
    _, _, letters, arabic = found[at]
    after = at + 1
    if after < len(found):
        tail_at = _past_articles(found, after)
        tail = found[tail_at]
        if (
            (tail.letters in OF_FAITH or tail.letters in OF_GOD)
            and tail.arabic == arabic
            and len(letters) > 1
            and letters not in words().titles
        ):
            return parts.joined(letters, tail.letters, arabic), tail_at + 1
    return parts.single(letters, arabic), after


def _past_articles(found: Sequence[Word], at: int) -> int:
    articles = words().articles
    last = min(len(found) - 1, at + 2)
    while at < last and found[at].letters in articles:
        at += 1
    return at
