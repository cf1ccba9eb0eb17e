"""What a record is, derived from the set of changes to it that this desk knows.

The result depends on the set alone, never on the order in which the changes came: packs may be
lost, repeated, or arrive late. A change names in `base` those that it replaces; the *heads* of a
field are the changes that nothing replaces. Of several heads the one with the highest clock shows,
and the others are a conflict until a change names them all. Exceptions:

- Fields of several values merge element by element: of the adding and the taking away of one
  element, the later holds. No conflict.
- A record that one desk gave up (void, dropped, removed) and another went on with, goes on.
- An issued opinion is frozen: a change to its text counts only if the desk that issued it knew of
  it. Of two issues the one with the lower clock holds. What does not count is listed.
- What an officer may do at a desk is said by that desk alone; a passphrase slot is never carried.
- A record made on two desks under one identity (a party that every new desk knows) is one record:
  what an officer wrote is above what came with the program.

(Hybrid logical clocks: Kulkarni et al., 2014. Multi-value registers: Shapiro et al., 2011.)
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Document, Officer, Record, Revision
from ctdesk.store.changes import Entry
from ctdesk.store.heads import clock, heads_of, in_line, merged_elements
from ctdesk.store.rows import unlogged

ClashKind = Literal["both", "frozen", "issued_twice"]

GIVEN_UP: dict[tuple[str, str], Any] = {
    ("document", "state"): "void",
    ("action", "state"): "dropped",
    ("link", "removed"): True,
}
"""The value by which a record is given up; a different one beside it shows."""

NUMBER_FIELDS = frozenset(
    {"register", "register_year", "register_seq", "register_number", "register_date"}
)
_MAY_FOLLOW_ISSUE = NUMBER_FIELDS | {
    "state", "dispatched", "outgoing_number", "provisional_number"
}  # fmt: skip
_OF_THE_ISSUE = frozenset({"frozen", "seal", "frame", "letterheads"})
_OF_THE_DESK = frozenset({"slot", "role", "clearance", "left_on"})
_ISSUED = '"issued"'


@dataclass(frozen=True, slots=True)
class Head:
    """One value that a field has on some desk; `value` is as the log holds it."""

    entry: Entry
    value: Any


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that was written on two desks; the first head is the one that shows."""

    field: str
    kind: ClashKind
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A record's fields as the log holds them, who made and last changed it, what clashes."""

    values: dict[str, Any]
    created: Entry
    updated: Entry
    clashes: tuple[Clash, ...]


def issue_of(entries: Iterable[Entry]) -> Entry | None:
    """The change by which an opinion was issued: the earliest, when two desks did."""
    return min(_issues(entries), key=clock, default=None)


def derive(
    kind: type[Record], entries: Sequence[Entry], *, own: Collection[str] = (), issuer: str = ""
) -> Derived:
    """The record that these changes to one row make; they must hold its creation.

    `own` are the devices of this desk, `issuer` (for revisions) that which issued their opinion.
    """
    births = sorted((e for e in entries if not e.field), key=clock)
    changes = in_line([e for e in entries if e.field])
    if not changes and len(births) == 1:
        # An officer of another desk has no slot here; all else is as it was written.
        values = json.loads(births[0].value)
        if kind is Officer and births[0].device not in own:
            values.pop("slot", None)
        return Derived(values, births[0], births[0], ())
    newest = max(entries, key=clock)
    fold = _Fold(kind, births, changes, own, issuer)
    values, clashes = fold.fields()
    return Derived(values, births[0], newest, clashes)


def standing(
    kind: type[Record], entries: Sequence[Entry], spec: FieldSpec, *, own: Collection[str]
) -> list[Entry]:
    """The heads of a field of one value that hold the value which shows."""
    births = sorted((e for e in entries if not e.field), key=clock)
    fold = _Fold(kind, births, in_line([e for e in entries if e.field]), own, "")
    return fold.standing(spec)


