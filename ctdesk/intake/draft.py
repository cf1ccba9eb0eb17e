"""What intake hands to the Desk: a draft of a Document, and where each proposed field was read.

A draft is not a record: nothing in it is registered until an officer (or a command the officer
gave) says so. `fields` holds what is known, `proposals` what was read and may be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

DEFAULTS: Mapping[str, str] = {"kind": "report", "direction": "incoming"}
"""What a document that does not say otherwise is: a report that came in."""

ENCODING = "encoding"
"""A proposal of this name is no field of a Document: it says in which encoding a text was read."""

REFERENCES = "references"
"""Nor is this one: which letters the text refers to; its links come with its registration."""
_TOLD = (ENCODING, REFERENCES)


@dataclass(frozen=True)
class Proposal:
    """A value read from the document for one field, and the words it was read from."""

    field: str
    value: object
    where: str


@dataclass(frozen=True)
class Note:
    """What the officer should know of a file that was read: `intake_note.CODE` of the terms.

    A code of `error.` is possible too: a file in an archive that was refused is kept, unread,
    with the reason.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AttachedFile:
    """A file to be kept as it came; its name is safe to show and to write (`intake.names`)."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Draft:
    """A document before its registration.

    `fields` are Document fields by outside name: text everywhere, but lists of text for `to`,
    `copies`, `topics` and `countries`; `from`, `to` and `copies` hold names as written.
    `source` is the file name to show to the user, `line` the line in a `.jsonl`.
    """

    fields: Mapping[str, Any]
    proposals: tuple[Proposal, ...] = ()
    original: AttachedFile | None = None
    attachments: tuple[AttachedFile, ...] = field(default=())
    notes: tuple[Note, ...] = ()
    source: str = ""
    line: int | None = None

    def accepted(self) -> Draft:
        """The same draft as if its reader said yes to every proposal for a field still empty."""
        fields: dict[str, Any] = dict(self.fields)
        for proposal in self.proposals:
            if proposal.field not in _TOLD and not fields.get(proposal.field):
                fields[proposal.field] = proposal.value
        for name, value in DEFAULTS.items():
            fields.setdefault(name, value)
        return replace(self, fields=fields)
