"""Who can open the desk: officers come, go and change their words; a lost passphrase is mended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import BadInput, Refused, StoreError
from ctdesk.store import tries
from ctdesk.store.vault import NAME, Vault
from tests.conftest import CHEAP, PASSPHRASE

THEIRS = "زورق يعبر شط العرب ليلا"
NEW = "ستة قوارب وريح خفيفة"


@pytest.fixture
def bare_desk(bare_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk without documents; the test may close it."""
    folder = Path(shutil.copytree(bare_folder, tmp_path / "desk"))
    desk = Desk.open(folder, PASSPHRASE)
    yield desk
    with suppress(StoreError):
        desk.close()


def _acts(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    rows = desk._store.read.connection.execute("SELECT act, detail FROM act ORDER BY seq")
    return [(act, json.loads(detail)) for act, detail in rows]


def _code(error: pytest.ExceptionInfo[StoreError | BadInput | Refused]) -> str:
    return error.value.code


def test_the_words_let_an_officer_in_who_lost_the_passphrase(bare_desk: Desk) -> None:
    folder, slot = bare_desk.folder, bare_desk._store.slot
    new = bare_desk.slots.prepare_words(PASSPHRASE)
    assert not bare_desk.slots.has_words
    bare_desk.slots.keep_words(new)
    assert bare_desk.slots.has_words
    assert Desk.peek(folder).recovery
    officer = bare_desk.officer.uid
    bare_desk.close()
    unlocked = Desk.recover(folder, " ".join(new.words.shown("ar")), slot, NEW, cost=CHEAP)
    again = Desk.open_unlocked(folder, unlocked)
    assert again.officer.uid == officer
    assert [act for act, _ in _acts(again)][-2:] == ["recovered", "unlock"]
    assert again.verify().sound
    again.close()
    with pytest.raises(StoreError):
        Desk.open(folder, PASSPHRASE)
    Desk.open(folder, NEW).close()


def test_words_that_were_replaced_recover_nothing_more(bare_desk: Desk) -> None:
    folder, slot = bare_desk.folder, bare_desk._store.slot
    old = bare_desk.slots.prepare_words(PASSPHRASE)
    bare_desk.slots.keep_words(old)
    bare_desk.slots.keep_words(bare_desk.slots.prepare_words(PASSPHRASE))
    bare_desk.close()
    with pytest.raises(StoreError) as refused:
        Desk.recover(folder, " ".join(old.words.shown("en")), slot, NEW, cost=CHEAP)
    assert _code(refused) == "wrong_recovery_words"
    assert tries.so_far(folder).recovery == 1
    Desk.open(folder, PASSPHRASE).close()


def test_words_that_were_shown_but_not_kept_recover_nothing(bare_desk: Desk) -> None:
    folder, slot = bare_desk.folder, bare_desk._store.slot
    new = bare_desk.slots.prepare_words(PASSPHRASE)
    bare_desk.close()
    with pytest.raises(StoreError):
        Desk.recover(folder, " ".join(new.words.shown("en")), slot, NEW, cost=CHEAP)


def test_recovery_takes_no_weak_passphrase_and_leaves_an_open_desk_alone(bare_desk: Desk) -> None:
    folder, slot = bare_desk.folder, bare_desk._store.slot
    new = bare_desk.slots.prepare_words(PASSPHRASE)
    bare_desk.slots.keep_words(new)
    typed = " ".join(new.words.shown("en"))
    with pytest.raises(BadInput) as weak:
        Desk.recover(folder, typed, slot, "abc", cost=CHEAP)
    assert _code(weak) == "passphrase_weak"
    with pytest.raises(StoreError) as busy:
        Desk.recover(folder, typed, slot, NEW, cost=CHEAP)
    assert _code(busy) == "store_open_elsewhere"


def test_no_word_stands_in_the_folder(bare_desk: Desk) -> None:
    new = bare_desk.slots.prepare_words(PASSPHRASE)
    bare_desk.slots.keep_words(new)
    bare_desk.close()
    held = b"".join(p.read_bytes() for p in bare_desk.folder.rglob("*") if p.is_file())
    assert not any(word.encode() in held for word in new.words.shown("ar"))


def test_wrong_tries_are_counted_and_stand_in_the_history_once_somebody_gets_in(
    bare_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(bare_folder, tmp_path / "desk"))
    for _ in range(3):
        with pytest.raises(StoreError):
            Desk.unlock(folder, "wrong")
    assert Desk.peek(folder).pause_s >= 1
    desk = Desk.open(folder, PASSPHRASE)
    failed = [detail for act, detail in _acts(desk) if act == "failed_unlock"]
    assert [(d["count"], d["recovery"]) for d in failed] == [(3, 0)]
    assert Desk.peek(folder).pause_s == 0
    desk.close()


def test_a_changed_passphrase_rewrites_no_data(bare_desk: Desk) -> None:
    folder = bare_desk.folder
    before = (folder / "ctdesk.db").stat().st_mtime_ns
    prepared = bare_desk.slots.prepare_passphrase(PASSPHRASE, NEW, CHEAP)
    assert (folder / "ctdesk.db").stat().st_mtime_ns == before
    bare_desk.slots.keep_passphrase(prepared)
    assert _acts(bare_desk)[-1][0] == "change_passphrase"
    bare_desk.close()
    with pytest.raises(StoreError):
        Desk.open(folder, PASSPHRASE)
    Desk.open(folder, NEW).close()


def test_a_weak_or_unproven_change_is_refused(bare_desk: Desk) -> None:
    with pytest.raises(BadInput):
        bare_desk.slots.prepare_passphrase(PASSPHRASE, "abc", CHEAP)
    with pytest.raises(StoreError):
        bare_desk.slots.prepare_passphrase("wrong", NEW, CHEAP)


@pytest.fixture
def with_second(bare_desk: Desk) -> tuple[Desk, str]:
    """A desk with a second officer, and the name of their slot."""
    added = bare_desk.officers.add(PASSPHRASE, THEIRS, {"title_ar": "معاون"}, cost=CHEAP)
    return bare_desk, added.slot


def test_an_officer_whose_slot_was_taken_away_opens_nothing_and_stays_in_the_records(
    with_second: tuple[Desk, str],
) -> None:
    desk, slot = with_second
    desk.slots.remove(slot)
    assert [row.name for row in desk.slots.list()] == [desk._store.slot]
    assert len(desk.officers.list(everybody=True)) == 2
    assert [officer.slot for officer in desk.officers.list()] == [desk._store.slot]
    desk.close()
    with pytest.raises(StoreError):
        Desk.open(desk.folder, THEIRS)
    Desk.open(desk.folder, PASSPHRASE).close()


def test_only_head_or_administrator_takes_a_slot_away_and_never_their_own(
    with_second: tuple[Desk, str],
) -> None:
    desk, slot = with_second
    with pytest.raises(Refused) as own:
        desk.slots.remove(desk._store.slot)
    assert _code(own) == "officer_is_oneself"
    lower = Desk(desk._store, replace(desk.officer, role="officer"))
    with pytest.raises(Refused) as role:
        lower.slots.remove(slot)
    assert _code(role) == "role_may_not"


def test_the_head_does_not_take_the_passphrase_of_the_administrator(
    with_second: tuple[Desk, str],
) -> None:
    desk, slot = with_second
    second = next(officer for officer in desk.officers.list() if officer.slot == slot)
    head = Desk(desk._store, replace(second, role="head"))
    with pytest.raises(Refused) as above:
        head.slots.remove(desk._store.slot)
    assert _code(above) == "role_above_own"


def test_a_slot_that_is_no_officers_just_goes(bare_desk: Desk) -> None:
    store = bare_desk._store
    master, _ = store.vault.unlock(PASSPHRASE)
    store.adopt(store.vault.with_slot(master, "half added", THEIRS, cost=CHEAP))
    bare_desk.slots.remove("half added")
    assert [row.name for row in bare_desk.slots.list()] == [store.slot]
    assert _acts(bare_desk)[-1][0] == "remove_slot"


def test_a_slot_is_renamed_by_its_officer(with_second: tuple[Desk, str]) -> None:
    desk, other = with_second
    desk.slots.rename(PASSPHRASE, "  رئيس   القسم ")
    assert desk.officer.slot == "رئيس القسم"
    with pytest.raises(Refused) as taken:
        desk.slots.rename(PASSPHRASE, other)
    assert _code(taken) == "slot_taken"
    desk.close()
    assert set(Desk.peek(desk.folder).slots) == {"رئيس القسم", other}
    again = Desk.open(desk.folder, PASSPHRASE, slot="رئيس القسم")
    assert again.officer.role == "administrator"
    again.close()


def test_a_slot_that_no_officer_has_opens_nothing(bare_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(bare_folder, tmp_path / "broken"))
    vault = Vault.load(folder)
    master, _ = vault.unlock(PASSPHRASE)
    vault.with_slot(master, "half added", THEIRS, cost=CHEAP).save(folder)
    with pytest.raises(StoreError) as refused:
        Desk.open(folder, THEIRS)
    assert _code(refused) == "slot_without_officer"
    Desk.open(folder, PASSPHRASE).close()


def test_a_change_of_the_look_forgets_no_slot(bare_desk: Desk) -> None:
    bare_desk.slots.keep_words(bare_desk.slots.prepare_words(PASSPHRASE))
    bare_desk.settings.change(theme="dark")
    kept = json.loads((bare_desk.folder / NAME).read_text())
    assert {slot["kind"] for slot in kept["slots"]} == {"officer", "recovery"}
    assert kept["look"]["theme"] == "dark"
