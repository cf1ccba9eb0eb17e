"""Damaged desks and backups: each is refused or recovered with a sentence, never a wrong answer.

    python -m tests.benchmarks.damaged_stores [-n 200] [--seed 1]

A small desk with attachments is damaged in one way, opened, read through, checked:
  refused     opening it gives one clear sentence
  said        a warning at the opening, or an error where the damage is met
  checked     only `verify` tells of it (an old page put back where nothing was written lately)
  recovered   every answer is that of the desk as it was; the copy of the key file was used, ...
  rolled back the whole database was an older one: the backup beside it tells
A traceback, and an answer that is not the desk's with nothing said, are counted as WRONG.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ctdesk.desk import Desk, NewFile
from ctdesk.domain.errors import CtdeskError, StoreError
from ctdesk.domain.records import Document
from ctdesk.domain.terms import LANGUAGES
from ctdesk.store import folder as store_folder
from ctdesk.store.changes import canonical
from ctdesk.store.copies import opened
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import backups_in, ring_of
from ctdesk.store.restoring import restore
from ctdesk.store.rows import row_of
from ctdesk.store.store import Unlocked
from ctdesk.store.vault import COPY, NAME, Cost

CHEAP = Cost(memory_kib=1024, iterations=1, lanes=1)
_PAGE = 4096
Damage = Callable[["Scene", Path, random.Random], str]


@dataclass
class Scene:
    """What desks are damaged with: the template, an older state of it, another desk."""

    home: Path
    unlocked: Unlocked
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def now(self) -> Path:
        return self.home / "now" / "desk"

    @property
    def older(self) -> Path:
        return self.home / "older"

    @property
    def other(self) -> Path:
        return self.home / "other"


def make_scene(home: Path) -> Scene:
    """A desk with a past, beside it its backup; an older copy of it; another desk."""
    desk = Desk.create(home / "now" / "desk", "p", cost=CHEAP)
    scene = Scene(home, desk.unlocked)
    for n in range(40):
        files = [NewFile("a.bin", "", bytes([n]) * (900 + n))] if n % 4 == 0 else []
        desk.documents.register(
            Document(kind="report", direction="incoming", subject=f"تقرير {n}",
                     text=f"نص {n} " * 400, their_number=f"4/7/{n}"),
            sender=f"Mission {n % 5}", attachments=files,
        )  # fmt: skip
    unlocked = desk.unlocked
    desk.close()
    shutil.copytree(scene.now, scene.older)
    desk = Desk.open_unlocked(scene.now, unlocked)
    for document in desk._store.read.where(Document)[::3]:
        desk.documents.edit(document.uid, subject=f"معدل {document.subject}", text="آخر " * 500)
    desk.backups.write_here()
    scene.answers = answers(desk)
    desk.close()
    other = Desk.create(scene.other, "p", cost=CHEAP)
    other.documents.register(Document(kind="report", direction="incoming", subject="other"),
                             attachments=[NewFile("b", "", b"other" * 300)])  # fmt: skip
    other.close()
    return scene


def answers(desk: Desk) -> dict[str, str]:
    """Everything an officer can read: each document whole, its files, what a search finds."""
    read = desk._store.read
    found = {
        document.uid: canonical([row_of(document), document.text])
        for document in read.where(Document)
    }
    for document in list(found):
        for attachment in desk.documents.attachments(document):
            found[attachment.uid] = desk._store.blobs.get(attachment.blob).hex()
    return found


def _flip(name: str) -> Damage:
    def damage(_scene: Scene, folder: Path, chance: random.Random) -> str:
        path = folder / name
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        return f"{name} at {at}"

    return damage


def _cut(name: str) -> Damage:
    def damage(_scene: Scene, folder: Path, chance: random.Random) -> str:
        path = folder / name
        data = path.read_bytes()
        keep = chance.randrange(len(data))
        path.write_bytes(data[:keep])
        return f"{name} to {keep}"

    return damage


def _empty(name: str) -> Damage:
    def damage(_scene: Scene, folder: Path, _chance: random.Random) -> str:
        (folder / name).write_bytes(b"")
        return name

    return damage


def _page_replayed(scene: Scene, folder: Path, chance: random.Random) -> str:
    old, path = (scene.older / DATABASE).read_bytes(), folder / DATABASE
    data = bytearray(path.read_bytes())
    differing = [
        page
        for page in range(1, min(len(old), len(data)) // _PAGE)
        if old[page * _PAGE : (page + 1) * _PAGE] != data[page * _PAGE : (page + 1) * _PAGE]
    ]
    page = chance.choice(differing)
    data[page * _PAGE : (page + 1) * _PAGE] = old[page * _PAGE : (page + 1) * _PAGE]
    path.write_bytes(data)
    return f"page {page + 1}"


def _page_moved(_scene: Scene, folder: Path, chance: random.Random) -> str:
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    one, two = chance.sample(range(1, len(data) // _PAGE), 2)
    data[two * _PAGE : (two + 1) * _PAGE] = data[one * _PAGE : (one + 1) * _PAGE]
    path.write_bytes(data)
    return f"page {one + 1} over {two + 1}"


def _older_database(scene: Scene, folder: Path, _chance: random.Random) -> str:
    shutil.copy(scene.older / DATABASE, folder / DATABASE)
    return "older database"


def _other_s(name: str) -> Damage:
    def damage(scene: Scene, folder: Path, _chance: random.Random) -> str:
        shutil.copy(scene.other / name, folder / name)
        if name == NAME:
            shutil.copy(scene.other / COPY, folder / COPY)
        return f"{name} of another desk"

    return damage


def _blob(how: str) -> Damage:
    def damage(scene: Scene, folder: Path, chance: random.Random) -> str:
        files = sorted(folder.glob("blobs/??/*"))
        one, two = chance.sample(files, 2)
        if how == "missing":
            one.unlink()
        elif how == "exchanged":
            shutil.copy(two, one)
        elif how == "other's":
            shutil.copy(next(scene.other.glob("blobs/??/*")), one)
        else:
            {"flipped": _flip, "cut": _cut, "empty": _empty}[how](str(one.relative_to(folder)))(
                scene, folder, chance
            )
        return f"{how} {one.name[:8]}"

    return damage


def _log_file(_scene: Scene, folder: Path, chance: random.Random) -> str:
    (folder / f"{DATABASE}-wal").write_bytes(chance.randbytes(chance.randint(1, 60_000)))
    return "a foreign log file"


def _missing(*names: str) -> Damage:
    def damage(_scene: Scene, folder: Path, _chance: random.Random) -> str:
        for name in names:
            (folder / name).unlink()
        return " ".join(names)

    return damage


DAMAGES: dict[str, tuple[int, Damage]] = {
    "database: bit flipped": (10, _flip(DATABASE)),
    "database: cut": (6, _cut(DATABASE)),
    "database: empty": (1, _empty(DATABASE)),
    "database: missing": (1, _missing(DATABASE)),
    "database: old page put back": (8, _page_replayed),
    "database: page over another": (4, _page_moved),
    "database: an older one": (2, _older_database),
    "database: another desk's": (1, _other_s(DATABASE)),
    "log file: foreign": (3, _log_file),
    "keys: bit flipped": (4, _flip(NAME)),
    "keys: cut": (2, _cut(NAME)),
    "keys: empty": (1, _empty(NAME)),
    "keys: missing": (1, _missing(NAME)),
    "keys: both missing": (1, _missing(NAME, COPY)),
    "keys: another desk's": (1, _other_s(NAME)),
    "file: bit flipped": (3, _blob("flipped")),
    "file: cut": (2, _blob("cut")),
    "file: empty": (1, _blob("empty")),
    "file: missing": (2, _blob("missing")),
    "file: exchanged": (2, _blob("exchanged")),
    "file: another desk's": (1, _blob("other's")),
}


def outcome(scene: Scene, folder: Path) -> str:
    """What comes of opening, reading and checking a damaged desk."""
    try:
        Desk.peek(folder)
        unlocked = Desk.unlock(folder, "p")
        desk = Desk.open_unlocked(folder, unlocked)
    except CtdeskError as error:
        return "refused" if _is_clear(error) else f"WRONG: no sentence for {error.code}"
    try:
        return _read_through(scene, desk)
    finally:
        with suppress(StoreError):
            # Its log file can't be folded in: the next opening says why.
            desk.close()


def _read_through(scene: Scene, desk: Desk) -> str:
    said = bool(desk.warnings)
    try:
        given = answers(desk)
    except CtdeskError as error:
        return "said" if _is_clear(error) else f"WRONG: no sentence for {error.code}"
    checkup = desk.checks.run()
    told = [desk.checks.sentence(f, language) for f in checkup.findings for language in LANGUAGES]
    assert all(told)
    same = given == scene.answers
    if not checkup.sound:
        older = any(found.code == "history_cut" for found in checkup.findings)
        if older and said and not same:
            return "rolled back"
        return "said" if said else "checked"
    if same:
        return "recovered"
    return "said" if said else "WRONG: another answer, and nothing said"


def _is_clear(error: CtdeskError) -> bool:
    return all(len(error.message(language)) > 20 for language in LANGUAGES)


def of_backups(scene: Scene, chance: random.Random, turns: int) -> Counter[str]:
    """The same with a backup that is restored: it is refused, or gives the desk back."""
    came: Counter[str] = Counter()
    for turn in range(turns):
        home = scene.home / "restored"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(scene.now.parent, home)
        (copied,) = backups_in(ring_of(home / "desk"))
        kind = chance.choice(("flip", "cut", "manifest", "vault", "page", "file"))
        path = {
            "manifest": copied.folder / "manifest",
            "vault": copied.folder / NAME,
            "file": chance.choice(sorted(copied.blobs.glob("??/*"))),
        }.get(kind, copied.folder / DATABASE)
        if kind == "page":
            _page_replayed(scene, copied.folder, chance)
        else:
            name = str(path.relative_to(home))
            (_cut if kind == "cut" else _flip)(name)(scene, home, chance)
        try:
            keys = Desk.unlock(copied.folder, "p").keys
            with opened(copied, keys) as copy:
                check = copy.check()
            restore(home / "desk", copied, keys)
            desk = Desk.open_unlocked(home / "desk", Desk.unlock(home / "desk", "p"))
            try:
                same = answers(desk) == scene.answers
                told = not check.as_written or bool(check.lost) or bool(desk.warnings)
            finally:
                desk.close()
            came["restored" if same else "said" if told else f"WRONG {turn} {kind}"] += 1
        except CtdeskError as error:
            came["refused" if _is_clear(error) else f"WRONG {turn} {kind}"] += 1
    return came


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    store_folder.lay_ballast.__defaults__ = (4096,)
    chance = random.Random(options.seed)
    scratch = Path(tempfile.mkdtemp(prefix="ctdesk-damaged-"))
    wrong = 0
    try:
        scene = make_scene(scratch)
        weights = sum(weight for weight, _ in DAMAGES.values())
        backups = options.n // 5
        print(f"{'damage':30} {'desks':>6}  what came of it")
        for name, (weight, damage) in DAMAGES.items():
            came: Counter[str] = Counter()
            for _ in range(max(1, round((options.n - backups) * weight / weights))):
                home = scratch / "damaged"
                shutil.rmtree(home, ignore_errors=True)
                shutil.copytree(scene.now.parent, home)
                how = damage(scene, home / "desk", chance)
                try:
                    end = outcome(scene, home / "desk")
                except Exception:  # noqa: BLE001 - a traceback is what is looked for
                    traceback.print_exc()
                    end = "WRONG: a traceback"
                came[end] += 1
                if end.startswith("WRONG"):
                    print(f"  {name}, {how}: {end}")
            wrong += sum(count for end, count in came.items() if end.startswith("WRONG"))
            print(f"{name:30} {sum(came.values()):6}  {_told(came)}", flush=True)
        came = of_backups(scene, chance, backups)
        wrong += sum(count for end, count in came.items() if end.startswith("WRONG"))
        print(f"{'backup: each of these':30} {backups:6}  {_told(came)}")
        print(f"wrong: {wrong}")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(bool(wrong))


def _told(came: Counter[str]) -> str:
    return ", ".join(f"{end} {count}" for end, count in came.most_common())


if __name__ == "__main__":
    main()
