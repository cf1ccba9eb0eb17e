"""Keys: wrapped once per passphrase, told apart from damage."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from ctdesk.domain.errors import Refused, StoreError
from ctdesk.store.vault import COPY, NAME, Cost, Keys, Vault

CHEAP = Cost(1024, 1, 1)


def a_vault(passphrase: str = "four words of mine") -> tuple[Vault, bytes]:
    return Vault.create(passphrase, "officer-1", CHEAP)


def test_a_vault_opens_with_its_passphrase_only() -> None:
    vault, master = a_vault()
    assert vault.unlock("four words of mine") == (master, "officer-1")
    with pytest.raises(StoreError) as refused:
        vault.unlock("four words of yours")
    assert refused.value.code == "wrong_passphrase"


def test_a_passphrase_typed_in_another_unicode_form_is_the_same() -> None:
    vault, master = a_vault("السَّفارة فى بغداد é")
    assert vault.unlock(unicodedata.normalize("NFD", "السَّفارة فى بغداد é"))[0] == master


def test_recovery_words_give_the_key_but_are_no_passphrase_and_no_last_slot() -> None:
    vault, master = a_vault()
    vault = vault.with_slot(master, "recovery", b"26 bytes of words", kind="recovery", cost=CHEAP)
    assert vault.unlock_with_words(b"26 bytes of words") == master
    assert vault.officers == ("officer-1",)
    with pytest.raises(StoreError):
        vault.unlock("26 bytes of words")
    with pytest.raises(Refused):
        vault.without_slot("officer-1")


def test_new_recovery_words_take_the_place_of_the_old_and_of_no_officer() -> None:
    vault, master = a_vault()
    vault = vault.with_slot(master, "recovery", "an officer of that name", cost=CHEAP)
    for words in (b"old", b"new"):
        vault = vault.with_slot(master, "recovery", words, kind="recovery", cost=CHEAP)
    assert vault.unlock_with_words(b"new") == master
    with pytest.raises(StoreError):
        vault.unlock_with_words(b"old")
    assert vault.unlock("an officer of that name", "recovery")[0] == master
    with pytest.raises(StoreError):
        vault.without_recovery().unlock_with_words(b"new")


def test_a_changed_passphrase_keeps_the_master_and_forgets_the_old() -> None:
    vault, master = a_vault()
    vault = vault.with_slot(master, "officer-1", "new words", cost=CHEAP)
    assert vault.unlock("new words")[0] == master
    with pytest.raises(StoreError):
        vault.unlock("four words of mine")


def test_a_slot_whose_cost_was_altered_does_not_open() -> None:
    vault, _ = a_vault()
    slot = replace(vault.slots[0], kind="recovery")
    with pytest.raises(StoreError):
        replace(vault, slots=(slot,)).unlock("four words of mine")


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(Refused):
        a_vault("")


def test_the_copy_serves_when_the_first_file_is_damaged(tmp_path: Path) -> None:
    vault, master = a_vault()
    vault.save(tmp_path)
    (tmp_path / NAME).write_text("{ torn")
    assert Vault.load(tmp_path).unlock("four words of mine")[0] == master
    (tmp_path / COPY).write_text("")
    with pytest.raises(StoreError) as refused:
        Vault.load(tmp_path)
    assert refused.value.code == "vault_damaged"


def test_a_folder_without_a_vault_is_not_a_desk(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        Vault.load(tmp_path)
    assert refused.value.code == "not_a_desk"


def test_no_key_is_readable_in_the_file(tmp_path: Path) -> None:
    vault, master = a_vault()
    vault.save(tmp_path)
    text = (tmp_path / NAME).read_text()
    assert master.hex() not in text
    assert "four words" not in text
    assert set(json.loads(text)) == {"format", "id", "look", "slots"}


def test_each_use_has_a_key_of_its_own_and_none_is_printed() -> None:
    keys = Keys.of(b"m" * 32, "id")
    assert len({keys.database, keys.blob, keys.name, keys.backup}) == 4
    assert keys.database.hex() not in repr(keys)


def test_the_tuned_cost_is_never_below_the_floor() -> None:
    assert Cost.tuned(seconds=0.001).memory_kib == 64 * 1024
