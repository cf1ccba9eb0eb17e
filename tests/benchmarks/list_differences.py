"""Differences between the kit's lists of the UN against those expected; every list read or refused.

    python -m tests.benchmarks.list_differences --kit DIR

`DIR` holds `sanctions/` with `diff_expected.json` ("A.xml -> B.xml": added, removed and changed by
`dataid`), the lists it names (as `.xml` or `.xml.gz`), and lists whose name begins with `damaged_`,
which must be refused. Exit code 1 when anything differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ctdesk.domain.errors import BadInput
from ctdesk.screening.lists import ListFile, compare, read_list


def of_name(folder: Path, name: str) -> ListFile:
    """The list of that name, packed or not."""
    path = folder / name
    path = path if path.exists() else folder / f"{name}.gz"
    return read_list(path.read_bytes(), path.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    folder = parser.parse_args().kit
    folder = folder / "sanctions" if (folder / "sanctions").is_dir() else folder
    wrong = 0
    expected = json.loads((folder / "diff_expected.json").read_text(encoding="utf-8"))
    for pair, wanted in expected.items():
        before, after = (of_name(folder, name) for name in pair.split(" -> "))
        found = compare(before.entries, after.entries)
        ids = {
            "added": {one.permanent_id for one in found.added},
            "removed": {one.permanent_id for one in found.removed},
            "changed": {one.after.permanent_id for one in found.changed},
        }
        for name, have in ids.items():
            want = {row["dataid"] for row in wanted[name]}
            verdict = "exactly" if have == want else f"NOT: {sorted(have ^ want)[:8]}"
            wrong += have != want
            print(
                f"{before.date} -> {after.date} {name:8} {len(have):5} of {len(want):5} {verdict}"
            )
    for path in sorted(folder.glob("damaged_*")):
        try:
            read_list(path.read_bytes(), path.name)
            print(f"{path.name}: READ, though damaged")
            wrong += 1
        except BadInput as refusal:
            print(f"{path.name}: refused ({refusal.code})")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
