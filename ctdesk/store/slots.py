"""What becomes of a vault's slots: each function takes a vault and gives the changed one.

They take as long as a derivation takes and touch no file, so that they may run off the window's
thread; `Store.adopt` then puts the result into force. No data is rewritten by any of them: every
slot wraps the same master key. An older copy of `vault.json`, such as that of a backup, still opens
with the passphrases of its day.
"""

from __future__ import annotations

from pathlib import Path

from ctdesk.domain.errors import Refused, StoreError
from ctdesk.store import tries
from ctdesk.store.errors import translated
from ctdesk.store.folder import InstanceLock
from ctdesk.store.secrets import Secret, wiped
from ctdesk.store.vault import RECOVERY, Cost, Vault


def with_passphrase(
    vault: Vault, slot: str, old: Secret, new: Secret, cost: Cost | None = None
) -> Vault:
    """Another passphrase for the slot that `old` opens. StoreError for a wrong one."""
    return with_officer(vault, slot, old, slot, new, cost)


def with_officer(
    vault: Vault, slot: str, passphrase: Secret, name: str, new: Secret, cost: Cost | None = None
) -> Vault:
    """A slot of that name, made by whoever opens `slot`. StoreError for a wrong passphrase."""
    master, _ = vault.unlock(passphrase, slot)
    with wiped(master):
        return vault.with_slot(master, name, new, cost=cost)


def renamed(vault: Vault, slot: str, passphrase: Secret, name: str) -> Vault:
    """The slot under a second name beside its own, which goes once the desk's records know the new
    one: a name is bound to its slot's tag. Refused when the name is another's."""
    if name in vault.officers:
        raise Refused("slot_taken", name=name)
    cost = next(s.cost for s in vault.slots if s.name == slot)
    return with_officer(vault, slot, passphrase, name, passphrase, cost)


def with_words(
    vault: Vault, slot: str, passphrase: Secret, words: Secret, cost: Cost | None = None
) -> Vault:
    """A slot for recovery words, in the place of the one before.

    The words hold 130 random bits, which no guessing reaches: the floor of the cost will do.
    """
    master, _ = vault.unlock(passphrase, slot)
    with wiped(master):
        return vault.with_slot(master, RECOVERY, words, kind=RECOVERY, cost=cost or Cost())


def recover(folder: Path, words: Secret, slot: str, new: Secret, cost: Cost | None = None) -> None:
    """Give an officer's slot of a locked desk a new passphrase by the recovery words.

    StoreError("wrong_recovery_words") when they are not this desk's, and the try is counted;
    StoreError when the desk is open elsewhere. The words stay in force.
    """
    vault = Vault.load(folder)
    if slot not in vault.officers:
        raise Refused("not_found", what=slot)
    lock = InstanceLock(folder)
    with translated():
        lock.take()
    try:
        master = vault.unlock_with_words(words)
        with wiped(master):
            changed = vault.with_slot(master, slot, new, cost=cost)
        with translated():
            changed.save(folder)
            tries.count_recovered(folder)
    except StoreError as error:
        if error.code == "wrong_recovery_words":
            tries.count_wrong(folder, recovery=True)
        raise
    finally:
        lock.release()
