"""Media that fail: what was acknowledged stays, what was not says so, and nothing crashes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import Document
from ctdesk.domain.terms import LANGUAGES
from ctdesk.store import folder as place
from ctdesk.store.backup import Backup
from ctdesk.store.copies import opened
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import backups_in, ring_of
from ctdesk.store.store import Store
from ctdesk.store.vault import COPY, NAME
from tests.store.desk import PASS, a_store, filled
from tests.store.test_backup import attach


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a small file system of its own; only the administrator of a machine may."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a file system can't be mounted here")
    folder = tmp_path / "medium"
    folder.mkdir()

    def mount(options: str) -> Path:
        how = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(how, capture_output=True).returncode:
            pytest.skip("a file system can't be mounted here")
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def register(store: Store, number: str, text: str = "") -> None:
    with store.act("register") as act:
        act.create(Document(kind="report", direction="incoming", their_number=number, text=text))


def until_refused(write: Callable[[int], object]) -> tuple[int, StoreError]:
    """How many writes were kept before the first that was refused, and what it said."""
    for n in range(2000):
        try:
            write(n)
        except StoreError as error:
            return n, error
    raise AssertionError("nothing was refused")


def test_on_a_full_disk_what_was_acknowledged_stays_and_the_reserve_is_given_back(
    medium: Callable[[str], Path],
) -> None:
    folder = medium("size=6m") / "desk"
    store = a_store(folder)
    place.lay_ballast(folder, 1 << 20)
    (folder / place.BALLAST).write_bytes(b"\0" * (1 << 20))
    noise = [os.urandom(6000).hex() for _ in range(40)]
    kept, refused = until_refused(lambda n: register(store, str(n), noise[n % 40] + str(n)))
    assert refused.code == "disk_full_reserve"
    assert all(refused.message(language) for language in LANGUAGES)
    assert not (folder / place.BALLAST).exists()
    assert store.read.count(Document) == kept
    more, refused = until_refused(lambda n: register(store, f"more {n}", noise[n % 40] + f"m{n}"))
    assert more > 0
    assert refused.code == "disk_full"
    assert store.read.count(Document) == kept + more
    store.close()
    again = Store.open(folder, PASS)
    assert again.read.count(Document) == kept + more
    assert again.verify().sound
    again.close()


def test_a_file_that_finds_no_room_is_refused_and_leaves_nothing(
    medium: Callable[[str], Path],
) -> None:
    folder = medium("size=5m") / "desk"
    store = a_store(folder)
    with pytest.raises(StoreError) as refused:
        store.blobs.put(os.urandom(6 << 20))
    assert refused.value.code == "disk_full"
    assert list(store.blobs.paths()) == []
    register(store, "after")
    store.close()


def test_a_desk_on_a_read_only_medium_says_so_and_a_backup_there_can_be_read(
    medium: Callable[[str], Path], tmp_path: Path
) -> None:
    desk = filled(tmp_path / "desk")
    folder = medium("size=60m")
    copied = Backup.of(desk).into_folder(folder / "copy").copied
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    with opened(copied, desk.unlocked.keys) as copy:
        assert copy.check().as_written
    acts: list[Callable[[], object]] = [
        lambda: Store.open(copied.folder, PASS),
        lambda: Backup.of(desk).into_folder(folder),
    ]
    for act in acts:
        with pytest.raises(StoreError) as refused:
            act()
        assert refused.value.code == "store_read_only"
    desk.close()


def test_an_unplugged_medium_refuses_every_act_and_closing_does_not_crash(
    medium: Callable[[str], Path],
) -> None:
    folder = medium("size=20m")
    store = filled(folder / "desk")
    subprocess.run(["umount", "-l", str(folder)], check=True)
    for act in (
        lambda: register(store, "lost"),
        lambda: store.keep_draft("x", "", "words"),
        lambda: store.local.put("x", 1),
    ):
        with pytest.raises(StoreError) as refused:
            act()
        assert refused.value.code == "desk_gone"
    store.close()
    store.close()


def test_a_lock_that_a_crash_left_stops_nobody(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from ctdesk.store.store import Store;"
        "Store.open(Path(sys.argv[1]), sys.argv[2]); os.kill(os.getpid(), 9)"
    )
    a_store(tmp_path / "desk").close()
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "desk"), PASS], check=False)
    assert (tmp_path / "desk" / "lock").exists()
    Store.open(tmp_path / "desk", PASS).close()


@pytest.mark.parametrize("spoilt", [NAME, COPY])
@pytest.mark.parametrize("how", [b"", b"{", None])
def test_one_of_the_two_key_files_is_enough_and_that_is_said(
    tmp_path: Path, spoilt: str, how: bytes | None
) -> None:
    store = filled(tmp_path / "desk")
    store.close()
    path = store.folder / spoilt
    path.unlink() if how is None else path.write_bytes(how)
    again = Store.open(store.folder, PASS)
    assert again.warnings == ("vault_copy",)
    assert again.read.count(Document) == 12
    again.close()


def test_a_key_file_that_is_damaged_in_its_slot_is_not_taken_for_a_wrong_passphrase(
    tmp_path: Path,
) -> None:
    store = filled(tmp_path / "desk")
    store.close()
    path = store.folder / NAME
    spoilt = json.loads(path.read_text())
    spoilt["slots"][0]["wrapped"] = spoilt["slots"][0]["wrapped"][::-1]
    path.write_text(json.dumps(spoilt))
    again = Store.open(store.folder, PASS)
    assert again.warnings == ("vault_copy",)
    again.close()
    with pytest.raises(StoreError) as refused:
        Store.unlock(store.folder, "wrong")
    assert refused.value.code == "wrong_passphrase"


def test_a_missing_ballast_is_laid_again_at_the_next_opening(tmp_path: Path) -> None:
    store = a_store(tmp_path / "desk")
    store.close()
    (store.folder / place.BALLAST).unlink()
    Store.open(store.folder, PASS).close()
    assert (store.folder / place.BALLAST).exists()


def test_a_missing_file_of_an_attachment_touches_nothing_else(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk")
    blob = attach(store, b"gone")
    next(store.folder.glob(f"blobs/*/{blob}")).unlink()
    with pytest.raises(StoreError) as refused:
        store.blobs.get(blob)
    assert refused.value.code == "attachment_missing"
    written = Backup.of(store).into_place(ring_of(store.folder), "daily")
    assert written.lost == (blob,)
    assert store.blobs.put(b"gone") == blob
    assert store.verify().sound
    store.close()


def test_a_backup_of_a_desk_whose_page_is_damaged_is_not_kept(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk")
    Backup.of(store).into_place(ring_of(store.folder), "daily")
    (page,) = store.read.connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'comment'"
    ).fetchone()
    store.close()
    data = bytearray((store.folder / DATABASE).read_bytes())
    data[(page - 1) * 4096 + 500] ^= 1
    (store.folder / DATABASE).write_bytes(data)
    again = Store.open(store.folder, PASS)
    with pytest.raises(StoreError) as refused:
        Backup.of(again).into_place(ring_of(store.folder), "daily")
    assert refused.value.code in ("store_damaged", "backup_failed")
    assert len(backups_in(ring_of(store.folder))) == 1
    again.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked")
@pytest.mark.parametrize("kind", ["register", "backup", "migration", "merge"])
def test_a_killed_writer_loses_nothing_that_it_acknowledged(kind: str, tmp_path: Path) -> None:
    """Two kills of each kind; `tests.benchmarks.kills` makes hundreds."""
    from tests.benchmarks.kills import Campaign, make_template

    make_template(tmp_path / "template", documents=4)
    tally = Campaign(kind, tmp_path, seed=7).run(2)
    assert tally.kills == 2
    assert (tally.lost, tally.half, tally.unsound) == ([], [], [])
