"""A backup is whole or not there; a ring keeps what it should; a desk comes back from one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import Attachment, Document
from ctdesk.store import backup as backup_module
from ctdesk.store import restoring
from ctdesk.store.backup import Backup
from ctdesk.store.comparing import differences
from ctdesk.store.copies import opened, read_manifest
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import Copied, backups_in, ring_of, spared
from ctdesk.store.store import Store
from tests.store.desk import PASS, a_store, filled

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = filled(tmp_path / "desk")
    attach(made, b"the original")
    yield made
    made.close()


def attach(store: Store, data: bytes) -> str:
    """A document with a file; the file's name in the store."""
    import hashlib

    blob = store.blobs.put(data)
    with store.act("register") as act:
        document = act.create(Document(kind="report", direction="incoming", subject="س"))
        act.create(
            Attachment(
                document=document.uid,
                name="a.pdf",
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                blob=blob,
            )
        )
    return blob


def ring_with(store: Store, *days: int) -> list[Copied]:
    """Backups of so many days ago, the newest first."""
    for ago in sorted(days, reverse=True):
        Backup.of(store).into_place(ring_of(store.folder), "daily", DAY - timedelta(days=ago))
    return backups_in(ring_of(store.folder))


def test_a_backup_says_what_it_holds_and_only_the_desk_s_key_reads_it(store: Store) -> None:
    written = Backup.of(store).into_place(ring_of(store.folder), "daily")
    manifest = read_manifest(written.copied.folder, store.unlocked.keys)
    assert manifest is not None
    assert manifest.facts.counts["document"] == 13
    assert b"document" not in (written.copied.folder / "manifest").read_bytes()
    with opened(written.copied, store.unlocked.keys) as copy:
        check = copy.check()
        assert (check.files, check.lost, check.as_written) == (1, (), True)
    other = a_store(store.folder.parent / "other")
    assert read_manifest(written.copied.folder, other.unlocked.keys) is None
    other.close()


def test_a_backup_can_be_read_where_nothing_can_be_written(store: Store) -> None:
    copied = Backup.of(store).into_folder(store.folder.parent / "copy").copied
    with opened(copied, store.unlocked.keys) as copy:
        assert copy.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        with pytest.raises(Exception, match="readonly"):
            copy.connection.execute("DELETE FROM setting")


def test_attachments_are_copied_only_once(store: Store) -> None:
    ring = ring_of(store.folder)
    assert Backup.of(store).into_place(ring, "daily", DAY).files == 1
    attach(store, b"another")
    assert Backup.of(store).into_place(ring, "daily", DAY + timedelta(days=1)).files == 1
    assert Backup.of(store).into_place(ring, "daily", DAY + timedelta(days=2)).files == 0


def test_a_backup_holds_one_moment_while_others_write(store: Store) -> None:
    other = store.sibling()

    def write(_step: str, done: int, _total: int) -> bool:
        with other.act("register") as act:
            act.create(Document(kind="report", direction="incoming", their_number=f"late {done}"))
        return True

    written = Backup.of(store, write).into_place(ring_of(store.folder), "daily")
    with opened(written.copied, store.unlocked.keys) as copy:
        assert copy.facts().counts["document"] == 13
        copy.check()
    assert store.read.count(Document) > 13
    other.close()


@pytest.mark.parametrize("step", ["pages", "check", "files"])
def test_a_backup_that_is_stopped_leaves_the_one_before_it_whole(store: Store, step: str) -> None:
    place, folder = ring_of(store.folder), store.folder.parent / "copy"
    Backup.of(store).into_place(place, "daily", DAY)
    Backup.of(store).into_folder(folder)
    attach(store, b"new")
    stopping = Backup.of(store, lambda at, _done, _total: at != step)
    for write in (
        lambda: stopping.into_place(place, "daily"),
        lambda: stopping.into_folder(folder),
    ):
        with pytest.raises(StoreError) as stopped:
            write()
        assert stopped.value.code in ("backup_stopped", "check_stopped")
    for copied in (*backups_in(place), *backups_in(folder)):
        with opened(copied, store.unlocked.keys) as copy:
            assert copy.check().as_written
            assert copy.facts().counts["document"] == 13
    assert len(backups_in(place)) == 1
    assert not list(place.glob("*.part"))
    assert not list(folder.glob("*.part"))


