"""Lists: how long the newest takes to be imported, beside bare parsing; every order, one history.

    python -m tests.benchmarks.bench_lists --kit DIR

`DIR` holds `sanctions/` with lists of the UN (`un_consolidated_*.xml`, `.xml.gz`). The orders are
all permutations of up to four lists; exit code 1 when two of them come to different histories.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from ctdesk.desk import Desk
from ctdesk.screening.lists.kinds import unpacked
from ctdesk.store.vault import Cost

_PASS, _CHEAP = "four words of mine", Cost(1024, 1, 1)


def a_desk(folder: Path) -> Desk:
    return Desk.create(folder, _PASS, cost=_CHEAP, today=lambda: date(2026, 11, 23))


def take(desk: Desk, path: Path) -> tuple[float, float]:
    """Seconds to the preview, and to the act."""
    began = time.perf_counter()
    preview = desk.screening.lists.preview(path)
    seen = time.perf_counter()
    desk.screening.lists.apply(preview)
    return seen - began, time.perf_counter() - seen


def said(desk: Desk) -> Any:
    """What a desk says of all its entries and their histories."""
    told = {}
    for row in desk.screening.entries.list(delisted=None, limit=1_000_000).rows:
        view = desk.screening.entries.entry(row.uid)
        told[row.uid] = (row, view.record.version, [(v.since, v.listed) for v in view.versions])
    return [(f.list, f.date, f.sha256) for f in desk.screening.lists.in_force()], told


def orders(paths: Sequence[Path], folder: Path) -> bool:
    first: Any = None
    same = True
    for number, order in enumerate(itertools.permutations(paths[-4:])):
        desk = a_desk(folder / f"order-{number}")
        for path in order:
            take(desk, path)
        found = said(desk)
        first = first or found
        same &= found == first
        desk.close()
    print(f"{len(paths[-4:])} lists in every order: {'one' if same else 'DIFFERENT'} history, "
          f"{len(first[1])} entries")  # fmt: skip
    return same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    folder = parser.parse_args().kit
    folder = folder / "sanctions" if (folder / "sanctions").is_dir() else folder
    paths = sorted(folder.glob("un_consolidated_*.xml*"))
    newest = unpacked(paths[-1].read_bytes())
    began = time.perf_counter()
    etree.fromstring(newest)
    bare = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as where:
        for name, before in (("alone", []), ("after the others", paths[:-1])):
            desk = a_desk(Path(where) / name)
            for path in before:
                take(desk, path)
            seen, applied = take(desk, paths[-1])
            times = (seen + applied) / bare
            print(
                f"{paths[-1].name} {name}: preview {seen:.2f} s, import {applied:.2f} s,"
                f" together {times:.0f} times bare parsing ({bare * 1000:.0f} ms)"
            )
            desk.close()
        sys.exit(0 if orders(paths, Path(where)) else 1)


if __name__ == "__main__":
    main()
