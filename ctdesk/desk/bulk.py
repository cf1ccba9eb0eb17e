"""One act on many documents: each that allows it is changed, the others are told; all undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctdesk.desk.document_acts import step
from ctdesk.desk.printing import Cells, check_name, print_list
from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.fields import FieldSpec, field_of, fields_of
from ctdesk.domain.records import Document
from ctdesk.domain.states import DOCUMENT
from ctdesk.domain.terms import Language, terms
from ctdesk.memo.table import Column, Kind, Table

if TYPE_CHECKING:
    from ctdesk.desk.lists import Lists
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
        self, session: Session, settings: SettingsBook, parties: Parties, lists: Lists
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._lists = lists

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

        return self._each(uids, lambda document: step(document, state, reason))

    def undo(self, done: Done) -> Done:
        """Write back what an act changed; a field that was written again since stays."""
        before = dict(done.changed)

        def change(document: Document) -> dict[str, Any]:
            fields = before[document.uid]
            if any(getattr(document, name) != after for name, (_, after) in fields.items()):
                raise Refused("changed_since")
            return {name: was for name, (was, _) in fields.items()}

        return self._each(before, change, act="undo")

    def export(self, uids: Iterable[str], path: Path, language: Language) -> Path:
        """Write a list of documents as `.docx` or `.xlsx`, its columns those of the window's
        lists; the act is recorded and sealed."""
        check_name(path)
        documents = self._session.store.read.get_many(Document, list(uids))
        seen = [d for d in documents.values() if self._lists.may_see(d.classification)]
        seen.sort(key=lambda document: (document.their_date, document.uid), reverse=True)
        table = self._table(seen, language)
        print_list(self._session, self._settings, table, path, language)
        return path

    def _table(self, documents: Sequence[Document], language: Language) -> Table:
        cells = Cells(self._session, self._parties, language)
        specs = [s for s in fields_of(Document) if s.listed and s.key not in _LEFT_OUT]
        return Table(
            title=terms()("list.selected", language),
            subtitle=terms()("list.count", language, count=len(documents)),
            columns=tuple(_column(spec, language) for spec in specs),
            rows=tuple(tuple(cells.text(s, d) for s in specs) for d in documents),
            struck=frozenset(n for n, d in enumerate(documents) if d.state == "void"),
        )

    def _each(self, uids: Iterable[str], change: Change, act: str = "bulk") -> Done:
        """Change every document that allows it, in one act."""
        wanted = list(dict.fromkeys(uids))
        documents = self._session.store.read.get_many(Document, wanted)
        changed, left = [], []
        with self._session.act(act) as writing:
            for uid in wanted:
                document = documents.get(uid)
                if document is None or not self._lists.may_see(document.classification):
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
