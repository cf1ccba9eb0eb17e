"""How two texts differ, word by word: marks of vowels, tatweel and spellings of letters aside.

Words are compared as the index folds them, so that a text typed anew without its harakat, or with
other digits, has not changed; a sign between two words belongs to the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from ctdesk.text.fold import fold

Op = Literal["same", "added", "removed", "replaced"]
_OPS: dict[str, Op] = {"equal": "same", "insert": "added", "delete": "removed"}
_WORD = re.compile(r"\S+\s*")


class Change(NamedTuple):
    """A stretch of words: in the old text from `old_start` to `old_end`, in the new one likewise
    (code points). What was added has no length in the old text, what was removed none in the new.
    """

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class _Piece(NamedTuple):
    """A word with the blanks behind it, and what it is compared by."""

    form: str
    start: int
    end: int


def changes(old: str, new: str) -> list[Change]:
    """The two texts in step, from their first character to their last."""
    before, after = _pieces(old), _pieces(new)
    ids: dict[str, int] = {}
    codes = [
        [ids.setdefault(piece.form, len(ids)) for piece in pieces] for pieces in (before, after)
    ]
    found: list[Change] = []
    for step in Indel.opcodes(*codes):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        old_at = _at(before, a, old), _at(before, b, old)
        new_at = _at(after, c, new), _at(after, d, new)
        found.append(Change(_OPS[step.tag], *old_at, *new_at))
    return list(_joined(found))


class Compared:
    """A text that is compared with several others: its words are read once."""

    def __init__(self, text: str) -> None:
        self._forms = [piece.form for piece in _pieces(text)]

    def same(self, other: Compared) -> bool:
        """Whether no word differs."""
        return self._forms == other._forms

    def alike(self, other: Compared) -> float:
        """How much of their words the texts have in common and in order: 0 to 1."""
        if not (self._forms or other._forms):
            return 1.0
        return float(Indel.normalized_similarity(self._forms, other._forms))


def same(old: str, new: str) -> bool:
    """Whether no word changed."""
    return Compared(old).same(Compared(new))


def alike(old: str, new: str) -> float:
    """How much of their words two texts have in common and in order: 0 to 1."""
    return Compared(old).alike(Compared(new))


def _pieces(text: str) -> list[_Piece]:
    """The words of a text, signs that stand alone among them; the first takes blanks before it."""
    found: list[_Piece] = []
    for match in _WORD.finditer(text):
        start = match.start() if found else 0
        form = fold(match[0]) or match[0].strip()
        found.append(_Piece(form, start, match.end()))
    return found


def _at(pieces: Sequence[_Piece], number: int, text: str) -> int:
    if number < len(pieces):
        return pieces[number].start
    return len(text)


def _joined(found: Sequence[Change]) -> Iterator[Change]:
    """Words taken out and words put in at one place are words replaced."""
    number = 0
    while number < len(found):
        change = found[number]
        following = found[number + 1] if number + 1 < len(found) else None
        if following and {change.op, following.op} == {"added", "removed"}:
            yield Change(
                "replaced", change.old_start, following.old_end, change.new_start, following.new_end
            )
            number += 2
            continue
        yield change
        number += 1
