"""Files as they arrive: read apart, confirmed by an officer, registered; or many at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ctdesk.desk.documents import Documents
from ctdesk.desk.parties import Parties
from ctdesk.desk.rows import ImportResult, NewFile, Registered
from ctdesk.desk.session import Session
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Attachment, Document
from ctdesk.intake.draft import AttachedFile, Draft, Proposal
from ctdesk.intake.formats import READABLE, media_type
from ctdesk.intake.isolation import content_of_file
from ctdesk.intake.jsonl import read_jsonl
from ctdesk.intake.names import safe_name
from ctdesk.intake.propose import proposed
from ctdesk.intake.read import IsolatedReader, read_file

Progress = Callable[[int, int | None, Registered | None], bool]
"""Told how many are done, of how many (if known), and which was just registered; False stops."""

_BATCH = 1000
"""Documents a transaction in a bulk import: large enough to spare syncs, small enough to resume."""
_NAMED = {"from": "sender", "to": "addressees", "copies": "copies"}


class Intake:
    """What arrives at the desk."""

    def __init__(self, session: Session, documents: Documents, parties: Parties) -> None:
        self._session = session
        self._documents = documents
        self._parties = parties

    def read(self, path: Path, encoding: str = "") -> Sequence[Draft]:
        """What a file says, for an officer to confirm; nothing is registered."""
        return read_file(path, encoding)

    def as_it_is(self, path: Path) -> NewFile:
        """A file to be kept with a document without being read; BadInput when it can't be."""
        name = safe_name(path.name)
        return NewFile(name, media_type(name), content_of_file(path))

    def extensions(self) -> Sequence[str]:
        """Extensions of the files that can be read, and of registers of reports."""
        return (*READABLE, "jsonl")

    def proposals(self, text: str) -> Sequence[Proposal]:
        """What the head of a text proposes for the fields of its document."""
        return tuple(proposed(text)) if text.strip() else ()

    def document_of(self, draft: Draft) -> tuple[Document, dict[str, Any]]:
        """A draft as a document without parties, and the names of its parties."""
        fields: dict[str, Any] = {}
        named: dict[str, Any] = {}
        for key, value in draft.fields.items():
            if key in _NAMED:
                named[_NAMED[key]] = value
            else:
                spec = field_of(Document, key)
                fields[spec.name] = tuple(value) if spec.several else value
        return Document(**fields), named

    def register(self, draft: Draft) -> Document:
        """Register a draft that an officer said yes to, with its original and attachments."""
        document, named = self.document_of(draft)
        return self._documents.register(document, **named, attachments=_files(draft))

    def import_paths(
        self,
        paths: Iterable[Path],
        *,
        keep_going: bool = False,
        progress: Progress = lambda _done, _total, _last: True,
    ) -> ImportResult:
        """Register files, folders of files and `.jsonl` of reports, without asking.

        Of several files each that can't be taken is told in the result and the others go on; a
        file given alone is refused by raising. A file whose bytes were registered before is
        skipped. A `.jsonl` is checked whole before its first line is registered; with
        `keep_going` its wrong lines are told and left out.
        """
        given = list(_walked(paths))
        tally = _Tally(progress)
        tally.total = len(given) if len(given) > 1 else None
        with IsolatedReader() as reader:
            for path in given:
                try:
                    self._import_one(path, reader, keep_going, tally)
                except CtdeskError as error:
                    if len(given) == 1 and not keep_going:
                        raise
                    tally.refused.append((path.name, error))
                if tally.cancelled:
                    break
        if tally.done > _BATCH:
            self._session.store.optimize()
        return ImportResult(
            tally.done, tuple(tally.refused), tally.duplicates, tally.skipped, tally.cancelled
        )

    def _import_one(
        self, path: Path, reader: IsolatedReader, keep_going: bool, tally: _Tally
    ) -> None:
        if path.suffix.lower() == ".jsonl":
            lines = read_jsonl(path, keep_going=keep_going)
            tally.total = lines.total
            self._import_drafts(lines, tally)
            tally.refused += [(path.name, error) for error in lines.refusals]
            return
        for draft in reader.read(path):
            refusal = _refusal_of(draft)
            if refusal is None:
                self._register_batch([draft.accepted()], tally)
            else:
                tally.refused.append((draft.source, refusal))

    def _import_drafts(self, drafts: Iterator[Draft], tally: _Tally) -> None:
        batch: list[Draft] = []
        for draft in drafts:
            batch.append(draft)
            if len(batch) == _BATCH:
                self._register_batch(batch, tally)
                batch = []
                if tally.cancelled:
                    return
        if batch:
            self._register_batch(batch, tally)

    def _register_batch(self, batch: Sequence[Draft], tally: _Tally) -> None:
        fresh = [draft for draft in batch if not self._is_registered(draft)]
        tally.skipped += len(batch) - len(fresh)
        if fresh:
            self._register_fresh(fresh, tally)

    def _is_registered(self, draft: Draft) -> bool:
        """Whether a document was registered from the very same file before."""
        if draft.original is None:
            return False
        digest = hashlib.sha256(draft.original.data).hexdigest()
        return self._session.store.read.count(Attachment, sha256=digest, original=1) > 0

    def _register_fresh(self, batch: Sequence[Draft], tally: _Tally) -> None:
        kept = [self._documents.keep_files(_files(draft)) for draft in batch]
        registered = []
        try:
            with self._session.act("import") as act:
                for draft, files in zip(batch, kept, strict=True):
                    document, named = self.document_of(draft)
                    document = self._documents.register_in(act, document, **named, files=files)
                    tally.duplicates += self._is_duplicate(document)
                    registered.append(
                        Registered(document.uid, document.register_number, draft.source)
                    )
                act.note("import", count=len(registered))
        except BaseException:
            self._parties.forget()
            raise
        for one in registered:
            tally.add(one)

    def _is_duplicate(self, document: Document) -> bool:
        if not document.their_number:
            return False
        same = self._session.access.where(
            Document,
            their_number=document.their_number,
            their_date=document.their_date,
            sender=document.sender,
        )
        return any(other.uid != document.uid for other in same)


class _Tally:
    """How far an import got."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.total: int | None = None
        self.done = 0
        self.duplicates = 0
        self.skipped = 0
        self.cancelled = False
        self.refused: list[tuple[str, CtdeskError]] = []

    def add(self, registered: Registered) -> None:
        self.done += 1
        if not self._progress(self.done, self.total, registered):
            self.cancelled = True


def _refusal_of(draft: Draft) -> BadInput | None:
    """Why a file in an archive could not be read; None for one that was."""
    for note in draft.notes:
        if note.code.startswith("error."):
            return BadInput(note.code.removeprefix("error."), **note.values)
    return None


def _files(draft: Draft) -> list[NewFile]:
    original = [_new_file(draft.original, original=True)] if draft.original else []
    return original + [_new_file(file) for file in draft.attachments]


def _new_file(file: AttachedFile, *, original: bool = False) -> NewFile:
    return NewFile(file.name, file.media_type, file.data, original)


def _walked(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file())
        elif path.exists():
            yield path
        else:
            raise BadInput("file_missing", path=str(path))
