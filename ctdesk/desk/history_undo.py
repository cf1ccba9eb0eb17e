"""Taking back what was written: one field's past, or a whole act; never what is frozen.

An undo is an act like any other: it is in the history, and can be taken back itself. Nothing that
was made is unmade by it; a tie that was made is taken away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ctdesk.desk.history_names import Names
from ctdesk.desk.history_rows import UNDONE
from ctdesk.desk.validation import check_value
from ctdesk.domain.errors import CtdeskError, Refused, TermKey
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import RECORDS, Document, Link, Officer, Record
from ctdesk.store.deeds import Change, Deed, Deeds

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session

_NAMES_OF_OFFICERS = frozenset(("name_ar", "name_en", "title_ar", "title_en"))
_WRITTEN = frozenset(("subject_en", "opening", "opening_en", "closing", "closing_en"))
"""Fields of documents that count as given, but that officers write by hand."""
_STEPS = {
    "document": frozenset(("state",)),
    "action": frozenset(("state", "drop_reason")),
    "link": frozenset(("removed",)),
}
"""Given fields that go back only together with all else that their act wrote."""
_MOST = 20_000


@dataclass(frozen=True)
class Undone:
    """What an undo wrote back, and what it left, each with the reason."""

    records: int
    left: tuple[tuple[str, CtdeskError], ...] = ()


@dataclass
class _Net:
    """What an act did to one record: of each field its value before and after."""

    table: str
    uid: str
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    made: bool = False


def may_go_back(table: str, name: str) -> bool:
    """Whether a field of a record of that table may be given an earlier value by itself."""
    if table not in UNDONE:
        return False
    if table == "officer":
        return name in _NAMES_OF_OFFICERS
    return not field_of(RECORDS[table], name).given or name in _WRITTEN


class Undoing:
    """Writes back, where that is safe."""

    def __init__(self, session: Session, parties: Parties) -> None:
        self._session = session
        self._parties = parties
        self._deeds = Deeds(session.store.read.connection)

    def bring_back(self, table: str, uid: str, name: str, value: Any) -> Record:
        """Write a field's earlier value again. Refused where the field or the record is frozen."""
        record = self._record(table, uid)
        self._check(record, name, value)
        with self._session.act("undo") as act:
            act.note("undo", uid=uid)
            record = act.update(type(record), uid, **{name: value})
        self._forget(table)
        return record

    def could(self, deed: Deed) -> bool:
        """Whether an act wrote something of a kind that can be taken back."""
        changes = self._deeds.changes(deed, 200) if deed.changes else []
        return any(c.table in UNDONE and (c.field or c.table == "link") for c in changes)

    def undo(self, deed: Deed) -> Undone:
        """Write back every field that an act wrote and that still holds what it wrote.

        A record of which one field may not be written back stays as it is, and is told with the
        reason. Refused, with the first reason, when nothing could be taken back.
        """
        writes: list[tuple[Record, dict[str, Any]]] = []
        left: list[tuple[str, CtdeskError]] = []
        names = Names(self._session, self._parties, "ar")
        for net in self._net(deed):
            try:
                writes.append(self._written_back(net, names))
            except CtdeskError as refusal:
                left.append((net.uid, refusal))
        if not writes:
            raise left[0][1] if left else Refused("undo_nothing")
        with self._session.act("undo") as act:
            act.note("undo", of=deed.clock, count=len(writes))
            for record, fields in writes:
                act.update(type(record), record.uid, **fields)
        for record, _ in writes:
            self._forget(record.table)
        return Undone(len(writes), tuple(left))

    def _net(self, deed: Deed) -> list[_Net]:
        found: dict[tuple[str, str], _Net] = {}
        for change in self._deeds.changes(deed, _MOST) if deed.changes else []:
            net = found.setdefault((change.table, change.row_id), _Net(change.table, change.row_id))
            _add(net, change)
        return list(found.values())

    def _written_back(self, net: _Net, names: Names) -> tuple[Record, dict[str, Any]]:
        record = self._record(net.table, net.uid)
        if isinstance(record, Link):
            self._check_tie(record)
        if net.made:
            if not isinstance(record, Link):
                raise Refused("undo_made", kind=TermKey(f"record.{net.table}"))
            if record.removed:
                raise Refused("changed_since")
            return record, {"removed": True}
        fields = {}
        for name, (before, after) in net.fields.items():
            value = names.held(net.table, name, before)
            self._check(record, name, value, whole=True)
            if getattr(record, name) != names.held(net.table, name, after):
                raise Refused("changed_since")
            fields[name] = value
        return record, fields

    def _record(self, table: str, uid: str) -> Record:
        kind = RECORDS.get(table)
        if kind is None or table not in UNDONE:
            word = TermKey(f"record.{table}")
            raise Refused("undo_kind", kind=word)
        return self._session.access.demand(self._session.store.read.get(kind, uid), uid)

    def _check(self, record: Record, name: str, value: Any, *, whole: bool = False) -> None:
        """Raise Refused unless the field of the record may be written back to that value.

        `whole`: with all else that its act wrote.
        """
        kind = type(record)
        spec = field_of(kind, name)
        if isinstance(record, Document):
            self._check_document(record, name, value)
        if isinstance(record, Officer):
            self._check_officer(record, name)
        steps = _STEPS.get(kind.table, ()) if whole else ()
        if spec.given and spec.name not in _WRITTEN and spec.name not in steps:
            raise Refused("field_is_given", field=TermKey(f"field.{kind.table}.{spec.key}"))
        check_value(kind, spec, value)

    def _check_document(self, document: Document, name: str, value: Any) -> None:
        if document.kind == "opinion" and document.register_number:
            raise Refused("opinion_frozen")
        if name == "state" and document.kind == "opinion":
            raise Refused("undo_opinion_state")
        if name in ("state", "void_reason") and "void" in (document.state, value):
            raise Refused("undo_void")

    def _check_tie(self, link: Link) -> None:
        source = self._session.store.read.get(Document, link.source)
        if source is not None:
            self._check_document(source, "", "")

    def _check_officer(self, officer: Officer, name: str) -> None:
        if name not in _NAMES_OF_OFFICERS:
            key = field_of(Officer, name).key
            raise Refused("field_is_given", field=TermKey(f"field.officer.{key}"))
        own = self._session.officer
        if officer.uid != own.uid and not self._session.may("officers"):
            raise Refused("undo_officer")

    def _forget(self, table: str) -> None:
        if table == "party":
            self._parties.forget()


def _add(net: _Net, change: Change) -> None:
    if not change.field:
        net.made = True
    elif change.field in net.fields:
        net.fields[change.field] = (net.fields[change.field][0], change.after)
    else:
        net.fields[change.field] = (change.before, change.after)
