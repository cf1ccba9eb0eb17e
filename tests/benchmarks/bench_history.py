"""The history measured: verification beside bare SHA-256 over the same bytes, pages at size.

    python -m tests.benchmarks.bench_history [--entries 100000] [--acts 250000]

Prints what `desk.history.verify` costs beside hashing the very bytes that it hashes, and what a
page of the history costs among few acts and among `--acts`, for each kind of question.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.store.changes import NO_HASH, canonical, next_clock
from ctdesk.store.vault import Cost

CHEAP = Cost(memory_kib=1024, iterations=1, lanes=1)
PASSPHRASE = "a bench has no secrets"
_ACTS = ("edit", "state", "refer", "export", "unlock", "register", "link")
_OFFICERS = 12
_FEW = 5_000
"""So many that each question has a page of fifty acts."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--acts", type=int, default=250_000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="ctdesk-bench-"))
    print(f"{os.cpu_count()} cores")
    try:
        _verification(folder / "chains", options.entries)
        _pages(folder, (_FEW, options.acts))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _desk(folder: Path) -> Desk:
    return Desk.create(folder, PASSPHRASE, cost=CHEAP, language="en", digits="western")


def fill(desk: Desk, acts: int, fields: int) -> None:
    """Enter acts of so many fields each as the desk itself would, without the records' rows.

    Each act writes its own record, but for every hundredth, which writes the same one.
    """
    connection = desk._store.read.connection
    device, seq, head, clock = connection.execute(
        "SELECT id, change_seq, change_hash, clock FROM device WHERE own = 1"
    ).fetchone()
    text = canonical("a value of a field, as long as a subject of a report mostly is in Arabic")
    millis = int(clock[:13])
    connection.execute("BEGIN")
    for number in range(acts):
        millis += 1000
        act, officer = _ACTS[number % len(_ACTS)], f"officer-{number % _OFFICERS}"
        row = "the same" if number % 100 == 0 else f"row-{number}"
        rows = []
        for name in range(fields):
            seq += 1
            clock = next_clock(clock, device, millis)
            parts = (device, seq, clock, act, officer, "document", row, f"field{name}", text, "")
            head = hashlib.sha256(head + canonical(parts).encode()).digest()
            rows.append((*parts, head))
        connection.executemany("INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    connection.execute(
        "UPDATE device SET change_seq = ?, change_hash = ?, clock = ?", (seq, head, clock)
    )
    connection.execute("COMMIT")


def _verification(folder: Path, entries: int) -> None:
    desk = _desk(folder)
    fill(desk, entries // 4, 4)
    connection = desk._store.read.connection
    start = time.perf_counter()
    found = desk.history.verify()
    ours = time.perf_counter() - start
    assert found.sound
    rows = connection.execute(
        "SELECT device, seq, hlc, act, officer, tbl, row_id, field, value, base FROM change"
        " ORDER BY seq"
    ).fetchall()
    texts = [canonical(row).encode() for row in rows]
    start = time.perf_counter()
    previous = NO_HASH
    for text in texts:
        previous = hashlib.sha256(previous + text).digest()
    bare = time.perf_counter() - start
    start = time.perf_counter()
    previous = NO_HASH
    for row in rows:
        text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        previous = hashlib.sha256(previous + text.encode()).digest()
    plain = time.perf_counter() - start
    size = sum(map(len, texts)) / 1e6
    print(
        f"verify {found.entries} entries ({size:.0f} MB): {ours:.2f} s; bare SHA-256 over the same"
        f" bytes {bare:.2f} s: ratio {ours / bare:.1f}; with json.dumps, rows in memory,"
        f" {plain:.2f} s: ratio {ours / plain:.2f}"
    )
    desk.close()


def _pages(folder: Path, sizes: tuple[int, ...]) -> None:
    questions = {
        "newest": HistoryFilter(),
        "of an officer": HistoryFilter(officer="officer-3"),
        "of a kind": HistoryFilter(act="export"),
        "officer and kind": HistoryFilter(officer="officer-3", act="export"),
        "what left": HistoryFilter(act="left"),
        "of a day": HistoryFilter(since="2026-11-23", until="2030-01-01"),
    }
    timed: dict[str, list[float]] = {name: [] for name in questions}
    for size in sizes:
        desk = _desk(folder / f"desk-{size}")
        fill(desk, size, 1)
        for name, asked in questions.items():
            timed[name].append(_median(lambda desk=desk, asked=asked: desk.history.page(asked)))
        desk.close()
    for name, times in timed.items():
        shown = " / ".join(f"{each * 1000:.1f}" for each in times)
        print(f"first page, {name}: {shown} ms among {' / '.join(map(str, sizes))} acts")


def _median(act: Callable[[], object], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
