"""Does a word of the desk lie anywhere outside it, after a day, a crash and a lock?

    python -m tests.benchmarks.canaries

A real process does a day's work (tests/benchmarks/day.py) with canary words, in ASCII and Arabic,
its home, temporary, runtime and settings folders all in one scratch folder. Then every file there,
the desk's folder and the files that the process holds open (deleted ones too) are searched for the
words as UTF-8 and UTF-16, by their raw bytes. What an officer exported is the only place where they
may be; while the desk is open, so is the private copy of an opened attachment. Linux; offscreen.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from ctdesk.desk import Desk
from ctdesk.store.vault import Cost
from tests.benchmarks import scanned

PASSPHRASE = "ثلاث نخلات وجسر قديم بعيد"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_CHEAP = Cost(1024, 1, 1)
_PATIENCE_S = 120.0


class Place:
    """A scratch machine: folders that the process takes for its user's."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home, self.desk, self.exports = root / "home", root / "home" / "desk", root / "exports"
        self.run = root / "run"
        for folder in (self.home, self.exports, self.run, root / "tmp"):
            folder.mkdir(parents=True, mode=0o700)
        self.canaries = [
            "QZX" + secrets.token_hex(6),
            "قظخ" + "".join(secrets.choice(_ARABIC) for _ in range(9)),
        ]
        self.wanted = scanned.Wanted({word: scanned.forms(word) for word in self.canaries})

    @property
    def searched(self) -> list[Path]:
        """Every folder of the machine but the one that was exported to."""
        return [self.home, self.root / "tmp", self.run]

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: os.environ[k] for k in ("PATH", "LANG", "LD_LIBRARY_PATH") if k in os.environ}
        folders = {
            "HOME": self.home,
            "TMPDIR": self.root / "tmp",
            "XDG_RUNTIME_DIR": self.run,
            "XDG_CONFIG_HOME": self.home / ".config",
            "XDG_DATA_HOME": self.home / ".local/share",
            "XDG_CACHE_HOME": self.home / ".cache",
            "XDG_STATE_HOME": self.home / ".local/state",
        }
        return kept | {k: str(v) for k, v in folders.items()} | {"QT_QPA_PLATFORM": "offscreen"}

    def make_desk(self, cost: Cost | None = _CHEAP) -> None:
        """An empty desk in the scratch home."""
        Desk.create(self.desk, PASSPHRASE, cost=cost).close()

    def begin(self) -> subprocess.Popen[str]:
        """A process that has done the day's work and waits."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.day", str(self.desk), str(self.exports)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self.environment,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        given = {"passphrase": PASSPHRASE, "canaries": self.canaries}
        process.stdin.write(json.dumps(given) + "\n")
        process.stdin.flush()
        if process.stdout.readline().strip() != "done":
            process.kill()
            raise SystemExit("the day's work came to no end")
        return process


def tell(process: subprocess.Popen[str], order: str) -> None:
    """Give the process an order."""
    assert process.stdin is not None
    process.stdin.write(order + "\n")
    process.stdin.flush()


def wait_for_lock(process: subprocess.Popen[str]) -> None:
    """Until the process was begun anew by the lock, and its locked screen stands."""
    line = Path(f"/proc/{process.pid}/cmdline")
    _until(lambda: b"tests.benchmarks.day" not in line.read_bytes(), "the desk did not lock")
    # the screen stands when the new process maps nothing more
    sizes = [-1]

    def settled() -> bool:
        time.sleep(1.0)
        sizes.append(len(Path(f"/proc/{process.pid}/maps").read_text().splitlines()))
        return sizes[-1] == sizes[-2]

    _until(settled, "the locked screen did not come up")


def _until(done: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise SystemExit(otherwise)
        time.sleep(0.1)


def day_and_crash(place: Place) -> dict[str, dict[str, Counter[str]]]:
    """What is found while the window is open, after it was killed, and after the next start."""
    process = place.begin()
    found = {
        "while open": scanned.in_files(place.searched, place.wanted)
        | scanned.in_open_files(process.pid, place.wanted, place.searched)
    }
    process.send_signal(signal.SIGKILL)
    process.wait()
    found["after a kill"] = scanned.in_files(place.searched, place.wanted)
    subprocess.run(
        [sys.executable, "-c", _START], env=place.environment, cwd=place.root, check=True
    )
    found["after the next start"] = scanned.in_files(place.searched, place.wanted)
    return found


def day_and_lock(place: Place) -> dict[str, dict[str, Counter[str]]]:
    """What is found after a lock, with the new process at its locked screen."""
    process = place.begin()
    tell(process, "lock")
    wait_for_lock(process)
    found = scanned.in_files(place.searched, place.wanted) | scanned.in_open_files(
        process.pid, place.wanted, place.searched
    )
    process.kill()
    process.wait()
    return {"after a lock": found}


def exported(place: Place) -> bool:
    """Whether the words are in the memo that was exported on purpose."""
    with ZipFile(place.exports / "memo.docx") as memo:
        text = memo.read("word/document.xml").decode()
    return all(word in text for word in place.canaries)


def unexpected(stage: str, found: dict[str, Counter[str]], place: Place) -> dict[str, Counter[str]]:
    """What should not be there: an opened copy may be, until the program is started anew."""
    copies = stage in ("while open", "after a kill")
    return {
        path: hits
        for path, hits in found.items()
        if not (copies and Path(path).is_relative_to(place.run) and "/ctdesk-" in path)
    }


_START = """
import sys
from pathlib import Path
from ctdesk.ui.app import Shell, make_application
shell = Shell(make_application(), Path("home/desk"))
shell.show()
shell.close()
"""


def main() -> None:
    scratch = Path(tempfile.mkdtemp(prefix="ctdesk-canaries-"))
    failed = False
    try:
        for name, run in (("crash", day_and_crash), ("lock", day_and_lock)):
            place = Place(scratch / name)
            place.make_desk()
            for stage, found in run(place).items():
                bad = unexpected(stage, found, place)
                files = sum(1 for root in place.searched for p in root.rglob("*") if p.is_file())
                copies = len(found) - len(bad)
                print(f"{stage}: {files} files searched, {len(bad)} hold a canary", end="")
                print(f" ({copies} private copy of an opened file)" if copies else "")
                for path, hits in bad.items():
                    print(f"  {path}: {dict(hits)}")
                failed = failed or bool(bad)
            print(f"  in the exported memo: {'both words' if exported(place) else 'NOT FOUND'}")
            failed = failed or not exported(place)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
