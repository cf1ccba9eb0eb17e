"""Ranking beyond FTS5's own bm25.

bm25 gives each form of a word its own rarity: a document that has a rare inflection of a common
word would come first. Here a form counts with the rarity of its whole group of forms. bm25 is a sum
over the forms, so the share of a rare form can be read by asking for it alone, and corrected.
Documents that have all words as typed come before those that have other forms, at like worth.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ctdesk.search.expand import Forms

# Columns: subject, summary, body, sender, addressee, number.
WEIGHTS = "bm25(8.0, 4.0, 1.0, 3.0, 3.0, 8.0)"
# Only so many of the best are looked at again.
WINDOW = 200
# How much more a document with all words as typed is worth.
EXACT = 1.5
# Documents read, at most, to correct the shares of rare forms: of one word, of all together.
_BUDGET = 4_000
_BUDGETS = 30_000


def reranked(
    connection: Any,
    scored: Sequence[tuple[int, float]],
    groups: Iterable[Forms],
    exact: str | None,
    records: int,
) -> list[tuple[int, float, bool]]:
    """The (key, bm25) pairs, best first by group rarity and exactness: key, worth, is exact.

    Worth is positive, more is better; equal worth goes newest (highest key) first. `exact` is the
    MATCH expression of the words as typed (None: all are exact), `records` the number in the index.
    """
    keys = [key for key, _ in scored]
    worth = {key: -score for key, score in scored}
    groups = list(groups)
    budget = min(_BUDGET, _BUDGETS // max(1, len(groups)))
    for group in groups:
        for key, share in _overrated(connection, group, records, budget).items():
            if key in worth:
                worth[key] -= share
    same = _matching(connection, exact, keys) if exact is not None else set(keys)
    rated = [
        (key, _rounded(worth[key] * (EXACT if key in same else 1.0)), key in same) for key in keys
    ]
    return sorted(rated, key=lambda hit: (-hit[1], -hit[0]))


def _rounded(worth: float) -> float:
    """To six digits, so that documents of like worth are equal and go by date."""
    return float(f"{worth:.6g}")


def rarity(df: int, records: int) -> float:
    """The inverse document frequency that FTS5's bm25 takes."""
    return max(1e-6, math.log((records - df + 0.5) / (df + 0.5))) if df < records else 1e-6


def _overrated(connection: Any, group: Forms, records: int, budget: int) -> dict[int, float]:
    """By document, what the rare forms of a group add beyond the group's own rarity."""
    if len(group.df) < 2:
        return {}
    of_group = rarity(min(records // 2 + 1, sum(df for _, df in group.df)), records)
    by_df: dict[int, list[str]] = defaultdict(list)
    for form, df in group.df:
        if df and rarity(df, records) > of_group + 0.2:
            by_df[df].append(form)
    shares: dict[int, float] = defaultdict(float)
    read = 0
    for df in sorted(by_df):
        read += df * len(by_df[df])
        if read > budget:
            break
        excess = 1 - of_group / rarity(df, records)
        forms = " OR ".join(f'"{form}"' for form in by_df[df])
        rows = connection.execute(
            "SELECT rowid, rank FROM ft WHERE ft MATCH ? AND rank MATCH ?", (forms, WEIGHTS)
        )
        for key, score in rows:
            shares[key] -= score * excess
    return shares


def _matching(connection: Any, expression: str, keys: Sequence[int]) -> set[int]:
    rows = connection.execute(
        # The plus keeps FTS5 from seeking each key by itself: one pass is ten times faster.
        "SELECT rowid FROM ft WHERE ft MATCH ? AND +rowid IN (SELECT value FROM json_each(?))",
        (expression, json.dumps(list(keys))),
    )
    return {key for (key,) in rows}
