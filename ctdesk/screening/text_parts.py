"""A running text as the parts that names are made of, each with its place.

What is no name falls away here: function words, small English words, words across a full stop. A
common word of the language stays, marked so that it can only stand for itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ctdesk.domain.resources import resource
from ctdesk.screening.parts import Part, bare
from ctdesk.screening.segment import Placed, Word, part_at, words_of
from ctdesk.screening.vocabulary import words

_STOP = re.compile(r"[.,;:!?()\[\]{}\"«»“”،؛؟…|/]|\n[ \t\r]*\n")
_JOINS = frozenset((" ", "-", "", "\n"))
_CLITICS = "وفبلك"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a text: as written, and without the clitics that it may begin with."""

    placed: Placed
    without_clitics: tuple[Part, ...]
    ordinary: bool
    """A common word of the language."""
    run: int
    """Parts of one run stand together: no full stop, no comma, no other word between them."""
    linked: bool
    """A small word ("and", "of", "in") stands before it, as in the names of groups."""


@cache
def function_words() -> frozenset[str]:
    """`resources/screening/text_words.toml`: words that never stand in a name."""
    table = _text_words()
    return frozenset((*table["arabic"].split(), *table["latin"].split()))


@cache
def ordinary_words() -> frozenset[str]:
    """`resources/screening/ordinary_words.txt`: common words that hardly anyone bears as a name."""
    text = resource("screening", "ordinary_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    words_of_lines = frozenset(word for line in lines for word in line.split())
    table = _text_words()
    return (words_of_lines | set(table["ordinary"].split())).difference(table["borne"].split())


@cache
def _text_words() -> dict[str, str]:
    return tomllib.loads(resource("screening", "text_words.toml").read_text(encoding="utf-8"))


def text_parts(text: str) -> list[TextPart]:
    """The parts of a text, in order."""
    found = words_of(text)
    cased = text.lower() != text
    parts: list[TextPart] = []
    links = words().links
    run = at = end = 0
    linked = False
    while at < len(found):
        word = found[at]
        gap = text[end : word.start]
        if gap not in _JOINS and _STOP.search(gap) and not _after_initial(found, at):
            run += 1
        if _no_name(word, text, cased):
            linked = word.letters in links
            run += not linked
            end = word.end
            at += 1
            continue
        bares = _readings(found, at)
        part, after = part_at(found, at)
        if part is not None:
            stripped = _stripped(found, at, after, bares)
            placed = Placed(part, word.start, found[after - 1].end)
            parts.append(TextPart(placed, stripped, _ordinary(found[at], part), run, linked))
            linked = False
        end = found[after - 1].end
        at = after
    return parts


def _no_name(word: Word, text: str, cased: bool) -> bool:
    """Whether the word is a function word, or small where names have capitals.

    "على" is one: Ali, whom Egyptians and Persians also write so, is "علي" where the rest of a name
    begins or ends with it.
    """
    letters = word.letters
    if letters == "علي" and text[word.end - 1] == "ى":
        return True
    if letters in function_words():
        return True
    return cased and text[word.start].islower() and letters not in words().special


def _readings(found: list[Word], at: int) -> tuple[str, ...]:
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
) -> tuple[Part, ...]:
    readings = []
    for each in bares:
        again, end = part_at([found[at]._replace(letters=each), *found[at + 1 : after]], 0)
        word = found[at]._replace(letters=each)
        if again is not None and end == after - at and not _ordinary(word, again):
            readings.append(again)
    return tuple(readings)


def _ordinary(word: Word, part: Part) -> bool:
    return part.kind in ("name", "word") and bare(word.letters, word.arabic) in ordinary_words()


def _after_initial(found: Sequence[Word], at: int) -> bool:
    """Whether the word before is one letter: its full stop ends no sentence."""
    return at > 0 and len(found[at - 1].letters) == 1


@lru_cache(maxsize=1 << 15)
def without_clitics(letters: str) -> tuple[str, ...]:
    """A word without "and", "by", "for", "like" before it, one or two of them; else nothing."""
    if letters.startswith("لل") and len(letters) > 4:
        return ("ال" + letters[2:],)
    if letters[0] in _CLITICS and len(letters) > 3:
        rest = letters[1:]
        if letters[0] in "وف" and rest[0] in _CLITICS and len(rest) > 3:
            return rest, "ال" + rest[2:] if rest.startswith("لل") else rest[1:]
        return (rest,)
    return ()
