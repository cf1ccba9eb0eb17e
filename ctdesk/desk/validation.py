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
    if not value and not spec.required:
        return
    label = TermKey(f"field.{kind.table}.{spec.key}")
    if not value:
        raise BadInput("field_required", field=label)
    if spec.several and spec.most and len(value) > spec.most:
        raise BadInput("too_many", field=label, most=spec.most)
    if spec.vocabulary and not spec.open:
        for code in value if spec.several else (value,):
            if not _known(spec.vocabulary, code):
                raise BadInput("field_value", field=label, value=code)
    if spec.type == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise BadInput("field_value", field=label, value=value) from None


def _known(vocabulary: str, code: str) -> bool:
    if code in terms().codes(vocabulary):
        return True
    # An opinion's states share the column with a document's (`domain.states.machine_of`).
    return vocabulary == "document_state" and code in terms().codes("opinion_state")
