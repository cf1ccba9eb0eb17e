"""An act of the two logs told in words: who, when, what, with which record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ctdesk.desk.history_names import TECHNICAL, Named, Names
from ctdesk.desk.history_rows import DeedLine, DeedRow, local_minute, moment
from ctdesk.desk.history_undo import may_go_back
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS
from ctdesk.domain.terms import terms
from ctdesk.store.deeds import Change, Deed, Deeds, Note

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.domain.terms import Language

_LOOKED_AT = 40
"""Writes of an act that are looked at for its row: enough to find what it was about."""
_WEIGHT = (
    "document", "dossier", "item", "action", "match", "approval", "party", "officer", "assessment",
    "list_entry", "name_list", "name_row", "list_import", "attachment", "revision",
    "comment", "link", "term", "setting",
)  # fmt: skip
"""Of the records that an act wrote, the one that it was about comes first here."""
_NAMING = ("uid", "attachment", "approval", "document", "dossier")
"""Keys of a note that hold the identity of a record."""
UNTOLD = frozenset(
    (*_NAMING, "clock", "changes", "head", "of", "file", "row", "revision", "digest", "sha256")
)
_STATES = ("document_state", "opinion_state", "match_state", "action_state", "approval_state")
_VOCABULARIES = {"register": "register", "language": "language", "state": "document_state",
                 "ceiling": "classification"}  # fmt: skip


class Telling:
    """Tells acts in one language, for the eyes of one officer."""

    def __init__(self, session: Session, parties: Parties, language: Language) -> None:
        self._deeds = Deeds(session.store.read.connection)
        self.names = Names(session, parties, language)

    def row(self, deed: Deed) -> DeedRow:
        """The act as a row."""
        changes = self._deeds.changes(deed, _LOOKED_AT) if deed.changes else []
        notes = self._deeds.notes(deed) if deed.first_act else []
        about = self._about(changes, notes)
        hidden = any(not named.seen for named in about)
        one = about[0] if len(about) == 1 else None
        return DeedRow(
            key=deed.key,
            at=moment(deed.at_millis),
            officer=self.names.officer(deed.officer),
            device=deed.device,
            act=deed.act,
            sentence=self.sentence(deed, about),
            number=one.number if one else "",
            about=one.about if one else self._several(about),
            facts=() if hidden else self._new_facts(notes, one),
            seal=next((note.seal for note in reversed(notes) if note.seal), ""),
            room=one.room if one else ("", ""),
            entries=deed.changes,
            hidden=hidden,
        )

    def sentence(self, deed: Deed, about: Sequence[Named]) -> str:
        """What was done, and with what."""
        words, language = terms(), self.names.language
        act = f"act.{deed.act}"
        done = words(act, language) if act in words else deed.act
        what = self._what(deed, about)
        key = f"deed.{deed.act}"
        if what and key in words:
            return words(key, language, what=what)
        return words("deed.plain", language, act=done, what=what) if what else done

    def lines(self, deed: Deed, limit: int, offset: int = 0) -> list[DeedLine]:
        """What an act wrote, field by field."""
        changes = self._deeds.changes(deed, limit, offset) if deed.changes else []
        return [line for change in changes for line in self._lines(change)]

    def about(self, deed: Deed) -> list[Named]:
        """The records that an act was about."""
        changes = self._deeds.changes(deed, _LOOKED_AT) if deed.changes else []
        return self._about(changes, self._deeds.notes(deed) if deed.first_act else [])

    def _about(self, changes: Sequence[Change], notes: Sequence[Note]) -> list[Named]:
        written = dict.fromkeys((c.table, c.row_id) for c in changes)
        tables = {table for table, _ in written}
        table = next((each for each in _WEIGHT if each in tables), "")
        chosen = [self.names.of(*each) for each in written if each[0] == table]
        if chosen:
            return chosen
        noted = [note.detail[key] for note in notes for key in _NAMING if key in note.detail]
        found = (self.names.whatever(str(uid)) for uid in dict.fromkeys(noted))
        return [named for named in found if named is not None]

    def _what(self, deed: Deed, about: Sequence[Named]) -> str:
        if not about or about[0].table == "setting":
            return ""
        if len(about) == 1:
            named = about[0]
            return named.title if named.number or not named.about else named.kind
        count = len(about) if deed.changes <= _LOOKED_AT else self._deeds.records(deed)
        kind = terms()(f"record.{about[0].table}", self.names.language)
        return self.names.word("history.several", count=count, kind=kind)

    def _several(self, about: Sequence[Named]) -> str:
        between = "، " if self.names.language == "ar" else ", "
        named = list(dict.fromkeys(each.number or each.about for each in about if each.seen))
        shown = between.join(filter(None, named[:6]))
        return f"{shown} …" if len(named) > 6 else shown

    def _new_facts(self, notes: Iterable[Note], one: Named | None) -> tuple[tuple[str, str], ...]:
        """What was noted, without what the sentence says already."""
        said = one.number if one else ""
        return tuple(fact for fact in self._facts(notes) if not said or fact[1] != said)

    def _facts(self, notes: Iterable[Note]) -> Iterable[tuple[str, str]]:
        """What was noted, with its label; what has no label is for the program."""
        for note in notes:
            for key, value in note.detail.items():
                label = f"detail.{key}"
                if key in UNTOLD or label not in terms() or value in ("", None):
                    continue
                yield self.names.word(label), self._fact(key, value)

    def _fact(self, key: str, value: Any) -> str:
        if key in _VOCABULARIES:
            vocabulary = _VOCABULARIES[key]
            if key == "state":
                known = (name for name in _STATES if value in terms().codes(name))
                vocabulary = next(known, vocabulary)
            return terms().term(vocabulary, str(value)).label(self.names.language)
        if key in ("officer", "by", "second", "from_officer", "to_officer"):
            return self.names.officer(str(value)) or str(value)
        if key in ("first", "last") and isinstance(value, int):
            return local_minute(moment(value * 1000))
        if isinstance(value, list):
            return ", ".join(map(str, value))
        if isinstance(value, bool):
            return self.names.word("history.yes" if value else "history.no")
        return str(value)

    def _lines(self, change: Change) -> Iterable[DeedLine]:
        names = self.names
        named = names.of(change.table, change.row_id)
        about = "" if named.number or named.about == named.kind else named.about
        title = " ".join(filter(None, (named.title, about)))
        if not named.seen:
            yield DeedLine(named.title, change.table, "")
            return
        if change.field:
            if change.field not in TECHNICAL:
                yield DeedLine(
                    title,
                    change.table,
                    change.row_id,
                    self._label(change.table, change.field, named),
                    change.field,
                    names.value(change.table, change.field, change.before),
                    names.value(change.table, change.field, change.after),
                    names.held(change.table, change.field, change.before),
                    may_go_back=may_go_back(change.table, change.field),
                )
            return
        yield DeedLine(title, change.table, change.row_id, new=True)
        for spec in fields_of(RECORDS[change.table]):
            value = names.value(change.table, spec.name, change.after.get(spec.name, ""))
            if value:
                label = names.field(change.table, spec.name)
                yield DeedLine(title, change.table, change.row_id, label, "", "", value, new=True)

    def _label(self, table: str, field: str, named: Named) -> str:
        return self.names.field(table, field) or named.about or named.kind
