"""Words of a form that was open when the desk was locked: kept in the store until they are saved or
given up by the officer who wrote them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ctdesk.desk.session import Session


@dataclass(frozen=True)
class Unsaved:
    """What stood in one form."""

    form: str
    """Which form: `report`, `document`, `item`."""
    record: str = ""
    """The record that it edits; "" for a new one."""
    values: Mapping[str, Any] = field(default_factory=dict)


class UnsavedForms:
    """The forms that this officer left unsaved. They are drafts: no history, no search."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Unsaved]:
        """What was left, in the order in which it was written."""
        kept = self._session.store.read.draft(self._uid)
        return [Unsaved(**entry) for entry in json.loads(kept[1])] if kept else []

    def of(self, form: str, record: str = "") -> Mapping[str, Any]:
        """What was left in a form; empty for nothing."""
        found = (one.values for one in self.all() if (one.form, one.record) == (form, record))
        return next(found, {})

    def keep(self, unsaved: Unsaved) -> None:
        """Keep what stands in a form now."""
        self._write([*self._but(unsaved.form, unsaved.record), unsaved])

    def drop(self, form: str, record: str = "") -> None:
        """It was saved, or given up."""
        rest = self._but(form, record)
        if len(rest) != len(self.all()):
            self._write(rest)

    @property
    def _uid(self) -> str:
        return f"unsaved:{self._session.officer.uid}"

    def _but(self, form: str, record: str) -> list[Unsaved]:
        return [one for one in self.all() if (one.form, one.record) != (form, record)]

    def _write(self, unsaved: Sequence[Unsaved]) -> None:
        store = self._session.store
        if unsaved:
            text = json.dumps([asdict(one) for one in unsaved], ensure_ascii=False)
            store.keep_draft(self._uid, self._session.officer.uid, text)
        else:
            store.drop_draft(self._uid)
