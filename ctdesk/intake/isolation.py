"""Where untrusted input gets opened: one small class between the desk and the worker process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import ctdesk
from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import terms
from ctdesk.intake import wire
from ctdesk.intake.draft import AttachedFile, Draft, Note, Proposal
from ctdesk.intake.formats import KINDS, READABLE, extension, media_type
from ctdesk.intake.names import safe_name

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes."""
TIME = 30.0
"""Seconds for one file."""
_DEEPEST = 2
"""An archive may hold archives, but those no more."""
_MOST_DRAFTS = 1_000
"""Of one archive with all that it holds; what lies beyond is kept unread."""
_HEAVY = 8 * 1024 * 1024
"""Bytes; after such a file the process is replaced, so that its memory serves no second one."""
_COMMAND = (sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", "ctdesk.intake.worker")


class WorkerDeathError(Exception):
    """The worker ended, or answered with something else than a frame; holds its last words."""


class IsolatedReader:
    """Reads files in a worker process with limits of memory and time.

    The process starts with the first file, serves many, and is replaced when a file ends it.
    Use it as a context manager, from one thread at a time; `close` ends the process.
    """

    def __init__(self, seconds: float = TIME) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._left = _MOST_DRAFTS

    def __enter__(self) -> IsolatedReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path, encoding: str = "") -> list[Draft]:
        """The drafts a file holds, the file itself as original; of an archive one a file in it.

        `encoding` is the officer's choice for a plain text; "" lets the reader find it. Raises
        BadInput, with the file's name among its values, for whatever can't be read; the next
        file can be read after it.
        """
        return self.read_bytes(safe_name(path.name), content_of_file(path), encoding)

    def read_bytes(self, name: str, data: bytes, encoding: str = "") -> list[Draft]:
        """`read`, of bytes that are kept already; `name` is safe."""
        self._left = _MOST_DRAFTS
        return self._drafts(name, data, encoding, 0)

    def count_pages(self, data: bytes) -> int:
        """How many pages a scan has. Raises BadInput."""
        head, _ = self._ask({"name": "", "encoding": "", "page": -1}, data)
        return int(head.get("count", 0))

    def page(self, data: bytes, number: int) -> bytes:
        """A page of a scan as a picture. Raises BadInput."""
        _, blobs = self._ask({"name": "", "encoding": "", "page": number}, data)
        return blobs[0] if blobs else b""

    def _drafts(self, name: str, data: bytes, encoding: str, depth: int) -> list[Draft]:
        try:
            head, blobs = self._ask({"name": name, "encoding": encoding}, data)
            if "members" not in head:
                return [_draft(name, data, head, blobs)]
            if depth >= _DEEPEST:
                raise BadInput("zip_too_deep")
            members = _members(head, blobs)
        except BadInput as refusal:
            raise _naming(refusal, name) from refusal
        return [
            replace(draft, source=f"{name} / {draft.source}")
            for member in members
            for draft in self._of_member(member, depth + 1)
        ]

    def _of_member(self, member: AttachedFile, depth: int) -> list[Draft]:
        """The drafts of a file in an archive; one that can't be read is kept with the reason."""
        try:
            self._left -= 1
            if self._left < 0:
                raise BadInput("zip_too_many", most=_MOST_DRAFTS, file=member.name)
            return self._drafts(member.name, member.data, "", depth)
        except BadInput as refusal:
            note = Note(f"error.{refusal.code}", {k: str(v) for k, v in refusal.values.items()})
            return [Draft({}, original=member, notes=(note,), source=member.name)]

    def close(self) -> None:
        """End the worker process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: Mapping[str, Any], data: bytes) -> tuple[dict[str, Any], list[bytes]]:
        process = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, end)
        timer.start()
        try:
            answer = _exchange(process, request, data)
        except BadInput as refusal:
            if refusal.code == "file_needs_too_much":
                self.close()
            raise
        except WorkerDeathError as death:
            self.close()
            code = "file_takes_too_long" if late.is_set() else "file_stops_the_reader"
            raise BadInput(code) from death
        finally:
            timer.cancel()
        if late.is_set() or len(data) > _HEAVY:
            self.close()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


def _environment() -> dict[str, str]:
    """Only what Python needs to start: no passphrase of the desk, no settings of the user."""
    kept = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return environment | {"PYTHONPATH": str(Path(ctdesk.__file__).resolve().parents[1])}


def content_of_file(path: Path) -> bytes:
    """The bytes of a file; raises BadInput, naming it, when there is none that can be read."""
    try:
        return _content(path)
    except BadInput as refusal:
        raise _naming(refusal, safe_name(path.name)) from refusal


def _naming(refusal: BadInput, name: str) -> BadInput:
    """A refusal that says which file, and what else its sentence may want."""
    if "file" in refusal.values:
        return refusal
    found = extension(name)
    given = {"format": f".{found}" if found else "—", "known": ", ".join(f".{e}" for e in READABLE)}
    return BadInput(refusal.code, **{**given, **refusal.values, "file": name})


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise BadInput("file_is_folder")
    try:
        if path.exists() and not path.is_file():
            raise BadInput("file_unreadable")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise BadInput("file_absent") from error
    except (OSError, ValueError) as error:
        raise BadInput("file_unreadable") from error
    if not data:
        raise BadInput("file_empty")
    if len(data) > LARGEST_FILE:
        raise BadInput("file_too_large", most=LARGEST_FILE // (1024 * 1024))
    return data


def _exchange(
    process: subprocess.Popen[bytes], request: Mapping[str, Any], data: bytes
) -> tuple[dict[str, Any], list[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        wire.send(process.stdin, request, [data])
        head, blobs = wire.receive(process.stdout)
    except (OSError, wire.WireError) as error:
        raise WorkerDeathError(_last_words(process)) from error
    if "refused" in head:
        raise _refusal(head)
    return head, blobs


def _refusal(head: Mapping[str, Any]) -> BadInput:
    """The worker's refusal, if it is one that readers make."""
    code, values = head["refused"], head.get("values")
    if f"error.{code}" not in terms():
        return BadInput("file_stops_the_reader")
    given = values if isinstance(values, dict) else {}
    return BadInput(str(code), most=str(given.get("most", "")))


