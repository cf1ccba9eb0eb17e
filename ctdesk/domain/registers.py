"""The registers as books: which columns each has, in the order of the classical layout."""

from __future__ import annotations

from collections.abc import Mapping

from ctdesk.domain.fields import FieldSpec, field_of
from ctdesk.domain.numbering import Register
from ctdesk.domain.records import Document

_COLUMNS: Mapping[Register, tuple[str, ...]] = {
    "incoming": (
        "register_number", "register_date", "their_number", "their_date", "from", "subject",
        "classification", "officer", "margin_note",
    ),
    "outgoing": (
        "register_number", "register_date", "to", "subject", "classification", "officer",
        "margin_note",
    ),
    "opinions": (
        "register_number", "register_date", "to", "subject", "classification", "state",
        "outgoing_number", "dispatched",
    ),
}  # fmt: skip
REGISTERS: tuple[Register, ...] = tuple(_COLUMNS)

SHARES: Mapping[str, int] = {
    "register_number": 9, "register_date": 10, "their_number": 10, "their_date": 10, "from": 16,
    "to": 18, "subject": 27, "classification": 11, "officer": 11, "margin_note": 14, "state": 9,
    "outgoing_number": 10, "dispatched": 10,
}  # fmt: skip
"""How wide each column is beside the others."""


def columns_of(register: Register) -> tuple[FieldSpec, ...]:
    """The fields of a Document that a register has columns for, in its order."""
    return tuple(field_of(Document, key) for key in _COLUMNS[register])
