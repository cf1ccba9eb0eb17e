"""Hostile and random questions asked of 10,000 documents: none may raise, none take a second.

    python -m tests.benchmarks.hostile_queries [-n 10000] [--questions 3000] [--seed 1]
                                               [--kit FOLDER] [--store FILE]

Each question is asked by rank with facets, and as one being typed. Prints what raised, the slowest
of each kind and the slowest of all. Exits 1 if any raised or took a second.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ctdesk.search.searcher import Searcher
from tests.benchmarks.bench_search import percentiles
from tests.benchmarks.built import build
from tests.benchmarks.desks import index_connection

LIMIT_MS = 1_000
_SHOWN = 12
_FIELDS = (
    "mission:", "from:", "to:", "subject:", "text:", "number:", "kind:", "dated:", "due:", "year:",
    "topic:", "officer:", "classification:", "السفارة:", "الموضوع:", "التاريخ:", "النوع:",
)  # fmt: skip
_SIGNS = (
    *"()[]{}\"'*?~:^-+<>=/\\.,|&!@#$%٠؟«»،؛_",
    " AND ", " OR ", " NOT ", " to ", " و ", " أو ", " ليس ", " إلى ", "من ", "NEAR(", "\x00",
    "\n", "\t", "\ud800", "\u202e", "\u200b", "\ufdfa", "\ufeff", "𝔄", "ﷲ", "é", "ß", "İ", " ",
)  # fmt: skip


class Asked(NamedTuple):
    kind: str
    question: str


class Took(NamedTuple):
    millis: float
    how: str
    asked: Asked


class Writer:
    """Writes questions of every kind out of the words that a database holds."""

    def __init__(self, connection: Any, seed: int) -> None:
        self._rng = random.Random(seed)
        rows = connection.execute("SELECT term FROM lexeme ORDER BY df DESC, term").fetchall()
        self._words = [str(term) for (term,) in rows]
        self._common = self._words[:300]
        self._kinds: tuple[Callable[[], str], ...] = (
            self._or, self._and, self._mixed, self._denied, self._wild, self._anything, self._fuzzy,
            self._prefixes, self._nested, self._deep, self._ranges, self._fields, self._phrases,
            self._near, self._pasted, self._digits, self._one_word, self._signs, self._noise,
            self._dates, self._repeated, self._glued,
        )  # fmt: skip

    def questions(self, count: int) -> Iterator[Asked]:
        """So many questions, every kind in turn."""
        for number in range(count):
            write = self._kinds[number % len(self._kinds)]
            yield Asked(write.__name__.lstrip("_"), write())

    def _word(self) -> str:
        pool = self._common if self._rng.random() < 0.5 else self._words
        return self._rng.choice(pool)

    def _some(self, most: int, least: int = 1) -> list[str]:
        return [self._word() for _ in range(self._rng.randint(least, most))]

    def _or(self) -> str:
        return " OR ".join(self._some(200))

    def _and(self) -> str:
        return " AND ".join(self._some(60))

    def _mixed(self) -> str:
        joins = (" AND ", " OR ", " NOT ", " و ", " أو ", " ليس ", " ", " -", " ANDNOT ")
        return "".join(word + self._rng.choice(joins) for word in self._some(80))

    def _denied(self) -> str:
        sign = self._rng.choice(("-", "NOT ", "ليس "))
        return " ".join(sign + word for word in self._some(60))

    def _pattern(self) -> str:
        letters = list(self._word())
        for _ in range(self._rng.randint(1, 3)):
            letters[self._rng.randrange(len(letters))] = self._rng.choice("*?")
        return "".join(letters)

    def _wild(self) -> str:
        return self._rng.choice((" ", " OR ")).join(
            self._pattern() for _ in range(self._rng.randint(1, 60))
        )

    def _anything(self) -> str:
        signs = ("*", "?", "??", "???", "*?*", "?*", "*a*", "*ا*", "a*", "ال*", "*e?", "?????*")
        return self._rng.choice((" ", " OR ", " -")).join(
            self._rng.choice(signs) for _ in range(self._rng.randint(1, 150))
        )

    def _fuzzy(self) -> str:
        parts = []
        for word in self._some(self._rng.choice((1, 5, 150))):
            word = word[: self._rng.randint(1, len(word))] * self._rng.choice((1, 1, 1, 4))
            parts.append(f"{word}~{self._rng.choice(('', '1', '2', '3', '9', '99'))}")
        return self._rng.choice((" ", " OR ")).join(parts)

    def _prefixes(self) -> str:
        size = self._rng.choice((1, 2, 3))
        return self._rng.choice((" ", " OR ")).join(f"{word[:size]}*" for word in self._some(120))

    def _nested(self) -> str:
        text = self._word()
        for _ in range(self._rng.randint(1, 60)):
            join = self._rng.choice((" ", " OR ", " AND ", " NOT "))
            text = f"({text}{join}{self._word()})"
        return text

    def _deep(self) -> str:
        opened = self._rng.randint(1, 400)
        return "(" * opened + self._word() + ")" * self._rng.choice((opened, 0, opened // 2))

    def _ranges(self) -> str:
        ends = ("", "a", "1900", "2025", "آذار 2025", "last month", "1/1/1", "99999", "zz", "أ")
        field = self._rng.choice(("", *_FIELDS))
        parts = []
        for _ in range(self._rng.randint(1, 30)):
            low, high = self._rng.choice(ends), self._rng.choice(ends)
            to = self._rng.choice((" to ", " TO ", " إلى ", " - ", "to"))
            parts.append(field + self._rng.choice("[{") + low + to + high + self._rng.choice("]}"))
        return self._rng.choice((" ", " OR ")).join(parts)

    def _fields(self) -> str:
        parts = [self._rng.choice(_FIELDS) + word for word in self._some(50)]
        return self._rng.choice((" ", " OR ", " -")).join(parts)

    def _phrases(self) -> str:
        parts = [f'"{" ".join(self._some(8))}"' for _ in range(self._rng.randint(1, 30))]
        return self._rng.choice((" ", " OR ")).join(parts)

    def _near(self) -> str:
        parts = [f'"{" ".join(self._some(6))}"~{self._rng.choice((1, 3, 50, 9999))}'
                 for _ in range(self._rng.randint(1, 25))]  # fmt: skip
        return self._rng.choice((" ", " OR ")).join(parts)

    def _pasted(self) -> str:
        return " ".join(self._some(170, 60))

    def _digits(self) -> str:
        signs = "0123456789٠١٢٣٤٥٦٧٨٩۰۱/-. "
        return "".join(self._rng.choices(signs, k=self._rng.randint(1, 1_000)))

    def _one_word(self) -> str:
        letter = self._rng.choice("aeاوبل1*?~^'")
        return letter * self._rng.randint(1, 2_000)

    def _signs(self) -> str:
        parts = (*_SIGNS, *_FIELDS, *self._some(10))
        return "".join(self._rng.choices(parts, k=self._rng.randint(1, 150)))

    def _noise(self) -> str:
        ranges = ((0, 0x7F), (0x600, 0x6FF), (0, 0xFFFF), (0xD800, 0xDFFF), (0, 0x10FFFF))
        low, high = self._rng.choice(ranges)
        return "".join(
            chr(self._rng.randint(low, high)) for _ in range(self._rng.randint(1, 1_000))
        )

    def _dates(self) -> str:
        parts = ("dated:", "due:", "year:", "التاريخ: ", "من ", "إلى ", "from ", "between ", "and ",
                 "آذار ", "last ", "month ", "2025 ", "1/3/2025 ", "الماضي ", "هجري ", "> ", "<= ",
                 "to ", "٣١ ", "يوم ", "today ")  # fmt: skip
        return "".join(self._rng.choices(parts, k=self._rng.randint(1, 120)))

    def _repeated(self) -> str:
        parts = ('"a b" ', "a* ", "-a ", "a~2 ", "(a ", "a) ", "a OR ", "a AND ", "NOT ", "*:* ",
                 "dated:2025 OR ", "kind:x OR ", "[a to b] ", "a^9 ", "=a ", "و ", "عبد ال", ". ",
                 "a/", "a-", "a_", "'a", "mission:* ", "text:a* ")  # fmt: skip
        return self._rng.choice(parts) * self._rng.randint(1, 400)

    def _glued(self) -> str:
        return self._rng.choice(("/", "-", ".", "_", "'", "\u200c", "ـ")).join(self._some(150))


def ask(searcher: Searcher, asked: Asked) -> Iterator[Took]:
    """Asks one question in each way; what raises goes to the caller."""
    for how, options in (
        ("rank", {"facets": True}),
        ("date", {"sort": "date"}),
        ("typing", {"typing": True}),
    ):
        started = time.perf_counter()
        searcher.search(asked.question, **options)
        yield Took((time.perf_counter() - started) * 1000, how, asked)


def _asked(searcher: Searcher, questions: Iterator[Asked]) -> tuple[list[Took], int]:
    took: list[Took] = []
    raised = 0
    for asked in questions:
        try:
            took += ask(searcher, asked)
        except Exception:  # noqa: BLE001 - what raises is what is looked for
            raised += 1
            print(f"RAISED {asked.kind}: {asked.question!a}\n{traceback.format_exc(limit=-3)}")
    return took, raised


def _print(took: list[Took]) -> None:
    kinds = dict.fromkeys(one.asked.kind for one in took)
    print(f"{'milliseconds':16} {'p50':>8} {'p95':>8} {'most':>8}")
    for kind in kinds:
        times = [one.millis for one in took if one.asked.kind == kind]
        p50, p95 = percentiles(times)
        print(f"{kind:16} {p50:8.1f} {p95:8.1f} {max(times):8.1f}")
    print("\nthe slowest:")
    for one in sorted(took, reverse=True)[:_SHOWN]:
        print(f"{one.millis:8.1f} {one.how:6} {one.asked.kind}: {one.asked.question[:150]!a}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kit", type=Path)
    parser.add_argument("--store", help="the database kept, or used if it is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or f"{folder}/hostile.db"
        if not Path(path).exists():
            build(path, options.n, options.kit)
        connection = index_connection(path)
        writer = Writer(connection, options.seed)
        took, raised = _asked(Searcher(connection), writer.questions(options.questions))
    _print(took)
    slow = [one for one in took if one.millis >= LIMIT_MS]
    print(f"\n{options.questions} questions: {raised} raised, {len(slow)} took a second or more")
    sys.exit(1 if raised or slow else 0)


if __name__ == "__main__":
    main()
