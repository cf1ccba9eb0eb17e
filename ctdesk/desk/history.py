"""The change log as a person reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ctdesk.desk.parties import Parties
from ctdesk.desk.people import officer_name
from ctdesk.desk.rows import HistoryRow
from ctdesk.desk.session import Session
from ctdesk.desk.settings import SettingsBook
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import RECORDS, Officer
from ctdesk.domain.terms import Language, terms
from ctdesk.store.reading import LogEntry

_LONG = 200


class Histories:
    """Who wrote what, when, and what was there before."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties

    def of(self, uid: str) -> list[HistoryRow]:
        """Every write of a record, newest first, in the desk's language."""
        language = self._settings.all().lang
        entries = self._session.store.read.log_of(uid)
        officers = self._session.store.read.get_many(Officer, {e.officer for e in entries})
        return [self._row(entry, officers, language) for entry in reversed(entries)]

    def _row(self, entry: LogEntry, officers: dict[str, Officer], language: Language) -> HistoryRow:
        words = terms()
        act = f"act.{entry.act}"
        officer = officers.get(entry.officer)
        at = datetime.fromtimestamp(entry.at_millis / 1000, UTC)
        return HistoryRow(
            at=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            officer=officer_name(officer, language),
            act=words(act, language) if act in words else entry.act,
            field=self._field(entry, language),
            before=self._shown(entry, entry.before, language),
            after=self._shown(entry, entry.after, language) if entry.field else "",
            name=entry.field,
            was=self._held(entry),
        )

    def _held(self, entry: LogEntry) -> object:
        """The value before an entry, as the record held it."""
        if not entry.field or entry.table not in RECORDS:
            return ""
        if isinstance(entry.before, dict):
            body = entry.before["body"]
            return self._session.store.read.bodies([body]).get(body, "")
        spec = field_of(RECORDS[entry.table], entry.field)
        return tuple(entry.before) if spec.several else entry.before or spec.empty

    def _field(self, entry: LogEntry, language: Language) -> str:
        if not entry.field or entry.table not in RECORDS:
            return ""
        spec = field_of(RECORDS[entry.table], entry.field)
        return terms()(f"field.{entry.table}.{spec.key}", language)

    def _shown(self, entry: LogEntry, value: Any, language: Language) -> str:
        if not entry.field or entry.table not in RECORDS or not value:
            return ""
        spec = field_of(RECORDS[entry.table], entry.field)
        if isinstance(value, dict):
            text = self._session.store.read.bodies([value["body"]]).get(value["body"], "")
            return text if len(text) <= _LONG else text[:_LONG] + "…"
        values = value if isinstance(value, list) else [value]
        if spec.type in ("party", "parties"):
            return "، ".join(self._parties.name(uid, language) for uid in values)
        if spec.vocabulary:
            labels = (terms().term(spec.vocabulary, str(code)) for code in values)
            return "، ".join(term.label(language) for term in labels)
        return "، ".join(str(one) for one in values)
