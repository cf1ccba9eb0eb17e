"""Many reports in one `.jsonl`: one JSON object a line, the whole file checked before any is given.

The file is read twice, line by line, because a file of 250,000 reports does not fit in the memory
the desk may use, and nothing of a file with a wrong line may be half registered.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import DEFAULTS, Draft, Proposal
from ctdesk.intake.fields import checked
from ctdesk.intake.names import safe_name
from ctdesk.intake.subject import proposed_subject
from ctdesk.text.language import language_of

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes; a report of ten thousand pages is shorter."""


class ReportLines(Iterator[Draft]):
    """The drafts of a checked `.jsonl`, in file order.

    `total` is how many there are, for progress; `refusals` the lines left out under
    `keep_going`, each a BadInput whose values hold `file` and `line`.
    """

    def __init__(self, path: Path, *, keep_going: bool = False) -> None:
        self.total = 0
        self.refusals: list[BadInput] = []
        self._path = path
        self._name = safe_name(path.name)
        for given in self._checked_lines():
            if isinstance(given, Draft):
                self.total += 1
            elif keep_going:
                self.refusals.append(given)
            else:
                raise given
        if not self.total and not self.refusals:
            raise BadInput("file_empty", file=self._name)
        self._left = self.total
        self._drafts = self._checked_lines(with_proposals=True)

    def __iter__(self) -> ReportLines:
        return self

    def __next__(self) -> Draft:
        for given in self._drafts:
            if isinstance(given, Draft) and self._left:
                self._left -= 1
                return given
        if self._left:
            raise BadInput("file_changed", file=self._name)
        raise StopIteration

    def _checked_lines(self, *, with_proposals: bool = False) -> Iterator[Draft | BadInput]:
        if self._path.is_dir():
            raise BadInput("file_is_folder", file=self._name)
        try:
            with self._path.open("rb") as file:
                for number, raw in _lines(file):
                    yield self._read(number, raw, with_proposals)
        except FileNotFoundError as error:
            raise BadInput("file_absent", file=self._name) from error
        except OSError as error:
            raise BadInput("file_unreadable", file=self._name) from error

    def _read(self, number: int, raw: bytes, with_proposals: bool) -> Draft | BadInput:
        try:
            fields = checked(_parsed(raw))
        except BadInput as refusal:
            return BadInput(refusal.code, **refusal.values, file=self._name, line=number)
        proposals = _complete(fields) if with_proposals else ()
        return Draft(fields, proposals, source=self._name, line=number)


def read_jsonl(path: Path, *, keep_going: bool = False) -> ReportLines:
    """The reports of a `.jsonl`; every line is checked before this returns.

    Raises BadInput for the first wrong line (its values name `file` and `line`), unless
    `keep_going`: then the good lines are given and the wrong ones are in `.refusals`. Empty
    lines are passed over, a byte order mark is accepted.
    """
    return ReportLines(path, keep_going=keep_going)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their number from 1; one too long is cut short by a byte."""
    number = 0
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        piece = raw
        while len(piece) > LONGEST_LINE and not piece.endswith(b"\n"):
            piece = file.readline(LONGEST_LINE + 1)
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if raw.strip():
            yield number, raw


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise BadInput("jsonl_line_too_long")
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("jsonl_not_utf8") from error
    try:
        value = json.loads(line, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadInput("jsonl_not_json") from error
    if not isinstance(value, dict):
        raise BadInput("jsonl_not_an_object")
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadInput("jsonl_key_twice", field=twice[:60])
    return fields


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _complete(fields: dict[str, Any]) -> tuple[Proposal, ...]:
    """Fill in what a report may leave out; the subject and the language are said to be proposed."""
    for name, value in DEFAULTS.items():
        fields.setdefault(name, value)
    proposals: list[Proposal] = []
    text = fields.get("text", "")
    if not fields.get("language"):
        fields["language"] = language_of(text or fields.get("subject", ""))
        proposals.append(Proposal("language", fields["language"], ""))
    if not fields.get("subject", "").strip():
        subject = proposed_subject(text)
        if subject is not None:
            fields["subject"] = subject.value
            proposals.append(subject)
    return tuple(proposals)