class _Fold:
    """One derivation."""

    def __init__(
        self,
        kind: type[Record],
        births: Sequence[Entry],
        changes: Sequence[Entry],
        own: Collection[str],
        issuer: str,
    ) -> None:
        self._kind = kind
        self._births = births
        self._born = {birth.id: json.loads(birth.value) for birth in births}
        self._by_id = {change.id: change for change in changes}
        self._own = own
        self._issuer = issuer
        self._of: dict[str, list[Entry]] = {}
        for change in changes:
            self._of.setdefault(change.field, []).append(change)
        issues = list(_issues(changes)) if kind is Document else []
        self._issue = min(issues, key=clock, default=None)
        self._issues = issues
        self._frozen = self._known_at(self._issue) if self._issue else set()

    def fields(self) -> tuple[dict[str, Any], tuple[Clash, ...]]:
        values: dict[str, Any] = {}
        clashes: list[Clash] = []
        for spec in fields_of(self._kind):
            value, clash = self._field(spec)
            if clash is not None:
                clashes.append(clash)
            if value is not None:
                values[spec.name] = value
        if len({issue.device for issue in self._issues}) > 1 and not self._settled():
            assert self._issue is not None
            others = sorted((i for i in self._issues if i.id != self._issue.id), key=clock)
            heads = tuple(Head(i, self._number_of(i)) for i in (self._issue, *others))
            clashes.append(Clash("register_number", "issued_twice", heads))
        return values, tuple(clashes)

    def standing(self, spec: FieldSpec) -> list[Entry]:
        changes = self._of.get(spec.name, [])
        heads = [
            Head(change, json.loads(change.value))
            for change in heads_of([c for c in changes if self._counts(spec.name, c)])
        ]
        shown = self._shown(spec, heads)
        return [h.entry for h in heads if shown is not None and h.value == shown.value]

    def _field(self, spec: FieldSpec) -> tuple[Any, Clash | None]:
        """The value of a field (None: empty) and its conflict."""
        changes = self._of.get(spec.name, [])
        counting = [change for change in changes if self._counts(spec.name, change)]
        if spec.several:
            value: Any = self._several(spec, counting) or None
        else:
            value, clash = self._single(spec, counting)
            if clash is not None:
                return value, clash
        if len(counting) == len(changes):
            return value, None
        return value, self._rejected(spec, changes, counting, value)

    def _single(self, spec: FieldSpec, changes: Sequence[Entry]) -> tuple[Any, Clash | None]:
        heads = [Head(change, json.loads(change.value)) for change in heads_of(changes)]
        births = self._births_that_count(spec, changes)
        shown = self._shown(spec, [*heads, *births])
        if len({head.entry.value for head in heads}) < 2:
            return shown.value if shown else None, None
        assert shown is not None
        others = [head for head in reversed(heads) if head.entry.value != shown.entry.value]
        same = [head for head in heads if head.entry.value == shown.entry.value and head != shown]
        return shown.value, Clash(spec.name, "both", (shown, *others, *same))

    def _shown(self, spec: FieldSpec, heads: Sequence[Head]) -> Head | None:
        given_up = GIVEN_UP.get((self._kind.table, spec.name), _NEVER)
        return max(heads, key=lambda h: (h.value != given_up, h.entry.hlc), default=None)

    def _births_that_count(self, spec: FieldSpec, changes: Sequence[Entry]) -> list[Head]:
        """The creations whose value of a field no change replaced."""
        born = [
            Head(birth, self._born[birth.id][spec.name])
            for birth in self._births
            if spec.name in self._born[birth.id] and self._is_slot_of_here(spec, birth)
        ]
        if not changes:
            return born
        named = {base for change in changes for base in change.bases}
        replaced = [h.value for h in born if h.entry.id in named]
        if len(named & self._born.keys()) > len(replaced):
            replaced.append(unlogged_empty(spec))
        return [h for h in born if h.entry.id not in named and h.value not in replaced]

    def _several(self, spec: FieldSpec, changes: Sequence[Entry]) -> list[Any]:
        """Of the adding and taking away of each element, the later holds."""
        births = [b for b in self._births if spec.name in self._born[b.id]]
        nodes = [(b, tuple(self._born[b.id][spec.name])) for b in births]
        nodes += [(c, tuple(json.loads(c.value))) for c in sorted(changes, key=clock)]
        if not nodes:
            return []
        if len(heads_of(changes)) < 2 and len(births) < 2:
            return list(nodes[-1][1])
        return merged_elements(nodes)

    def _counts(self, name: str, change: Entry) -> bool:
        """Whether a change is applied: an issued opinion is frozen, what an officer may do is said
        by the officer's own desk."""
        if self._kind is Officer:
            if name not in _OF_THE_DESK:
                return True
            here = self._births[0].device in self._own
            return (change.device in self._own) == here and (here or name != "slot")
        if self._kind is Revision and self._issuer and name in _OF_THE_ISSUE:
            return change.device == self._issuer
        return self._issue is None or self._counts_after(self._issue, name, change)

    def _counts_after(self, issue: Entry, name: str, change: Entry) -> bool:
        if name == "state":
            return change.id in self._frozen or self._after_issue(change)
        if name in NUMBER_FIELDS:
            return change.act != "issue" or change.device == issue.device
        if name in _MAY_FOLLOW_ISSUE:
            return True
        return change.device == issue.device or change.id in self._frozen

    def _is_slot_of_here(self, spec: FieldSpec, birth: Entry) -> bool:
        return self._kind is not Officer or spec.name != "slot" or birth.device in self._own

    def _known_at(self, issue: Entry) -> set[str]:
        """The changes that the issuing desk knew, as far as the issue names other desks'."""
        found: set[str] = set()
        todo = list(issue.bases)
        while todo:
            one = todo.pop()
            if one not in found and one in self._by_id:
                found.add(one)
                todo += self._by_id[one].bases
        return found

    def _after_issue(self, change: Entry) -> bool:
        """Whether a step of the state is an issue, or follows upon one."""
        todo, seen = [change], set()
        while todo:
            one = todo.pop()
            if one in self._issues:
                return True
            for base in one.bases:
                if base not in seen and base in self._by_id:
                    seen.add(base)
                    todo.append(self._by_id[base])
        return False

    def _rejected(
        self, spec: FieldSpec, changes: Sequence[Entry], counting: Sequence[Entry], value: Any
    ) -> Clash | None:
        """What other desks wrote into an opinion after its issue, without knowing of it."""
        if self._issue is None or spec.name in NUMBER_FIELDS:
            return None  # of two issues it is told once, by their numbers
        applied = {change.id for change in counting}
        shown = unlogged_empty(spec) if value is None else value
        heads = (head for head in reversed(heads_of(changes)) if head.id not in applied)
        out = [head for one in heads if (head := Head(one, json.loads(one.value))).value != shown]
        return Clash(spec.name, "frozen", (Head(self._issue, shown), *out)) if out else None

    def _settled(self) -> bool:
        """Whether a change names all the issues of an opinion."""
        ids = {issue.id for issue in self._issues}
        return any(ids <= set(change.bases) for change in self._by_id.values())

    def _number_of(self, issue: Entry) -> str:
        for change in self._of.get("register_number", []):
            if change.device == issue.device and change.act == "issue":
                return str(json.loads(change.value))
        return ""


_NEVER = object()


def unlogged_empty(spec: FieldSpec) -> Any:
    """How the log writes that a field holds nothing."""
    return [] if spec.several else spec.empty


def _issues(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (e for e in entries if e.field == "state" and e.value == _ISSUED and e.act == "issue")


def stored_row(kind: type[Record], uid: str, derived: Derived) -> dict[str, Any]:
    """The row of a record's table for what was derived."""
    row: dict[str, Any] = {
        "uid": uid,
        "created_at": derived.created.at,
        "created_by": derived.created.officer,
        "updated_at": derived.updated.at,
        "updated_by": derived.updated.officer,
    }
    for spec in fields_of(kind):
        row[spec.name] = unlogged(spec, derived.values.get(spec.name))
    return row
