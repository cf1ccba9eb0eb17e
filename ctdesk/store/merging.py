"""The merge: entries of other desks' change logs enter ours, and the records they touch are made
anew from all that is now known of them.

Nothing is ever taken out. The result is a function of the set of entries (`store/deriving.py`), so
the order in which packs come, their loss and their repetition do not matter. Everything happens in
the caller's act: log, rows, index and conflicts agree, or nothing was merged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ctdesk.domain.errors import Refused
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS, Document, Record, Revision
from ctdesk.store.acting import Act
from ctdesk.store.changes import NO_HASH, Entry
from ctdesk.store.deriving import Clash, Derived, derive, stored_row
from ctdesk.store.entries import COLUMNS, entries_by_id, entries_of, issuer_of, own_devices
from ctdesk.store.reading import kind_of
from ctdesk.store.rows import record_of
from ctdesk.store.unsettled import has_two_texts, mark_unsettled

_MANY = 500
"""Records made anew at a time: some megabytes of text."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry, the hash that it follows upon, and its own device's signature."""

    entry: Entry
    previous: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Touched:
    """What a merge does to one record; `before` is None for a new one."""

    before: Record | None
    after: Record
    here: bool
    """This desk holds changes to it that the other desk did not know."""
    there: bool
    """The pack brought changes to it."""
    clashes: tuple[Clash, ...]

    @property
    def table(self) -> str:
        return self.after.table

    @property
    def uid(self) -> str:
        return self.after.uid


@dataclass
class Merged:
    """What a merge did, record by record."""

    entries: int = 0
    records: list[Touched] = field(default_factory=list)

    def documents(self) -> list[Document]:
        """The documents that it touched, as they now are."""
        return [t.after for t in self.records if t.there and isinstance(t.after, Document)]


