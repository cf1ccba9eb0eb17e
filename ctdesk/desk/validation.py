"""Whether a record may be written: required fields, vocabularies, days, counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from ctdesk.domain.errors import BadInput, TermKey
from ctdesk.domain.fields import FieldSpec, fields_of
from ctdesk.domain.records import Record
from ctdesk.domain.terms import terms


def check_record(record: Record) -> None:
    """Raise BadInput for the first field that breaks a rule of its description."""
    for spec in fields_of(type(record)):
        check_value(type(record), spec, getattr(record, spec.name))


def check_value(kind: type[Record], spec: FieldSpec, value: Any) -> None:
    """Raise BadInput unless the value fits the field."""
    label = TermKey(f"field.{kind.table}.{spec.key}")
    if spec.required and not value:
        raise BadInput("field_required", field=label)
    if not value:
        return
    if spec.several and spec.most and len(value) > spec.most:
        raise BadInput("too_many", field=label, most=spec.most)
    if spec.vocabulary and not spec.open:
        known = _codes(spec.vocabulary)
        for code in value if spec.several else (value,):
            if known and code not in known:
                raise BadInput("field_value", field=label, value=code)
    if spec.type == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise BadInput("field_value", field=label, value=value) from None


def _codes(vocabulary: str) -> set[str]:
    codes = {term.code for term in terms().vocabulary(vocabulary)}
    # An opinion's states share the column with a document's (`domain.states.machine_of`).
    if vocabulary == "document_state":
        codes |= {term.code for term in terms().vocabulary("opinion_state")}
    return codes
