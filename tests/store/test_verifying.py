"""The check of a whole desk finds what is wrong with it, and nothing where all is well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctdesk.domain.records import Action, Document, Link, Party
from ctdesk.domain.terms import LANGUAGES, terms
from ctdesk.store import mending
from ctdesk.store.backup import Backup
from ctdesk.store.opening import DATABASE
from ctdesk.store.places import ring_of
from ctdesk.store.restoring import restore
from ctdesk.store.store import Store
from ctdesk.store.vault import NAME
from ctdesk.store.verifying import Verification
from tests.store.desk import PASS, filled
from tests.store.test_backup import attach


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = filled(tmp_path / "desk")
    attach(made, b"the original")
    yield made
    made.close()


def codes(found: Verification) -> dict[str, int]:
    return {finding.code: finding.count for finding in found.findings}


def numbered(store: Store, *numbers: tuple[int, str]) -> None:
    with store.act("register") as act:
        for seq, number in numbers:
            act.create(
                Document(
                    kind="report", direction="incoming", register="incoming", register_year=2026,
                    register_seq=seq, register_number=number,
                )
            )  # fmt: skip


def test_a_desk_that_was_worked_on_is_sound(store: Store) -> None:
    numbered(store, (1, "1/2026"), (2, "2/2026"))
    party = store.read.where(Party)[0]
    with store.act("edit") as act:
        act.update(Party, party.uid, name_en="Stockholm", spellings=("a", "b"))
        act.update(Document, store.read.where(Document)[0].uid, text="نص آخر", topics=("CTFN",))
    found = store.verify()
    assert found.sound
    assert found.findings == ()


def test_a_record_that_does_not_say_what_was_last_written_is_found(store: Store) -> None:
    uid = store.read.where(Document)[0].uid
    with store.act("edit") as act:
        act.update(Document, uid, their_number="new")
    store.read.connection.execute("UPDATE document SET their_number = 'old' WHERE uid = ?", [uid])
    assert codes(store.verify()) == {"differs": 1}
    store.close()
    again = Store.open(store.folder, PASS)
    assert "record_differs" in again.warnings
    again.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM action",
        "INSERT INTO action (uid, created_at, created_by, updated_at, updated_by)"
        " VALUES ('x', '', '', '', '')",
    ],
)
def test_a_record_without_history_or_gone_in_spite_of_it_is_found(store: Store, spoil: str) -> None:
    store.read.connection.execute(spoil)
    assert codes(store.verify())["differs"] == 1


def test_a_text_that_is_not_its_own_is_found(store: Store) -> None:
    store.read.connection.execute(
        "UPDATE body SET text = x'00' WHERE hash = (SELECT min(hash) FROM body)"
    )
    assert codes(store.verify())["text_altered"] == 1


def test_records_that_point_at_nothing_are_found(store: Store) -> None:
    with store.act("add") as act:
        act.create(Action(what="x", document="nowhere", state="open"))
        act.create(
            Link(source="nobody", source_table="document", target="gone", target_table="dossier",
                 type="answers")
        )  # fmt: skip
    assert codes(store.verify()) == {"points_at_nothing": 3}


def test_numbers_have_no_gap_and_no_double_and_provisional_ones_stand_apart(store: Store) -> None:
    numbered(store, (1, "1/2026"), (2, "م/L2/2"), (2, "2/2026"), (4, "4/2026"), (5, "5/2026"))
    assert codes(store.verify()) == {"gap": 1}
    numbered(store, (3, "3/2026"), (5, "5/2026"))
    found = store.verify()
    assert codes(found) == {"double": 1}
    assert found.findings[0].values == {"register": "incoming", "year": 2026}


def test_files_that_no_record_names_are_found_and_swept(store: Store) -> None:
    kept = store.blobs.put(b"named by a setting")
    with store.act("settings") as act:
        act.change_setting("letterhead_ar", kept)
    store.blobs.put(b"named by nothing")
    next(store.folder.glob("blobs/??/*")).with_suffix(".part").write_bytes(b"half")
    found = store.verify()
    assert (codes(found), found.sound) == ({"stray_file": 2}, True)
    assert mending.mend(store, ["stray_file"], lambda *_: True) == {"stray_file": 2}
    assert store.verify().findings == ()
    assert store.blobs.get(kept)


def test_a_lost_attachment_comes_back_from_a_backup_beside_the_desk(store: Store) -> None:
    Backup.of(store).into_place(ring_of(store.folder), "daily")
    blob = attach(store, b"never backed up")
    for path in store.folder.glob("blobs/??/*"):
        path.write_bytes(b"damaged")
    found = store.verify()
    assert len(found.attachments) == 2
    assert mending.can_bring_back(store, found.attachments)
    assert mending.mend(store, ["attachment"], lambda *_: True) == {"attachment": 1}
    (still,) = store.verify().attachments
    assert not mending.can_bring_back(store, [still])
    assert store.read.connection.execute(
        "SELECT blob FROM attachment WHERE uid = ?", [still]
    ).fetchone() == (blob,)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: (folder / NAME).unlink(), "vault_copy"),
        (lambda folder: (folder / "vault.json.bak").write_bytes(b"{"), "vault_copy"),
        (lambda folder: (folder / "ballast").unlink(), "ballast"),
    ],
)
def test_a_missing_spare_is_found_and_made_anew(
    store: Store, spoil: Callable[[Path], object], code: str
) -> None:
    spoil(store.folder)
    assert codes(store.verify()) == {code: 1}
    assert mending.mend(store, [code], lambda *_: True) == {code: 1}
    assert store.verify().findings == ()


def test_a_damaged_page_is_told_and_the_rest_is_looked_at(store: Store) -> None:
    (page,) = store.read.connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'comment'"
    ).fetchone()
    store.close()
    path = store.folder / DATABASE
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 99] ^= 8
    path.write_bytes(data)
    again = Store.open(store.folder, PASS)
    found = again.verify()
    assert found.pages
    assert not found.sound
    again.close()


def test_an_older_database_in_its_place_is_told_by_the_backup_beside_it(store: Store) -> None:
    store.close()
    old = (store.folder / DATABASE).read_bytes()
    again = Store.open(store.folder, PASS)
    attach(again, b"later")
    Backup.of(again).into_place(ring_of(again.folder), "daily")
    assert again.verify().sound
    again.close()
    (store.folder / DATABASE).write_bytes(old)
    rolled_back = Store.open(store.folder, PASS)
    assert "desk_older" in rolled_back.warnings
    assert codes(rolled_back.verify())["history_cut"] == 1
    rolled_back.close()


def test_a_restored_desk_is_not_taken_for_one_that_was_cut(store: Store) -> None:
    ring = ring_of(store.folder)
    first = Backup.of(store).into_place(ring, "daily").copied
    for turn in range(2):
        attach(store, str(turn).encode())
        Backup.of(store).into_folder(
            store.folder.parent / f"desk-backups/2026010{turn + 1}-000000-daily"
        )
        unlocked = store.unlocked
        store.close()
        restore(store.folder, first, unlocked.keys)
        back = Store.open_unlocked(store.folder, unlocked)
        assert back.warnings == ()
        assert back.verify().findings == ()
        store = back
    store.close()


def test_a_clock_that_was_set_back_is_told_and_the_history_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr("time.time", lambda: 1_600_000_000.0)
    again = Store.open(store.folder, PASS)
    assert again.warnings == ("clock",)
    with again.act("edit") as act:
        act.update(Document, again.read.where(Document)[0].uid, their_number="late")
    assert again.read.log_of(again.read.where(Document)[0].uid)[-1].after == "late"
    found = again.verify()
    assert (codes(found), found.sound) == ({"clock": 1}, True)
    again.close()


def test_a_stopped_check_says_so(store: Store) -> None:
    for part in ("pages", "records", "files"):
        assert store.verify(lambda at, _done, _total, part=part: at != part).stopped


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_sentence_and_its_remedy(language: str) -> None:
    words = terms()
    known = sorted({key for key in words.keys() if key.startswith("finding.")})  # noqa: SIM118
    assert len(known) > 12
    for key in known:
        assert words(key, language, count=1, example="x", seq=1, device="d", register="r", year=1)  # type: ignore[arg-type]
        assert words(key.replace("finding.", "finding_remedy."), language)  # type: ignore[arg-type]


def test_numbers_that_were_given_after_the_backup_are_not_given_again(store: Store) -> None:
    numbered(store, (1, "1/2026"), (2, "2/2026"))
    copied = Backup.of(store).into_place(ring_of(store.folder), "daily").copied
    numbered(store, (3, "3/2026"), (4, "4/2026"))
    unlocked = store.unlocked
    store.close()
    restore(store.folder, copied, unlocked.keys)
    note = (store.folder / "restored").read_bytes()
    assert b"incoming" not in note
    again = Store.open_unlocked(store.folder, unlocked)
    assert again.read.last_number("incoming", 2026) == 4
    assert again.verify().findings == ()
    numbered(again, (5, "5/2026"))
    assert again.verify().findings == ()
    again.close()
