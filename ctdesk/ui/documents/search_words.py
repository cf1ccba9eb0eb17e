"""The question as a line of words: where a word stands in it, and marked as meant to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctdesk.text.fold import fold

_PIECE = re.compile(r'"[^"]*"|[\[{][^\]}]*[\]}]|[^\s"()\[\]{}،,؛;:]+')
"""A phrase, a range, or one word without what groups it; a field's name is a word as well."""
EXACT = "="


def without_breaks(text: str) -> str:
    """A pasted paragraph as the one line that a question is."""
    return " ".join(text.split()) if re.search(r"[\n\r\t\u2028\u2029]", text) else text


def as_typed(query: str, word: str) -> str:
    """The spelling in the question of a word that the search gives back folded."""
    return " ".join(query[start:end] for start, end in _places(query, word)) or word


def exactly(query: str, word: str) -> str:
    """The question with this word, or each word of this expression, marked as meant to the letter.

    The question itself when the word is not there to be marked.
    """
    for start, _end in reversed(_places(query, word)):
        query = f"{query[:start]}{EXACT}{query[start:]}"
    return query


def exact_words(query: str) -> list[str]:
    """The words already marked so, as typed and without the mark."""
    found = [query[start:end] for start, end in _words(query) if query[start] == EXACT]
    return list(dict.fromkeys(word.lstrip(EXACT) for word in found if word.strip(EXACT)))


def in_any_form(query: str, word: str) -> str:
    """The question with the mark taken from this word."""
    for start, end in reversed(list(_words(query))):
        if query[start] == EXACT and query[start:end].lstrip(EXACT) == word:
            query = f"{query[:start]}{word}{query[end:]}"
    return query


def _places(query: str, word: str) -> list[tuple[int, int]]:
    """Where the word, or each word of the expression in a row, stands unmarked."""
    words = [(start, end) for start, end in _words(query) if query[start] != EXACT]
    folded = [fold(query[start:end]) for start, end in words]
    wanted = fold(word)
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            joined = " ".join(folded[first:last])
            if joined == wanted:
                return words[first:last]
            if len(joined) > len(wanted):
                break
    return []


def _words(query: str) -> Iterator[tuple[int, int]]:
    for match in _PIECE.finditer(query):
        follows = query[match.end() :].lstrip(" ")
        # a name before a colon is a field's, not a word looked for
        if match[0][0] not in '"[{' and follows[:1] not in (":", "："):
            yield match.span()
