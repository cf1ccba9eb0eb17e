"""One act on many documents: each that allows it is changed, the others are told; all undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.document_acts import step
from ctdesk.desk.handing_out import HIDDEN, SHOWN, HandingOut, above_alone
from ctdesk.desk.printing import Cells, check_name, print_list
from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.fields import FieldSpec, field_of, fields_of
from ctdesk.domain.records import Document
from ctdesk.domain.states import DOCUMENT
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Column, Kind, Table

if TYPE_CHECKING:
    from ctdesk.desk.approvals import Approvals, Request
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook

_SHARES = {"subject": 28, "from": 15, "their_date": 13, "register_number": 13, "their_number": 12}
_SHARE = 10
_LEFT_OUT = frozenset(("direction",))

Change = Callable[[Document], dict[str, Any]]
"""The fields to write in a document; raises Refused where that is not possible."""


@dataclass(frozen=True)
class Done:
    """What an act on several documents changed, for undoing it, and what it left."""

    changed: tuple[tuple[str, dict[str, tuple[Any, Any]]], ...]
    """Identity, and of each field what it held before and after."""
    left: tuple[tuple[str, CtdeskError], ...] = ()


class Bulk:
    """Acts on a selection."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, approvals: Approvals
    ) -> None:
        self._session = session
        self._handing_out = HandingOut(session, approvals)
        self._settings = settings
        self._parties = parties

    def assign(self, uids: Iterable[str], officer: str) -> Done:
        """Refer documents to an officer."""

        def change(document: Document) -> dict[str, Any]:
            DOCUMENT.check(document.state, "assigned")
            return {"state": "assigned", "officer": officer}

        return self._each(uids, change)

    def add_topic(self, uids: Iterable[str], topic: str) -> Done:
        """Add a topic to documents that have room for one."""
        most = field_of(Document, "topics").most

        def change(document: Document) -> dict[str, Any]:
            if topic in document.topics:
                return {}
            if len(document.topics) >= most:
                raise Refused("three_topics")
            return {"topics": (*document.topics, topic)}

        return self._each(uids, change)

    def change_state(self, uids: Iterable[str], state: str, reason: str = "") -> Done:
        """Take documents to a state, those from whose state it follows."""

        def change(document: Document) -> dict[str, Any]:
            if "void" in (document.state, state):
                self._session.check_right("void")
            return step(document, state, reason)

        return self._each(uids, change)

    def undo(self, done: Done) -> Done:
        """Write back what an act changed; a field that was written again since stays."""
        before = dict(done.changed)

        def change(document: Document) -> dict[str, Any]:
            fields = before[document.uid]
            if any(getattr(document, name) != after for name, (_, after) in fields.items()):
                raise Refused("changed_since")
            return {name: was for name, (was, _) in fields.items()}

        return self._each(before, change, act="undo")

    def export(
        self, uids: Iterable[str], path: Path, language: Language, *, full: bool = False
    ) -> Path:
        """Write a list of documents as `.docx` or `.xlsx`, its columns those of the window's
        lists; the act is recorded and sealed. What is above "restricted" is without content, unless
        it is `full`: that needs a second officer (`request`), Refused otherwise."""
        check_name(path)
        seen = self._seen(uids)
        agreed = self._handing_out.agreed(
            self._handing_out.request(seen, list="selected"), full=full
        )
        table = self._table(seen, language, full=full)
        print_list(self._session, self._settings, table, path, language, agreed=agreed)
        return path

    def request(self, uids: Iterable[str]) -> Request | None:
        """What a second officer agrees to for a full list of documents; None when nothing in it is
        above "restricted"."""
        return self._handing_out.request(self._seen(uids), list="selected")

    def _seen(self, uids: Iterable[str]) -> list[Document]:
        """Those of the documents that this officer may see, the newest first."""
        documents = self._session.store.read.get_many(Document, list(uids))
        seen = self._session.access.visible(documents.values())
        return sorted(seen, key=lambda each: (each.their_date, each.uid), reverse=True)

    def _table(self, documents: Sequence[Document], language: Language, *, full: bool) -> Table:
        cells = Cells(self._session, self._parties, language)
        specs = [s for s in fields_of(Document) if s.listed and s.key not in _LEFT_OUT]
        hidden = {d.uid for d in documents if not full and above_alone(d)}

        def cell(spec: FieldSpec, document: Document) -> str:
            shown = document.uid not in hidden or spec.key in SHOWN
            return cells.text(spec, document) if shown else HIDDEN

        told = [terms()("list.count", language, count=len(documents))]
        if hidden:
            told.append(terms()("register.hidden", language, count=len(hidden)))
        return Table(
            title=terms()("list.selected", language),
            subtitle=" – ".join(told),
            columns=tuple(_column(spec, language) for spec in specs),
            rows=tuple(tuple(cell(s, d) for s in specs) for d in documents),
            struck=frozenset(n for n, d in enumerate(documents) if d.state == "void"),
        )

    def _each(self, uids: Iterable[str], change: Change, act: str = "bulk") -> Done:
        """Change every document that allows it, in one act."""
        wanted = list(dict.fromkeys(uids))
        found = self._session.store.read.get_many(Document, wanted)
        documents = {d.uid: d for d in self._session.access.visible(found.values())}
        changed, left = [], []
        with self._session.act(act) as writing:
            for uid in wanted:
                document = documents.get(uid)
                if document is None:
                    continue
                try:
                    if document.kind == "opinion":
                        raise Refused("opinion_elsewhere")
                    fields = change(document)
                except Refused as refusal:
                    left.append((uid, refusal))
                    continue
                differing = {n: v for n, v in fields.items() if getattr(document, n) != v}
                if differing:
                    writing.update(Document, uid, **differing)
                    pairs = {n: (getattr(document, n), v) for n, v in differing.items()}
                    changed.append((uid, pairs))
            writing.note(act, count=len(changed))
        return Done(tuple(changed), tuple(left))


def _column(spec: FieldSpec, language: Language) -> Column:
    title = terms()(f"field.document.{spec.key}", language)
    kind: Kind = "date" if spec.type == "date" else "text"
    return Column(title, _SHARES.get(spec.key, _SHARE), kind)
