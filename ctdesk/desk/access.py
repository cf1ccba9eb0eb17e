"""Need-to-know: the one place that says which records an officer may see.

A document and a dossier are as secret as they are marked; everything else is as secret as what it
belongs to or quotes: an attachment, a revision, a comment as its document, an item as its dossier,
an action, a link, an assessment, a match as all that they name, a request for agreement as what it
is about. What names a record that is not on this desk is shown to the highest clearance only.
Parties, terms, list entries and officers are open to all who work here.

On a single encrypted file these are rules of the house against mistakes, not a lock: whoever has a
passphrase of the desk holds the key to all of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from ctdesk.domain.classification import LEVELS, rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import RECORDS, Record
from ctdesk.store.degrees import HIDDEN, names_of, ranks

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.store.incoming import WaitingFile

R = TypeVar("R", bound=Record)


class Access:
    """What the officer of a session may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def everything(self) -> bool:
        """The officer is cleared for the highest degree."""
        return self._session.clearance >= len(LEVELS) - 1

    def may_see(self, classification: str) -> bool:
        """Whether the officer is cleared for that degree."""
        return rank(classification) <= self._session.clearance

    def sees(self, record: Record) -> bool:
        """Whether the officer may see a record: by its own degree, and by that of all it names."""
        return bool(self.visible([record]))

    def seen(self, table: str, uids: Iterable[str]) -> Collection[str]:
        """Those of the identities of a kind of record that the officer may see, if they exist."""
        known = ranks(self._session.store.read, table, uids)
        return {uid for uid, degree in known.items() if degree <= self._session.clearance}

    def visible(self, records: Iterable[R]) -> list[R]:
        """Those of the records that the officer may see, in their order: a handful of questions,
        however many they are."""
        all_ = list(records)
        if self.everything:
            return all_
        named: dict[str, dict[str, None]] = {}
        for record in all_:
            for table, uid in names_of(record):
                named.setdefault(table, {})[uid] = None
        read = self._session.store.read
        known = {table: ranks(read, table, uids) for table, uids in named.items()}

        def degree(record: Record) -> int:
            above = (known[table].get(uid, HIDDEN) for table, uid in names_of(record))
            return max((rank(getattr(record, "classification", "")), *above))

        return [record for record in all_ if degree(record) <= self._session.clearance]

    def demand(self, record: R | None, what: str) -> R:
        """The record; Refused("not_found") when there is none or the officer may not see it: the
        two are told apart by nobody."""
        if record is None or not self.sees(record):
            raise Refused("not_found", what=what)
        return record

    def get(self, kind: type[R], uid: str) -> R:
        """The record of that identity, as far as the officer may see it; Refused as `demand`."""
        return self.demand(self._session.store.read.get(kind, uid), uid)

    def where(self, kind: type[R], /, *, order: str = "", **equal: Any) -> list[R]:
        """Records whose fields equal the values given, those that the officer may see."""
        return self.visible(self._session.store.read.where(kind, order=order, **equal))

    def waiting(self) -> list[WaitingFile]:
        """The queue of what arrived, as far as the officer may see it: a file is as secret as its
        own marking was read, or as somebody wrote; who put it there sees it anyhow, for they hold
        the paper. What is set aside is told apart by its state."""
        return [file for file in self._session.store.incoming.all() if self.sees_waiting(file)]

    def sees_waiting(self, file: WaitingFile) -> bool:
        """Whether the officer may see a file of the queue."""
        if self.everything or file.officer == self._session.officer.uid:
            return True
        return self.may_see(str(json.loads(file.head).get("classification", "")))

    def check_named(self, record: Record) -> None:
        """Raise Refused("not_found") when a record that is to be written names one that the
        officer may not see: nothing is tied to what is out of sight."""
        for table, uid in names_of(record):
            kind = RECORDS.get(table)
            if kind is not None:
                self.get(kind, uid)
