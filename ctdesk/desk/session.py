"""What the Desk's nouns share: the open store, who acts, which day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from ctdesk.desk.access import Access
from ctdesk.domain.classification import cleared
from ctdesk.domain.errors import Refused, StoreError
from ctdesk.domain.records import Officer
from ctdesk.domain.roles import check_right, may
from ctdesk.store.acting import Act, Guard
from ctdesk.store.secrets import wiped
from ctdesk.store.store import Store


class Session:
    """An open store and the officer who opened it."""

    def __init__(
        self, store: Store, officer: Officer, today: Callable[[], date] = date.today
    ) -> None:
        self.store = store
        self.officer = officer
        self.today = today
        self.access = Access(self)
        self.guard: Guard | None = None
        """Looks at each write of this officer before it is done (`desk.approvals`)."""

    @property
    def clearance(self) -> int:
        """The highest rank of classification that the officer may see."""
        return cleared(self.officer.clearance)

    def may(self, right: str) -> bool:
        """Whether the officer's role has a right of `domain.roles.RIGHTS`."""
        return may(self.officer.role, right)

    def check_right(self, right: str) -> None:
        """Raise Refused, naming who may, unless the officer's role has the right."""
        check_right(self.officer.role, right)

    def countersigned(self, slot: str, passphrase: str) -> Officer:
        """Another officer of this desk, told by the key that their own passphrase opens.

        Takes about a second (the derivation). Raises Refused for the officer who is here, for
        somebody who is none of this desk or has left, StoreError for a wrong passphrase.
        """
        found = self.store.read.where(Officer, slot=slot) if slot else []
        here = (o for o in found if not o.left_on and self.store.read.is_own(o.uid))
        other = next(here, None)
        if other is None:
            raise Refused("second_unknown")
        if other.uid == self.officer.uid:
            raise Refused("second_is_the_same")
        try:
            key, _ = self.store.vault.unlock(passphrase, slot)
        except StoreError:
            with self.act("failed_countersign") as act:
                act.note("failed_countersign", by=other.uid)
            raise
        with wiped(key):
            return other

    @contextmanager
    def act(self, name: str) -> Iterator[Act]:
        """One act of this officer; see `Store.act`."""
        with self.store.act(name, self.officer.uid) as act:
            act.guard = self.guard
            yield act
