"""What packs and conflicts look like to those who read them: values side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ctdesk.desk.people import officer_name
from ctdesk.domain.fields import FieldSpec, field_of
from ctdesk.domain.records import (
    RECORDS,
    Action,
    Document,
    Dossier,
    Item,
    Officer,
    Party,
    Record,
)
from ctdesk.domain.terms import Language, terms
from ctdesk.store.changes import time_of
from ctdesk.store.deriving import Head

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session

_LONG = 400
_TITLE = 120


@dataclass(frozen=True)
class DeskRow:
    """Another desk, as the list of desks shows it."""

    device: str
    label: str
    trusted: bool
    trusted_at: str
    trusted_by: str
    card: str

    @property
    def name(self) -> str:
        return self.label or self.device


@dataclass(frozen=True)
class HeadRow:
    """One of the values that stand side by side: by it the officer chooses."""

    id: str
    text: str
    desk: str
    officer: str
    at: str
    shown: bool = False


@dataclass(frozen=True)
class FieldRow:
    """A field that a pack changes. `kind`: `changed`, or the kind of its conflict: `both`,
    `frozen`, `issued_twice`, `text`, `number`. Only of `both` and `text` one may be chosen."""

    name: str
    label: str
    kind: str
    before: str = ""
    after: str = ""
    heads: tuple[HeadRow, ...] = ()

    @property
    def clashes(self) -> bool:
        return self.kind != "changed"


@dataclass(frozen=True)
class RecordRow:
    """A record of a pack. `way`: `new`, `there` (changed there), `here`, or `both`."""

    uid: str
    table: str
    title: str
    number: str
    way: str
    fields: tuple[FieldRow, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What a pack would do, or did."""

    id: str
    sender: str
    made_at: str
    ceiling: str
    counts: Mapping[str, int]
    rows: Sequence[RecordRow] = ()
    files: int = 0
    numbered: Mapping[str, str] = field(default_factory=dict)
    """Provisional numbers to the permanent ones that this desk gives."""

    def of(self, way: str) -> list[RecordRow]:
        return [row for row in self.rows if row.way == way]

    @property
    def conflicts(self) -> list[tuple[RecordRow, FieldRow]]:
        return [(row, each) for row in self.rows for each in row.fields if each.clashes]


@dataclass(frozen=True)
class PackMade:
    """A pack that was written."""

    id: str
    path: str
    recipient: str
    counts: Mapping[str, int]
    left_out: int
    """Chosen documents and dossiers above the ceiling."""
    lost: int
    """Files that this desk has lost itself."""
    seal: str


@dataclass(frozen=True)
class PackEntry:
    """A pack in the list of packs."""

    id: str
    way: str
    desk: str
    at: str
    officer: str
    ceiling: str
    counts: Mapping[str, int]


def title_of(record: Record, language: Language) -> tuple[str, str]:
    """What a record is called, and its number."""
    if isinstance(record, Officer):
        return officer_name(record, language), ""
    for kind, (titles, number) in _CALLED.items():
        if isinstance(record, kind):
            texts = [getattr(record, name) for name in titles]
            if language == "en":
                texts.reverse()
            return next(filter(None, texts), "")[:_TITLE], getattr(record, number) if number else ""
    return str(getattr(record, "name", "") or getattr(record, "reference", "")), ""


_CALLED: Mapping[type[Record], tuple[tuple[str, ...], str]] = {
    Document: (("subject", "subject_en"), "register_number"),
    Dossier: (("title_ar", "title_en"), "code"),
    Item: (("text_ar", "text_en"), "number"),
    Action: (("what",), ""),
    Party: (("name_ar", "name_en"), ""),
}
"""By which fields a record is called, the Arabic one first, and its number."""


class Values:
    """Values of fields in words of one language."""

    def __init__(
        self, session: Session, parties: Parties, desks: Mapping[str, str], language: Language
    ) -> None:
        self._read = session.store.read
        self._parties = parties
        self._desks = desks
        self._language = language
        self._officers = {o.uid: o for o in self._read.where(Officer)}

    def label(self, table: str, name: str) -> str:
        spec = field_of(RECORDS[table], name)
        return terms()(f"field.{table}.{spec.key}", self._language)

    def desk(self, device: str) -> str:
        return self._desks.get(device) or device

    def officer(self, uid: str) -> str:
        return officer_name(self._officers.get(uid), self._language)

    def head(self, table: str, name: str, head: Head, *, shown: bool) -> HeadRow:
        """One of several values, with whose it is."""
        entry = head.entry
        return HeadRow(
            id=entry.id,
            text=self.text(table, name, head.value),
            desk=self.desk(entry.device),
            officer=self.officer(entry.officer),
            at=time_of(entry.hlc),
            shown=shown,
        )

    def text(self, table: str, name: str, value: Any) -> str:
        """A value as the log holds it, or as the record does, in words."""
        if not value and value is not False:
            return ""
        spec = field_of(RECORDS[table], name)
        if isinstance(value, dict):
            value = self._read.bodies([value["body"]]).get(value["body"], "")
        if spec.wide:
            return value if len(value) <= _LONG else f"{value[:_LONG]}…"
        values = value if spec.several else [value]
        return ("، " if self._language == "ar" else ", ").join(
            self._one(spec, one, table) for one in values
        )

    def _one(self, spec: FieldSpec, value: Any, table: str) -> str:
        if spec.type in ("party", "parties"):
            return self._parties.name(value, self._language) or str(value)
        if spec.type == "officer":
            return self.officer(value)
        if spec.type == "flag":
            return terms()(f"packs.{'yes' if value else 'no'}", self._language)
        if spec.vocabulary:
            label = terms().term(spec.vocabulary, str(value)).label(self._language)
            if label == value and table == "document" and spec.name == "state":
                label = terms().term("opinion_state", str(value)).label(self._language)
            return label
        return str(value)
