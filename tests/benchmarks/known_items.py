"""Known items: a question whose one right answer is known, and at which place it is found.

    python -m tests.benchmarks.known_items --kit FOLDER [--misses]

English: editors' one-sentence summaries of telegrams, asked of one desk of English and Arabic
reports. Arabic: of the headline of an article, one word that its text hasn't in that form and two
that it has, asked of a desk of the texts alone. Baselines are given the very same texts.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ctdesk.search.searcher import Searcher
from ctdesk.store.index import Card, Texts
from ctdesk.text.fold import forms_of
from tests.benchmarks.baselines import BASELINES, Baseline, Join
from tests.benchmarks.desks import filled, reports

QUESTIONS = 600
_SEED = 11
_LIMIT = 50


class Item(NamedTuple):
    question: str
    uid: str


class Known(NamedTuple):
    """A desk's records and the questions asked of it."""

    rows: list[tuple[Card, Texts]]
    items: list[Item]


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def english(kit: Path) -> Known:
    """The summaries of those documents that the kit has, over all of its reports."""
    path = kit / "reports_en.jsonl"
    ours = list(reports(path))
    pairs = zip(_lines(path), ours, strict=True)
    uids = {fields["source_id"]: card.uid for fields, (card, _) in pairs}
    summaries = _lines(kit / "frus_summaries.jsonl")
    items = [Item(s["query"], uids[s["doc"]]) for s in summaries if s["doc"] in uids]
    return Known([*ours, *reports(kit / "measure-only_reports_ar.jsonl")], items)


def arabic(kit: Path) -> Known:
    """Questions from headlines, over the articles' texts without them."""
    rng = random.Random(_SEED)
    rows, items = [], []
    for i, article in enumerate(_lines(kit / "measure-only_arabic_news.jsonl")):
        rows.append((Card("document", f"a{i}", date="2015-07-01"), Texts(body=article["text"])))
        body = set(forms_of(article["text"]))
        words = [word for word in dict.fromkeys(forms_of(article["title"])) if len(word) >= 4]
        odd = [word for word in words if word not in body]
        present = [word for word in words if word in body]
        if odd and len(present) >= 2:
            two = rng.sample(present, 2)
            items.append(Item(" ".join((rng.choice(odd), *two)), f"a{i}"))
    rng.shuffle(items)
    return Known(rows, items[:QUESTIONS])


def places(ask: Callable[[str], Sequence[str]], items: Sequence[Item]) -> list[int]:
    """The place of each item among what is found, from 1; 0 where it isn't."""
    found = ((list(ask(item.question)), item.uid) for item in items)
    return [uids.index(uid) + 1 if uid in uids else 0 for uids, uid in found]


def line(name: str, ranks: Sequence[int]) -> None:
    """Recall in the first 10 and 50, and the mean reciprocal rank."""
    n = len(ranks)
    first = [sum(1 for r in ranks if 0 < r <= most) / n for most in (10, _LIMIT)]
    mrr = sum(1 / r for r in ranks if r) / n
    print(f"{name:30} {first[0]:6.3f} {first[1]:6.3f} {mrr:6.3f}", flush=True)


def measure(known: Known, baselines: Sequence[tuple[str, Join]]) -> list[int]:
    """Prints a line for ours with and without the second tier, and for each baseline; gives the
    places of ours."""
    print(f"{len(known.items)} questions, {len(known.rows)} documents")
    print(f"{'':30} {'r@10':>6} {'r@50':>6} {'MRR':>6}")
    searcher = Searcher(filled(known.rows))

    def ours(question: str, tiers: int = 2) -> list[str]:
        hits = searcher.search(question, limit=_LIMIT).hits
        return [hit.uid for hit in hits if hit.tier <= tiers]

    started = time.perf_counter()
    ranks = places(ours, known.items)
    each = (time.perf_counter() - started) * 1000 / len(known.items)
    line("ours", ranks)
    line("ours, first tier alone", places(lambda q: ours(q, 1), known.items))
    built = {name: Baseline(BASELINES[name], known.rows) for name, _ in dict(baselines).items()}
    for name, join in baselines:
        line(f"{name}, {join}", places(lambda q, n=name, j=join: built[n].search(q, j),  # type: ignore[misc]
                                       known.items))  # fmt: skip
    print(f"ours takes {each:.1f} ms a question")
    return ranks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print what isn't in the first 10")
    options = parser.parse_args()
    for name, known, others in (
        ("English", english(options.kit), ("FTS5 unicode61", "FTS5 Porter", "Snowball")),
        ("Arabic", arabic(options.kit), ("FTS5 unicode61", "Snowball", "light10")),
    ):
        print(f"\n{name}: ", end="")
        joins: tuple[Join, ...] = ("OR", "AND")
        ranks = measure(known, [(other, join) for other in others for join in joins])
        if options.misses:
            for item, rank in zip(known.items, ranks, strict=True):
                if not 0 < rank <= 10:
                    print(f"  {rank or '-':>3} {item.uid:16} {item.question[:120]}")


if __name__ == "__main__":
    main()
