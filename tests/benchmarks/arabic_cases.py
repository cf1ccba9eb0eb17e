"""Precision and recall of finding on labelled pairs of a question and a text, by class.

    python -m tests.benchmarks.arabic_cases [--cases FILE] [--background FILE.jsonl ...]

Each text is one document of one desk; a pair counts as found when the question's hits include its
text. `--background` adds the reports of import files, so that look-alikes have their real weight.
Baselines answer the same questions of the same texts, all words wanted. Then the spelling probes:
a word in every spelling that folding must see through, found or not.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Card, Texts
from tests.benchmarks.baselines import BASELINES, Baseline
from tests.benchmarks.desks import filled, reports
from tests.benchmarks.spellings import both_ways

CASES = Path(__file__).parents[1] / "data" / "arabic_cases.tsv"
_OTHERS = ("FTS5 unicode61", "Snowball", "light10")
_ALL = 1_000_000

Ask = Callable[[str], set[str]]


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


def _rows(cases: Sequence[Case], background: Iterable[Path]) -> Iterable[tuple[Card, Texts]]:
    texts = (
        (Card("document", f"case-{i}", date="2025-03-01"), Texts(body=case.text))
        for i, case in enumerate(cases)
    )
    return chain(texts, *(reports(path) for path in background))


def _ours(rows: Iterable[tuple[Card, Texts]]) -> Ask:
    searcher = Searcher(filled(rows))

    def ask(question: str) -> set[str]:
        hits = searcher.search(question, limit=_ALL, sort="date").hits
        return {hit.uid for hit in hits if hit.tier == 1}

    return ask


def _theirs(name: str, rows: Iterable[tuple[Card, Texts]]) -> Ask:
    baseline = Baseline(BASELINES[name], rows)
    return lambda question: set(baseline.search(question, "AND", _ALL))


def _judged(ask: Ask, cases: Sequence[Case]) -> list[Outcome]:
    found = {query: ask(query) for query in {case.query for case in cases}}
    return [Outcome(case, f"case-{i}" in found[case.query]) for i, case in enumerate(cases)]


def outcomes(cases: Sequence[Case], background: Sequence[Path] = ()) -> list[Outcome]:
    """Whether each question finds its text, on one desk of all the texts and the background."""
    return _judged(_ours(_rows(cases, background)), cases)


def score(results: Sequence[Outcome]) -> tuple[float, float]:
    """Precision and recall."""
    tally = Counter((outcome.case.wanted, outcome.found) for outcome in results)
    right, found = tally[True, True], tally[True, True] + tally[False, True]
    wanted = right + tally[True, False]
    return right / found if found else 1.0, right / wanted if wanted else 1.0


def _print_cases(cases: Sequence[Case], background: Sequence[Path]) -> None:
    ours = outcomes(cases, background)
    everyone = {
        "ours": ours,
        **{name: _judged(_theirs(name, _rows(cases, background)), cases) for name in _OTHERS},
    }
    classes = dict.fromkeys(case.why.split(":")[0] for case in cases)
    print(f"{'precision and recall by class':34} {'cases':>5}", *(f"{n:>15}" for n in everyone))
    for name in (*classes, "all"):
        cells = []
        for results in everyone.values():
            group = [r for r in results if name in ("all", r.case.why.split(":")[0])]
            precision, recall = score(group)
            cells.append(f"{precision:9.3f} {recall:5.3f}")
        print(f"{name:34} {len(group):5}", *cells)
    for case, found in ours:
        if found != case.wanted:
            print("missed" if case.wanted else "false hit", case.query, "|", case.text)


def _print_spellings() -> None:
    """Each spelling in a document of its own: found or not, by class."""
    probes = both_ways()
    cases = [Case(probe.query, probe.text, True, probe.kind) for probe in probes]
    rows = list(_rows(cases, ()))
    found = {"ours": outcomes(cases)} | {n: _judged(_theirs(n, rows), cases) for n in _OTHERS}
    print(f"\n{'spellings found':34} {'asked':>5}", *(f"{name:>15}" for name in found))
    for kind in dict.fromkeys(probe.kind for probe in probes):
        hits = [[r.found for r in results if r.case.why == kind] for results in found.values()]
        print(f"{kind:34} {len(hits[0]):5}", *(f"{sum(hit):15}" for hit in hits))
    for case, hit in found["ours"]:
        if not hit:
            print("missed", case.why, ascii(case.query), "|", ascii(case.text))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--background", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    _print_cases(read_cases(options.cases), options.background)
    _print_spellings()


if __name__ == "__main__":
    main()
