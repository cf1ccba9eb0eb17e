"""A file that waits to be registered, as the queue keeps it and as the window shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ctdesk.desk.parties import name_key
from ctdesk.desk.rows import Row
from ctdesk.domain.errors import AttachmentLostError, BadInput
from ctdesk.domain.records import Attachment
from ctdesk.intake.draft import Draft, Note, Proposal
from ctdesk.store.incoming import WaitingFile
from ctdesk.text.fold import fold

Letter = tuple[str, str, str]
"""A letter's number, date and sender, as they compare."""

_HEAD = ("subject", "from", "their_number", "their_date", "classification")
"""Fields of a document, by outside name, that a line of the queue shows; the classification says
who sees the line."""


@dataclass(frozen=True)
class KeptFile:
    """A file whose bytes the store has, not yet tied to a document."""

    name: str
    media_type: str
    size: int
    sha256: str
    blob: str

    def attachment(self, *, original: bool = False) -> Attachment:
        return Attachment(document="-", original=original, **asdict(self))


@dataclass(frozen=True)
class QueueRow:
    """A line of the queue. `subject` to `their_date` are what was read or written so far."""

    uid: str
    name: str
    state: str
    size: int
    subject: str = ""
    sender: str = ""
    their_number: str = ""
    their_date: str = ""
    officer: str = ""
    """To whom it goes once it is registered."""
    notes: tuple[str, ...] = ()
    refusal: BadInput | None = None
    same_bytes: tuple[Row, ...] = ()
    """Documents that were registered from the very same file."""
    same_letter: tuple[Row, ...] = ()
    """Documents with the same number, date and sender."""
    twins: tuple[str, ...] = ()
    """Names of files in the queue with the same number, date and sender."""

    @property
    def letter(self) -> Letter | None:
        """By what two letters are the same; None without a number."""
        if not self.their_number:
            return None
        return letter_of(self.their_number, self.their_date, self.sender)


@dataclass(frozen=True)
class Arrival:
    """A file of the queue, opened: what was read from it and what an officer wrote since."""

    row: QueueRow
    fields: Mapping[str, Any]
    """By outside name, as in a Draft."""
    proposals: tuple[Proposal, ...]
    attachments: tuple[KeptFile, ...]
    notes: tuple[Note, ...]
    edits: Mapping[str, Any] = field(default_factory=dict)
    """What the form held when it was left; empty: nobody wrote anything."""


@dataclass(frozen=True)
class Alike:
    """A registered document whose text is nearly the same, and how much of it is: 0 to 1."""

    row: Row
    share: float
    text: str


@dataclass(frozen=True)
class Taken:
    """What came of files that were dropped on the queue."""

    added: int
    known: tuple[str, ...] = ()
    """Names of files whose bytes were in the queue already."""
    refused: tuple[tuple[str, BadInput], ...] = ()


def letter_of(number: str, day: str, sender: str) -> Letter:
    """By what two letters are the same: number, date and sender, however spelled."""
    return fold(number), day, name_key(sender)


def head_of(fields: Mapping[str, Any], proposals: Sequence[Proposal]) -> dict[str, Any]:
    """What a line of the queue shows of a draft."""
    accepted = Draft(fields, tuple(proposals)).accepted().fields
    return {key: accepted.get(key, "") for key in _HEAD}


def content_of(draft: Draft, attachments: Sequence[KeptFile]) -> str:
    """A draft as the queue keeps it; the bytes of its files lie apart."""
    kept = {
        "fields": dict(draft.fields),
        "proposals": [asdict(proposal) for proposal in draft.proposals],
        "attachments": [asdict(file) for file in attachments],
        "notes": [asdict(note) for note in draft.notes],
    }
    return json.dumps(kept, ensure_ascii=False)


def arrival_of(file: WaitingFile, row: QueueRow) -> Arrival:
    """The draft that the queue kept of a file; an empty one where it could not be read."""
    kept = json.loads(file.content) if file.content else {}
    return Arrival(
        row=row,
        fields=kept.get("fields", {}),
        proposals=tuple(Proposal(**each) for each in kept.get("proposals", ())),
        attachments=tuple(KeptFile(**each) for each in kept.get("attachments", ())),
        notes=tuple(Note(**each) for each in kept.get("notes", ())),
        edits=json.loads(file.edits) if file.edits else {},
    )


def refusal_head(refusal: BadInput | AttachmentLostError) -> str:
    """What the queue keeps of a refusal."""
    values = {name: str(value) for name, value in refusal.values.items()}
    return json.dumps({"refused": refusal.code, "values": values}, ensure_ascii=False)


def row_of(file: WaitingFile) -> QueueRow:
    """The line of a file, without what the registers say of it."""
    head = json.loads(file.head)
    row = QueueRow(file.uid, file.name, file.state, file.size)
    if "refused" in head:
        row = replace(row, refusal=BadInput(head["refused"], **head["values"]))
    return replace(
        row,
        subject=head.get("subject", ""),
        sender=head.get("from", ""),
        their_number=head.get("their_number", ""),
        their_date=head.get("their_date", ""),
        officer=head.get("officer", ""),
        notes=tuple(head.get("notes", ())),
    )
