"""Search measured beside hand-written FTS5 on the same database, in the same run.

    python -m tests.benchmarks.bench_search [-n 10000]... [--kit FOLDER] [--store FILE]

Documents are resampled from the kit's reports and streamed: none are held. Building and searching
run each in a process of its own, so that the memory told is theirs. `--store` keeps the database,
or uses the one that is there ("{n}" in its name stands for the size). With several sizes the growth
from the first to the last is told. Up to 10,000 documents Whoosh's own index, and Recoll if it is
installed, answer the same questions. Figures are p50/p95 in milliseconds.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ctdesk.search.rank import WEIGHTS
from ctdesk.search.searcher import Searcher
from ctdesk.text.fold import fold
from tests.benchmarks.built import Bodies, add_some, build
from tests.benchmarks.desks import index_connection
from tests.benchmarks.others import recoll, whoosh_index
from tests.benchmarks.questions import Questions, questions

FIRST = 50
_MOST_WHOOSH = 10_000
Figures = dict[str, tuple[float, float]]


def measured(act: Callable[[str], object], asked: list[str], rounds: int = 3) -> list[float]:
    """Milliseconds of each act on each question, the first round unmeasured."""
    times: list[float] = []
    for turn in range(rounds + 1):
        for question in asked:
            started = time.perf_counter()
            act(question)
            if turn:
                times.append((time.perf_counter() - started) * 1000)
    return times


def percentiles(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


class Bench:
    """One database under measure, and what came out by name."""

    def __init__(self, path: str, count: int) -> None:
        self._connection = index_connection(path)
        self._searcher = Searcher(self._connection)
        self._bodies = Bodies(path)
        self.asked: Questions = questions(self._connection, count, self._bodies)
        self.figures: Figures = {}

    def line(self, name: str, act: Callable[[str], object], asked: list[str],
             by_hand: list[str] | None = None, newest: bool = False) -> None:  # fmt: skip
        """A row: ours; the bare MATCH of the words as typed, as people would write it; and the same
        answer by hand: the forms that ours asks for, counted, and the cards of the first."""
        if not asked:
            print(f"{name:34} no such words here")
            return
        ours = percentiles(measured(act, asked))
        self.figures[name] = ours
        text = f"{name:34} {ours[0]:8.2f} {ours[1]:8.2f}"
        if by_hand:
            forms = [self._searcher.plan(question).expression() or '""' for question in asked]
            bare = percentiles(measured(lambda m: self._matched(m, newest), by_hand))
            same = percentiles(measured(lambda m: self._answered(m, newest), forms))
            text += f" {bare[0]:8.2f} {bare[1]:8.2f} {same[0]:8.2f} {same[1]:8.2f}"
            text += f"   x{ours[0] / same[0]:.2f} x{ours[1] / same[1]:.2f}"
        print(text, flush=True)

    def _matched(self, match: str, newest: bool) -> list[Any]:
        order = "rowid DESC" if newest else "rank"
        rows = self._connection.execute(
            f"SELECT rowid FROM ft WHERE ft MATCH ? AND rank MATCH ? ORDER BY {order} LIMIT ?",
            (match, WEIGHTS, FIRST),
        )
        return [key for (key,) in rows]

    def _answered(self, match: str, newest: bool) -> object:
        self._connection.execute("SELECT count(*) FROM ft WHERE ft MATCH ?", (match,)).fetchone()
        keys = self._matched(match, newest)
        marks = ", ".join("?" * len(keys))
        return self._connection.execute(
            f"SELECT * FROM entry WHERE fts_key IN ({marks})", keys
        ).fetchall()

    def by_rank(self, question: str) -> object:
        return self._searcher.search(question, limit=FIRST)

    def by_date(self, question: str) -> object:
        return self._searcher.search(question, limit=FIRST, sort="date")

    def typing(self, question: str) -> object:
        return self._searcher.search(question, limit=FIRST, typing=True)

    def faceted(self, question: str) -> object:
        # A searcher of its own: one that has counted the same before knows the answer.
        return Searcher(self._connection).search(question, limit=FIRST, facets=True)

    def cleared(self, question: str) -> object:
        return self._searcher.search(question, limit=FIRST, clearance=2)

    def with_snippets(self, question: str) -> object:
        result = self._searcher.search(question, limit=FIRST)
        return [result.marker.snippet(self._bodies.of(hit.uid)) for hit in result.hits]

    def run(self) -> None:
        """Every kind of question, a row each."""
        asked = self.asked
        print(f"{'':34} {'ours':>17} {'a bare MATCH':>17} {'all of it by hand':>17}   ours / it")
        for sort, act in (("rank", self.by_rank), ("date", self.by_date)):
            newest = sort == "date"
            for name, words in asked.bands.items():
                exact = [f"={word}" for word in words]
                plain = [f'"{word}"' for word in words]
                self.line(f"{name} =word, by {sort}", act, exact, plain, newest)
                self.line(f"{name} word, by {sort}", act, words, plain, newest)
            self.line(f"two words, by {sort}", act, asked.pairs,
                      [_anded(pair) for pair in asked.pairs], newest)  # fmt: skip
            quoted = [f'"{phrase}"' for phrase in asked.phrases]
            self.line(f"phrase, by {sort}", act, quoted, [f'"{fold(p)}"' for p in asked.phrases],
                      newest)  # fmt: skip
            starts = [f"{start}*" for start in asked.starts]
            self.line(f"prefix*, by {sort}", act, starts, [f'"{s}" *' for s in asked.starts],
                      newest)  # fmt: skip
            fields = [f"mission:City{i} dated:[2001 to 2010] {w}" for i, w in enumerate(asked.all)]
            self.line(f"field and dates, by {sort}", act, fields)
        self.line("wild?card*", self.by_rank, [f"{w[:2]}?{w[3:]}*" for w in asked.all])
        self.line("fuzzy~", self.by_rank, [f"{word}~" for word in asked.all])
        self.line("as you type", self.typing, asked.typed)
        for name in ("middling", "common"):
            self.line(f"facets, {name}", self.faceted, asked.bands[name])
            self.line(f"clearance 2, {name}", self.cleared, asked.bands[name])
        self.line("everything, with facets", self.faceted, [""])
        self.line(f"{FIRST} ranked with snippets", self.with_snippets,
                  [*asked.all, *asked.pairs])  # fmt: skip

    def add(self, kit: Path | None) -> None:
        """Documents registered one by one, each in a transaction of its own."""
        times = add_some(self._connection, kit)
        self.figures["add one"] = percentiles(times)
        p50, p95 = self.figures["add one"]
        print(f"{'add one, committed':34} {p50:8.2f} {p95:8.2f}")


def _anded(words: str) -> str:
    return " AND ".join(f'"{word}"' for word in words.split())


def peak() -> str:
    """The most memory that this process has had."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most"


