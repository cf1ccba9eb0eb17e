"""Conflicts that merges left open: listed with their values side by side, and settled."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctdesk.desk.desks import Desks
from ctdesk.desk.merged import clash_row, settle
from ctdesk.desk.pack_rows import FieldRow, HeadRow, Values, title_of
from ctdesk.domain.blocks import blocks_from_json
from ctdesk.domain.errors import Refused
from ctdesk.domain.records import RECORDS, Party, Record, Revision
from ctdesk.store.changes import now
from ctdesk.store.unsettled import Unsettled
from ctdesk.text.fold import fold

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.store.acting import Act

_EXCERPT = 400


@dataclass(frozen=True)
class ConflictRow:
    """One open conflict: in which record, and what stands side by side in `field.heads`."""

    uid: str
    table: str
    title: str
    number: str
    field: FieldRow

    @property
    def choosable(self) -> bool:
        """Whether one of the values can be chosen; otherwise it can only be taken note of."""
        return self.field.kind in ("both", "text")

    @property
    def settleable(self) -> bool:
        """Doubled numbers are settled by voiding one of the documents."""
        return self.field.kind != "number"


class Conflicts:
    """The open conflicts of a desk, of the records that its officer may see."""

    def __init__(
        self, session: Session, settings: SettingsBook, parties: Parties, desks: Desks
    ) -> None:
        self._session = session
        self._settings = settings
        self._parties = parties
        self._desks = desks

    def count(self) -> int:
        """How many conflicts are open."""
        return len(self.list())

    def list(self) -> Sequence[ConflictRow]:
        """Every open conflict, record by record; register numbers given twice at the end."""
        values = self._values()
        rows: list[ConflictRow] = []
        for unsettled in self._session.store.conflicts.all():
            record = self._seen(unsettled.table, unsettled.uid)
            if record is None:
                continue
            fields = [clash_row(unsettled.table, c, values) for c in unsettled.clashes]
            if unsettled.texts:
                fields.append(self._text_row(unsettled.texts, values))
            rows += [self._row(record, field) for field in fields]
        return [*rows, *self._doubled(values)]

    def settle(self, row: ConflictRow, chosen: str) -> None:
        """Let the value with that id hold; both stay in the history.

        What was written elsewhere into an issued opinion, or its second issue, is taken note of:
        the issued text stays. Refused when the conflict is no longer there.
        """
        standing = self._session.store.conflicts.of(row.table, row.uid)
        with self._session.act("resolve") as act:
            if row.field.kind == "text":
                self._settle_text(act, standing, chosen)
                return
            clash = next(
                (
                    c
                    for c in standing.clashes
                    if (c.field, c.kind) == (row.field.name, row.field.kind)
                ),
                None,
            )
            if clash is None:
                raise Refused("conflict_gone")
            settle(act, RECORDS[row.table], row.uid, clash, chosen)
        self._parties.forget()

    def same_parties(self) -> Sequence[tuple[Party, Party]]:
        """Parties that go by the same name and are two records: the same? Nobody merges them but
        an officer."""
        by_name: dict[str, Party] = {}
        found: dict[tuple[str, str], tuple[Party, Party]] = {}
        for party in sorted(self._parties.all().values(), key=lambda p: p.uid):
            for name in filter(None, map(fold, (party.name_ar, party.name_en))):
                other = by_name.setdefault(name, party)
                if other.uid != party.uid:
                    found[other.uid, party.uid] = (other, party)
        return list(found.values())

    def _settle_text(self, act: Act, standing: Unsettled, chosen: str) -> None:
        shown, *others = standing.texts or (None,)
        picked = next((r for r in standing.texts if r.uid == chosen), None)
        if shown is None or picked is None:
            raise Refused("conflict_gone")
        if picked is shown or shown.frozen:
            told = tuple(dict.fromkeys((*shown.settles, *(r.hash for r in others))))
            act.update(Revision, shown.uid, settles=told)
            return
        act.create(
            Revision(
                document=standing.uid,
                number=max(r.number for r in standing.texts) + 1,
                author=self._session.officer.uid,
                at=now(),
                blocks=picked.blocks,
                previous_hash=picked.hash,
                hash=hashlib.sha256((picked.hash + picked.blocks).encode()).hexdigest(),
                settles=tuple(r.hash for r in standing.texts if r is not picked),
            )
        )

    def _text_row(self, texts: Sequence[Revision], values: Values) -> FieldRow:
        heads = tuple(
            HeadRow(
                id=revision.uid,
                text=_excerpt(revision),
                desk="",
                officer=values.officer(revision.author),
                at=revision.at,
                shown=place == 0,
            )
            for place, revision in enumerate(texts)
        )
        return FieldRow("blocks", values.label("revision", "blocks"), "text", heads=heads)

    def _doubled(self, values: Values) -> Sequence[ConflictRow]:
        rows = []
        for same in self._session.store.conflicts.doubled_numbers():
            seen = [d for d in same if d.state != "void" and self._session.access.sees(d)]
            if len(seen) > 1:
                heads = tuple(
                    HeadRow(
                        d.uid,
                        d.subject or d.subject_en,
                        "",
                        values.officer(d.created_by),
                        d.created_at,
                    )
                    for d in seen
                )
                label = values.label("document", "register_number")
                rows.append(
                    self._row(seen[0], FieldRow("register_number", label, "number", heads=heads))
                )
        return rows

    def _row(self, record: Record, field: FieldRow) -> ConflictRow:
        title, number = title_of(record, self._settings.all().lang)
        return ConflictRow(record.uid, record.table, title, number, field)

    def _seen(self, table: str, uid: str) -> Record | None:
        record = self._session.store.read.get(RECORDS[table], uid)
        return record if record is not None and self._session.access.sees(record) else None

    def _values(self) -> Values:
        return Values(self._session, self._parties, self._desks.labels(), self._settings.all().lang)


def _excerpt(revision: Revision) -> str:
    text = "\n".join(block.ar or block.en for block in blocks_from_json(revision.blocks))
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
