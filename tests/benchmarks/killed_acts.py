"""The writer that is killed: acts of one kind, one after the other, each acknowledged.

A line of the acknowledgement file is written before each act, and one, synced, after it, as a
window says "saved" or a command prints its line. Whatever stands in a synced line must be found.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk, NewFile
from ctdesk.desk.packs import Chosen
from ctdesk.domain.blocks import Block
from ctdesk.domain.records import Document
from ctdesk.store.places import backups_in
from ctdesk.store.restoring import restore
from ctdesk.store.store import Store, Unlocked
from ctdesk.store.vault import Cost

BATCH, PACKS, IN_PACK = 12, 14, 6


class Acknowledged:
    """The file outside the desk that says which acts were done."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def begin(self, act: str) -> None:
        self._write({"begun": act})

    def done(self, act: str, **facts: Any) -> None:
        self._write({"done": act, **facts})
        os.fsync(self._file.fileno())

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")


def write(kind: str, folder: Path, unlocked: Unlocked, told: Acknowledged, seed: int) -> None:
    """Do acts of a kind until killed."""
    chance = random.Random(seed)
    if kind == "restore":
        _restore(folder, unlocked, told)
        return
    if kind == "migration":
        told.begin("migration")
        Desk.open_unlocked(folder, unlocked).close()
        told.done("migration")
        return
    desk = Desk.open_unlocked(folder, unlocked)
    act: Callable[[Desk, Acknowledged, random.Random, str], None] = _ACTS[kind]
    number = 0
    while True:
        number += 1
        act(desk, told, chance, f"{seed}/{number}")


def _register(desk: Desk, told: Acknowledged, chance: random.Random, name: str) -> None:
    files = [
        NewFile(f"{n}.bin", "application/octet-stream", chance.randbytes(chance.randint(1, 90_000)))
        for n in range(chance.randint(0, 2))
    ]
    report = Document(
        kind="report",
        direction="incoming",
        subject=f"تقرير {name}",
        their_number=name,
        text=f"{name} " + "تمويل الإرهاب " * chance.randint(1, 900),
        summary=str(len(files)),
    )
    told.begin(name)
    made = desk.documents.register(report, sender="السفارة في أوسلو", attachments=files)
    told.done(name, uid=made.uid, number=made.register_number, files=len(files))


def _edit(desk: Desk, told: Acknowledged, chance: random.Random, name: str) -> None:
    uid = chance.choice(desk._store.read.where(Document, limit=20)).uid
    told.begin(name)
    desk.documents.edit(uid, subject=name, text=name * 50, their_number=name)
    told.done(name, uid=uid, subject=name)


def _issue(desk: Desk, told: Acknowledged, _chance: random.Random, name: str) -> None:
    opinion = desk.opinions.new(subject=name, classification="open")
    blocks = (Block(uid="", kind="paragraph", ar=f"رأي {name}", en=f"Opinion {name}"),)
    desk.opinions.save(opinion.uid, blocks)
    told.done(f"saved {name}", uid=opinion.uid)
    desk.opinions.submit(opinion.uid)
    desk.opinions.approve(opinion.uid)
    told.begin(name)
    issued = desk.opinions.issue(opinion.uid)
    told.done(name, uid=issued.uid, number=issued.register_number)


def _import(desk: Desk, told: Acknowledged, chance: random.Random, name: str) -> None:
    path = desk.folder.with_name("import.jsonl")
    lines = [
        {"their_number": f"{name}/{n}", "from": f"Mission {n % 3}", "subject": f"{name} {n}",
         "text": f"{name} {n} " + "word " * chance.randint(1, 200)}
        for n in range(BATCH)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    told.begin(name)
    made = []

    def registered(_done: int, _total: int | None, one: Any) -> bool:
        if one is not None:
            made.append(one)
            told.done(f"{name}/{len(made)}", uid=one.uid, number=one.number)
        return True

    desk.intake.import_paths([path], progress=registered)


def _take(desk: Desk, told: Acknowledged, chance: random.Random, name: str) -> None:
    folder = desk.folder.with_name("arriving")
    folder.mkdir(exist_ok=True)
    path = folder / f"{name.replace('/', '-')}.txt"
    path.write_bytes(f"{name} ".encode() + b"x" * chance.randint(1, 300_000))
    told.begin(name)
    desk.incoming.take([path])
    told.done(name, file=path.name, size=path.stat().st_size)
    path.unlink()


def _back_up(desk: Desk, told: Acknowledged, chance: random.Random, name: str) -> None:
    _register(desk, told, chance, f"b{name}")
    told.begin(name)
    if chance.random() < 0.5:
        written = desk.backups.write_here()
        told.done(name, backup=str(written.copied.folder))
    else:
        written = desk.backups.write(desk.folder.with_name("by-hand"))
        told.done(name, backup=str(written.copied.folder))


def _restore(folder: Path, unlocked: Unlocked, told: Acknowledged) -> None:
    copied = backups_in(folder.with_name("desk-backups"))[-1]
    while True:
        told.begin("restore")
        restore(folder, copied, unlocked.keys)
        told.done("restore", uid="")
        Store.exists(folder)
        Desk.open_unlocked(folder, unlocked).close()


def meet(desk: Desk, folder: Path) -> None:
    """Another desk with documents, which this one trusts; its packs, a few documents in each, lie
    in `folder`. The laptop's own numbers become permanent when they are merged."""
    folder.mkdir(parents=True)
    laptop = Desk.create(folder / "laptop", "p", cost=Cost(1024, 1, 1))
    laptop.settings.change(laptop="L2")
    uids = []
    for n in range(PACKS * IN_PACK):
        files = [NewFile(f"{n}.bin", "", bytes([n % 256]) * (700 + n))] if n % 2 else []
        report = Document(kind="report", direction="incoming", subject=f"محمول {n}",
                          summary=str(len(files)), text="نص " * 80)  # fmt: skip
        uids.append(laptop.documents.register(report, attachments=files).uid)
    for one, other in ((desk, laptop), (laptop, desk)):
        card = other.desks.write_card(folder / f"{other.desks.card().device}.card")
        one.desks.trust(one.desks.meet(card).device)
    for n in range(PACKS):
        chosen = Chosen(documents=uids[n * IN_PACK : (n + 1) * IN_PACK])
        laptop.packs.out(folder / f"{n:02}.ctx", chosen, to=desk.desks.card().device)
    (folder / "uids").write_text(json.dumps(uids), encoding="utf-8")
    laptop.close()


def _merge(desk: Desk, told: Acknowledged, _chance: random.Random, name: str) -> None:
    folder = desk.folder.with_name("packs")
    uids = json.loads((folder / "uids").read_text(encoding="utf-8"))
    merged = sum(pack.way == "in" for pack in desk.packs.list())
    if merged == PACKS:
        told.done(f"all {name}")
        raise SystemExit(0)
    told.begin(name)
    desk.packs.take(folder / f"{merged:02}.ctx")
    for uid in uids[merged * IN_PACK : (merged + 1) * IN_PACK]:
        told.done(f"{merged} {uid}", uid=uid)


_ACTS: dict[str, Callable[[Desk, Acknowledged, random.Random, str], None]] = {
    "register": _register,
    "edit": _edit,
    "issue": _issue,
    "import": _import,
    "merge": _merge,
    "take": _take,
    "backup": _back_up,
}
KINDS = (*_ACTS, "migration", "restore")
