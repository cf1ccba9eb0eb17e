"""How a field of a record is described: once; columns, forms, lists and exports derive from it.

A record kind is a frozen dataclass whose attributes are made by the functions below; each leaves a
`FieldSpec` in the attribute's metadata, and `fields_of` reads them back in order.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

FieldType = Literal[
    "text",  # one line
    "long",  # several lines; kept apart from the narrow row
    "date",  # ISO 8601 day
    "time",  # UTC, ISO 8601, to the second, with a Z
    "code",  # one term of a vocabulary
    "codes",  # several terms of a vocabulary
    "party",  # uid of a Party
    "parties",  # uids of Parties, in order
    "officer",  # uid of an Officer
    "ref",  # uid of a record of the table named by `target`
    "texts",  # several short texts
    "number",
    "flag",
]

IndexColumn = Literal["", "subject", "summary", "body", "mission", "number"]


@dataclass(frozen=True)
class FieldSpec:
    """One field: what it holds, what rules it keeps, on which faces of the desk it shows."""

    name: str
    type: FieldType
    key: str
    """Its name outside Python: in `.jsonl`, in terms (`field.<table>.<key>`), in packs."""
    vocabulary: str = ""
    target: str = ""
    required: bool = False
    open: bool = False
    """The vocabulary is a proposal: other values are kept as text."""
    most: int = 0
    """How many values a field of several takes at the most; 0: no bound."""
    index: IndexColumn = ""
    """The column of the search index that holds its words."""
    form: bool = False
    listed: bool = False
    register: bool = False
    sticky: bool = False
    """A new record's form proposes the value of the last one."""
    given: bool = False
    """Given by the desk, never typed (numbers, states, hashes)."""

    @property
    def several(self) -> bool:
        return self.type in ("codes", "parties", "texts")

    @property
    def wide(self) -> bool:
        return self.type == "long"

    @property
    def empty(self) -> Any:
        return _EMPTY[self.type]


_NOT_TEXT: Mapping[FieldType, Any] = {
    "codes": (),
    "parties": (),
    "texts": (),
    "number": 0,
    "flag": False,
}
_EMPTY: Mapping[FieldType, Any] = {kind: _NOT_TEXT.get(kind, "") for kind in get_args(FieldType)}


def a_field(type_: FieldType, **spec: Any) -> Any:
    """The dataclass field of a record's attribute; `spec` are the further fields of FieldSpec."""
    return dataclasses.field(default=_EMPTY[type_], metadata={"type": type_, "spec": spec})


_DESCRIBED: dict[type, tuple[FieldSpec, ...]] = {}


def fields_of(record: type) -> tuple[FieldSpec, ...]:
    """The described fields of a record kind, in the order in which forms show them."""
    if record not in _DESCRIBED:
        _DESCRIBED[record] = _read_fields(record)
    return _DESCRIBED[record]


def _read_fields(record: type) -> tuple[FieldSpec, ...]:
    return tuple(
        FieldSpec(
            name=f.name,
            type=f.metadata["type"],
            **{"key": f.name} | f.metadata["spec"],
        )
        for f in dataclasses.fields(record)
        if "type" in f.metadata
    )


_NAMED: dict[type, dict[str, FieldSpec]] = {}


def field_of(record: type, name: str) -> FieldSpec:
    """The field of that attribute name or outside key; KeyError if there is none."""
    if record not in _NAMED:
        # the first of a name or key counts
        specs = reversed(fields_of(record))
        _NAMED[record] = {called: spec for spec in specs for called in (spec.key, spec.name)}
    return _NAMED[record][name]
