"""What the memory of the process holds before a lock, and after it.

    python -m tests.benchmarks.memory_after_lock

After a day's work (tests/benchmarks/day.py) the memory of the process is read whole
(/proc/PID/mem: the right to do so is root's, since the program forbids it to others) and searched
for the passphrase, the keys as bytes and as hex digits, the words of recovery and the canaries;
then the desk is locked and the same process number is read again. Linux; offscreen.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.store.vault import Keys, Vault
from tests.benchmarks import scanned
from tests.benchmarks.canaries import PASSPHRASE, Place, tell, wait_for_lock


def wanted_of(place: Place) -> scanned.Wanted:
    """Every secret of the desk in that place."""
    desk = Desk.open(place.desk, PASSPHRASE)
    words = desk.slots.prepare_words(PASSPHRASE)
    desk.slots.keep_words(words)
    desk.close()
    vault = Vault.load(place.desk)
    master, _ = vault.unlock(PASSPHRASE)
    keys = Keys.of(master, vault.id)
    raw = {"master key": bytes(master), "database key": keys.database, "blob key": keys.blob}
    sheet = " ".join(words.words.shown("ar")[:3])
    return scanned.Wanted(
        {
            "passphrase": scanned.forms(PASSPHRASE),
            "recovery words": [*scanned.forms(sheet), bytes(words.words.secret())],
            **{name: [key] for name, key in raw.items()},
            **{f"{name}, hex": scanned.forms(key.hex()) for name, key in raw.items()},
            **{f"canary {n}": scanned.forms(w) for n, w in enumerate(place.canaries, start=1)},
        }
    )


def measure(place: Place) -> tuple[Counter[str], Counter[str]]:
    """Counts before and after the lock."""
    place.make_desk(cost=None)
    wanted = wanted_of(place)
    process = place.begin()
    try:
        before = scanned.in_memory(process.pid, wanted)
        tell(process, "lock")
        wait_for_lock(process)
        return before, scanned.in_memory(process.pid, wanted)
    finally:
        process.kill()
        process.wait()


def main() -> None:
    scratch = Path(tempfile.mkdtemp(prefix="ctdesk-memory-"))
    try:
        before, after = measure(Place(scratch / "machine"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{'':24}{'open':>8}{'locked':>8}")
    for name in sorted(before | after):
        print(f"{name:24}{before[name]:8}{after[name]:8}")
    print(f"{'in all':24}{before.total():8}{after.total():8}")
    if not before:
        print("nothing was found while the desk was open: the search itself is broken")
    sys.exit(1 if after or not before else 0)


if __name__ == "__main__":
    main()
