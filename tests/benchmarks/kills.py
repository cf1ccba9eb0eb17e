"""A writer killed at random moments: what was acknowledged is there, whole, and in order.

    python -m tests.benchmarks.kills [-n 500] [--seed 1] [--kind KIND]... [--torn 150]
        [--strace]

A process of its own does acts of one kind and appends to a synced file outside the desk after
each. It is killed (SIGKILL) after a random time; the desk is then opened and checked: pages,
history, records beside it, numbers of the registers, attachments, index; each acknowledged act is
looked for, and each act that was under way must be there whole or not at all.

`--torn`: so many copies of a desk whose log file (-wal) is cut, ends in rubbish or has a sector of
zeros: each must open to a prefix of what was written. `--strace`: the order in which one act with
a file reaches the medium. A power cut itself can't be shown by killing a process: what the system
was given survives that. The order of syncs is what speaks for it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk
from ctdesk.domain.records import Attachment, Document, Revision
from ctdesk.store import folder as store_folder
from ctdesk.store.copies import opened
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import backups_in
from ctdesk.store.store import Store, Unlocked
from ctdesk.store.vault import Cost
from tests.benchmarks.killed_acts import IN_PACK, KINDS, Acknowledged, meet, write
from tests.benchmarks.older import make_older

CHEAP = Cost(memory_kib=1024, iterations=1, lanes=1)
_LONGEST_S = {"issue": 0.5, "import": 0.4, "backup": 0.5, "migration": 0.35, "restore": 0.5}
_RENEW = 20
"""After so many kills a kind goes on with a fresh desk, so that checking stays quick."""
_LIVES = {"migration": 1, "restore": 1, "merge": 7, "take": 8}
_OLD_STEPS = 4


@dataclass
class Tally:
    """What came of the kills of one kind."""

    kills: int = 0
    inside: int = 0
    """The kill came between the beginning of an act and its acknowledgement."""
    acknowledged: int = 0
    kept_unsaid: int = 0
    """Acts that were kept though the kill came before their acknowledgement."""
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)


class Campaign:
    """Kills of one kind, on desks made from one template."""

    def __init__(self, kind: str, scratch: Path, seed: int) -> None:
        self.kind = kind
        self.tally = Tally()
        self._home = scratch / kind
        self._chance = random.Random(f"{kind}{seed}")
        self._template = scratch / "template"
        self._folder = self._home / "desk"
        self._ack = scratch / f"{kind}.acknowledged"
        self._unlocked: Unlocked = Store.unlock(self._template, "p")
        self._seed = seed * 100_000
        self._known: dict[str, dict[str, Any]] = {}

    def run(self, kills: int) -> Tally:
        for turn in range(kills):
            if turn % _LIVES.get(self.kind, _RENEW) == 0:
                self._renew()
            self._seed += 1
            self._kill_one()
            self._check()
        return self.tally

    def _renew(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)
        self._home.mkdir(parents=True)
        shutil.copytree(self._template, self._folder)
        self._known.clear()
        if self.kind == "migration":
            make_older(self._folder, self._unlocked.keys, _OLD_STEPS)
        if self.kind == "merge":
            desk = Desk.open_unlocked(self._folder, self._unlocked)
            meet(desk, self._home / "packs")
            desk.close()
        if self.kind == "restore":
            desk = Desk.open_unlocked(self._folder, self._unlocked)
            desk.backups.write_here()
            desk.close()

    def _kill_one(self) -> None:
        self._ack.unlink(missing_ok=True)
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            _write_until_killed(self.kind, self._folder, self._unlocked, self._ack, self._seed)
        begun = time.monotonic()
        opening = self._chance.random() < 0.1
        while not _bytes_of(self._ack, opening) and time.monotonic() - begun < 20:
            time.sleep(0.001)
        time.sleep(self._chance.uniform(0, _LONGEST_S.get(self.kind, 0.2)))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            self.tally.unsound.append(f"{self._seed}: the writer failed")
        self.tally.kills += 1

    def _check(self) -> None:
        lines = [json.loads(line) for line in self._ack.read_bytes().splitlines()]
        done = {line["done"]: line for line in lines if "done" in line}
        begun = [line["begun"] for line in lines if "begun" in line]
        under_way = begun[-1] if begun and lines[-1].get("begun") == begun[-1] else ""
        if self.kind == "import" and begun:
            full = sum(name.startswith(f"{begun[-1]}/") for name in done)
            under_way = begun[-1] if full < 12 else ""
        self.tally.inside += bool(under_way)
        self.tally.acknowledged += len(done)
        self._known |= done
        Store.exists(self._folder)
        desk = Desk.open_unlocked(self._folder, self._unlocked)
        try:
            self._look(desk, under_way)
        finally:
            desk.close()

    def _look(self, desk: Desk, under_way: str) -> None:
        found = desk.verify()
        if not found.sound or desk.warnings:
            self.tally.unsound.append(f"{self._seed}: {found} {desk.warnings}")
        waiting = {(row.name, row.size) for row in desk.incoming.rows()}
        for name, facts in self._known.items():
            if not _is_kept(desk, facts, self.kind, waiting):
                self.tally.lost.append(f"{self._seed}: {name} {facts}")
        self.tally.half += [f"{self._seed}: {half}" for half in _halves(desk)]
        for place in ("desk-backups", "by-hand"):
            for copied in backups_in(self._home / place):
                with opened(copied, self._unlocked.keys) as copy:
                    check = copy.check()
                if not check.as_written or check.lost:
                    self.tally.half.append(f"{self._seed}: backup {copied.folder.name} {check}")
        if under_way and self.kind in ("register", "import", "edit"):
            read = desk._store.read
            self.tally.kept_unsaid += bool(read.count(Document, their_number=under_way))


def _write_until_killed(
    kind: str, folder: Path, unlocked: Unlocked, acknowledged: Path, seed: int
) -> None:
    """The life of the process that is killed."""
    code = 1
    try:
        write(kind, folder, unlocked, Acknowledged(acknowledged), seed)
        code = 0
    except SystemExit:
        # There was nothing more to do.
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


def _bytes_of(path: Path, opening: bool) -> bool:
    """Whether the writer has begun: to open the desk, or its first act."""
    return path.exists() and (opening or path.stat().st_size > 0)


def _is_kept(desk: Desk, facts: dict[str, Any], kind: str, waiting: set[tuple[str, int]]) -> bool:
    read = desk._store.read
    if "backup" in facts:
        # The rotation keeps the newest of a day.
        own = Path(facts["backup"])
        newer = [copied for copied in backups_in(own.parent) if copied.folder.name >= own.name]
        return (own / DATABASE).exists() or bool(newer)
    if "file" in facts:
        return any(
            r.name == facts["file"] and r.size == facts["size"] for r in desk.incoming.rows()
        )
    if not facts.get("uid"):
        return True
    document = read.get(Document, facts["uid"])
    if document is None:
        return False
    if kind == "edit":
        written = [entry.after for entry in read.log_of(document.uid) if entry.field == "subject"]
        return facts["subject"] in written
    files = read.count(Attachment, document=document.uid)
    same_number = facts.get("number", document.register_number) == document.register_number
    return same_number and facts.get("files", files) == files


def _halves(desk: Desk) -> list[str]:
    """Acts of which a part is there: what `verify` does not look at."""
    read, halves = desk._store.read, []
    for document in read.where(Document):
        if document.summary.isdigit():
            files = read.count(Attachment, document=document.uid)
            if files != int(document.summary):
                halves.append(f"{document.uid} has {files} of {document.summary} files")
        if document.kind == "opinion":
            frozen = read.count(Revision, document=document.uid, frozen=1)
            numbered, issued = bool(document.register_number), document.state == "issued"
            if len({bool(frozen), numbered, issued}) != 1:
                halves.append(f"{document.uid} is half issued")
        elif document.subject == document.their_number != "":
            half = document.text != document.subject * 50
            halves += [f"{document.uid} is half edited"] if half else []
    batches = Counter(
        document.their_number.rpartition("/")[0]
        for document in read.where(Document)
        if document.their_number.count("/") == 2
    )
    halves += [f"{name}: {count} of a batch" for name, count in batches.items() if count != 12]
    brought = sum(document.subject.startswith("محمول") for document in read.where(Document))
    halves += [f"{brought} documents of packs of {IN_PACK}"] if brought % IN_PACK else []
    for row in desk.incoming.rows():
        desk.incoming.data(row.uid)
    return halves


def torn(scratch: Path, copies: int, seed: int) -> str:
    """Copies of a killed desk with a damaged log file: each opens to a prefix of the acts."""
    chance = random.Random(seed)
    unlocked = Store.unlock(scratch / "template", "p")
    home, told = scratch / "torn", scratch / "torn.acknowledged"
    shutil.copytree(scratch / "template", home / "desk")
    child = os.fork()
    if child == 0:
        write("register", home / "desk", unlocked, Acknowledged(told), seed)
    time.sleep(1.5)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lines = [json.loads(line) for line in told.read_bytes().splitlines()]
    order = [line["uid"] for line in lines if "done" in line]
    prefixes, refused, wrong = [], 0, []
    for turn in range(copies):
        shutil.rmtree(home / "copy", ignore_errors=True)
        shutil.copytree(home / "desk", home / "copy")
        how = _tear(home / "copy" / f"{DATABASE}-wal", chance)
        try:
            store = Store.open_unlocked(home / "copy", unlocked)
        except Exception as error:  # noqa: BLE001 - a refusal is counted, whatever it is
            refused += 1
            wrong.append(f"{turn} {how}: {error!r}")
            continue
        there = [uid for uid in order if store.read.get(Document, uid)]
        sound = store.verify()
        if there != order[: len(there)] or not sound.sound:
            wrong.append(f"{turn} {how}: {len(there)} of {len(order)}, {sound}")
        prefixes.append(len(there))
        store.close()
    for line in wrong:
        print("  torn:", line[:300])
    return (
        f"torn log file: {copies} copies, {refused} refused, {len(wrong)} wrong; acts kept"
        f" {min(prefixes, default=0)} to {max(prefixes, default=0)} of {len(order)}, each time the"
        " first so many"
    )


def _tear(path: Path, chance: random.Random) -> str:
    data = bytearray(path.read_bytes())
    how = chance.choice(("cut", "rubbish", "zeros"))
    at = chance.randrange(32, len(data))
    if how == "cut":
        del data[at:]
    elif how == "rubbish":
        data[at:] = chance.randbytes(min(len(data) - at, 40_000))
    else:
        at = at // 512 * 512
        data[at : at + 512] = bytes(len(data[at : at + 512]))
    path.write_bytes(data)
    return f"{how} at {at}"


_ONE_ACT = """
import os, sys
from pathlib import Path
from ctdesk.desk import Desk, NewFile
from ctdesk.domain.records import Document
desk = Desk.open(Path(sys.argv[1]), "p")
for n in range(21):
    os.access(f"/act-{n}", 0)
    desk.documents.register(
        Document(kind="report", direction="incoming", their_number=str(n)),
        attachments=[NewFile("a", "", os.urandom(5000))] if n == 20 else [],
    )
