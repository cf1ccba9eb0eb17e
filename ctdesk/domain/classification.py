"""Degrees of classification: their order, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable

LEVELS: tuple[str, ...] = ("open", "restricted", "secret", "personal", "top_secret")


def rank(classification: str) -> int:
    """0 (open) to 4 (top secret). An empty or unknown degree counts as the highest but one

    until somebody looks at it: hiding too much is mended in a minute, showing too much never.
    """
    if not classification:
        return 0
    return LEVELS.index(classification) if classification in LEVELS else len(LEVELS) - 2


def cleared(clearance: str) -> int:
    """The highest rank that a clearance covers; only open papers for none, or for one that nobody
    knows."""
    return LEVELS.index(clearance) if clearance in LEVELS else 0


def highest(classifications: Iterable[str]) -> str:
    """The highest degree among them; `open` for none."""
    return max(classifications, key=rank, default="open") or "open"
