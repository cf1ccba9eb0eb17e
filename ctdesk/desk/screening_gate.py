"""Lists of names that leave the desk: row by row, each with its legal basis, each approved twice.

(`desk.screening.name_lists`)

    names.new(title, ...)                -> NameList
    names.add(uid, name, basis=..., ...) -> NameRow       names.edit(row, ...)   names.remove(row)
    names.list()                         -> [NameListRow]  with how far each is
    names.rows(uid)                      -> [NameRowView]  who approved what, what is missing
    names.approve(uid, rows)                               this officer; another one does the same
    names.approve(uid, rows, slot, passphrase)             a colleague who stands by, on the spot
    names.export(uid, path, language)                      the only way out

An officer approves a row as it reads at that moment: the hash of its words is kept with the name.
A row that says anything else afterwards, whoever changed it and however, has lost its approvals,
since the hashes are compared again when it leaves. (A gazetted freezing decision of 2025 carried
two rows that its committee had not approved.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.people import officer_name
from ctdesk.desk.printing import check_name, print_list
from ctdesk.desk.screening_approval import WRITTEN, SaidYes, without
from ctdesk.desk.screening_rows import NameListRow, NameRowView
from ctdesk.desk.validation import check_record, check_value
from ctdesk.domain.classification import cleared, rank
from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import ListEntry, NameList, NameRow, Officer
from ctdesk.domain.roles import check_right
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.content import NamesAnnex
from ctdesk.memo.table import Column, Table
from ctdesk.store.changes import canonical

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_UNCLASSIFIED = "restricted"
_SHARES = (("number", 5), ("name", 24), ("name_other", 22), ("entry", 11), ("basis", 24),
           ("detail", 14))  # fmt: skip


class NameLists:
    """The gate that names pass on their way out."""

    def __init__(self, session: Session, settings: SettingsBook) -> None:
        self._session = session
        self._settings = settings
        self._said = SaidYes(session)

    def list(self) -> Sequence[NameListRow]:
        """Every list that the officer may see, the newest first."""
        found = self._session.store.read.where(NameList, order="-uid")
        return [self._how_far(record) for record in self._session.access.visible(found)]

    def of_document(self, document: str) -> Sequence[NameListRow]:
        """The lists of names that are annexes of an opinion."""
        found = self._session.access.where(NameList, document=document, order="uid")
        return [self._how_far(record) for record in found]

    def get(self, uid: str) -> NameList:
        """A list. Refused for one that the officer may not see."""
        found = self._session.store.read.get(NameList, uid)
        return self._session.access.demand(found, uid)

    def new(
        self, title: str, *, classification: str = "", document: str = "", note: str = ""
    ) -> NameList:
        """Begin a list of names; with `document` as the annex of an opinion."""
        record = NameList(
            title=title.strip(),
            classification=classification or _UNCLASSIFIED,
            document=document,
            note=note,
        )
        check_record(record)
        self._session.access.demand(record, title)
        with self._session.act("add") as act:
            return act.create(record)

    def edit_list(self, uid: str, **fields: Any) -> NameList:
        """Change the title, the degree or the note; a new title takes the approvals away."""
        record = self.get(uid)
        for name, value in fields.items():
            check_value(NameList, field_of(NameList, name), value)
        with self._session.act("edit") as act:
            record = act.update(NameList, uid, **fields)
            if "title" in fields:
                for row in self._rows(uid):
                    act.update(NameRow, row.uid, **self._said.still(record, row))
        return record

    def add(self, uid: str, name: str, **fields: Any) -> NameRow:
        """Write a row; its basis may follow, but it can't be approved without one."""
        record = self.get(uid)
        number = max((row.number for row in self._all(uid)), default=0) + 1
        row = NameRow(name_list=record.uid, number=number, name=name.strip(), **fields)
        check_record(row)
        with self._session.act("add") as act:
            return act.create(row)

    def edit(self, row: str, **fields: Any) -> NameRow:
        """Change what a row says; approvals of what it said before are void."""
        found = self._row(row)
        for name, value in fields.items():
            if name not in WRITTEN:
                raise Refused("field_is_given", field=name)
            check_value(NameRow, field_of(NameRow, name), value)
        with self._session.act("edit") as act:
            changed = act.update(NameRow, row, **fields)
            return act.update(NameRow, row, **self._said.still(self.get(found.name_list), changed))

    def remove(self, row: str) -> None:
        """Take a row off the list; its number is not given again, the history keeps it."""
        self._row(row)
        with self._session.act("edit") as act:
            act.update(NameRow, row, removed=True, **without("first"), **without("second"))

    def rows(self, uid: str, language: Language | None = None) -> Sequence[NameRowView]:
        """The rows of a list in order, with what is missing; officers by their names in the
        window's language or another."""
        record = self.get(uid)
        rows = self._rows(uid)
        entries = self._session.store.read.get_many(ListEntry, (r.entry for r in rows if r.entry))
        officers = {o.uid: o for o in self._session.store.read.where(Officer)}
        side = language or self._settings.all().lang
        return [self._view(record, row, entries, officers, side) for row in rows]

    def approve(
        self, uid: str, rows: Sequence[str], slot: str = "", passphrase: str = ""
    ) -> Sequence[NameRowView]:
        """Say yes to rows exactly as they read now: as the first or the second officer; with a
        colleague's `slot` and `passphrase` in the colleague's name.

        All of them or none: BadInput("row_without_basis") for a row without a legal basis,
        Refused("approved_already") for one that this officer approved already or that has two
        approvals, Refused("row_delisted") for one whose entry is listed no more.
        """
        record = self.get(uid)
        officer = self._session.officer
        if slot:
            officer = self._session.countersigned(slot, passphrase)
        check_right(officer.role, "second")
        if rank(record.classification) > cleared(officer.clearance):
            raise Refused("second_not_cleared")
        views = {view.row.uid: view for view in self.rows(uid)}
        with self._session.act("approve_names") as act:
            for row in rows:
                if row not in views:
                    raise Refused("not_found", what=row)
                self._said.approve(act, record, views[row].row, officer)
            act.note("approve_names", uid=uid, rows=len(rows), by=officer.uid)
        return self.rows(uid)

    def withdraw(self, row: str) -> NameRow:
        """Take back this officer's own approval of a row."""
        found, own = self._row(row), self._session.officer.uid
        if own not in (found.first_by, found.second_by):
            raise Refused("not_found", what=row)
        place = "first" if found.first_by == own else "second"
        with self._session.act("withdraw_approval") as act:
            act.note("withdraw_approval", uid=row)
            return act.update(NameRow, row, **without(place))

    def export(self, uid: str, path: Path, language: Language) -> Path:
        """Write the list as `.docx` or `.xlsx`: only when every row was approved twice as it
        reads; the act is recorded and sealed with the hash of the rows, which is printed.

        Refused("names_not_approved") otherwise, naming the rows.
        """
        check_name(path)
        record, views = self.get(uid), self.rows(uid, language)
        if not views or any(view.approvals < 2 for view in views):
            raise self._refusal(views)
        digest = self.digest(record, views)
        table = self._table(record, views, language)
        small = terms()("names_out.hash", language, sha256=digest)
        print_list(
            self._session, self._settings, table, path, language, small, uid=uid,
            sha256=digest,
        )  # fmt: skip
        with self._session.act("list_out") as act:
            act.update(NameList, uid, left_on=self._session.today().isoformat(), sha256=digest)
        return path

    def annexes(self, document: str, *, issued: bool) -> tuple[NamesAnnex, ...]:
        """The lists of names that an opinion's memo carries, as they were approved.

        A draft's memo leaves out what is not approved; that of an issued opinion is refused with
        it ("names_not_approved"), or with a list above the officer's clearance.
        """
        found = []
        for annex in self.of_document(document):
            if not self._session.access.sees(annex.record):
                raise Refused("opinion_partly_hidden")
            views = self.rows(annex.record.uid)
            if annex.ready:
                digest = self.digest(annex.record, views)
                found.append(NamesAnnex(annex.record.title, tuple(map(_cells, views)), digest))
            elif issued:
                raise self._refusal(views)
        return tuple(found)

    def digest(self, record: NameList, views: Sequence[NameRowView]) -> str:
        """SHA-256 over the rows as they were approved, in order."""
        parts = [view.row.second_hash for view in views]
        return hashlib.sha256(canonical([record.title, *parts]).encode()).hexdigest()

    def _view(
        self,
        record: NameList,
        row: NameRow,
        entries: dict[str, ListEntry],
        officers: dict[str, Officer],
        side: Language,
    ) -> NameRowView:
        now_hash = self._said.hash(record, row)
        held = [p for p in ("first", "second") if getattr(row, f"{p}_hash") == now_hash]
        by = {p: getattr(row, f"{p}_by") if p in held else "" for p in ("first", "second")}
        approvals = len({officer for officer in by.values() if officer})
        given = sum(bool(said) for said in (row.first_hash, row.second_hash))
        entry = entries.get(row.entry)
        own = self._session.officer
        return NameRowView(
            row=row,
            reference=entry.reference if entry else "",
            delisted_on=entry.delisted_on if entry else "",
            approvals=approvals,
            lost=bool(given)
            and approvals < sum(bool(h) for h in (row.first_hash, row.second_hash)),
            first_by=officer_name(officers.get(by["first"]), side),
            second_by=officer_name(officers.get(by["second"]), side),
            may_approve=approvals < 2
            and own.uid not in by.values()
            and bool(row.basis.strip())
            and not (entry and entry.delisted_on)
            and self._session.may("second"),
        )

    def _table(self, record: NameList, views: Sequence[NameRowView], language: Language) -> Table:
        say, degree = terms(), record.classification
        officers = sorted({n for view in views for n in (view.first_by, view.second_by)})
        return Table(
            title=record.title,
            subtitle=say(
                "names_out.subtitle",
                language,
                count=len(views),
                officers=("، " if language == "ar" else ", ").join(officers),
            ),
            columns=tuple(
                Column(say(f"field.name_row.{key}", language), share) for key, share in _SHARES
            ),
            rows=tuple(map(_cells, views)),
            mark=""
            if degree in ("", "open")
            else say.term("classification", degree).label(language),
        )

    def _how_far(self, record: NameList) -> NameListRow:
        views = self.rows(record.uid)
        return NameListRow(record, len(views), sum(view.approvals == 2 for view in views))

    def _rows(self, uid: str) -> Sequence[NameRow]:
        return [row for row in self._all(uid) if not row.removed]

    def _all(self, uid: str) -> Sequence[NameRow]:
        return self._session.store.read.where(NameRow, name_list=uid, order="number uid")

    def _row(self, uid: str) -> NameRow:
        found = self._session.store.read.get(NameRow, uid)
        return self._session.access.demand(found, uid)

    def _refusal(self, views: Sequence[NameRowView]) -> Refused:
        missing = [str(view.row.number) for view in views if view.approvals < 2]
        return Refused("names_not_approved", rows="، ".join(missing) or "-")


def _cells(view: NameRowView) -> tuple[str, ...]:
    """A row as it is printed."""
    row = view.row
    return (
        str(row.number), row.name, row.name_other, view.reference, row.basis, row.detail,
    )  # fmt: skip
