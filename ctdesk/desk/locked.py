"""What may be known of a desk that is locked, and done at it; and the way in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ctdesk.desk.passphrase import passphrase_strength
from ctdesk.desk.recovery_words import read_words
from ctdesk.desk.slots import ENOUGH
from ctdesk.domain.errors import BadInput, StoreError
from ctdesk.domain.records import Officer
from ctdesk.store import slots, tries
from ctdesk.store.secrets import wiped
from ctdesk.store.store import Store, Unlocked
from ctdesk.store.vault import Cost, Vault


@dataclass(frozen=True)
class Peek:
    """What the unlock screen may know of a locked desk."""

    language: str = "ar"
    digits: str = "arabic"
    theme: str = "light"
    slots: tuple[str, ...] = ()
    recovery: bool = False
    """Whether recovery words were made."""
    pause_s: int = 0
    """Seconds to wait after wrong tries; see `store/tries.py` for what it is worth."""


def peek(folder: Path) -> Peek:
    """How the unlock screen of the desk in this folder looks."""
    vault = Vault.load(folder)
    known = {
        name: vault.look[name] for name in ("language", "digits", "theme") if name in vault.look
    }
    return Peek(
        **known,
        slots=vault.officers,
        recovery=vault.recovery is not None,
        pause_s=tries.so_far(folder).pause_s(),
    )


def recover(folder: Path, words: str, slot: str, new: str, *, cost: Cost | None = None) -> Unlocked:
    """Give an officer a new passphrase by the recovery words, as they were typed.

    The words stay in force. BadInput for a slip in typing or a weak passphrase, StoreError when
    they are not this desk's.
    """
    secret = read_words(words).secret()
    if passphrase_strength(new).score < ENOUGH:
        raise BadInput("passphrase_weak")
    with wiped(secret):
        slots.recover(folder, secret, slot, new, cost)
    return Store.unlock(folder, new, slot)


def enter(store: Store) -> Officer:
    """The officer whose slot opened the store; that they came in stands in the chain of acts, with
    what happened at the locked screen before."""
    found = store.read.where(Officer, slot=store.slot)
    if not found:
        raise StoreError("slot_without_officer", name=store.slot)
    officer, before = found[0], tries.so_far(store.folder)
    _note(store, before)
    with store.act("unlock", officer.uid) as act:
        act.note("unlock", slot=store.slot)
    tries.forget(store.folder)
    return officer


def _note(store: Store, before: tries.Tries) -> None:
    """What happened at the locked screen, each an act of its own: nobody is known to have done
    it."""
    if before.count:
        with store.act("failed_unlock") as act:
            act.note(
                "failed_unlock",
                count=before.count,
                recovery=before.recovery,
                first=before.first,
                last=before.last,
            )
    if before.recovered:
        with store.act("recovered") as act:
            act.note("recovered", count=before.recovered)