def _build(path: str, count: int, kit: Path | None) -> None:
    build(path, count, kit)
    print(f"memory of building: {peak()}", flush=True)


def _search(path: str, count: int, kit: Path | None) -> tuple[Figures, Questions]:
    bench = Bench(path, count)
    bench.run()
    print(f"memory of searching: {peak()}")
    bench.add(kit)
    return bench.figures, bench.asked


def _apart(act: Callable[..., Any], *values: object) -> Any:
    """What an act gives, done in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(act, *values).result()


def _sized(count: int, kit: Path | None, path: str) -> Figures:
    print(f"\n{count} documents", flush=True)
    if Path(path).exists():
        print("the database is there already: not built", flush=True)
    else:
        _apart(_build, path, count, kit)
    figures, asked = _apart(_search, path, count, kit)
    if count <= _MOST_WHOOSH:
        _apart(whoosh_index, count, kit, asked)
        _apart(recoll, count, kit, asked)
    return dict(figures)


def _growth(sizes: list[int], all_figures: list[Figures]) -> None:
    first, last = all_figures[0], all_figures[-1]
    print(f"\np50 and p95, {sizes[0]} -> {sizes[-1]} documents (x{sizes[-1] / sizes[0]:.0f})")
    for name in first:
        if name in last:
            (a50, a95), (b50, b95) = first[name], last[name]
            print(f"{name:34} {a50:8.2f} -> {b50:8.2f} x{b50 / a50:<6.1f}"
                  f" {a95:8.2f} -> {b95:8.2f} x{b95 / a95:.1f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, action="append")
    parser.add_argument("--kit", type=Path)
    parser.add_argument("--store", default="", help="the database kept; {n} stands for the size")
    options = parser.parse_args()
    sizes = sorted(options.n or [10_000])
    if len(sizes) > 1 and options.store and "{n}" not in options.store:
        parser.error("several sizes need {n} in the name of --store")
    with tempfile.TemporaryDirectory() as folder:
        stores = [options.store.replace("{n}", str(n)) or f"{folder}/{n}.db" for n in sizes]
        figures = [_sized(n, options.kit, s) for n, s in zip(sizes, stores, strict=True)]
    if len(sizes) > 1:
        _growth(sizes, figures)


if __name__ == "__main__":
    main()
