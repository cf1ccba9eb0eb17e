"""Makes `resources/screening/frequent_parts.tsv`: how often name parts are borne.

    python -m tests.benchmarks.frequent_parts --kit FOLDER > resources/screening/frequent_parts.tsv

Counted are the Arabic and English names of people in Wikidata (CC0) that the kit's `names.tsv`
gives as one person's, of the half that the matcher was tuned on (`tests/benchmarks/name_kit.py`):
the other half stays unseen. A part borne by fewer than three is left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from ctdesk.screening.rarity import skeleton
from ctdesk.screening.segment import parts_of
from tests.benchmarks.name_kit import pairs

LEAST = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kit", type=Path, required=True)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    total = 0
    for pair in pairs(asked.kit):
        if pair.tuning and pair.source.startswith("wikidata-ar") and pair.match:
            for name in (pair.a, pair.b):
                total += 1
                counts.update({skeleton(part) for part in parts_of(name)})
    print("# Name parts (kind and consonants) and how many names of people in Wikidata (CC0) bear")
    print("# them; made by tests/benchmarks/frequent_parts.py.")
    print(f"*\t{total}")
    for bones, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST and not bones.startswith(("title:", "initial:")):
            print(f"{bones}\t{count}")


if __name__ == "__main__":
    main()