os.access("/act-end", 0)
desk.close()
"""


def traced(scratch: Path) -> str:
    """What the system is asked to do, in order, by one act with a file; syncs of one without."""
    shutil.copytree(scratch / "template", scratch / "traced")
    log = scratch / "strace"
    calls = "fsync,fdatasync,rename,renameat,renameat2,access,pwrite64,write"
    subprocess.run(
        ["strace", "-f", "-y", "-o", str(log), "-e", f"trace={calls}", sys.executable, "-c",
         _ONE_ACT, str(scratch / "traced")],
        check=True,
    )  # fmt: skip
    acts: dict[str, list[str]] = {}
    name = ""
    for line in log.read_text(errors="replace").splitlines():
        if '"/act-' in line:
            name = line.partition('"/act-')[2].partition('"')[0]
        elif name:
            acts.setdefault(name, []).append(_call(line))
    plain = [sum(call.startswith("sync") for call in acts[str(n)]) for n in range(5, 20)]
    order = [call for n, call in enumerate(acts["20"]) if call and call != acts["20"][n - 1]]
    return (
        f"syncs of one registration without a file: {sum(plain) / len(plain):.2f};"
        f" with one, in order: {' > '.join(order)}"
    )


def _call(line: str) -> str:
    parts = {"log file": "-wal", "database": "ctdesk.db", "file": "/blobs/"}
    what = next((name for name, part in parts.items() if part in line), "")
    if "sync(" in line:
        folder = what == "file" and not line.partition("/blobs/")[2].count("/")
        return f"sync {'folder' if folder else what}"
    if "rename" in line:
        return f"name {what}"
    return f"write {what}" if what else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--torn", type=int, default=0)
    parser.add_argument("--strace", action="store_true")
    options = parser.parse_args()
    store_folder.lay_ballast.__defaults__ = (4096,)
    scratch = Path(tempfile.mkdtemp(prefix="ctdesk-kills-"))
    bad = 0
    try:
        make_template(scratch / "template")
        kinds = options.kind or KINDS
        print(f"{'act':10} {'kills':>6} {'inside':>7} {'acknowledged':>13} {'unsaid':>7}"
              f" {'lost':>5} {'half':>5} {'unsound':>8}")  # fmt: skip
        for place, kind in enumerate(kinds):
            share = options.n // len(kinds) + (place < options.n % len(kinds))
            tally = Campaign(kind, scratch, options.seed).run(share) if share else Tally()
            print(f"{kind:10} {tally.kills:6} {tally.inside:7} {tally.acknowledged:13}"
                  f" {tally.kept_unsaid:7} {len(tally.lost):5} {len(tally.half):5}"
                  f" {len(tally.unsound):8}", flush=True)  # fmt: skip
            faults = (*tally.lost, *tally.half, *tally.unsound)
            bad += len(faults)
            for fault in faults[:10]:
                print("  ", fault[:400])
        if options.torn:
            print(torn(scratch, options.torn, options.seed))
        if options.strace:
            print(traced(scratch))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(bool(bad))


def make_template(folder: Path, documents: int = 30) -> None:
    """A small desk to begin from."""
    desk = Desk.create(folder, "p", cost=CHEAP)
    for n in range(documents):
        desk.documents.register(
            Document(kind="report", direction="incoming", subject=f"أول {n}", text="نص " * 200)
        )
    desk.close()


if __name__ == "__main__":
    main()
