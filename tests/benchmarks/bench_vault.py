"""What unlocking, a changed passphrase and recovery words cost, beside one bare derivation.

    python -m tests.benchmarks.bench_vault [-n 5]

Every figure is the median of n, taken in turn in one run, as a ratio to Argon2id alone at the cost
of that desk's slot. `lock to unlock` is the whole way of a person who types at once: the process
begun anew up to its locked screen, the passphrase derived, the desk open.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ctdesk.desk import Desk
from ctdesk.store.vault import Cost, Vault

PASSPHRASE = "four words that measure"
_UP_TO_THE_LOCKED_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ctdesk.ui.app import Shell, make_application
shell = Shell(make_application(), Path(sys.argv[1]))
shell.show()
QApplication.processEvents()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5)
    times = parser.parse_args().n
    with tempfile.TemporaryDirectory(prefix="ctdesk-bench-") as scratch:
        folder = Path(scratch) / "desk"
        Desk.create(folder, PASSPHRASE, sample=True).close()
        cost = Vault.load(folder).slots[0].cost
        size = f"{cost.memory_kib // 1024} MiB, {cost.iterations} passes"
        print(f"slot: {size}; {os.cpu_count()} cores")
        _print(_measured(folder, cost, times))


def _measured(folder: Path, cost: Cost, times: int) -> dict[str, float]:
    desk = Desk.open(folder, PASSPHRASE)
    unlocked = desk.unlocked

    def change() -> None:
        desk.slots.prepare_passphrase(PASSPHRASE, PASSPHRASE, cost)

    acts: dict[str, Callable[[], object]] = {
        "Argon2id alone": lambda: _bare(cost),
        "unlock": lambda: Desk.unlock(folder, PASSPHRASE),
        "change of passphrase": change,
        "recovery words made": lambda: desk.slots.prepare_words(PASSPHRASE),
    }
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(times):
        for name, act in acts.items():
            taken[name].append(_seconds(act))
    found = {name: statistics.median(each) for name, each in taken.items()}
    desk.close()
    found["open, after unlocking"] = statistics.median(
        _seconds(lambda: Desk.open_unlocked(folder, unlocked).close()) for _ in range(times)
    )
    found["up to the locked screen"] = statistics.median(
        _seconds(lambda: _relaunched(folder)) for _ in range(times)
    )
    found["lock to unlock"] = (
        found["up to the locked screen"] + found["unlock"] + found["open, after unlocking"]
    )
    return found


def _bare(cost: Cost) -> bytes:
    return Argon2id(
        salt=b"\0" * 16,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(PASSPHRASE.encode())


def _relaunched(folder: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _UP_TO_THE_LOCKED_SCREEN, str(folder)]
    subprocess.run(command, env=environment, check=True, capture_output=True)


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _print(found: dict[str, float]) -> None:
    bare = found["Argon2id alone"]
    for name, seconds in found.items():
        print(f"{name:26}{seconds * 1000:8.0f} ms {seconds / bare:7.2f}")


if __name__ == "__main__":
    main()
