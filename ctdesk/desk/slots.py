"""Who can open the desk: a passphrase for each officer, and the recovery words in the safe.

What derives a key takes a second or more and writes nothing: `prepare_...` may run on a worker
thread, `keep...` puts its result into force on the desk's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctdesk.desk.passphrase import passphrase_strength
from ctdesk.desk.recovery_words import RecoveryWords
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Officer
from ctdesk.store import slots
from ctdesk.store.vault import Cost, Vault

if TYPE_CHECKING:
    from ctdesk.desk.officers import Officers
    from ctdesk.desk.session import Session

ENOUGH = 2
"""The strength (0 to 4) below which a passphrase is not taken."""


@dataclass(frozen=True)
class SlotRow:
    """A slot as it is listed."""

    name: str
    officer: Officer | None
    own: bool


@dataclass(frozen=True)
class NewWords:
    """Recovery words that are shown, but not yet in force."""

    words: RecoveryWords
    vault: Vault


class Slots:
    """The slots of the desk's vault."""

    def __init__(self, session: Session, officers: Officers) -> None:
        self._session = session
        self._officers = officers

    def list(self) -> Sequence[SlotRow]:
        """The officers' slots, in the order in which they were made."""
        store = self._session.store
        officers = {officer.slot: officer for officer in store.read.where(Officer)}
        return [
            SlotRow(name, officers.get(name), name == store.slot) for name in store.vault.officers
        ]

    # --- the passphrase of the officer who is here ---

    def prepare_passphrase(self, old: str, new: str, cost: Cost | None = None) -> Vault:
        """Wrap the key under `new`. StoreError for a wrong `old`, BadInput for a weak `new`."""
        if passphrase_strength(new).score < ENOUGH:
            raise BadInput("passphrase_weak")
        store = self._session.store
        return slots.with_passphrase(store.vault, store.slot, old, new, cost)

    def keep_passphrase(self, prepared: Vault) -> None:
        """From now on the new passphrase opens the desk; no data is rewritten."""
        self._keep(prepared, "change_passphrase")

    def rename(self, passphrase: str, name: str) -> Officer:
        """Give the slot of the officer who is here another name; it shows on the locked screen."""
        store, officer = self._session.store, self._session.officer
        name = " ".join(name.split())
        if not name:
            raise BadInput("field_required", field="name")
        before = store.slot
        store.adopt(slots.renamed(store.vault, before, passphrase, name))
        with self._session.act("rename_slot") as act:
            officer = act.update(Officer, officer.uid, slot=name)
            act.note("rename_slot", officer=officer.uid)
        # only now: a crash before left two names for one key, and each finds its officer or none
        store.slot, self._session.officer = name, officer
        store.adopt(store.vault.without_slot(before))
        return officer

    def remove(self, name: str) -> None:
        """Take a slot away: its officer is let go (see `Officers.let_go` for who may), and one that
        is no officer's just goes. Backups that were made before still open with it."""
        self._session.check_right("officers")
        row = next((row for row in self.list() if row.name == name), None)
        if row is None:
            raise Refused("not_found", what=name)
        if row.officer is not None:
            self._officers.let_go(row.officer.uid)
            return
        store = self._session.store
        store.adopt(store.vault.without_slot(name))
        with self._session.act("remove_slot") as act:
            act.note("remove_slot")

    # --- recovery words ---

    @property
    def has_words(self) -> bool:
        """Whether recovery words were made."""
        return self._session.store.vault.recovery is not None

    def prepare_words(self, passphrase: str) -> NewWords:
        """New words, to be written down before they are in force. StoreError for a wrong
        passphrase."""
        store, words = self._session.store, RecoveryWords.new()
        return NewWords(
            words, slots.with_words(store.vault, store.slot, passphrase, words.secret())
        )

    def keep_words(self, new: NewWords) -> None:
        """From now on these words recover the desk, and those before don't."""
        self._keep(new.vault, "recovery_words")

    def words_were_printed(self) -> None:
        """The sheet left the machine for a printer."""
        with self._session.act("print_recovery_words") as act:
            act.note("print_recovery_words")

    def drop_words(self) -> None:
        """From now on no words recover the desk."""
        self._keep(self._session.store.vault.without_recovery(), "drop_recovery_words")

    def _keep(self, vault: Vault, name: str) -> None:
        with self._session.act(name) as act:
            act.note(name)
            self._session.store.adopt(vault)
