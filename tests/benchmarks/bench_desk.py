"""The whole Desk measured at size, beside the bare engine in the same run.

    python -m tests.benchmarks.bench_desk [-n 100000] [--kit FOLDER] [--keep FOLDER]

Prints the figures of the design's section 10 that need a full desk: bulk import against a bare
FTS5 and row insert of the same analysed text, one registration, opening, the list, search with
snippets, size, memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from ctdesk.desk import Desk
from ctdesk.domain.records import Document
from ctdesk.store.index import Card, Texts
from ctdesk.store.vault import Cost
from ctdesk.text.words import shadow
from tests.benchmarks.resampled import documents

PASSPHRASE = "a bench has no secrets"
CHEAP = Cost(memory_kib=1024, iterations=1, lanes=1)
QUERIES = (
    "oil AND (Kuwait OR Iran)",
    '"security council"',
    "government",
    "الحكومة",
    "الارهاب",
    "dated:[2001 to 2003] oil",
    "classification:secret minister",
    "mission:City7",
    "تمويل",
    "embassy telegram",
)


def main() -> None:
    options = _options()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="ctdesk-bench-"))
    reports = folder / "reports.jsonl"
    text_bytes = _write_reports(reports, documents(options.n, options.kit))
    print(f"{options.n} documents, {text_bytes / 1e6:.0f} MB of text")
    try:
        _measure(folder, reports, options.n, text_bytes)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20_000)
    parser.add_argument("--kit", type=Path)
    parser.add_argument("--keep", type=Path, help="an empty folder for the desk, left behind")
    return parser.parse_args()


def _measure(folder: Path, reports: Path, count: int, text_bytes: int) -> None:
    analysed, bare = _bare(folder, reports)
    start = time.perf_counter()
    desk = Desk.create(folder / "desk", PASSPHRASE, cost=CHEAP, language="en", digits="western")
    desk.intake.import_paths([reports])
    ours = time.perf_counter() - start
    print(
        f"import: {count / ours:.0f} documents/s; bare insert {bare:.1f} s, with its analysis"
        f" {analysed + bare:.1f} s, ours {ours:.1f} s: ratio {bare / ours:.2f} without,"
        f" {(analysed + bare) / ours:.2f} with the analysis"
    )
    _one_registration(desk)
    desk.close()
    size = sum(p.stat().st_size for p in (folder / "desk").rglob("*") if p.name != "ballast")
    print(f"store: {size / 1e6:.0f} MB, {size / text_bytes:.2f} of the text")
    _opened(folder / "desk")
    _in_a_fresh_process(folder / "desk")


def _write_reports(path: Path, rows: Iterable[tuple[Card, Texts]]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    total = 0
    with path.open("w", encoding="utf-8") as file:
        for card, texts in rows:
            total += len(texts.body.encode())
            line = {
                "kind": card.kind,
                "direction": "incoming",
                "their_number": card.their_number,
                "their_date": card.date,
                "from": texts.sender,
                "subject": card.title,
                "topics": card.topics.split(),
                "classification": card.classification,
                "language": card.language,
                "text": texts.body,
                "source_id": card.uid,
            }
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return total


def _bare(folder: Path, reports: Path) -> tuple[float, float]:
    """Seconds of the analysis, and of a bare FTS5 and row insert of what it gave."""
    connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    connection.set_key(f"x'{'00' * 32}'")
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA cache_size = -64000",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE report (id INTEGER PRIMARY KEY, subject TEXT, sender TEXT, text TEXT)",
        "CREATE VIRTUAL TABLE ft USING fts5(subject, sender, body, content='',"
        " contentless_delete=1, tokenize='ascii', detail=full)",
    ):
        connection.execute(statement)
    analysis = insert = 0.0
    for batch in _batches(reports, 200):
        start = time.perf_counter()
        folded = [[shadow(r[name]) for name in ("subject", "from", "text")] for r in batch]
        analysed = time.perf_counter()
        connection.execute("BEGIN")
        for row, columns in zip(batch, folded, strict=True):
            at = connection.execute(
                "INSERT INTO report (subject, sender, text) VALUES (?, ?, ?)",
                (row["subject"], row["from"], row["text"]),
            ).lastrowid
            connection.execute(
                "INSERT INTO ft (rowid, subject, sender, body) VALUES (?, ?, ?, ?)", (at, *columns)
            )
        connection.execute("COMMIT")
        insert += time.perf_counter() - analysed
        analysis += analysed - start
    connection.close()
    (folder / "bare.db").unlink()
    return analysis, insert


def _batches(reports: Path, size: int) -> Iterator[list[dict[str, str]]]:
    with reports.open(encoding="utf-8") as lines:
        batch = []
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == size:
                yield batch
                batch = []
        if batch:
            yield batch


def _one_registration(desk: Desk) -> None:
    def register() -> None:
        desk.documents.register(
            Document(kind="report", direction="incoming", subject="x", text="oil talks " * 150)
        )

    syncs = _timed(lambda: _one_sync(desk.folder), 20)
    print(f"register one: {_shown(_timed(register, 20))}; a sync of this disk: {_shown(syncs)}")


def _one_sync(folder: Path) -> None:
    path = folder / "sync-probe"
    with path.open("wb") as file:
        file.write(b"x" * 4096)
        os.fsync(file.fileno())
    path.unlink()


def _opened(folder: Path) -> None:
    start = time.perf_counter()
    unlocked = Desk.unlock(folder, PASSPHRASE)
    derived = time.perf_counter()
    desk = Desk.open_unlocked(folder, unlocked)
    desk.documents.list(limit=100)
    print(
        f"open: key {1000 * (derived - start):.0f} ms (cheap slot), database and first list"
        f" {1000 * (time.perf_counter() - derived):.0f} ms"
    )
    print(f"list, first hundred: {_shown(_timed(lambda: desk.documents.list(limit=100), 20))}")
    print(f"counts of the rail: {_shown(_timed(desk.documents.counts, 10))}")
    for sort in ("date", "rank"):
        found = [
            took
            for query in QUERIES
            for took in _timed(
                partial(desk.documents.list, query, limit=50, snippets=True, sort=sort), 5
            )
        ]
        print(f"search by {sort}, 50 with snippets, {len(QUERIES)} queries: {_shown(found)}")
    typed = [
        took
        for query in ("gov", "gover", "الحك", "تمو", "oil pri")
        for took in _timed(partial(desk.documents.list, f"{query}*", limit=50), 5)
    ]
    print(f"search as you type: {_shown(typed)}")
    desk.close()


def _in_a_fresh_process(folder: Path) -> None:
    """Memory of a process that opens the desk, lists and searches."""
    script = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from ctdesk.desk import Desk\n"
        f"desk = Desk.open(Path(sys.argv[1]), {PASSPHRASE!r})\n"
        "desk.documents.list(limit=100)\n"
        f"for query in {QUERIES!r}:\n"
        "    desk.documents.list(query, limit=50, snippets=True, sort='rank')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )
    print(f"memory of a process that opened, listed and searched: {done.stdout.strip()} MB")
    print(f"(this bench itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB)")


def _timed(act: Callable[[], object], times: int) -> list[float]:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - start))
    return found


def _shown(millis: list[float]) -> str:
    ordered = sorted(millis)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"p50 {statistics.median(ordered):.1f} ms, p95 {p95:.1f} ms"


if __name__ == "__main__":
    main()
