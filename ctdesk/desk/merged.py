"""What a merge did, told record by record; and the choices between two values that go with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ctdesk.desk.pack_rows import FieldRow, RecordRow, Values, title_of
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import FieldSpec, field_of, fields_of
from ctdesk.domain.records import RECORDS, ListEntry, Record
from ctdesk.domain.terms import Language
from ctdesk.store.acting import Act
from ctdesk.store.deriving import Clash, Head
from ctdesk.store.merging import Merged, Touched

if TYPE_CHECKING:
    from ctdesk.desk.screening_lists import ListKeeping

Choices = Mapping[tuple[str, str], str]
"""(record, field) to the id of the entry whose value is to hold."""


def previewed(merged: Merged, values: Values, language: Language) -> Sequence[RecordRow]:
    """The records that a merge touches, and those of the pack that changed here only."""
    rows = []
    for touched in merged.records:
        way = _way(touched)
        if not way:
            continue
        title, number = title_of(touched.after, language)
        fields = _fields(touched, values) if way in ("there", "both") else ()
        if way in ("there", "both") and not fields:
            continue  # the same was written there: nothing to look at
        rows.append(RecordRow(touched.uid, touched.table, title, number, way, tuple(fields)))
    return rows


def _way(touched: Touched) -> str:
    if touched.before is None:
        return "new"
    if touched.there:
        return "both" if touched.here else "there"
    return "here" if touched.here else ""


def _fields(touched: Touched, values: Values) -> list[FieldRow]:
    assert touched.before is not None
    clashing = {clash.field: clash_row(touched.table, clash, values) for clash in touched.clashes}
    changed = []
    for spec in fields_of(type(touched.after)):
        before, after = getattr(touched.before, spec.name), getattr(touched.after, spec.name)
        if spec.name not in clashing and before != after:
            label = values.label(touched.table, spec.name)
            was, is_ = (values.text(touched.table, spec.name, value) for value in (before, after))
            changed.append(FieldRow(spec.name, label, "changed", was, is_))
    return [*clashing.values(), *changed]


def clash_row(table: str, clash: Clash, values: Values) -> FieldRow:
    """A conflict with its values side by side, the one that shows first."""
    heads = tuple(
        values.head(table, clash.field, head, shown=place == 0)
        for place, head in enumerate(clash.heads)
    )
    return FieldRow(clash.field, values.label(table, clash.field), clash.kind, heads=heads)


def settle_chosen(act: Act, merged: Merged, choices: Choices) -> None:
    """Write the values that an officer chose in the place of those that stand side by side."""
    for touched in merged.records:
        for clash in touched.clashes:
            chosen = choices.get((touched.uid, clash.field))
            if chosen is not None:
                settle(act, RECORDS[touched.table], touched.uid, clash, chosen)


def settle_lists(act: Act, merged: Merged, lists: ListKeeping) -> None:
    """Entries of the sanctions lists show what follows from the list files that are here now: in
    two values that stand side by side there is nothing to choose."""
    entries = [touched for touched in merged.records if touched.table == ListEntry.table]
    for touched in entries:
        for clash in touched.clashes:
            settle(act, ListEntry, touched.uid, clash, clash.heads[0].entry.id)
    if entries:
        lists.settle_in(act)


def settle(act: Act, kind: type[Record], uid: str, clash: Clash, chosen: str) -> None:
    """Settle one conflict with the value of the entry `chosen`. What was written into an issued
    opinion elsewhere is only taken note of: the issued text stays."""
    heads = {head.entry.id: head for head in clash.heads}
    if chosen not in heads:
        raise Refused("conflict_gone")
    if clash.kind == "issued_twice":
        standing = act.read.get(kind, uid)
        act.settle(kind, uid, "state", getattr(standing, "state", ""), sorted(heads))
        return
    shown, *others = clash.heads
    head = shown if clash.kind == "frozen" else heads[chosen]
    named = [one.entry.id for one in (others if clash.kind == "frozen" else clash.heads)]
    act.settle(kind, uid, clash.field, held(act, field_of(kind, clash.field), head), named)


def held(act: Act, spec: FieldSpec, head: Head) -> object:
    """A value of the log as the record holds it."""
    value = head.value
    if isinstance(value, dict):
        return act.read.bodies([value["body"]]).get(value["body"], "")
    return tuple(value) if spec.several else value
