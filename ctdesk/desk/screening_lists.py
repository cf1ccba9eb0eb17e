"""The lists in force: looked at before they are imported, imported in one act, never overwritten.

    lists.in_force()                    -> [InForce]       name, day, hash, counts
    lists.preview(path, as_, dated)     -> Preview         what a file would change; writes nothing
    lists.apply(preview)                -> Applied         one act: all of it or nothing
    lists.add_narratives(path)          -> int             reasons for listing, beside the list
    lists.template(language)            -> bytes           a national list to fill in (.xlsx)
    lists.settle_in(act)                                   after a pack: bring the entries up

`preview` may run on a worker's Desk and `apply` on another one: a Preview holds no connection.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from ctdesk.desk.leaving import write_whole
from ctdesk.desk.screening_fields import fields_of_entry
from ctdesk.desk.screening_history import Edition, standings
from ctdesk.desk.screening_rows import Applied, InForce, Preview
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import ListEntry, ListImport, ListVersion, Match
from ctdesk.domain.terms import Language
from ctdesk.screening.lists import (
    Difference,
    Listed,
    ListFile,
    compare,
    national_template,
    read_list,
)
from ctdesk.screening.lists.kinds import MOST_BYTES
from ctdesk.screening.lists.narratives import read_narratives
from ctdesk.screening.lists.ofac import ADDRESSES, ALIASES
from ctdesk.store.acting import Act
from ctdesk.store.screening import ImportHead, ScreeningReader

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

_SPACE = UUID("5a0d6f3e-7c1b-5e0a-9b54-2d1f4c7e8a90")
"""The same entry, or wording, has the same identity at every desk: packs then bring no doubles."""
_LEAST_LEFT = 2 / 3


def entry_uid(list_: str, permanent_id: str) -> str:
    """The identity of an entry's record at every desk."""
    return str(uuid5(_SPACE, f"{list_}/{permanent_id}"))


