"""Need-to-know: the one place that says which records an officer may see.

On a single encrypted file these are rules of the house against mistakes, not a lock: whoever has a
passphrase of the desk holds the key to all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from ctdesk.domain.classification import rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS, Record

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

R = TypeVar("R", bound=Record)


class Access:
    """What the officer of a session may see."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def may_see(self, classification: str) -> bool:
        """Whether the officer is cleared for that degree."""
        return rank(classification) <= self._session.clearance

    def sees(self, record: Record) -> bool:
        """Whether the officer may see a record: its own classification, and that of every record
        which it names as part of what it says (`ref` fields, and both ends of a link)."""
        if not self.may_see(getattr(record, "classification", "")):
            return False
        return all(self.sees(named) for named in self._named(record))

    def visible(self, records: Iterable[R]) -> list[R]:
        """Those of the records that the officer may see, in their order."""
        return [record for record in records if self.sees(record)]

    def demand(self, record: R | None, what: str) -> R:
        """The record; Refused("not_found") when there is none or the officer may not see it: the
        two are told apart by nobody."""
        if record is None or not self.sees(record):
            raise Refused("not_found", what=what)
        return record

    def _named(self, record: Record) -> Iterable[Record]:
        for spec in fields_of(type(record)):
            uid = getattr(record, spec.name)
            if spec.type != "ref" or not uid:
                continue
            table = spec.target or getattr(record, f"{spec.name}_table", "")
            kind = RECORDS.get(table)
            found = self._session.store.read.get(kind, uid) if kind else None
            if found is not None:
                yield found
