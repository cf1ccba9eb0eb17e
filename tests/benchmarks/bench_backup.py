"""A backup measured beside the bare copy of the same files in the same run.

    python -m tests.benchmarks.bench_backup [--mb 100] [--database 0.4] [--keep FOLDER]

A desk of so many megabytes, a part of them in the database and the rest as attachments of 256 KB,
is copied file by file and synced; backed up (written, opened, checked, named); backed up again
(the attachments lie there already); tried out (every page, every attachment, the whole history);
and compared with itself, as the preview of a restoring does.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk, NewFile
from ctdesk.domain.records import Document
from ctdesk.store import folder as store_folder
from ctdesk.store.vault import Cost

_FILE, _TEXT = 256 << 10, 24 << 10
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي   "


def fill(desk: Desk, megabytes: float, database: float) -> None:
    """Documents with a text that hardly compresses, and files of random bytes."""
    chance = random.Random(1)
    texts = round(megabytes * database * (1 << 20) / (_TEXT * 1.6))
    files = round(megabytes * (1 - database) * (1 << 20) / _FILE)
    for number in range(max(texts, 1)):
        mine = range(number * files // texts, (number + 1) * files // texts) if texts else ()
        desk.documents.register(
            Document(
                kind="report",
                direction="incoming",
                subject=f"تقرير {number}",
                text="".join(chance.choices(_LETTERS, k=_TEXT // 2)),
            ),
            attachments=[NewFile(f"{n}.bin", "", chance.randbytes(_FILE)) for n in mine],
        )


def copied_bare(source: Path, target: Path) -> None:
    """The same files, one after the other, each synced."""
    for path in source.rglob("*"):
        if path.is_file() and path.name not in ("ballast", "lock"):
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            with copy.open("rb+") as file:
                os.fsync(file.fileno())


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mb", type=float, default=100)
    parser.add_argument("--database", type=float, default=0.4, help="the database's share")
    parser.add_argument("--keep", type=Path, help="an empty folder, left behind")
    options = parser.parse_args()
    store_folder.lay_ballast.__defaults__ = (4096,)
    home = options.keep or Path(tempfile.mkdtemp(prefix="ctdesk-backup-"))
    try:
        desk = Desk.create(home / "desk", "p", cost=Cost(1024, 1, 1))
        fill(desk, options.mb, options.database)
        desk._store.optimize()
        measure(desk, home)
        desk.close()
    finally:
        if not options.keep:
            shutil.rmtree(home, ignore_errors=True)


def measure(desk: Desk, home: Path) -> None:
    """Print each time, and how many times the bare copy that is."""
    sizes = {path: path.stat().st_size for path in desk.folder.rglob("*") if path.is_file()}
    database = sum(size for path, size in sizes.items() if path.name.startswith("ctdesk.db"))
    total = sum(size for path, size in sizes.items() if path.name != "ballast")
    print(f"{total / 1e6:.0f} MB: database {database / 1e6:.0f}, {len(sizes)} files,"
          f" {os.cpu_count()} cores")  # fmt: skip
    bare, _ = timed(lambda: copied_bare(desk.folder, home / "bare"))
    print(f"{'bare copy, synced':28} {bare:7.2f} s   1.00")
    first, written = timed(lambda: desk.backups.write_here())
    again, _ = timed(lambda: desk.backups.write_here())
    drilled, drill = timed(lambda: desk.backups.drill(desk.backups.ring()[0]))
    previewed, _ = timed(lambda: desk.backups.preview(desk.backups.ring()[0]))
    print(f"{'backup, checked':28} {first:7.2f} s   {first / bare:.2f}   {written.files} files")
    print(f"{'the next one':28} {again:7.2f} s   {again / bare:.2f}")
    print(f"{'tried out, all of it':28} {drilled:7.2f} s   {drilled / bare:.2f}"
          f"   sound: {drill.sound and drill.check.as_written}")  # fmt: skip
    print(f"{'looked into for restoring':28} {previewed:7.2f} s   {previewed / bare:.2f}")


if __name__ == "__main__":
    main()
