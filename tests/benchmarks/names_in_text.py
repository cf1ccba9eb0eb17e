"""Names in running text: false alarms, planted names found again, time.

    python -m tests.benchmarks.names_in_text --kit FOLDER [--show N]

Whole UN list (the kit's newest). False alarms: hits an article over the kit's Arabic articles, hits
a telegram over its English ones (not labelled: articles do name listed persons). Recall: every
entry with an Arabic name has it planted once, and every Latin primary name of a person, in Arabic
letters (`planted_names.in_arabic_letters`) or as it is into telegrams; with clitics, line breaks
and spelling variants. Each is reported for the half tuned on and the half not looked at.
Time: of the processor, per 300 words, from a cold start over all texts, then over the same texts
again; beside folding and looking up every word of the same texts in a dictionary.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ctdesk.screening.entry import Entry
from ctdesk.screening.matcher import Matcher
from ctdesk.text.fold import TOKEN, fold_token
from tests.benchmarks.name_kit import tuning, un_entries
from tests.benchmarks.planted_names import (
    Planted,
    in_arabic_letters,
    planted,
    usual_spellings,
    varied,
)

ARABIC, ENGLISH = "measure-only_arabic_news.jsonl", "frus_telegrams.jsonl"
_SEED = 7


def texts_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def false_alarms(label: str, matcher: Matcher, texts: Sequence[str], show: int) -> None:
    """Prints hits a text, time per 300 words and its ratio to a bare scan."""
    per_300 = []
    passages: Counter[tuple[str, str]] = Counter()
    screened = 0.0
    for text in texts:
        began = time.process_time()
        hits = matcher.in_text(text)
        took = time.process_time() - began
        screened += took
        per_300.append(1000 * took * 300 / max(60, len(text.split())))
        passages.update((hit.passage, hit.hit.name.text) for hit in hits)
    per_300.sort()
    words = sum(len(text.split()) for text in texts)
    bare = bare_scan(texts)
    began = time.process_time()
    for text in texts:
        matcher.in_text(text)
    again = time.process_time() - began
    print(
        f"{label}: {passages.total() / len(texts):.3f} hits a text ({len(texts)} texts of "
        f"{words / len(texts):.0f} words); {1000 * screened / words * 300:.1f} ms per 300 words, "
        f"p50 {per_300[len(per_300) // 2]:.1f}, p95 {per_300[int(len(per_300) * 0.95)]:.1f}; "
        f"again {1000 * again / words * 300:.1f}; a bare scan {1000 * bare / words * 300:.2f} ms, "
        f"so {screened / bare:.0f} and {again / bare:.0f} times it"
    )
    for (passage, name), count in passages.most_common(show):
        print(f"    {count:3} {' '.join(passage.split())} | {name}")


def bare_scan(texts: Iterable[str]) -> float:
    """Seconds to fold every word of the texts and look it up."""
    known = {"x": 1}
    began = time.process_time()
    for text in texts:
        for token in TOKEN.findall(text):
            known.get(fold_token(token))
    return time.process_time() - began


def recall(label: str, matcher: Matcher, cases: Sequence[Planted], show: int) -> None:
    """Prints how many planted names are found at their place, tuned and unseen halves apart."""
    found: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for case in cases:
        half = tuning(case.key[1])
        total[half] += 1
        hits = matcher.in_text(case.text)
        if any(
            h.hit.entry.key == case.key and h.start < case.end and case.start < h.end for h in hits
        ):
            found[half] += 1
        elif half and show:
            show -= 1
            print(f"    missed: {case.text[case.start : case.end]!r}")
    print(
        f"{label}: recall {100 * found[True] / max(1, total[True]):.1f} % (tuned on), "
        f"{100 * found[False] / max(1, total[False]):.1f} % (unseen), of {total.total()}"
    )


def cases_of(
    entries: Sequence[Entry], texts: Sequence[str], kind: str, usual: Mapping[str, str]
) -> list[Planted]:
    """One text for each entry that has a name of the kind."""
    draw = random.Random(_SEED)
    cases = []
    for at, entry in enumerate(entries):
        name = next((n.text for n in entry.names if n.script == "arabic"), "")
        if kind != "arabic":
            primary = entry.names[0].text
            name = primary if entry.kind == "person" and primary.isascii() else ""
        if len(name.split()) < 2:
            continue
        if kind == "by ear":
            name = in_arabic_letters(name, usual, draw)
        name = name.title() if kind == "latin" else varied(name, draw)
        text = texts[at % len(texts)]
        cases.append(planted(text, name, entry, draw, clitic=kind != "latin"))
    return cases


def latin_only(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without their names in other scripts, as most of the list is."""
    return [
        replace(entry, names=tuple(n for n in entry.names if n.script == "latin"))
        for entry in entries
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N hits or misses")
    asked = parser.parse_args()
    entries = un_entries(asked.kit)
    began = time.perf_counter()
    matcher = Matcher(entries)
    took = time.perf_counter() - began
    print(f"{len(entries)} entries ready in {took:.2f} s, {os.cpu_count()} cores")
    arabic, english = texts_of(asked.kit / ARABIC), texts_of(asked.kit / ENGLISH)
    usual = usual_spellings(asked.kit)
    false_alarms("Arabic articles", matcher, arabic, asked.show)
    false_alarms("English telegrams", matcher, english, asked.show)
    of_arabic = cases_of(entries, arabic, "arabic", usual)
    recall("Arabic names, whole list", matcher, of_arabic, asked.show)
    latin = Matcher(latin_only(entries))
    recall("Arabic names, list without them", latin, of_arabic, asked.show)
    by_ear = cases_of(entries, arabic, "by ear", usual)
    recall("Latin names in Arabic letters", matcher, by_ear, asked.show)
    in_telegrams = cases_of(entries, english, "latin", usual)
    recall("Latin names in telegrams", matcher, in_telegrams, asked.show)


if __name__ == "__main__":
    main()