class Merging:
    """One merge, within an act."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._connection = act.read.connection
        self._merged = Merged()

    def take(self, sealed: Sequence[Sealed], bodies: Mapping[str, bytes]) -> Merged:
        """Enter the entries that are not known yet and make their records anew.

        `bodies` are long texts by hash, as the store keeps them. Raises Refused, and then the act
        must not be kept, for a history that contradicts the one which is known.
        """
        fresh = self._unknown(sealed)
        self._check_bases(fresh)
        self._connection.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", bodies.items())
        self._connection.executemany(
            f"INSERT INTO change ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*each.entry.parts, each.entry.hash) for each in fresh),
        )
        self._connection.executemany(
            "INSERT INTO entry_seal VALUES (?, ?, ?, ?)",
            ((e.entry.device, e.entry.seq, e.previous, e.signature) for e in fresh),
        )
        if fresh:
            self._act.meet(max(each.entry.hlc for each in fresh))
        self._merged.entries = len(fresh)
        self._make_anew([each.entry for each in sealed], [each.entry for each in fresh])
        return self._merged

    def _unknown(self, sealed: Sequence[Sealed]) -> list[Sealed]:
        """The entries that this desk lacks; Refused("pack_forked") where both know an entry and
        differ, or the entries beside it say otherwise."""
        places = {(each.entry.device, each.entry.seq) for each in sealed}
        beside = {(d, s + step) for d, s in places for step in (-1, 1)}
        known = {e.id: e for e in entries_by_id(self._connection, places | beside)}
        previous = self._previous_of(known.values())
        given = {each.entry.id: each.entry.hash for each in sealed}
        fresh = []
        for each in sealed:
            entry = each.entry
            if entry.id in known:
                if known[entry.id].hash != entry.hash:
                    raise Refused("pack_forked", device=entry.device, seq=entry.seq)
                continue
            if entry.device == self._act.device:
                raise Refused("pack_own_history", seq=entry.seq)
            before, after = f"{entry.device}/{entry.seq - 1}", f"{entry.device}/{entry.seq + 1}"
            standing = given.get(before) or (known[before].hash if before in known else None)
            if entry.seq == 1:
                standing = NO_HASH
            if standing is not None and standing != each.previous:
                raise Refused("pack_forked", device=entry.device, seq=entry.seq)
            if previous.get(after, entry.hash) != entry.hash:
                raise Refused("pack_forked", device=entry.device, seq=entry.seq)
            fresh.append(each)
        return fresh

    def _previous_of(self, entries: Iterable[Entry]) -> dict[str, bytes]:
        rows = self._connection.execute(
            "SELECT s.device, s.seq, s.previous FROM json_each(?) AS wanted JOIN entry_seal AS s"
            " ON s.device = json_extract(wanted.value, '$[0]')"
            " AND s.seq = json_extract(wanted.value, '$[1]')",
            (json.dumps([(e.device, e.seq) for e in entries]),),
        )
        return {f"{device}/{seq}": previous for device, seq, previous in rows}

    def _check_bases(self, fresh: Sequence[Sealed]) -> None:
        """Refused unless all that an entry replaces is known, earlier, and of the same record."""
        rows = {each.entry.row_id: each.entry.table for each in fresh}
        standing = entries_of(self._connection, rows)
        known = {e.id: e for entries in standing.values() for e in entries}
        known |= {each.entry.id: each.entry for each in fresh}
        born = {e.row_id: e.table for e in known.values() if not e.field}
        for each in fresh:
            entry = each.entry
            if born.get(entry.row_id) != entry.table:
                raise Refused("pack_incomplete")
            for base in entry.bases:
                earlier = known.get(base)
                if earlier is None:
                    raise Refused("pack_incomplete")
                if earlier.row_id != entry.row_id or earlier.hlc >= entry.hlc:
                    raise Refused("pack_altered")

    def _make_anew(self, sent: Sequence[Entry], fresh: Sequence[Entry]) -> None:
        """Make anew the records that new entries touch; look at the others that were sent."""
        ids = {entry.id for entry in sent}
        tables = {entry.row_id: entry.table for entry in sent}
        changed = {entry.row_id for entry in fresh}
        more = self._revisions_of_issued(fresh)
        tables |= dict.fromkeys(more, "revision")
        changed |= set(more)
        order = sorted(tables, key=lambda uid: (_ORDER.index(tables[uid]), uid))
        pending: list[tuple[Record, Record | None]] = []
        for start in range(0, len(order), _MANY):
            batch = order[start : start + _MANY]
            for touched in self._derived(batch, tables, changed, ids):
                self._merged.records.append(touched)
                if touched.there and touched.after != touched.before:
                    pending.append((touched.after, touched.before))
        self._act.put_merged(pending)
        self._note_numbers(pending)
        self._mark()

    def _mark(self) -> None:
        """Note in which of the records, and of the opinions whose texts came, something clashes."""
        there = [t for t in self._merged.records if t.there]
        clashing = {t.uid: (t.table, bool(t.clashes)) for t in there}
        for document in {t.after.document for t in there if isinstance(t.after, Revision)}:
            if has_two_texts(self._connection, document):
                clashing[document] = ("document", True)
        mark_unsettled(self._connection, clashing)

    def _derived(
        self,
        batch: Sequence[str],
        tables: Mapping[str, str],
        changed: set[str],
        sent: set[str],
    ) -> Iterable[Touched]:
        read, own = self._act.read, own_devices(self._connection)
        entries = entries_of(self._connection, batch)
        made: list[tuple[str, Derived]] = []
        for uid in batch:
            kind, issuer = kind_of(tables[uid]), ""
            if kind is Revision:
                issuer = issuer_of(self._connection, _document_of(entries[uid]))
            made.append((uid, derive(kind, entries[uid], own=own, issuer=issuer)))
        bodies = read.bodies(
            value["body"]
            for _, derived in made
            for value in derived.values.values()
            if isinstance(value, dict)
        )
        before: dict[str, Record] = {}
        for table in {tables[uid] for uid in batch}:
            uids = [uid for uid in batch if tables[uid] == table]
            before |= read.get_many(kind_of(table), uids)
        for uid, derived in made:
            kind = kind_of(tables[uid])
            after = record_of(kind, stored_row(kind, uid, derived), bodies)
            here = any(entry.id not in sent for entry in entries[uid])
            standing = before.get(uid)
            yield Touched(standing, after, here, uid in changed, derived.clashes)

    def _revisions_of_issued(self, fresh: Sequence[Entry]) -> list[str]:
        """The revisions, here already, of opinions whose state the pack tells of."""
        opinions = {e.row_id for e in fresh if e.table == "document" and e.field == "state"}
        rows = self._connection.execute(
            "SELECT uid FROM revision WHERE document IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(opinions)),),
        )
        return [uid for (uid,) in rows]

    def _note_numbers(self, pending: Sequence[tuple[Record, Record | None]]) -> None:
        """Numbers that other desks' changes took off our records stay given."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO number_gone VALUES (?, ?, ?, ?, ?)",
            [
                (was.uid, was.register, was.register_year, was.register_seq, was.register_number)
                for now, was in pending
                if isinstance(was, Document)
                and isinstance(now, Document)
                and was.register_number
                and was.register_number != now.register_number
            ],
        )


_ORDER = tuple(RECORDS)


def _document_of(entries: Sequence[Entry]) -> str:
    birth = next(entry for entry in entries if not entry.field)
    return str(json.loads(birth.value).get("document", ""))


def long_texts_of(entry: Entry) -> Iterable[str]:
    """The hashes of the long texts that an entry names; Refused for one that isn't well made."""
    kind = kind_of(entry.table)
    wide = {spec.name for spec in fields_of(kind) if spec.wide}
    value = json.loads(entry.value)
    values = {entry.field: value} if entry.field else value
    for name in wide & values.keys():
        if values[name]:
            yield values[name]["body"]
