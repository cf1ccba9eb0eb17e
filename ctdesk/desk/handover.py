"""Work handed from one officer to another (تسليم العمل): what is open, in one recorded act.

What is handed over changes hands at once; the act can be taken back from the history, and the page
that goes with it is signed by both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.handover_page import HandoverRow, handover_paper
from ctdesk.desk.history_names import Names
from ctdesk.desk.leaving import write_whole
from ctdesk.domain.classification import cleared, highest, rank
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import (
    RECORDS,
    Action,
    Approval,
    Document,
    Dossier,
    Officer,
    Record,
)
from ctdesk.domain.terms import Language
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_OPEN_DOCUMENTS = ("assigned", "under_study")
_OPEN_OPINIONS = ("draft", "in_review", "returned", "approved")
_OPEN_ACTIONS = ("open", "in_hand", "waiting")
_NAMES = (("name_ar", "name_en"), ("title_ar", "title_en"))


@dataclass(frozen=True)
class HandedOver:
    """What changed hands."""

    rows: tuple[HandoverRow, ...]
    seal: str
    path: Path | None


class Handovers:
    """Hands work from one officer to another."""

    def __init__(self, session: Session, settings: SettingsBook, parties: Parties) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties

    def may(self, giver: str) -> bool:
        """Whether this officer may hand over that one's work: their own, or as head of the
        division or administrator."""
        return giver == self._session.officer.uid or self._session.may("officers")

    def preview(
        self, giver: str, taker: str, language: Language | None = None
    ) -> Sequence[HandoverRow]:
        """What is open of one officer, as far as it may be seen, and what of it the other may get.

        Refused for officers who are not at this desk, for one and the same, and for those who may
        not hand over that work.
        """
        before, after = self._pair(giver, taker)
        names = Names(self._session, self._parties, language or self._settings.all().lang)
        seen = ((s, r, f) for s, r, f in self._open(before) if self._session.access.sees(r))
        return [
            self._row(section, record, fields, after, names) for section, record, fields in seen
        ]

    def hand_over(
        self,
        giver: str,
        taker: str,
        *,
        only: Collection[str] | None = None,
        path: Path | None = None,
        language: Language | None = None,
    ) -> HandedOver:
        """Let the other officer have what is open, or only the records of these identities.

        With `path` (`.docx`) the page for both signatures is written too; when it can't be,
        nothing changes hands. Refused when there is nothing to hand over, or when the other is not
        cleared for a record that was chosen by name.
        """
        if path is not None and path.suffix.lower() != ".docx":
            raise BadInput("handover_format", path=path.name)
        before, after = self._pair(giver, taker)
        side = language or self._settings.all().lang
        rows = [row for row in self.preview(giver, taker, side) if only is None or row.uid in only]
        if only is not None and any(row.above for row in rows):
            raise Refused("handover_above")
        rows = [row for row in rows if not row.above]
        if not any(row.fields for row in rows):
            raise Refused("handover_nothing")
        with self._session.act("handover") as act:
            for row in rows:
                if row.fields:
                    kind = RECORDS[row.table]
                    act.update(kind, row.uid, **self._written(kind, row, before, after))
            seal = act.seal(
                "handover",
                from_officer=before.uid,
                to_officer=after.uid,
                count=sum(bool(row.fields) for row in rows),
            )
            if path is not None:
                write_whole(path, self._page(rows, before, after, side, seal))
        return HandedOver(tuple(rows), seal, path)

    def _pair(self, giver: str, taker: str) -> tuple[Officer, Officer]:
        read = self._session.store.read
        before, after = read.get(Officer, giver), read.get(Officer, taker)
        if before is None or after is None or after.left_on:
            raise Refused("handover_officer")
        if before.uid == after.uid:
            raise Refused("handover_same")
        if not self.may(giver):
            raise Refused("handover_whose")
        return before, after

    def _open(self, officer: Officer) -> Iterator[tuple[str, Record, tuple[str, ...]]]:
        """What is open of an officer: section, record, the fields that name them."""
        read, uid = self._session.store.read, officer.uid
        for state in _OPEN_DOCUMENTS:
            for document in read.where(Document, officer=uid, state=state, order="due uid"):
                yield "documents", document, ("officer",)
        for state in _OPEN_OPINIONS:
            for opinion in read.where(Document, kind="opinion", officer=uid, state=state):
                yield "opinions", opinion, ("officer",)
        for dossier in read.where(Dossier, order="code"):
            fields = tuple(f for f in ("officer", "deputy") if getattr(dossier, f) == uid)
            if fields and not dossier.closed:
                yield "dossiers", dossier, fields
        called = _called(officer)
        for state in _OPEN_ACTIONS:
            for action in read.where(Action, state=state, order="due uid"):
                if fold(action.owner) in called or action.owner == uid:
                    yield "waiting" if state == "waiting" else "actions", action, ("owner",)
        for approval in read.where(Approval, state="asked", by=uid):
            yield "approvals", approval, ()

    def _row(
        self, section: str, record: Record, fields: tuple[str, ...], taker: Officer, names: Names
    ) -> HandoverRow:
        named = names.of(record.table, record.uid)
        state = str(getattr(record, "state", ""))
        due = str(getattr(record, "due", "") or getattr(record, "next_date", ""))
        degree = str(getattr(record, "classification", "")) or _degree_of(record, self._session)
        what = record.reason if isinstance(record, Approval) else named.about
        stands = names.value(record.table, "state", state) if state else ""
        if isinstance(record, Action) and record.waiting_for:
            party = self._parties.name(record.waiting_for, names.language)
            stands = names.word("handover.waits_for", party=party)
        return HandoverRow(
            section=section,
            table=record.table,
            uid=record.uid,
            number=named.number,
            what=what,
            state=stands,
            due=due,
            classification=degree,
            fields=fields,
            above=rank(degree) > cleared(taker.clearance),
        )

    def _written(
        self, kind: type[Record], row: HandoverRow, before: Officer, after: Officer
    ) -> dict[str, Any]:
        if kind is not Action:
            return dict.fromkeys(row.fields, after.uid)
        action = self._session.store.read.get(Action, row.uid)
        assert action is not None  # it was read in this very act's preview
        return {"owner": _in_the_words_of(action.owner, before, after)}

    def _page(
        self,
        rows: Sequence[HandoverRow],
        before: Officer,
        after: Officer,
        language: Language,
        seal: str,
    ) -> bytes:
        from ctdesk.memo.paper_docx import paper_docx

        arabic = language == "ar" and self._settings.all().memo_digits == "arabic"
        day = self._session.today().isoformat()
        paper = handover_paper(
            rows, before, after, language, day=day, seal=seal,
            degree=highest(row.classification for row in rows),
        )  # fmt: skip
        return paper_docx(paper, language, digits="arabic" if arabic else "western", day=day)


def _called(officer: Officer) -> set[str]:
    """The names by which an action may call an officer."""
    names = (getattr(officer, name) for pair in _NAMES for name in pair)
    return {fold(name) for name in (*names, officer.slot) if name}


def _in_the_words_of(owner: str, before: Officer, after: Officer) -> str:
    """The new owner as the old one was called: by name or title, in the same language."""
    for arabic, english in _NAMES:
        for own in (arabic, english):
            if getattr(before, own) and fold(getattr(before, own)) == fold(owner):
                other = english if own == arabic else arabic
                return getattr(after, own) or getattr(after, other) or _any_name(after)
    return after.uid if owner == before.uid else _any_name(after)


def _any_name(officer: Officer) -> str:
    names = (getattr(officer, name) for pair in _NAMES for name in pair)
    return next(filter(None, names), officer.slot or officer.uid)


def _degree_of(record: Record, session: Session) -> str:
    """The degree of a record that has none of its own: that of what it came from."""
    found = (
        session.store.read.get(kind, getattr(record, name, ""))
        for kind, name in ((Document, "document"), (Dossier, "dossier"))
        if getattr(record, name, "")
    )
    return highest(getattr(each, "classification", "") for each in found if each is not None)