@pytest.mark.parametrize("renames", [1, 2, 3, 4])
def test_a_power_cut_between_the_names_leaves_a_backup_that_is_one_of_the_two(
    store: Store, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    folder = store.folder.parent / "copy"
    Backup.of(store).into_folder(folder)
    attach(store, b"new")
    replace, left = Path.replace, renames

    def cut(self: Path, target: Path) -> Path:
        nonlocal left
        ours = self.parent.name == "backup.part" or self.name == "manifest.next"
        if ours and not self.name.endswith(".part"):
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        Backup.of(store).into_folder(folder)
    monkeypatch.undo()
    with opened(backups_in(folder)[0], store.unlocked.keys) as copy:
        check = copy.check()
        assert (check.as_written, check.lost) == (True, ())


def test_a_full_medium_is_seen_before_anything_is_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(store.folder)
    monkeypatch.setattr(backup_module.shutil, "disk_usage", lambda _p: usage._replace(free=1000))
    with pytest.raises(StoreError) as refused:
        Backup.of(store).into_place(ring_of(store.folder), "daily")
    assert refused.value.code == "backup_no_room"
    assert backups_in(ring_of(store.folder)) == []


def test_no_backup_goes_over_another_desk_or_over_the_desk_itself(store: Store) -> None:
    other = a_store(store.folder.parent / "other")
    other.close()
    for target in (store.folder, other.folder):
        with pytest.raises(StoreError) as refused:
            Backup.of(store).into_folder(target)
        assert refused.value.code == "backup_elsewhere_taken"


def test_the_rotation_removes_files_that_no_backup_names_any_more(store: Store) -> None:
    ring = ring_of(store.folder)
    ring_with(store, 500)
    old = next((ring / "blobs").glob("*/*"))
    with store.act("edit") as act:
        act.update(Attachment, store.read.where(Attachment)[0].uid, blob=store.blobs.put(b"other"))
    assert [copied.day for copied in ring_with(store, 0)] == [DAY.date()]
    assert not old.exists()
    assert len(list((ring / "blobs").glob("*/*"))) == 1


def test_no_file_goes_while_a_backup_that_stays_cannot_be_read(store: Store) -> None:
    ring = ring_of(store.folder)
    ring_with(store, 500, 2)
    copied = backups_in(ring)[0]
    (copied.folder / DATABASE).write_bytes(b"damaged" * 900)
    files = set((ring / "blobs").glob("*/*"))
    ring_with(store, 0)
    assert set((ring / "blobs").glob("*/*")) == files


@settings(max_examples=60)
@given(st.lists(st.integers(0, 800), min_size=1, max_size=80), st.integers(0, 30))
def test_the_rotation_keeps_days_weeks_and_months_and_the_newest_of_all(
    days: list[int], later: int
) -> None:
    copies = [
        Copied(
            Path(str(n)), f"{DAY - timedelta(days=ago, seconds=n):%Y-%m-%dT%H:%M:%SZ}", "daily", 1
        )
        for n, ago in enumerate(days)
    ]
    today = (DAY + timedelta(days=later)).date()
    kept = spared(copies, today)
    newest = max(copies, key=lambda copied: copied.at)
    assert newest.folder in kept
    assert len(kept) <= 7 + 4 + 12 + 1
    stayed = [copied for copied in copies if copied.folder in kept]
    for ago in range(7):
        day = today - timedelta(days=ago)
        assert any(c.day == day for c in copies) == any(c.day == day for c in stayed)
    assert spared(stayed, today) == kept


def test_a_desk_comes_back_as_it_was_and_what_was_there_is_set_aside(store: Store) -> None:
    blob = attach(store, b"kept")
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    late = attach(store, b"late")
    unlocked = store.unlocked
    store.close()
    aside = restoring.restore(store.folder, copied, unlocked.keys)
    assert aside is not None
    back = Store.open(store.folder, PASS)
    assert back.read.count(Document) == 14
    assert back.blobs.get(blob) == b"kept"
    assert back.verify().sound
    assert not (back.folder / restoring.NOTE).exists()
    acts = back.read.connection.execute("SELECT act FROM act WHERE act = 'restore_desk'").fetchall()
    assert len(acts) == 1
    attach(back, b"going on")
    assert back.verify().sound
    back.close()
    before = Store.open(aside, PASS)
    assert before.read.count(Document) == 15
    assert before.blobs.get(late) == b"late"
    before.close()


def test_a_restored_desk_writes_under_a_device_of_its_own(store: Store) -> None:
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    unlocked = store.unlocked
    own = "SELECT id, clock FROM device WHERE own = 1"
    before = store.read.connection.execute(own).fetchone()
    store.close()
    restoring.restore(store.folder, copied, unlocked.keys)
    back = Store.open_unlocked(store.folder, unlocked)
    after = back.read.connection.execute(own).fetchone()
    assert after[0] != before[0]
    assert after[1][:20] >= before[1][:20]
    assert backups_in(ring_of(back.folder)) == [copied]
    back.close()


def test_a_restoring_that_was_cut_between_its_names_is_finished(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    attach(store, b"late")
    unlocked, rename = store.unlocked, Path.rename
    store.close()

    def cut(self: Path, target: Path) -> Path:
        if self.name.endswith(".restoring"):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", cut)
    with pytest.raises(KeyboardInterrupt):
        restoring.restore(store.folder, copied, unlocked.keys)
    monkeypatch.undo()
    assert not store.folder.exists()
    assert Store.exists(store.folder)
    back = Store.open_unlocked(store.folder, unlocked)
    assert back.read.count(Document) == 13
    back.close()


def test_a_damaged_backup_is_refused_and_the_desk_stays(store: Store) -> None:
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    path = copied.folder / DATABASE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    unlocked = store.unlocked
    store.close()
    with pytest.raises(StoreError) as refused:
        restoring.restore(store.folder, copied, unlocked.keys)
    assert refused.value.code in ("backup_damaged", "store_damaged")
    assert not store.folder.with_name("desk.restoring").exists()
    back = Store.open_unlocked(store.folder, unlocked)
    assert back.read.count(Document) == 13
    back.close()


def test_an_attachment_that_the_backup_lost_is_taken_from_the_desk(store: Store) -> None:
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    shutil.rmtree(copied.blobs)
    with opened(copied, store.unlocked.keys) as copy:
        assert len(copy.check().lost) == 1
    unlocked = store.unlocked
    store.close()
    restoring.restore(store.folder, copied, unlocked.keys)
    back = Store.open_unlocked(store.folder, unlocked)
    assert back.verify().attachments == ()
    back.close()


def test_the_differences_are_counted_on_both_sides(store: Store) -> None:
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    documents = store.read.where(Document)
    with store.act("edit") as act:
        act.update(Document, documents[0].uid, subject="other")
        added = act.create(Document(kind="report", direction="incoming"))
    with opened(copied, store.unlocked.keys) as copy:
        (found,) = differences(store.read.connection, copy.connection)
        assert (found.only_here, found.only_there) == ((added.uid,), ())
        assert found.changed == (documents[0].uid,)
        assert differences(copy.connection, copy.connection) == []


def test_a_file_is_on_the_medium_before_its_name_and_its_name_before_the_act(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        kind = "folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file"
        said.append(f"sync {kind}")
        fsync(handle)

    def rename(self: Path, target: Path) -> Path:
        said.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", rename)
    store.blobs.put(b"something that was never here")
    assert said[-3:] == ["sync file", "rename", "sync folder"]
    assert set(said[:-3]) <= {"sync folder"}
