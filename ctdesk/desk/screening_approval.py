"""An officer's yes to a row of a list of names: to its words, by their hash."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import ListEntry, NameList, NameRow, Officer
from ctdesk.store.changes import canonical, now

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.store.acting import Act

WRITTEN = ("name", "name_other", "entry", "basis", "detail")
"""What officers write in a row, and approve."""


class SaidYes:
    """Approvals of rows, each of exactly what the row said."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def approve(self, act: Act, record: NameList, row: NameRow, officer: Officer) -> None:
        """One officer's yes to a row; see `NameLists.approve`."""
        if not row.basis.strip():
            raise BadInput("row_without_basis", number=row.number, name=row.name)
        entry = self._session.store.read.get(ListEntry, row.entry) if row.entry else None
        if entry and entry.delisted_on:
            raise Refused("row_delisted", number=row.number, name=row.name, date=entry.delisted_on)
        held = self.still(record, row)
        first = {**row.__dict__, **held}["first_by"]
        second = {**row.__dict__, **held}["second_by"]
        if officer.uid in (first, second) or (first and second):
            raise Refused("approved_already", number=row.number, name=row.name)
        place = "second" if first else "first"
        said = {f"{place}_by": officer.uid, f"{place}_at": now()}
        said[f"{place}_hash"] = self.hash(record, row)
        act.update(NameRow, row.uid, **{**held, **said})

    def hash(self, record: NameList, row: NameRow) -> str:
        """What an officer says yes to: the row's words, its entry, the title it stands under."""
        entry = self._session.store.read.get(ListEntry, row.entry) if row.entry else None
        listed = [entry.reference, entry.delisted_on] if entry else ["", ""]
        words = [getattr(row, name) for name in WRITTEN]
        parts = [record.uid, record.title, row.number, *words, *listed]
        return hashlib.sha256(canonical(parts).encode()).hexdigest()

    def still(self, record: NameList, row: NameRow) -> dict[str, str]:
        """The fields by which approvals of something else are void."""
        now_hash = self.hash(record, row)
        fields: dict[str, str] = {}
        for place in ("first", "second"):
            if getattr(row, f"{place}_hash") not in ("", now_hash):
                fields |= without(place)
        return fields


def without(place: str) -> dict[str, str]:
    """The fields of a row without its `first` or `second` approval."""
    return {f"{place}_by": "", f"{place}_at": "", f"{place}_hash": ""}
