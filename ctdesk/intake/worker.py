"""The process in which files from outside are opened: `python -m ctdesk.intake.worker`.

It reads frames (`wire`) from its standard input and answers each on its standard output until the
input ends. It sees bytes, never paths. What it can't survive, it dies of: the desk takes that as
the answer and starts another (`isolation`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import IO, Any

from ctdesk.domain.errors import BadInput
from ctdesk.intake import wire
from ctdesk.intake.draft import Note
from ctdesk.intake.kinds import kind_of
from ctdesk.intake.limits import confine
from ctdesk.intake.propose import with_proposals
from ctdesk.intake.readers import (
    archive,
    doc,
    docx,
    eml,
    html,
    image,
    msg,
    odt,
    pages,
    pdf,
    rtf,
    table,
    txt,
)
from ctdesk.intake.readers.reading import Reading

MOST_TEXT = 3_000_000
"""Characters: fifteen hundred pages."""

Reader = Callable[[bytes, str], Reading]

READERS: Mapping[str, Reader] = {
    "txt": lambda data, encoding: txt.read(data, encoding or None),
    "csv": lambda data, encoding: table.read_csv(data, encoding or None),
    "docx": lambda data, _: docx.read(data),
    "doc": lambda data, _: doc.read(data),
    "pdf": lambda data, _: pdf.read(data),
    "rtf": lambda data, _: rtf.read(data),
    "odt": lambda data, _: odt.read(data),
    "html": lambda data, _: html.read(data),
    "xlsx": lambda data, _: table.read_xlsx(data),
    "eml": lambda data, _: eml.read(data),
    "msg": lambda data, _: msg.read(data),
    "image": lambda data, _: image.read(data),
}


def main() -> None:
    """Answer frames until the input ends."""
    answers = _answers_alone()
    confine()
    while True:
        try:
            request, blobs = wire.receive(sys.stdin.buffer)
        except wire.WireError:
            return
        head, files = answer(request, blobs)
        wire.send(answers, head, files)


def answer(request: Mapping[str, Any], blobs: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The frame that answers a request: a reading, the files of an archive, or a refusal."""
    name, data = request["name"], blobs.pop()
    try:
        if "page" in request:
            return _page(data, int(request["page"]))
        kind = kind_of(name, data)
        if kind == "zip":
            members = archive.members(data)
            head: dict[str, Any] = {"members": [[each.name, each.media_type] for each in members]}
            return head, [each.data for each in members]
        reading = _bounded(READERS[kind](data, request["encoding"]))
        reading = with_proposals(reading, name)
    except BadInput as refusal:
        return {"refused": refusal.code, "values": refusal.values}, []
    except MemoryError:
        return {"refused": "file_needs_too_much"}, []
    head = {
        "kind": kind,
        "text": reading.text,
        "proposals": [[p.field, p.value, p.where] for p in reading.proposals],
        "notes": [[note.code, dict(note.values)] for note in reading.notes],
        "attachments": [[file.name, file.media_type] for file in reading.attachments],
    }
    return head, [file.data for file in reading.attachments]


def _bounded(reading: Reading) -> Reading:
    """A text of a length that a window can show and an officer can read; the original is whole."""
    if len(reading.text) <= MOST_TEXT:
        return reading
    notes = reading.notes if Note("cut") in reading.notes else (*reading.notes, Note("cut"))
    return replace(reading, text=reading.text[:MOST_TEXT], notes=notes)


def _page(data: bytes, number: int) -> tuple[dict[str, Any], list[bytes]]:
    """How many pages a scan has (`number` -1), or one of them as a picture."""
    if number < 0:
        return {"count": pages.count(data)}, []
    return {}, [pages.page(data, number)]


def _answers_alone() -> IO[bytes]:
    """The standard output, for frames only: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
