"""The queue of what arrived: read in the background, registered by a person's yes, one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uuid_utils import uuid7

from ctdesk.desk.waiting import (
    Arrival,
    KeptFile,
    QueueRow,
    Taken,
    arrival_of,
    content_of,
    head_of,
    refusal_head,
    row_of,
)
from ctdesk.domain.errors import AttachmentLostError, BadInput, Refused
from ctdesk.domain.records import Document
from ctdesk.intake.draft import AttachedFile, Draft, Note
from ctdesk.intake.formats import media_type
from ctdesk.intake.isolation import content_of_file
from ctdesk.intake.names import safe_name
from ctdesk.intake.propose import proposed
from ctdesk.intake.read import IsolatedReader
from ctdesk.intake.readers.txt import previews
from ctdesk.intake.recognition import SECONDS_A_PAGE, program, recognised
from ctdesk.store.incoming import WaitingFile

if TYPE_CHECKING:
    from ctdesk.desk.documents import Documents
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.sameness import Sameness
    from ctdesk.desk.session import Session

Progress = Callable[[int, int], bool]
"""Told how many are done, of how many; False stops."""


class Incoming:
    """What arrived and is not registered yet."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        parties: Parties,
        sameness: Sameness,
    ) -> None:
        self._session = session
        self._queue = session.store.incoming
        self._documents = documents
        self._parties = parties
        self._sameness = sameness

    def take(self, paths: Iterable[Path], progress: Progress = lambda _done, _total: True) -> Taken:
        """Keep files, and the files of folders, in the queue; none is opened yet.

        From here on a crash loses none of them. A file whose bytes wait already is left out, and
        so are the desk's own files where they lie in such a folder.
        """
        own = self._session.store.folder.resolve()
        wanted = [path for path in _files_of(paths) if own not in path.resolve().parents]
        added, known, refused = 0, [], []
        for done, path in enumerate(wanted, start=1):
            try:
                if self._keep(path):
                    added += 1
                else:
                    known.append(path.name)
            except BadInput as error:
                refused.append((path.name, error))
            if not progress(done, len(wanted)):
                break
        return Taken(added, tuple(known), tuple(refused))

    def read_waiting(self, progress: Progress = lambda _done, _total: True) -> int:
        """Read every file that waits to be read; how many were. What is stopped waits on."""
        waiting = [file for file in self._seen() if file.state == "waiting"]
        with IsolatedReader() as reader:
            for done, file in enumerate(waiting, start=1):
                self._read(file, reader)
                if not progress(done, len(waiting)):
                    return done
        return len(waiting)

    def rows(self, *, aside: bool = False) -> Sequence[QueueRow]:
        """The queue in order of arrival with what the registers say of each file; or what was
        set aside."""
        held = self._seen()
        files = [file for file in held if (file.state == "aside") == aside]
        return self._sameness.marked(files, held)

    def count(self) -> int:
        """How many files wait for a person."""
        return sum(file.state != "aside" for file in self._seen())

    def unread(self) -> int:
        """How many files wait to be read."""
        return sum(file.state == "waiting" for file in self._seen())

    def open(self, uid: str) -> Arrival:
        """A file of the queue with what was read from it. Refused when it is not there."""
        file = self._get(uid)
        (row,) = self._sameness.marked([file], self._seen())
        return arrival_of(file, row)

    def data(self, uid: str) -> bytes:
        """The bytes of a file of the queue, exactly as they came; handing them out is recorded."""
        data = self._session.store.blobs.get(self._get(uid).blob)
        with self._session.act("open_incoming") as act:
            act.note("open_incoming", uid=uid)
        return data

    def keep(self, uid: str, edits: Mapping[str, Any]) -> None:
        """Keep what an officer wrote of a file so far, where no crash reaches it.

        `edits["head"]` are the fields that a line of the queue shows; the rest is the form's own.
        """
        head = json.loads(self._get(uid).head) | dict(edits.get("head", {}))
        self._queue.write(
            uid,
            head=json.dumps(head, ensure_ascii=False),
            edits=json.dumps(dict(edits), ensure_ascii=False),
        )

    def register(
        self,
        uid: str,
        document: Document,
        *,
        sender: str | None = None,
        addressees: Sequence[str] | None = None,
        copies: Sequence[str] | None = None,
    ) -> Document:
        """Register a document from a file of the queue, with the file and all that came with it.

        A document with an officer is referred to that officer. The file leaves the queue in the
        same act.
        """
        file = self._get(uid)
        arrival = arrival_of(file, row_of(file))
        original = KeptFile(file.name, file.media_type, file.size, file.sha256, file.blob)
        files = [original.attachment(original=True)]
        files += [each.attachment() for each in arrival.attachments]
        try:
            with self._session.act("register") as act:
                made = self._documents.register_in(
                    act, document, sender=sender, addressees=addressees, copies=copies, files=files
                )
                act.take_from_queue(uid)
        except BaseException:
            self._parties.forget()
            raise
        return made

    def set_aside(self, uids: Collection[str]) -> None:
        """These need no registering; they stay within reach until they are dropped."""
        for uid in uids:
            self._queue.write(self._get(uid).uid, state="aside")

    def bring_back(self, uids: Collection[str]) -> None:
        """Put what was set aside back into the queue, as it stood."""
        for uid in uids:
            file = self._get(uid)
            refused = "refused" in json.loads(file.head)
            state = "refused" if refused else "read" if file.content else "waiting"
            self._queue.write(uid, state=state)

    def drop(self, uids: Collection[str]) -> None:
        """Give up files for good; that so many were is recorded."""
        given_up = [self._get(uid).uid for uid in uids]
        with self._session.act("drop_incoming") as act:
            act.note("drop_incoming", count=len(given_up))
        self._queue.drop(given_up)

    def assign(self, uid: str, officer: str) -> None:
        """To whom the document goes once it is registered."""
        head = json.loads(self._get(uid).head) | {"officer": officer}
        self._queue.write(uid, head=json.dumps(head, ensure_ascii=False))

    def previews(self, uid: str) -> Sequence[tuple[str, str]]:
        """The beginning of a plain text in each encoding, the likeliest first."""
        return previews(self.data(uid))

    def read_again(self, uid: str, encoding: str) -> None:
        """Read a plain text in the encoding that an officer chose; what was written of it goes."""
        with IsolatedReader() as reader:
            self._read(self._get(uid), reader, encoding)

    def pages_to_recognise(self, uid: str) -> int:
        """How many pages of a file have no text and could be recognised on this machine; 0 for
        none. Each takes about `recognition.SECONDS_A_PAGE`."""
        file = self._get(uid)
        notes = json.loads(file.head).get("notes", ())
        if not any(note.startswith("scan") for note in notes) or program() is None:
            return 0
        with IsolatedReader() as reader:
            return reader.count_pages(self.data(uid))

    def recognise(self, uid: str, progress: Progress = lambda _done, _total: True) -> None:
        """Have the text of a scan recognised; its draft is made anew from it, and labelled.

        Stopped, it keeps the pages that were read. Raises BadInput when nothing can be read.
        """
        file = self._get(uid)
        data = self.data(uid)
        text = recognised(data, progress)
        original = AttachedFile(file.name, file.media_type, data)
        draft = Draft({"text": text}, tuple(proposed(text)), original, notes=(Note("recognised"),))
        read = self._of_draft(file, draft)
        kept = {name: getattr(read, name) for name in ("state", "head", "content")}
        self._queue.write(uid, **kept, edits="")

    def _keep(self, path: Path) -> bool:
        """Put a file into the queue; False when its bytes wait there already."""
        name = safe_name(path.name)
        data = content_of_file(path)
        digest = hashlib.sha256(data).hexdigest()
        if self._queue.of_bytes(digest):
            return False
        self._queue.add([self._waiting(name, media_type(name), data, digest)])
        return True

    def _waiting(self, name: str, media: str, data: bytes, digest: str) -> WaitingFile:
        return WaitingFile(
            uid=str(uuid7()),
            officer=self._session.officer.uid,
            name=name,
            media_type=media,
            size=len(data),
            sha256=digest,
            blob=self._session.store.blobs.put(data),
            state="waiting",
        )

    def _read(self, file: WaitingFile, reader: IsolatedReader, encoding: str = "") -> None:
        try:
            data = self._session.store.blobs.get(file.blob)
            drafts = reader.read_bytes(file.name, data, encoding)
        except (BadInput, AttachmentLostError) as refusal:
            self._queue.write(file.uid, state="refused", head=refusal_head(refusal))
            return
        read = [self._of_draft(file, draft) for draft in drafts]
        if len(read) == 1 and read[0].blob == file.blob:
            kept = {name: getattr(read[0], name) for name in ("state", "head", "content", "blobs")}
            self._queue.write(file.uid, **kept, edits="")
        else:
            self._queue.replace(file.uid, read)

    def _of_draft(self, file: WaitingFile, draft: Draft) -> WaitingFile:
        """The file that a draft is of: the one that was read, or a piece of an archive."""
        original = draft.original
        assert original is not None
        attachments = [self._kept(each) for each in draft.attachments]
        digest = hashlib.sha256(original.data).hexdigest()
        if digest != file.sha256:
            file = self._waiting(original.name, original.media_type, original.data, digest)
        head = head_of(draft.fields, draft.proposals)
        notes = {"notes": [note.code for note in draft.notes]} if draft.notes else {}
        return replace(
            file,
            state="read",
            head=json.dumps(head | notes, ensure_ascii=False),
            content=content_of(draft, attachments),
            blobs=tuple(each.blob for each in attachments),
        )

    def _kept(self, file: AttachedFile) -> KeptFile:
        return KeptFile(
            file.name,
            file.media_type,
            len(file.data),
            hashlib.sha256(file.data).hexdigest(),
            self._session.store.blobs.put(file.data),
        )

    def _get(self, uid: str) -> WaitingFile:
        file = self._queue.get(uid)
        if file is None or not self._session.access.sees_waiting(file):
            raise Refused("not_in_queue")
        return file

    def _seen(self) -> Sequence[WaitingFile]:
        return self._session.access.waiting()


def _files_of(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file())
        else:
            yield path


__all__ = ["SECONDS_A_PAGE", "Incoming", "Progress"]