class ListKeeping:
    """The desk's sanctions lists."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read = ScreeningReader(session.store.read)

    def in_force(self) -> Sequence[InForce]:
        """The newest file of every list."""
        heads = self._read.imports()
        newest = {head.list: head for head in heads}
        return [
            InForce(
                uid=head.uid,
                list=head.list,
                date=head.date,
                sha256=head.sha256,
                file_name=head.file_name,
                entries=head.entries,
                imported_at=head.imported_at,
                imported_by=head.imported_by,
                files=sum(other.list == head.list for other in heads),
                delisted=sum(bool(row[2]) for row in self._read.state(head.list).values()),
            )
            for head in newest.values()
        ]

    def files(self, list_: str) -> Sequence[ImportHead]:
        """Every file of a list that the desk has, the newest first."""
        return [head for head in reversed(self._read.imports()) if head.list == list_]

    def preview(self, path: Path, *, as_: str = "", dated: str = "") -> Preview:
        """What a file would change. BadInput for one that isn't a whole list.

        `as_` says which list it is, where the file doesn't; `dated` (ISO) of which day, for one
        that doesn't tell: of a national list or OFAC's, which never do, otherwise today.
        """
        self._session.check_right("lists")
        data = _bytes_of(path)
        siblings = (path.with_name(name) for name in (ALIASES, ADDRESSES))
        beside = {each.name: _bytes_of(each) for each in siblings if each.is_file()}
        today = self._session.today().isoformat()
        file = read_list(data, path.name, as_=as_, dated=dated, today=today, beside=beside)
        return self.previewed(file, path.name)

    def previewed(self, file: ListFile, name: str) -> Preview:
        """`preview` of a file that was read already."""
        heads = [head for head in self._read.imports() if head.list == file.list]
        own = (file.date, file.generated)
        known = next((head for head in heads if head.sha256 == file.sha256), None)
        others = [head for head in heads if head is not known]
        earlier = [head for head in others if head.order[:2] <= own]
        later = [head for head in others if head.order[:2] > own]
        older = bool(later)
        if older:
            difference = compare(file.entries, self._state_of(later[0]))
            before, after = file.date, later[0].date
        else:
            held = self._state_of(earlier[-1]) if earlier else []
            difference = compare(held, file.entries)
            before, after = (earlier[-1].date if earlier else ""), file.date
        notes = [*file.notes]
        if known:
            notes.append("known")
        if older:
            notes.append("older")
        elif not known and earlier and earlier[-1].date == file.date:
            notes.append("same_day")
        last = earlier[-1].entries if earlier else 0
        return Preview(
            file=file,
            file_name=name,
            difference=difference if not known else Difference(),
            before=before,
            after=after,
            older=older,
            known=known is not None,
            shrunk=not known and len(file.entries) < last * _LEAST_LEFT,
            notes=tuple(notes),
            in_force=heads[-1].date if heads else "",
        )

    def apply(self, preview: Preview, *, shrunk_is_right: bool = False) -> Applied:
        """Take a list in, in one act; of an older one only its entries' history grows.

        Refused("list_shrunk") for a list that lost more than a third of its entries, unless the
        officer says that this is right.
        """
        self._session.check_right("lists")
        file = preview.file
        if preview.shrunk and not shrunk_is_right:
            raise Refused(
                "list_shrunk",
                count=len(file.entries),
                before=len(file.entries) + len(preview.difference.removed),
                date=preview.before,
            )
        known = [head for head in self._read.imports() if head.sha256 == file.sha256]
        if known:
            return Applied(known[0].uid, 0, 0, 0, 0, preview.notes)
        with self._session.act("import_list") as act:
            record = act.create(
                ListImport(
                    list=file.list,
                    date=file.date,
                    generated=file.generated,
                    sha256=file.sha256,
                    file_name=preview.file_name,
                    entries=len(file.entries),
                    manifest=json.dumps(file.manifest, separators=(",", ":")),
                )
            )
            self._keep_wordings(act, file)
            reopened = self._settle(act, file.list)
            act.note("import_list", uid=record.uid, sha256=file.sha256, entries=len(file.entries))
        came = Difference() if preview.older else preview.difference
        counts = len(came.added), len(came.removed), len(came.changed)
        return Applied(record.uid, *counts, reopened, preview.notes)

    def settle_in(self, act: Act) -> None:
        """Bring the entries up to the list files that are here: in the act that brought some from
        another desk."""
        for list_ in sorted({head.list for head in self._read.imports()}):
            self._settle(act, list_)

    def add_narratives(self, path: Path) -> int:
        """Keep the reasons for listing of a file with the entries of that reference; how many."""
        self._session.check_right("lists")
        told = {one.reference: one for one in read_narratives(_bytes_of(path))}
        kept = 0
        with self._session.act("narratives") as act:
            for reference, narrative in told.items():
                for entry in act.read.where(ListEntry, reference=reference):
                    fields = {"narrative": narrative.text, "narrative_on": narrative.updated}
                    act.update(ListEntry, entry.uid, **fields)
                    kept += 1
        return kept

    def template(self, language: Language) -> bytes:
        """A national list to fill in, as the bytes of an `.xlsx`."""
        return national_template(language)

    def write_template(self, path: Path, language: Language) -> Path:
        """`template`, as a file. BadInput when it can't be written."""
        write_whole(path, self.template(language))
        return path

    def _state_of(self, head: ImportHead) -> list[Listed]:
        """The entries of a file as it said them."""
        manifest = self._read.manifest(head.manifest)
        contents = self._read.wordings_of(head.list, manifest.values())
        return [
            Listed(head.list, permanent_id, json.loads(contents[permanent_id, version]))
            for permanent_id, version in manifest.items()
        ]

    def _keep_wordings(self, act: Act, file: ListFile) -> None:
        """Records for entries and wordings that this desk doesn't have yet."""
        known = self._read.state(file.list)
        wordings = self._read.known_wordings(file.list)
        for listed in file.entries:
            uid = entry_uid(file.list, listed.permanent_id)
            if listed.permanent_id not in known:
                fields = fields_of_entry(listed, file.sha256)
                act.create(
                    ListEntry(uid=uid, list=file.list, permanent_id=listed.permanent_id, **fields)
                )
            if (listed.permanent_id, listed.hash) not in wordings:
                act.create(
                    ListVersion(
                        uid=str(uuid5(_SPACE, f"{uid}/{listed.hash}")),
                        entry=uid,
                        hash=listed.hash,
                        content=json.dumps(listed.said, ensure_ascii=False),
                    )
                )

    def _settle(self, act: Act, list_: str) -> int:
        """Let every entry's record show how it stands by the files that are here; how many
        decisions are open again."""
        heads = [head for head in self._read.imports() if head.list == list_]
        editions = [Edition(h.uid, h.date, self._read.manifest(h.manifest)) for h in heads]
        hashes = {head.uid: head.sha256 for head in heads}
        wanted, held = standings(editions), self._read.state(list_)
        differing = {
            permanent_id: standing
            for permanent_id, standing in wanted.items()
            if held[permanent_id][1:]
            != (standing.version, standing.delisted_on, hashes[standing.edition])
        }
        contents = self._read.wordings_of(list_, (s.version for s in differing.values()))
        reopened = 0
        for permanent_id, standing in differing.items():
            uid = held[permanent_id][0]
            content = contents[permanent_id, standing.version]
            listed = Listed(list_, permanent_id, json.loads(content))
            fields = fields_of_entry(listed, hashes[standing.edition])
            act.update(ListEntry, uid, delisted_on=standing.delisted_on, **fields)
            reopened += self._reopen(act, uid, standing.version)
        return reopened

    def _reopen(self, act: Act, entry: str, version: str) -> int:
        """Decisions about an entry hold for what it said then: they are open again."""
        reopened = 0
        for match in act.read.where(Match, entry=entry):
            decided = match.state in ("excluded", "confirmed") or match.proposed
            if decided and match.version != version:
                act.update(
                    Match, match.uid, state="candidate", proposed="", by="", second_by="",
                    remembered="",
                )  # fmt: skip
                reopened += 1
        return reopened


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.exists():
            raise BadInput("file_missing", path=str(path))
        if path.stat().st_size > MOST_BYTES:
            raise BadInput("list_too_large", most=MOST_BYTES // 1024 // 1024)
        return path.read_bytes()
    except OSError as error:
        raise BadInput("file_unreadable", file=path.name) from error
