"""The registers: every number of a year in its place, voids with their reason, gaps told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.desk.handing_out import HIDDEN, SHOWN, HandingOut, above_alone
from ctdesk.desk.printing import Cells, check_name, print_list
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import FieldSpec
from ctdesk.domain.numbering import Register, is_provisional
from ctdesk.domain.records import Document
from ctdesk.domain.registers import REGISTERS, SHARES, columns_of
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Column, Table
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals, Request
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_PAGE = 500
_MOST_GAPS = 50


@dataclass(frozen=True)
class RegisterRow:
    """A line of a register: its cells in the order of the columns, as values of the record."""

    uid: str
    seq: int
    cells: tuple[str, ...]
    void: bool
    void_reason: str = ""
    provisional: bool = False
    hidden: bool = False
    """Above this officer's clearance, or what a list hands out: the number stands, what it is about
    does not."""


class Registers:
    """The desk's registers."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, approvals: Approvals
    ) -> None:
        self._session = session
        self._handing_out = HandingOut(session, approvals)
        self._settings = settings
        self._parties = parties

    def years(self, register: Register) -> Sequence[int]:
        """The years in which the register has entries, the latest first; never empty."""
        found = self._session.store.read.register_years(register)
        return found or [self._session.today().year]

    def count(self, register: Register, year: int) -> int:
        """How many entries a year has."""
        return self._session.store.read.count(Document, register=register, register_year=year)

    def columns(self, register: Register) -> Sequence[FieldSpec]:
        """The fields that the register has columns for."""
        return columns_of(register)

    def rows(
        self, register: Register, year: int, *, offset: int = 0, limit: int = _PAGE,
        language: Language | None = None,
    ) -> Sequence[RegisterRow]:  # fmt: skip
        """Some entries of a year in the order of their numbers."""
        documents = self._session.store.read.registered(register, year, offset, limit)
        cells = Cells(self._session, self._parties, language or self._settings.all().lang)
        return [self._row(register, document, cells) for document in documents]

    def gaps(self, register: Register, year: int) -> Sequence[int]:
        """Numbers of the sequence that no entry has, at most the first fifty: there should be
        none, since a number once given stays."""
        given = self._session.store.read.sequence(register, year)
        missing = sorted(set(range(1, max(given, default=0) + 1)).difference(given))
        return missing[:_MOST_GAPS]

    def find(self, register: Register, year: int, number: str) -> int:
        """The place of an entry in its year, by its number or its sequence number alone.

        Refused when the year has none.
        """
        read = self._session.store.read
        given = read.sequence(register, year)
        first = next(iter(fold(number).split()), "")
        entry = read.where(
            Document, register=register, register_year=year, register_number=number.strip()
        )
        seq = entry[0].register_seq if entry else int(first) if first.isdigit() else 0
        if seq not in given:
            raise Refused("not_found", what=number)
        return sum(each < seq for each in given)

    def table(
        self, register: Register, year: int, language: Language, *, full: bool = False
    ) -> Table:
        """The whole year as a list to print, in the classical layout; what is above "restricted"
        with its content only where it is `full`."""
        count = self.count(register, year)
        cells = Cells(self._session, self._parties, language)
        documents = self._documents(register, year)
        rows = [self._row(register, each, cells, printed=not full) for each in documents]
        say = terms()
        table = Table(
            title=say.term("register", register).label(language),
            subtitle=say("register.year", language, year=year, count=count),
            columns=tuple(
                Column(
                    say(f"field.document.{spec.key}", language),
                    SHARES[spec.key],
                    "date" if spec.type == "date" else "text",
                )
                for spec in columns_of(register)
            ),
            rows=tuple(self._printed(row, register, language) for row in rows),
            struck=frozenset(place for place, row in enumerate(rows) if row.void),
        )
        told = [table.subtitle]
        if gaps := self.gaps(register, year):
            told.append(say("register.gaps", language, numbers=", ".join(map(str, gaps))))
        if hidden := sum(row.hidden for row in rows):
            told.append(say("register.hidden", language, count=hidden))
        return replace(table, subtitle=" – ".join(told))

    def request(self, register: Register, year: int) -> Request | None:
        """What a second officer agrees to for the full list of a year; None when it has nothing
        above "restricted" that this officer sees."""
        return self._handing_out.request(
            self._documents(register, year), register=register, year=year
        )

    def _documents(self, register: Register, year: int) -> list[Document]:
        read, count = self._session.store.read, self.count(register, year)
        pages = range(0, count, _PAGE)
        return [d for at in pages for d in read.registered(register, year, at, _PAGE)]

    def export(
        self, register: Register, year: int, path: Path, language: Language, *, full: bool = False
    ) -> Path:
        """Write a year's register as `.docx` or `.xlsx`, by the name of the file.

        The act is recorded and sealed: the seal's digits stand in the small print. Entries above
        "restricted" are without content, unless it is `full`: that needs a second officer
        (`request`), Refused otherwise. BadInput for another kind of file or one that can't be
        written; then nothing is recorded.
        """
        check_name(path)
        agreed = self._handing_out.agreed(self.request(register, year), full=full)
        table = self.table(register, year, language, full=full)
        print_list(
            self._session,
            self._settings,
            table,
            path,
            language,
            agreed=agreed,
            register=register,
            year=year,
        )
        return path

    def _row(
        self, register: Register, document: Document, cells: Cells, *, printed: bool = False
    ) -> RegisterRow:
        seen = self._session.access.may_see(document.classification)
        seen = seen and not (printed and above_alone(document))
        texts = tuple(
            cells.text(spec, document) if seen or spec.key in SHOWN else HIDDEN
            for spec in columns_of(register)
        )
        return RegisterRow(
            uid=document.uid if seen else "",
            seq=document.register_seq,
            cells=texts,
            void=document.state == "void",
            void_reason=document.void_reason if seen else "",
            provisional=is_provisional(
                document.register_number, document.register_seq, document.register_year
            ),
            hidden=not seen,
        )

    def _printed(self, row: RegisterRow, register: Register, side: Language) -> tuple[str, ...]:
        """The cells of a row; of a void one the last says so, and why."""
        if not row.void:
            return row.cells
        keys = [spec.key for spec in columns_of(register)]
        place = keys.index("margin_note") if "margin_note" in keys else keys.index("subject")
        told = terms()("register.void", side, reason=row.void_reason or HIDDEN)
        cell = "\n".join(filter(None, (row.cells[place], told)))
        return (*row.cells[:place], cell, *row.cells[place + 1 :])


__all__ = ["REGISTERS", "RegisterRow", "Registers"]
