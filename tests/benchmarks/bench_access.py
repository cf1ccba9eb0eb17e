"""What need-to-know costs: lists, searches, completions of a lower officer beside one who sees all.

    python -m tests.benchmarks.bench_access [--records N]

Prints milliseconds (median of 15) and the ratio to the officer who is cleared for everything.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.domain.classification import LEVELS
from ctdesk.domain.records import Action, Document, Link, Officer
from ctdesk.store.vault import Cost

_WORDS = [
    "تمويل",
    "الإرهاب",
    "والمقاتلين",
    "الأجانب",
    "وحدود",
    "الدولة",
    "وقرارات",
    "مجلس",
    "الأمن",
    "والسفارة",
]


def filled(folder: Path, records: int) -> Desk:
    """A desk with so many documents of all degrees, an action and a tie for each."""
    desk = Desk.create(folder, "four words to measure with", cost=Cost(1024, 1, 1))
    before = ""
    with desk._store.act("test") as act:
        for n in range(records):
            words = " ".join(_WORDS[(n + k) % len(_WORDS)] for k in range(7))
            document = act.create(
                Document(kind="report", direction="incoming", subject=f"{words} {n}",
                         text=f"{words} وحدة{n % 97} وردت في التقرير {n}.",
                         their_date=f"2026-{n % 12 + 1:02}-01",
                         classification=LEVELS[n % len(LEVELS)], state="registered")
            )  # fmt: skip
            act.create(Action(what=f"متابعة {n}", document=document.uid, state="open"))
            if before:
                act.create(
                    Link(source=document.uid, source_table="document", target=before,
                         target_table="document", type="refers_to")
                )  # fmt: skip
            before = document.uid
    return desk


def median_ms(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(15):
        start = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=5_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = filled(Path(folder) / "desk", options.records)
        with desk._store.act("test") as act:
            officer = act.create(Officer(title_ar="موظف", role="officer", clearance="restricted"))
        lower = Desk(desk._store, replace(officer))
        questions: dict[str, Callable[[Desk], object]] = {
            "all actions": lambda d: d.actions.list(),
            "counts in the rail": lambda d: d.documents.counts(),
            "newest documents": lambda d: d.documents.list(limit=50),
            "search, ranked": lambda d: d.documents.list("تمويل الإرهاب", sort="rank", limit=50),
            "search, facets": lambda d: d.documents.list("تمويل", facets=True, limit=50),
            "completion": lambda d: d.searches.complete("وحد", 3),
            "links of a document": lambda d: d.documents.links(first),
        }
        first = lower.documents.list(limit=1).rows[0].uid
        print(f"{options.records} documents, {options.records} actions")
        for name, question in questions.items():
            whole = median_ms(lambda q=question: q(desk))  # type: ignore[misc]
            part = median_ms(lambda q=question: q(lower))  # type: ignore[misc]
            print(f"{name:22} all {whole:8.2f} ms   lower {part:8.2f} ms   x{part / whole:.2f}")
        desk.close()


if __name__ == "__main__":
    main()
