"""Lists that leave the desk as Word or Excel files: their words, the file, the record of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.approvals import use
from ctdesk.desk.leaving import write_whole
from ctdesk.desk.people import officer_name
from ctdesk.domain.errors import BadInput
from ctdesk.domain.fields import FieldSpec
from ctdesk.domain.records import Approval, Document, Officer
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Table
from ctdesk.text.show import Digits

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_FORMS = (".docx", ".xlsx")


def check_name(path: Path) -> None:
    """Raise BadInput for a name by which no list can be written."""
    if path.suffix.lower() not in _FORMS:
        raise BadInput("register_format", path=path.name)


def print_list(
    session: Session,
    settings: SettingsBook,
    table: Table,
    path: Path,
    language: Language,
    small_print: str = "",
    agreed: Iterable[Approval] = (),
    **detail: Any,
) -> None:
    """Write a list to a file; the act is recorded and sealed, the seal in the small print, after
    what the list has to say there itself. What a second officer `agreed` to is used up by it.

    BadInput when the file can't be written; then nothing is recorded.
    """
    with session.act("export_list") as act:
        for approval in agreed:
            use(act, approval)
        seal = act.seal("export_list", rows=len(table.rows), **detail)
        small = terms()("register.small_print", language, seal=seal)
        data = _written(
            replace(table, small_print="\n".join(filter(None, (small_print, small)))),
            path.suffix.lower(),
            language,
            settings.all().memo_digits,
            session.today().isoformat(),
        )
        write_whole(path, data)


class Cells:
    """Fields of documents as the words of one language, for lists."""

    def __init__(self, session: Session, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._side = language
        self._officers = {o.uid: o for o in session.store.read.where(Officer)}

    def text(self, spec: FieldSpec, document: Document) -> str:
        """A field of a document; a date as its ISO day."""
        value, side = getattr(document, spec.name), self._side
        if spec.type == "party":
            return self._parties.name(value, side)
        if spec.type == "parties":
            between = "، " if side == "ar" else ", "
            return between.join(self._parties.name(uid, side) for uid in value)
        if spec.type == "officer":
            return officer_name(self._officers.get(value), side)
        if spec.key == "state":
            kind = "opinion_state" if document.kind == "opinion" else "document_state"
            return terms().term(kind, value).label(side)
        if spec.vocabulary and value:
            return terms().term(spec.vocabulary, value).label(side)
        return str(value)


def _written(table: Table, form: str, language: Language, digits: str, day: str) -> bytes:
    # only now: the libraries of both forms take longer to load than the window
    if form == ".xlsx":
        from ctdesk.memo.table_xlsx import table_xlsx

        return table_xlsx(table, language, day=day)
    shape: Digits = "arabic" if digits == "arabic" and language == "ar" else "western"
    from ctdesk.memo.table_docx import table_docx

    return table_docx(table, language, digits=shape, day=day)
