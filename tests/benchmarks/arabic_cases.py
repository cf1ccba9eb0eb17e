"""Precision and recall of finding on labelled pairs of a question and a text, by class.

    python -m tests.benchmarks.arabic_cases [--cases FILE] [--background FILE.jsonl ...]

Each text is one document of one desk; a pair counts as found when the question's hits include its
text. `--background` adds the reports of import files, so that look-alikes have their real weight.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Card, Texts
from tests.benchmarks.desks import filled, reports

CASES = Path(__file__).parents[1] / "data" / "arabic_cases.tsv"


class Case(NamedTuple):
    query: str
    text: str
    wanted: bool
    why: str


class Outcome(NamedTuple):
    case: Case
    found: bool


def read_cases(path: Path = CASES) -> list[Case]:
    """The labelled pairs of a file with columns query, text, should_match, why."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Case(r["query"], r["text"], r["should_match"] == "1", r["why"]) for r in rows]


def outcomes(cases: Sequence[Case], background: Sequence[Path] = ()) -> list[Outcome]:
    """Whether each question finds its text, on one desk of all the texts and the background."""
    texts = [
        (Card("document", f"case-{i}", date="2025-03-01"), Texts(body=case.text))
        for i, case in enumerate(cases)
    ]
    connection = filled(chain(texts, *(reports(path) for path in background)))
    searcher = Searcher(connection)
    found: dict[str, set[str]] = {}
    for case in cases:
        if case.query not in found:
            hits = searcher.search(case.query, limit=1_000_000, sort="date").hits
            found[case.query] = {hit.uid for hit in hits if hit.tier == 1}
    return [Outcome(case, f"case-{i}" in found[case.query]) for i, case in enumerate(cases)]


def score(results: Sequence[Outcome]) -> tuple[float, float]:
    """Precision and recall."""
    tally = Counter((outcome.case.wanted, outcome.found) for outcome in results)
    right, found = tally[True, True], tally[True, True] + tally[False, True]
    wanted = right + tally[True, False]
    return right / found if found else 1.0, right / wanted if wanted else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--background", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    results = outcomes(read_cases(options.cases), options.background)
    classes: dict[str, list[Outcome]] = {}
    for outcome in results:
        classes.setdefault(outcome.case.why.split(":")[0], []).append(outcome)
    print(f"{'class':34} {'cases':>5} {'precision':>9} {'recall':>7}")
    for name, group in (*classes.items(), ("all", results)):
        precision, recall = score(group)
        print(f"{name:34} {len(group):5} {precision:9.3f} {recall:7.3f}")
    for case, found in results:
        if found != case.wanted:
            print("missed" if case.wanted else "false hit", case.query, "|", case.text)


if __name__ == "__main__":
    main()
