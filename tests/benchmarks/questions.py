"""The questions of a measurement, out of the words and phrases that a database holds."""

from __future__ import annotations

import random
from itertools import cycle
from typing import Any, NamedTuple

from ctdesk.text.fold import fold
from tests.benchmarks.built import Bodies

_EACH = 20


class Questions(NamedTuple):
    """Words by how many documents have them, and what is made of them."""

    bands: dict[str, list[str]]
    pairs: list[str]
    phrases: list[str]
    starts: list[str]
    typed: list[str]

    @property
    def all(self) -> list[str]:
        """The words of every band."""
        return [word for words in self.bands.values() for word in words]


def questions(connection: Any, count: int, bodies: Bodies) -> Questions:
    """The questions to ask of a database of so many documents; the same each time."""
    bands = _bands(connection, count)
    words = [word for band in bands.values() for word in band]
    pairs = [f"{a} {b}" for a, b in zip(cycle(bands["common"]), bands["middling"], strict=False)]
    phrases = [" ".join(fold(body).split()[5:8]) for body in bodies.some(_EACH)]
    typed = [word[:size] for word in words for size in (2, 3, 5) if len(word) > size]
    typed += [pair[:-2] for pair in pairs]
    return Questions(bands, pairs, phrases, [word[:4] for word in words], typed)


def _bands(connection: Any, count: int) -> dict[str, list[str]]:
    edges = {
        "rare": (2, 10),
        "middling": (count // 200, count // 20),
        "common": (count * 3 // 10 + 1, count),
    }
    rng = random.Random(3)
    found: dict[str, list[str]] = {}
    for name, (low, high) in edges.items():
        rows = connection.execute(
            "SELECT term FROM lexeme WHERE df BETWEEN ? AND ? AND length(term) > 2"
            " AND term NOT GLOB '*[0-9]*' ORDER BY term",
            (low, high),
        ).fetchall()
        found[name] = [row[0] for row in rng.sample(rows, min(_EACH, len(rows)))]
    return found
