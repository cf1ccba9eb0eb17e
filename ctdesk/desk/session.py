"""What the Desk's nouns share: the open store, who acts, which day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from ctdesk.desk.access import Access
from ctdesk.domain.classification import LEVELS, rank
from ctdesk.domain.records import Officer
from ctdesk.store.acting import Act
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

    @property
    def clearance(self) -> int:
        """The highest rank of classification that the officer may see."""
        return rank(self.officer.clearance) if self.officer.clearance else len(LEVELS) - 1

    @contextmanager
    def act(self, name: str) -> Iterator[Act]:
        """One act of this officer; see `Store.act`."""
        with self.store.act(name, self.officer.uid) as act:
            yield act