def _last_words(process: subprocess.Popen[bytes]) -> str:
    """The end of what the worker said before it died, for the developer's traceback."""
    process.kill()
    said = process.stderr.read() if process.stderr else b""
    return said.decode("utf-8", "replace")[-2000:]


def _members(head: Mapping[str, Any], blobs: list[bytes]) -> list[AttachedFile]:
    """The files of an archive; raises BadInput when the answer has another shape."""
    try:
        return [
            AttachedFile(safe_name(str(name)), str(media), blob)
            for (name, media), blob in zip(head["members"], blobs, strict=True)
        ]
    except (TypeError, ValueError) as error:
        raise BadInput("file_stops_the_reader") from error


def _draft(name: str, data: bytes, head: Mapping[str, Any], blobs: list[bytes]) -> Draft:
    """The draft of an answer; raises BadInput when the answer has another shape."""
    try:
        proposals = tuple(
            Proposal(str(field), _value(value), str(where))
            for field, value, where in head["proposals"]
        )
        attachments = tuple(
            AttachedFile(safe_name(str(each)), str(kind), blob)
            for (each, kind), blob in zip(head["attachments"], blobs, strict=True)
        )
        notes = tuple(_note(code, values) for code, values in head["notes"])
        fields = {"text": str(head["text"])}
        kind = head["kind"]
        # the extension may know more (a picture of which kind), but not what the content denies
        media = media_type(name) if READABLE.get(extension(name)) == kind else KINDS[kind]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput("file_stops_the_reader") from error
    original = AttachedFile(name, media, data)
    return Draft(fields, proposals, original, attachments, notes, source=name)


def _note(code: object, values: Mapping[object, object]) -> Note:
    """A note of the worker's; ValueError for one that the terms don't have."""
    if f"intake_note.{code}" not in terms():
        raise ValueError(code)
    return Note(str(code), {str(name): str(value)[:200] for name, value in values.items()})


def _value(value: object) -> object:
    """A proposed value as it may be: a text, or a list of texts."""
    return [str(each) for each in value] if isinstance(value, list) else str(value)
