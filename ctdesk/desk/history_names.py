"""Records and their values as the history calls them, for the eyes of one officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ctdesk.desk.people import officer_name
from ctdesk.domain.fields import FieldSpec, field_of
from ctdesk.domain.records import RECORDS, Document, Officer, Record
from ctdesk.domain.terms import Language, terms

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session

_LONG = 200
_OWNERS: Mapping[str, tuple[str, ...]] = {
    "attachment": ("document",),
    "revision": ("document",),
    "comment": ("document",),
    "match": ("document",),
    "name_row": ("name_list",),
    "link": ("source",),
    "item": ("dossier",),
    "assessment": ("item",),
    "approval": ("subject",),
}
"""Records that are called after the one that they belong to, and the field that names it."""
_TITLES: Mapping[str, tuple[str, str, str]] = {
    "document": ("", "subject", "subject_en"),
    "dossier": ("code", "title_ar", "title_en"),
    "item": ("number", "text_ar", "text_en"),
    "party": ("", "name_ar", "name_en"),
    "action": ("", "what", "what"),
    "term": ("code", "ar", "en"),
    "attachment": ("", "name", "name"),
    "revision": ("number", "", ""),
    "list_entry": ("reference", "", ""),
    "match": ("", "name", "name"),
    "name_list": ("", "title", "title"),
    "name_row": ("", "name", "name"),
    "list_import": ("date", "file_name", "file_name"),
}
"""Of each table the fields that hold a record's number and its title in both languages."""
_ROOMS = ("document", "dossier", "item", "action")
TECHNICAL = frozenset(
    ("blocks", "frame", "letterheads", "hash", "previous_hash", "blob", "sha256", "digest",
     "content", "explanation", "names", "births", "documents", "passage")
)  # fmt: skip
"""Fields whose value is for the program, not for a reader."""


@dataclass(frozen=True)
class Named:
    """A record as the history calls it."""

    table: str
    uid: str
    kind: str
    """What it is, in words."""
    number: str = ""
    about: str = ""
    """Its subject or name."""
    room: tuple[str, str] = ("", "")
    """Table and uid of the record that shows it in the window; empty: none does."""
    seen: bool = True
    """False: it is above this officer's clearance, and only its kind is told."""

    @property
    def title(self) -> str:
        """Its kind and number."""
        return " ".join(filter(None, (self.kind, self.number)))


