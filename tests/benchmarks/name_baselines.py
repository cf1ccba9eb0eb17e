"""What rapidfuzz finds by itself: its best ratio on folded text, and on a transliteration."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.process import extract

from ctdesk.text.fold import fold

# Buckwalter's letters, small, with those of Persian beside their nearest.
_BUCKWALTER = str.maketrans(
    dict(
        zip(
            "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ",
            "abtvjhxdvrzscsdtzegfqklmnhwy'pcjg",
            strict=True,
        )
    )
)

RATIOS = (fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.WRatio)
"""rapidfuzz's ratios; the best of a source is the one with the highest recall at the same false
rate."""


def folded(name: str) -> str:
    """The name as the desk's search folds it."""
    return fold(name)


def transliterated(name: str) -> str:
    """The name folded and in Latin letters, one for each Arabic letter (after Buckwalter)."""
    return fold(name).translate(_BUCKWALTER)


class RatioMatcher:
    """A list searched by one of rapidfuzz's ratios over prepared names."""

    def __init__(
        self,
        names: Sequence[tuple[str, str]],
        prepare: Callable[[str], str],
        ratio: Callable[..., float],
    ) -> None:
        self._references = [reference for _, reference in names]
        self._names = [prepare(name) for name, _ in names]
        self._prepare = prepare
        self._ratio = ratio

    def top(self, name: str, limit: int) -> list[str]:
        """The references of the best entries, best first."""
        near = extract(self._prepare(name), self._names, scorer=self._ratio, limit=limit * 6)
        return list(dict.fromkeys(self._references[at] for _, _, at in near))[:limit]
