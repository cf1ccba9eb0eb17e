"""Names against names: recall, top five and false rate, beside rapidfuzz, in one run.

    python -m tests.benchmarks.name_pairs --kit FOLDER [--show N]

Each source of the kit's `names.tsv`, the half that the matcher was tuned on and the unseen half
apart. Recall and false rate: pairs at or above the default threshold. Top five: the name `a` asked
of the whole UN list without its names in other scripts (so that Arabic must find Latin), the entry
meant among the five best. rapidfuzz
has the ratio that does best on the source, at the threshold where the hard negatives of
the same family (UN's, Wikidata's) reach the allowed false rate.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ctdesk.screening.compare import explain_pair
from ctdesk.screening.matcher import MATCHER_VERSION, THRESHOLD, Matcher
from tests.benchmarks.name_baselines import RATIOS, RatioMatcher, folded, transliterated
from tests.benchmarks.name_kit import NamePair, pairs, un_entries
from tests.benchmarks.names_in_text import latin_only

ALLOWED = {"un": 0.01, "wikidata": 0.02}
"""The false rate that each family of hard negatives allows."""
_PREPARED = (("folded", folded), ("Buckwalter", transliterated))


class Rates(NamedTuple):
    """Shares of the tuned and of the unseen half, and how many pairs there are."""

    tuned: float
    unseen: float
    count: int

    def __str__(self) -> str:
        return f"{100 * self.tuned:5.1f} % {100 * self.unseen:5.1f} %"


def rates(cases: Sequence[NamePair], hits: Sequence[bool]) -> Rates:
    """The share of hits in either half."""
    shares = []
    for half in (True, False):
        of_half = [hit for case, hit in zip(cases, hits, strict=True) if case.tuning is half]
        shares.append(sum(of_half) / max(1, len(of_half)))
    return Rates(*shares, len(cases))


def family(source: str) -> str:
    """The family of hard negatives that a source is measured beside; "" for none."""
    return next((name for name in ALLOWED if source.startswith(name)), "")


def by_source(cases: Sequence[NamePair]) -> dict[tuple[str, bool], list[NamePair]]:
    grouped: dict[tuple[str, bool], list[NamePair]] = defaultdict(list)
    for case in cases:
        grouped[case.source, case.match].append(case)
    return dict(sorted(grouped.items(), key=lambda item: (not item[0][1], item[0][0])))


def best_ratio(
    grouped: Mapping[tuple[str, bool], list[NamePair]],
    source: str,
    prepare: Callable[[str], str],
) -> Rates:
    """The best recall of any ratio where the family's false rate is as allowed."""
    negatives = [
        case
        for (name, match), cases in grouped.items()
        if not match and family(name) == family(source)
        for case in cases
    ]
    cases = grouped[source, True]
    best = Rates(0.0, 0.0, len(cases))
    for ratio in RATIOS:
        wrong = sorted((ratio(prepare(c.a), prepare(c.b)) for c in negatives), reverse=True)
        least = wrong[int(ALLOWED[family(source)] * len(wrong))] + 1e-9
        found = rates(cases, [ratio(prepare(c.a), prepare(c.b)) >= least for c in cases])
        best = max(best, found, key=lambda each: each.unseen + each.tuned)
    return best


def pair_figures(grouped: Mapping[tuple[str, bool], list[NamePair]], show: int) -> None:
    """Prints recall and false rate of every source."""
    print(f"{'source':26} {'n':>5}  tuned   unseen  | rapidfuzz folded | Buckwalter")
    for (source, match), cases in grouped.items():
        hits = [explain_pair(case.a, case.b).score >= THRESHOLD for case in cases]
        line = f"{source:26} {len(cases):5} {rates(cases, hits)}"
        if match and family(source):
            line += "  | " + " | ".join(
                str(best_ratio(grouped, source, prepare)) for _, prepare in _PREPARED
            )
        print(line + ("" if match else "   false rate"))
        wrong = [c for c, hit in zip(cases, hits, strict=True) if hit is not match and c.tuning]
        for case in wrong[:show]:
            print(f"      {explain_pair(case.a, case.b).score:.2f} {case.a} | {case.b}")


def top_five(kit: Path, grouped: Mapping[tuple[str, bool], list[NamePair]], show: int) -> None:
    """Prints how often the entry meant is among the five best, and the first."""
    entries = latin_only(un_entries(kit))
    began = time.perf_counter()
    matcher = Matcher(entries)
    print(f"\n{len(entries)} entries ready in {time.perf_counter() - began:.2f} s")
    names = [(n.text, e.reference) for e in entries for n in e.names]
    cases = grouped["un-orig", True]
    took = []
    places = []
    at_threshold = []
    others = 0
    for case in cases:
        began = time.perf_counter()
        found = matcher.find(case.a, least=0.3)
        took.append(time.perf_counter() - began)
        references = [hit.entry.reference for hit in found]
        places.append(references.index(case.reference) if case.reference in references else 9)
        sure = [hit.entry.reference for hit in found if hit.score >= THRESHOLD]
        at_threshold.append(case.reference in sure)
        others += sum(reference != case.reference for reference in sure)
        if show and places[-1] > 4 and case.tuning:
            print(f"      missed: {case.a} | {case.b}")
    took.sort()
    print(
        f"un-orig asked of the list: top 5 {rates(cases, [p < 5 for p in places])}, first "
        f"{rates(cases, [p == 0 for p in places])}, at the threshold {rates(cases, at_threshold)}, "
        f"{others / len(cases):.2f} other entries a name; "
        f"p50 {1000 * took[len(took) // 2]:.0f} ms, p95 {1000 * took[int(0.95 * len(took))]:.0f} ms"
    )
    for label, prepare in _PREPARED:
        lists = [RatioMatcher(names, prepare, ratio) for ratio in RATIOS]
        found = [rates(cases, [c.reference in each.top(c.a, 5) for c in cases]) for each in lists]
        best = max(found, key=lambda each: each.tuned + each.unseen)
        print(f"    rapidfuzz, {label}: top 5 {best}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N wrong ones each")
    asked = parser.parse_args()
    print(f"matcher {MATCHER_VERSION}, threshold {THRESHOLD}, {os.cpu_count()} cores")
    grouped = by_source(list(pairs(asked.kit)))
    pair_figures(grouped, asked.show)
    top_five(asked.kit, grouped, asked.show)


if __name__ == "__main__":
    main()