class Names:
    """Calls records by their names in one language; each record is read once."""

    def __init__(self, session: Session, parties: Parties, language: Language) -> None:
        self._session = session
        self._parties = parties
        self.language = language
        self._known: dict[tuple[str, str], Named] = {}
        self._officers = {o.uid: o for o in session.store.read.where(Officer)}

    def officer(self, uid: str) -> str:
        """An officer's name; "" where nobody was at work (the desk's own doing)."""
        officer = self._officers.get(uid)
        return officer_name(officer, self.language)

    def of(self, table: str, uid: str) -> Named:
        """The record of a table; one that may not be seen is told by its kind alone."""
        if (table, uid) not in self._known:
            self._known[table, uid] = self._named(table, uid)
        return self._known[table, uid]

    def whatever(self, uid: str) -> Named | None:
        """The record of that identity in whichever table; None when there is none."""
        tables = (table for table, kind in RECORDS.items() if self._record(kind, uid) is not None)
        table = next(tables, None)
        return self.of(table, uid) if table else None

    def value(self, table: str, name: str, value: Any) -> str:
        """A field's value, as the log holds it, in words; "" for nothing."""
        kind = RECORDS.get(table)
        if kind is None:
            return _setting(value)
        if value in ("", [], None) or name in TECHNICAL:
            return ""
        spec = field_of(kind, name)
        if isinstance(value, dict):
            text = self._session.store.read.bodies([value["body"]]).get(value["body"], "")
            return text if len(text) <= _LONG else text[:_LONG] + "…"
        between = "، " if self.language == "ar" else ", "
        values = value if isinstance(value, list) else [value]
        return between.join(filter(None, (self._one(spec, each) for each in values)))

    def held(self, table: str, name: str, value: Any) -> object:
        """The value as a record holds it, from one as the log does."""
        kind = RECORDS.get(table)
        if kind is None or not name:
            return ""
        if isinstance(value, dict):
            return self._session.store.read.bodies([value["body"]]).get(value["body"], "")
        spec = field_of(kind, name)
        return tuple(value) if spec.several else value or spec.empty

    def field(self, table: str, name: str) -> str:
        """The label of a field."""
        kind, words = RECORDS.get(table), terms()
        if kind is None or not name:
            return ""
        return words(f"field.{table}.{field_of(kind, name).key}", self.language)

    def word(self, key: str, **values: object) -> str:
        """A word of the terms."""
        return terms()(key, self.language, **values)

    def _one(self, spec: FieldSpec, value: Any) -> str:
        words = terms()
        if spec.type in ("party", "parties"):
            return self._parties.name(value, self.language)
        if spec.type == "officer":
            return self.officer(value) or str(value)
        if spec.type == "flag":
            return self.word("history.yes" if value else "history.no")
        if spec.type == "ref":
            named = self.of(spec.target, value) if spec.target else self.whatever(value)
            return named.title if named else ""
        if spec.vocabulary:
            own = words.codes(spec.vocabulary)
            vocabulary = spec.vocabulary
            if vocabulary == "document_state" and value not in own:
                vocabulary = "opinion_state"
            return words.term(vocabulary, str(value)).label(self.language)
        return str(value)

    def _named(self, table: str, uid: str) -> Named:
        kind = RECORDS.get(table)
        if kind is None:
            name = self._of_setting(uid)
            return Named(table, uid, name or self._kind(table), about=name)
        record = self._record(kind, uid)
        if record is None:
            return Named(table, uid, self._kind(table))
        if not self._session.access.sees(record):
            return Named(table, uid, self.word("history.above"), seen=False)
        owner = next((getattr(record, name) for name in _OWNERS.get(table, ())), "")
        own = self._owned(record, owner) if owner else None
        return own or self._own(record)

    def _own(self, record: Record) -> Named:
        table = record.table
        kind = self._kind(table)
        if isinstance(record, Officer):
            return Named(table, record.uid, kind, about=self.officer(record.uid))
        number, arabic, english = _TITLES.get(table, ("", "", ""))
        titles = [getattr(record, name, "") for name in (arabic, english) if name]
        if self.language == "en":
            titles.reverse()
        given = str(getattr(record, number, "") or "")
        if isinstance(record, Document):
            given = record.register_number or record.their_number
            label = terms().term("document_kind", record.kind).label(self.language)
            kind = lowered(label) or kind
        room = (table, record.uid) if table in _ROOMS else ("", "")
        about = next(filter(None, titles), "")
        about = about if len(about) <= _LONG else about[:_LONG] + "…"
        return Named(table, record.uid, kind, given, about, room)

    def _owned(self, record: Record, owner: str) -> Named | None:
        """A record under the name of the one that it belongs to."""
        spec = field_of(type(record), _OWNERS[record.table][0])
        table = spec.target or getattr(record, f"{spec.name}_table", "")
        if table not in RECORDS:
            return None
        above, own = self.of(table, owner), self._own(record)
        if record.table == "item":
            return own
        kind = self.word("history.of", part=own.title, whole=above.kind)
        about = own.about or above.about
        return Named(record.table, record.uid, kind, above.number, about, above.room)

    def _kind(self, table: str) -> str:
        key = f"record.{table}"
        return lowered(self.word(key)) if key in terms() else table

    def _of_setting(self, name: str) -> str:
        key = f"setting.{name.partition(':')[0]}"
        return self.word(key) if key in terms() else ""

    def _record(self, kind: type[Record], uid: str) -> Record | None:
        return self._session.store.read.get(kind, uid) if uid else None


def lowered(label: str) -> str:
    """A label inside a sentence: without the capital of its beginning."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _setting(value: Any) -> str:
    if isinstance(value, (str, int)):
        return str(value)[:_LONG]
    return ""
