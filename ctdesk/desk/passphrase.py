"""How hard a passphrase is to guess: a hint for the person who chooses it, not a gate."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

_LEVELS = (("short", 28.0), ("fair", 45.0), ("good", 60.0))


@dataclass(frozen=True)
class Strength:
    """`score` 0 (nothing) to 4 (strong); the hint is the term `strength.<hint_key>`."""

    score: int
    hint_key: str


def passphrase_strength(text: str) -> Strength:
    """An estimate from the distinct characters and their kinds; repeats count for little."""
    normal = unicodedata.normalize("NFKC", text)
    if not normal.strip():
        return Strength(0, "empty")
    kinds = {unicodedata.category(c)[:2] for c in normal}
    alphabet = 10 + 14 * len(kinds)
    effective = len(set(normal)) + 0.4 * (len(normal) - len(set(normal)))
    bits = effective * math.log2(alphabet) * 0.6
    for score, (hint, limit) in enumerate(_LEVELS, start=1):
        if bits < limit:
            return Strength(score, hint)
    return Strength(4, "strong")
