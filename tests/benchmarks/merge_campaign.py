"""Random days at two to four desks, merged in random order: are all desks equal at the end?

    python -m tests.benchmarks.merge_campaign --seeds 200

Each seed is one run: random acts on desks whose clocks are wrong, packs that are lost, late,
repeated or out of order, then an exchange among all. Prints what was tried and every difference.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from ctdesk.store import changes
from ctdesk.store import folder as store_folder
from tests.exchange.days import Days, templates
from tests.exchange.desks import history_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--first", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=120)
    options = parser.parse_args()
    store_folder.lay_ballast.__defaults__ = (4096,)
    kinds: Counter[str] = Counter()
    entries = unequal = unsound = 0
    start = time.perf_counter()
    real = time.time
    with tempfile.TemporaryDirectory() as folder:
        made = templates(Path(folder), 4)
        for seed in range(options.first, options.first + options.seeds):
            place = Path(folder) / str(seed)
            place.mkdir()
            days = Days(place, made[: 2 + seed % 3], seed)
            days.pass_(options.steps, _set_clock)
            days.settle_down(_set_clock)
            found = days.differing()
            unequal += bool(found)
            for line in found:
                print(f"seed {seed}: {line[:600]}")
            for desk in days.desks:
                if not desk.verify().sound:
                    unsound += 1
                    print(f"seed {seed}: {desk.verify()}")
            for each in days.desks[0]._store.conflicts.all():
                kinds.update(clash.kind for clash in each.clashes)
                kinds["text"] += bool(each.texts)
            entries += len(history_of(days.desks[0]))
            days.close()
            changes.time.time = real
    print(
        f"{options.seeds} seeds, {entries} entries, {time.perf_counter() - start:.0f} s:"
        f" {unequal} unequal, {unsound} unsound; conflicts open at the end: {dict(kinds)}"
    )


def _set_clock(now: object) -> None:
    changes.time.time = now


if __name__ == "__main__":
    main()
