"""Which kind of article it is, by the words of its title, then by those of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ctdesk.text.fold import fold

_BEGINNING = 60
"""Words of a text that are looked at: what an article is about stands at its head."""


@dataclass(frozen=True)
class KeyWords:
    """The words that name a kind of article in titles and in texts, as they are written."""

    title: Sequence[str]
    text: Sequence[str]


class ArticleTypes:
    """Tells kinds of articles apart. `words`: by the kind's code, the narrower kinds first."""

    def __init__(self, words: Mapping[str, KeyWords]) -> None:
        self._titles = {code: _pattern(found.title) for code, found in words.items()}
        self._texts = {code: _pattern(found.text) for code, found in words.items()}

    def of(self, title: str, text: str) -> str:
        """The code of the kind; "" where the words don't tell.

        In a title the words that stand first count; in a text the kind that is named most often,
        the one named first among equals.
        """
        named = fold(title)
        places = {c: m.start() for c, p in self._titles.items() if (m := p.search(named))}
        if places:
            return min(places, key=lambda code: places[code])
        beginning = " ".join(fold(text).split()[:_BEGINNING])
        found = {code: list(p.finditer(beginning)) for code, p in self._texts.items()}
        met = [code for code, matches in found.items() if matches]
        return min(met, key=lambda c: (-len(found[c]), found[c][0].start()), default="")


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """The folded words as they stand in running text, with a conjunction or without."""
    forms = sorted({fold(word) for word in words if word.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)[وفبل]?(?:{'|'.join(map(re.escape, forms))})(?!\w)")
