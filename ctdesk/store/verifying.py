"""The check of a whole desk: pages, history, records, registers, attachments, index, backups."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctdesk.domain.blocks import blocks_from_json
from ctdesk.domain.errors import AttachmentLostError, StoreError
from ctdesk.store import folder as place
from ctdesk.store.agreeing import altered_texts, disagreeing, pointing_at_nothing
from ctdesk.store.blobs import names_of
from ctdesk.store.checking import IndexCheck, IndexFault
from ctdesk.store.copies import page_faults, read_manifest
from ctdesk.store.errors import translated
from ctdesk.store.following import Broken, verify_chains
from ctdesk.store.noticing import clock_is_behind
from ctdesk.store.numbers import faults_of_numbering
from ctdesk.store.peers import Peers
from ctdesk.store.places import backups_in, ring_of
from ctdesk.store.rows import unpacked
from ctdesk.store.seals import Seals
from ctdesk.store.vault import copies_differ

if TYPE_CHECKING:
    from ctdesk.store.store import Store

Progress = Callable[[str, int, int], bool]
"""Told the part (see `PARTS`), how much of it is done, of how much; False stops."""
PARTS = ("pages", "history", "records", "registers", "index", "files", "backups")
_EXAMPLES = 20


@dataclass(frozen=True)
class Finding:
    """One thing that the check found, under `finding.<code>`; what to do about it stands under
    `finding_remedy.<code>`."""

    code: str
    count: int = 1
    examples: tuple[str, ...] = ()
    """Identities of records or names of files: some of them."""
    grave: bool = True
    """Something is wrong with what the desk holds; else it is worth knowing."""
    mends: bool = False
    """The desk can put it right by itself; see `mending`."""
    values: dict[str, object] = field(default_factory=dict)
    """What the sentence names besides."""


@dataclass(frozen=True)
class Verification:
    """What a check of the whole store found; nothing, when all is well."""

    chains: tuple[Broken, ...] = ()
    pages: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    index: tuple[IndexFault, ...] = ()
    findings: tuple[Finding, ...] = ()
    stopped: bool = False
    """Not everything was looked at."""

    @property
    def sound(self) -> bool:
        return not (
            self.chains
            or self.pages
            or self.attachments
            or self.index
            or any(finding.grave for finding in self.findings)
        )


class Check:
    """One check of an open desk, through its connection."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._connection = store.read.connection
        self._progress = progress
        self._pages: list[str] = []
        self._chains: list[Broken] = []
        self._attachments: list[str] = []
        self._index: tuple[IndexFault, ...] = ()
        self._findings: list[Finding] = []
        self._stopped = False

    def run(self) -> Verification:
        """Look at everything. A damaged database is told of, and what it hides is passed over."""
        for part in PARTS:
            if not self._stopped:
                self._tell(part, 0, 1)
                self._look_at(part)
                self._tell(part, 1, 1)
        return Verification(
            tuple(self._chains),
            tuple(self._pages),
            tuple(self._attachments),
            self._index,
            tuple(self._findings),
            self._stopped,
        )

    def _look_at(self, part: str) -> None:
        try:
            with translated():
                getattr(self, f"_{part}_part")()
        except StoreError as error:
            if error.code == "check_stopped":
                self._stopped = True
            elif self._pages or error.code == "store_damaged":
                # Once the engine has met damage it may refuse anything.
                self._pages += [] if self._pages else [str(error.values.get("detail", part))]
            else:
                raise

    def _tell(self, part: str, done: int, total: int) -> None:
        if not self._stopped and not self._progress(part, done, total):
            self._stopped = True

    def _told(self, part: str) -> Callable[[int, int], bool]:
        def told(done: int, total: int) -> bool:
            self._tell(part, done, total)
            return not self._stopped

        return told

    def _add(self, code: str, examples: list[str], **kept: object) -> None:
        if examples:
            found = Finding(code, len(examples), tuple(examples[:_EXAMPLES]), **kept)  # type: ignore[arg-type]
            self._findings.append(found)

    @property
    def _merged(self) -> bool:
        """Whether records of other desks came in: then what they name may not have come."""
        query = "SELECT count(*) FROM peer"
        return bool(self._connection.execute(query).fetchone()[0])

    def _pages_part(self) -> None:
        told = self._told("pages")
        self._pages += page_faults(self._connection, lambda _step, done, total: told(done, total))

    def _history_part(self) -> None:
        self._chains += verify_chains(self._connection)
        self._chains += Peers(self._connection).broken_entries()
        if clock_is_behind(self._connection):
            self._findings.append(Finding("clock", grave=False))

    def _records_part(self) -> None:
        differ = disagreeing(self._connection, self._told("records"))
        self._add("differs", [f"{table}/{uid}" for table, uid in differ])
        texts = altered_texts(self._connection)
        if texts:
            self._findings.append(Finding("text_altered", texts))
        strays = [f"{table}/{uid}" for table, _field, uid in pointing_at_nothing(self._connection)]
        strays += [f"revision/{uid}" for uid in self._sourceless()]
        self._add("points_at_nothing", strays, grave=not self._merged)

    def _sourceless(self) -> Iterator[str]:
        """Revisions with a source in a document that is not there."""
        known = {row[0] for row in self._connection.execute("SELECT uid FROM document")}
        rows = self._connection.execute(
            "SELECT r.uid, b.text FROM revision AS r JOIN body AS b ON b.hash = r.blocks"
        )
        for uid, text in rows:
            try:
                blocks = blocks_from_json(unpacked(text))
            except (StoreError, ValueError):
                # It is counted among the altered texts.
                continue
            if any(source.document not in known for block in blocks for source in block.sources):
                yield uid

    def _registers_part(self) -> None:
        for wrong in faults_of_numbering(self._connection):
            values: dict[str, object] = {"register": wrong.register, "year": wrong.year}
            missing = [str(number) for number in wrong.missing]
            self._add("gap", missing, grave=not self._merged, values=values)
            self._add("double", list(wrong.doubled), values=values)

    def _index_part(self) -> None:
        self._index = IndexCheck(self._store.read, self._told("index")).faults()

    def _files_part(self) -> None:
        blobs, told = self._store.blobs, self._told("files")
        rows = self._connection.execute("SELECT uid, blob, sha256 FROM attachment").fetchall()
        for done, (uid, blob, digest) in enumerate(rows, 1):
            if not self._holds(blob, digest):
                self._attachments.append(uid)
            if not told(done, len(rows)):
                return
        named = names_of(self._connection)
        attached = {row[1] for row in rows}
        others = [name for name in sorted(named - attached) if not self._holds(name, "")]
        self._add("file_lost", others)
        strays = sorted({path.name for path in blobs.paths()} - named)
        self._add("stray_file", strays, grave=False, mends=True)
        if copies_differ(self._store.folder):
            self._findings.append(Finding("vault_copy", grave=False, mends=True))
        if not (self._store.folder / place.BALLAST).exists():
            self._findings.append(Finding("ballast", grave=False, mends=True))

    def _holds(self, blob: str, digest: str) -> bool:
        try:
            data = self._store.blobs.get(blob)
        except AttachmentLostError:
            return False
        return not digest or hashlib.sha256(data).hexdigest() == digest

    def _backups_part(self) -> None:
        """The ends of the chains that left with a backup must still be entries of the chains."""
        copies = backups_in(ring_of(self._store.folder))
        seals = Seals(self._connection)
        keys = self._store.unlocked.keys
        for copied in copies:
            told = read_manifest(copied.folder, keys)
            if told is None:
                self._add("backup_unreadable", [copied.folder.name], grave=False)
            elif any(seals.forgotten(seal) for seal in told.facts.seals):
                self._add("history_cut", [copied.folder.name], values={"at": copied.at})
