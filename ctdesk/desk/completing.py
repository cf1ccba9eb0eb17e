"""What the beginning of a question may become: a field's name, a value, a word of the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctdesk.desk.searches import Completion, Recognised
from ctdesk.domain.records import Officer
from ctdesk.domain.terms import Language, terms
from ctdesk.search.fields import FIELDS, PARTIES, Field, codes_of, field_named, label_of
from ctdesk.search.parts import parts, without
from ctdesk.text.dates import PRESETS
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.search.suggest import Suggester

_VALUE = re.compile(r"(\w+)[ ]*[:：][ ]*(?:\"([^\"]*)|([^\s\"():]*))$")
_WORD = re.compile(r"[^\s()\":=]+$")
_FIELDS_FIRST = 3
_YEARS = 6


class Completer:
    """Completes and reads questions for the search field."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, suggester: Suggester
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._suggester = suggester

    @property
    def _language(self) -> Language:
        return self._settings.all().lang

    def recognised(self, query: str) -> list[Recognised]:
        """The parts that are read as fields, in order, with labels of the desk's language."""
        return [
            Recognised(
                part.start,
                part.end,
                label_of(part.field, self._language),
                self._value_label(part.field, part.value.strip('"«»')),
                without(query, part),
            )
            for part in parts(query, self._session.today())
            if part.field is not None and part.value.strip('"«» ')
        ]

    def complete(self, query: str, cursor: int, limit: int) -> list[Completion]:
        """Completions of what stands before the cursor, likeliest first."""
        head = query[:cursor]
        value = _VALUE.search(head)
        field = field_named(value[1]) if value else None
        if value is not None and field is not None:
            quoted = value[2] is not None
            typed = value[2] if quoted else value[3]
            start = value.start(2) - 1 if quoted else value.start(3)
            return [
                Completion("value", start, cursor, f"{_written(label)} ", label, detail)
                for label, detail in self._values(field, typed, limit)
            ]
        word = _WORD.search(head)
        if word is None or head.count('"') % 2:
            return []
        offered = [
            Completion("field", word.start(), cursor, f"{label}:", label, other)
            for label, other in self._fields(word[0])
        ][:_FIELDS_FIRST]
        words = self._suggester.words(word[0], self._session.clearance, limit - len(offered))
        return offered + [
            Completion("word", word.start(), cursor, f"{spelt} ", spelt, str(records or ""))
            for spelt, records in words
        ]

    def _fields(self, typed: str) -> Iterator[tuple[str, str]]:
        wanted = fold(typed)
        other: Language = "en" if self._language == "ar" else "ar"
        for field in FIELDS:
            names = (field.name, *field.names.split())
            if wanted and any(fold(name).startswith(wanted) for name in names):
                yield label_of(field, self._language), label_of(field, other)

    def _values(self, field: Field, typed: str, limit: int) -> list[tuple[str, str]]:
        """Values of a field that begin so: each with what is said beside it."""
        wanted = fold(typed)
        if field.sort in ("day", "year"):
            found = self._dates(field, wanted)
        elif field.column in PARTIES:
            names = (self._names(p.uid) for p in self._parties.complete(typed, limit))
            found = iter([pair for pair in names if pair[0]])
        elif field.column == "officer":
            found = self._officers(wanted)
        elif field.vocabularies:
            found = self._terms(field, wanted)
        else:
            words = self._suggester.words(typed, self._session.clearance, limit)
            found = ((word, str(records or "")) for word, records in words)
        return [pair for pair, _ in zip(found, range(limit), strict=False)]

    def _dates(self, field: Field, wanted: str) -> Iterator[tuple[str, str]]:
        if field.sort == "day":
            for english, arabic in PRESETS:
                shown, other = (arabic, english) if self._language == "ar" else (english, arabic)
                if any(fold(name).startswith(wanted) for name in (english, arabic)):
                    yield shown, other
        this_year = self._session.today().year
        for year in map(str, range(this_year, this_year - _YEARS, -1)):
            if year.startswith(wanted):
                yield year, ""

    def _officers(self, wanted: str) -> Iterator[tuple[str, str]]:
        for officer in self._session.store.read.where(Officer):
            names = (officer.name_ar, officer.name_en)
            first, second = names if self._language == "ar" else names[::-1]
            if _begins(wanted, *names) and (first or second):
                yield (first, second) if first else (second, "")

    def _terms(self, field: Field, wanted: str) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for name in field.vocabularies:
            for term in terms().vocabulary(name):
                shown, other = term.label(self._language), term.en
                if self._language == "en":
                    other = term.ar
                if shown not in seen and _begins(wanted, term.ar, term.en, term.code):
                    seen.add(shown)
                    yield shown, other

    def _names(self, uid: str) -> tuple[str, str]:
        other: Language = "en" if self._language == "ar" else "ar"
        shown, second = self._parties.name(uid, self._language), self._parties.name(uid, other)
        return shown, second if second != shown else ""

    def _value_label(self, field: Field, value: str) -> str:
        if not field.vocabularies:
            return value
        codes = codes_of(field, value)
        labels = [self._code_label(field, code) for code in codes]
        return " / ".join(dict.fromkeys(labels)) or value

    def _code_label(self, field: Field, code: str) -> str:
        for name in field.vocabularies:
            for term in terms().vocabulary(name):
                if term.code == code:
                    return term.label(self._language)
        return code


def _begins(wanted: str, *names: str) -> bool:
    """Whether a name, or a word of it, begins so."""
    return any(f" {wanted}" in f" {fold(name).removeprefix('ال')} {fold(name)}" for name in names)


def _written(label: str) -> str:
    """A value as the question has it: quoted where it is more than one word."""
    plain = label.replace('"', " ")
    return plain if re.fullmatch(r"[\w./-]+", plain) else f'"{plain}"'
