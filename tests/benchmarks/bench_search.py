"""Search measured beside hand-written FTS5 on the same connection, in the same run.

    python -m tests.benchmarks.bench_search [-n 20000] [--kit FOLDER] [--store FILE]

Documents are resampled from the kit's reports (paragraphs shuffled, dates spread); without a kit,
words are drawn with the frequencies of a natural language. Figures are p50/p95 milliseconds.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ctdesk.search.rank import WEIGHTS
from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Card, Index, Texts
from ctdesk.text.fold import fold
from tests.benchmarks.desks import index_connection, reports

KIT_FILES = ("reports_en.jsonl", "measure-only_reports_ar.jsonl")
_FIRST = date(1990, 1, 1)
_MISSIONS = 120


def documents(count: int, kit: Path | None, seed: int = 7) -> Iterator[tuple[Card, Texts]]:
    """Mixed documents of 150 to 600 words, half English and half Arabic, some of every kind."""
    rng = random.Random(seed)
    pools = _pools(kit)
    for number in range(count):
        language = rng.choice(("ar", "en"))
        size = rng.randint(150, 600)
        body = _body(rng, pools[language], size)
        rank = rng.choices((0, 1, 2, 3, 4), (50, 25, 15, 7, 3))[0]
        mission = rng.randrange(_MISSIONS)
        card = Card(
            "document",
            f"d{number}",
            kind=rng.choice(("report", "letter", "note_verbale")),
            direction="incoming",
            number=f"{number}/{2020 + number % 5}",
            their_number=f"{rng.randint(1, 9)}/{rng.randint(1, 9)}/{rng.randint(1, 9999)}",
            date=(_FIRST + timedelta(days=rng.randrange(12_000))).isoformat(),
            title=body[:80],
            mission=f"party{mission}",
            state=rng.choice(("registered", "assigned", "filed")),
            classification=("open", "restricted", "secret", "personal", "top_secret")[rank],
            rank=rank,
            topics=" ".join(rng.sample(("FTFR", "CTFN", "SANC", "EVID", "BORD"), 2)),
            language=language,
        )
        numbers = f"{card.number}\n{card.their_number}"
        yield card, Texts(body[:80], "", body, f"Embassy in City{mission}", "", numbers)


def _pools(kit: Path | None) -> dict[str, list[str]]:
    """Sentences by language."""
    if kit is None:
        return {"en": _invented("bcdfglmnprst", "aeiou"), "ar": _invented("بتجدرسعقلمن", "اوي")}
    pools: dict[str, list[str]] = {"en": [], "ar": []}
    for name in KIT_FILES:
        for card, texts in reports(kit / name):
            pools[card.language] += re.split(r"(?<=[.!?؟])\s+", texts.body)
    return pools


def _invented(consonants: str, vowels: str) -> list[str]:
    rng = random.Random(1)
    syllables = [consonant + vowel for consonant in consonants for vowel in vowels]
    lexicon = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(40_000)]
    weights = [1 / (rank + 2) for rank in range(len(lexicon))]
    return [" ".join(rng.choices(lexicon, weights, k=15)) for _ in range(4_000)]


def _body(rng: random.Random, sentences: list[str], size: int) -> str:
    chosen: list[str] = []
    length = 0
    while length < size:
        sentence = rng.choice(sentences)
        chosen.append(sentence)
        length += sentence.count(" ") + 1
    return " ".join(chosen)


def build(count: int, kit: Path | None, path: str) -> Any:
    """The measured desk, with the rate of its filling beside a bare FTS5 and row insert."""
    rows = list(documents(count, kit))
    tokens = sum(len(fold(texts.body).split()) for _, texts in rows[:500]) / min(500, count)
    print(f"{count} documents, {tokens:.0f} words each")
    connection = index_connection(path)
    connection.execute("BEGIN IMMEDIATE")
    started = time.perf_counter()
    Index(connection).put_many(rows)
    connection.execute("COMMIT")
    ours = time.perf_counter() - started
    bare = _bare_build(rows)
    print(f"fill: {count / ours:.0f} documents/s with folding and counting of words")
    alone, insert, share = count / bare[0], count / bare[1], sum(bare) / ours
    print(f"  folding alone {alone:.0f}/s, bare insert of folded text {insert:.0f}/s;")
    print(f"  ours is {share:.2f} of the two together")
    started = time.perf_counter()
    Index(connection).optimize()
    print(f"optimize: {time.perf_counter() - started:.1f} s")
    return connection


def _bare_build(rows: list[tuple[Card, Texts]]) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        connection = index_connection(str(Path(folder) / "bare.db"))
        started = time.perf_counter()
        folded = [(fold(t.subject), "", fold(t.body), fold(t.sender), fold(t.number))
                  for _, t in rows]  # fmt: skip
        analysed = time.perf_counter() - started
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for key, (columns, (card, _)) in enumerate(zip(folded, rows, strict=True), 1):
            connection.execute("INSERT INTO ft(rowid, subject, summary, body, sender, number)"
                               " VALUES (?, ?, ?, ?, ?, ?)", (key, *columns))  # fmt: skip
            connection.execute("INSERT INTO entry(fts_key, tbl, uid, kind, number, date, title)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)",
                               (key, card.tbl, card.uid, card.kind, card.number, card.date,
                                card.title))  # fmt: skip
        connection.execute("COMMIT")
        inserted = time.perf_counter() - started
        connection.close()
    return analysed, inserted


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


def line(name: str, times: list[float], bare: list[float] | None = None) -> None:
    """One row: p50/p95, and the ratio to hand-written FTS5 where there is one."""
    p50, p95 = _percentiles(times)
    text = f"{name:34} {p50:8.2f} {p95:8.2f}"
    if bare:
        b50, b95 = _percentiles(bare)
        text += f"   bare {b50:8.2f} {b95:8.2f}   x{p50 / b50:.2f} x{p95 / b95:.2f}"
    print(text)


def _percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def vocabulary(connection: Any, count: int) -> dict[str, list[str]]:
    """Words by how many documents have them: rare, middling, common."""
    bands = {
        "rare": (2, 10),
        "middling": (count // 200, count // 20),
        "common": (count // 5, count),
    }
    rng = random.Random(3)
    found: dict[str, list[str]] = {}
    for name, (low, high) in bands.items():
        rows = connection.execute(
            "SELECT term FROM lexeme WHERE df BETWEEN ? AND ? AND length(term) > 3 ORDER BY term",
            (low, high),
        ).fetchall()
        found[name] = [row[0] for row in rng.sample(rows, min(20, len(rows)))]
    return found


def measure(connection: Any, count: int, rows: list[tuple[Card, Texts]]) -> None:
    searcher = Searcher(connection)
    bodies = {card.uid: texts.body for card, texts in rows}
    words = vocabulary(connection, count)

    def ranked(question: str) -> object:
        result = searcher.search(question)
        return [result.marker.snippet(bodies.get(hit.uid, hit.title)) for hit in result.hits[:15]]

    def bare(match: str) -> object:
        connection.execute("SELECT count(*) FROM ft WHERE ft MATCH ?", (match,)).fetchone()
        return connection.execute(
            "SELECT e.* FROM (SELECT rowid FROM ft WHERE ft MATCH ? AND rank MATCH ?"
            " ORDER BY rank LIMIT 50) AS f CROSS JOIN entry AS e ON e.fts_key = f.rowid",
            (match, WEIGHTS),
        ).fetchall()

    def compiled(question: str) -> str:
        return searcher.plan(question).expression() or '""'

    print(f"{'':34} {'p50':>8} {'p95':>8}   milliseconds")
    for name, asked in words.items():
        line(f"{name} =word", measured(lambda q: searcher.search(q), [f"={w}" for w in asked]),
             measured(bare, [f'"{word}"' for word in asked]))  # fmt: skip
        line(f"{name} word, its forms", measured(lambda q: searcher.search(q), asked),
             measured(bare, [compiled(word) for word in asked]))  # fmt: skip
    mixed = [*words["rare"], *words["middling"], *words["common"]]
    pairs = [f"{a} {b}" for a, b in zip(words["common"], words["middling"], strict=False)]
    line("two words (AND)", measured(lambda q: searcher.search(q), pairs),
         measured(bare, [compiled(pair) for pair in pairs]))  # fmt: skip
    phrases = [" ".join(fold(texts.body).split()[5:8]) for _, texts in rows[:20]]
    line("phrase", measured(lambda q: searcher.search(q), [f'"{p}"' for p in phrases]),
         measured(bare, [f'"{phrase}"' for phrase in phrases]))  # fmt: skip
    starts = [f"{word[:4]}*" for word in mixed]
    line("prefix*", measured(lambda q: searcher.search(q), starts))
    line("wild?card*", measured(lambda q: searcher.search(q), [f"{w[:2]}?{w[3:]}*" for w in mixed]))
    line("fuzzy~", measured(lambda q: searcher.search(q), [f"{word}~" for word in mixed[:20]], 1))
    line("field and dates", measured(lambda q: searcher.search(q),
         [f"mission:City{i} dated:[2001 to 2010] {w}" for i, w in enumerate(mixed)]))  # fmt: skip
    line("newest first", measured(lambda q: searcher.search(q, sort="date"), mixed))
    line("facets, common", measured(lambda q: searcher.search(q, facets=True, sort="date"),
                                    words["common"], 1))  # fmt: skip
    line("clearance 2, common, by date", measured(
        lambda q: searcher.search(q, clearance=2, sort="date"), words["common"]))  # fmt: skip
    line("clearance 2, common, ranked", measured(
        lambda q: searcher.search(q, clearance=2), words["common"]))  # fmt: skip
    line("everything, with facets", measured(lambda q: searcher.search(q, facets=True), [""]))
    line("all of these, 50 and 15 snippets", measured(ranked, [*mixed, *pairs]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20_000)
    parser.add_argument("--kit", type=Path)
    parser.add_argument("--store", help="where the measured file is written; default: temporary")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or str(Path(folder) / "bench.db")
        connection = build(options.n, options.kit, path)
        sample = list(documents(min(options.n, 5_000), options.kit))
        measure(connection, options.n, sample)
        one = Index(connection)
        extra = list(documents(50, options.kit, seed=99))
        times = []
        for i, (card, texts) in enumerate(extra):
            started = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            one.put(Card(card.tbl, f"extra{i}", date=card.date, title=card.title), texts)
            connection.execute("COMMIT")
            times.append((time.perf_counter() - started) * 1000)
        line("add one", times)
        size = Path(path).stat().st_size
        text = sum(len(texts.body.encode()) for _, texts in sample) / len(sample) * options.n
        print(f"file {size / 1e6:.0f} MB, {size / text:.2f} of the text (index and cards alone)")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"peak memory {peak / 1024:.0f} MB, the bench's own documents included")


if __name__ == "__main__":
    main()
