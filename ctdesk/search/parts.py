"""The parts of a question as it is typed: fields with their values, quoted phrases, plain words.

The parser keeps no places; the window needs them, to show a field as a chip that can be taken away,
and to say what is found without a part. The rules here are those of `language.parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ctdesk.search.fields import Field, field_named
from ctdesk.search.language import BETWEEN, dates_between
from ctdesk.text.dates import parse_period
from ctdesk.text.fold import fold

_NAME = re.compile(r"(\w+)[ ]*[:：][ ]*")
_SIGNED = re.compile(r"[<>]=?[^\s()]+|\"[^\"]*\"|«[^»]*»|[\[{][^\]}]*[\]}]|[^\s()]+")
_PIECE = re.compile(r"-?\"[^\"]*\"(?:~\d*)?|«[^»]*»|[^\s()\"]+")
_OPERATORS = frozenset(("and", "or", "not", "و", "أو", "او", "ليس", "&&", "||"))
_DATE_WORDS = 8


class Part(NamedTuple):
    """A piece of the question from `start` to `end` (code points). `field` is None for words."""

    start: int
    end: int
    field: Field | None
    value: str


def parts(question: str, today: date) -> list[Part]:
    """The question's parts in order; operators and brackets are none."""
    found: list[Part] = []
    place = 0
    while place < len(question):
        part = _at(question, place, today)
        if part is None:
            break
        place = part.end
        if part.field or (fold(part.value) and part.value.casefold() not in _OPERATORS):
            found.append(part)
    return found


def without(question: str, part: Part) -> str:
    """The question less one part, and less an operator that joined it and now joins nothing."""
    left, right = question[: part.start].rstrip(), question[part.end :].lstrip()
    words = left.split()
    if words and words[-1].casefold() in _OPERATORS:
        left = " ".join(words[:-1])
    elif not left:
        first, _, rest = right.partition(" ")
        right = rest.lstrip() if first.casefold() in _OPERATORS else right
    return f"{left} {right}".strip()


def _at(question: str, place: int, today: date) -> Part | None:
    """The next part at or after a place."""
    piece = _PIECE.search(question, place)
    if piece is None:
        return None
    start = piece.start()
    if (span := BETWEEN.match(question, start)) and (read := dates_between(span, today)):
        return Part(start, read.end, field_named("dated"), question[start : read.end])
    named = _NAME.match(question, start)
    field = field_named(named[1]) if named else None
    if named is None or field is None:
        return Part(start, piece.end(), None, piece[0])
    end = _value_end(question, named.end(), field, today)
    return Part(start, end, field, question[named.end() : end].strip())


def _value_end(question: str, start: int, field: Field, today: date) -> int:
    """Where a field's value ends: a quoted or bracketed run, the longest date, or one word."""
    if field.sort in ("day", "year") and question[start : start + 1] not in tuple('["«{<>'):
        if (span := BETWEEN.match(question, start)) and (read := dates_between(span, today)):
            return read.end
        words = list(re.finditer(r"[^\s()\[\]{}\"«]+", question[start:]))[:_DATE_WORDS]
        for word in reversed(words[1:]):
            if parse_period(question[start : start + word.end()], today):
                return start + word.end()
    value = _SIGNED.match(question, start)
    return value.end() if value else start


def words_of(question: str, today: date) -> Iterator[Part]:
    """The plain single words of a question."""
    for part in parts(question, today):
        if part.field is None and not set(part.value) & set('"«*?~=/:'):
            yield part
