"""Sheets and lists (`.xlsx`, `.csv`) as tables of text: a row a line, cells apart by tabs."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from ctdesk.domain.errors import BadInput
from ctdesk.intake.draft import ENCODING, Note, Proposal
from ctdesk.intake.readers import txt
from ctdesk.intake.readers.package import Package
from ctdesk.intake.readers.reading import Reading, cleaned

MOST_CELLS = 400_000
_MOST_COLUMNS = 200
_DELIMITERS = "\t;,|"


def read_xlsx(data: bytes) -> Reading:
    """The sheets one after another, each under its name; formulas by their last result.

    Raises BadInput for what is encrypted, damaged, no workbook, or over the limits of `package`.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    package = Package(data)
    if "xl/workbook.xml" not in package:
        raise BadInput("file_other_format")
    for part in package.names:
        # a document type, or more XML than there may be, is met here and not by the library
        if part.endswith((".xml", ".rels")):
            package.check(part)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            lines, whole = _lines(_sheets(book))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError,
            AttributeError, IndexError, SyntaxError, OverflowError, EOFError) as error:  # fmt: skip
        raise BadInput("file_damaged") from error
    notes: tuple[Note, ...] = () if whole else (Note("cut"),)
    if any(part.endswith("vbaProject.bin") for part in package.names):
        notes += (Note("macros"),)
    return Reading(cleaned("\n".join(lines)), notes=notes)


def read_csv(data: bytes, encoding: str | None = None) -> Reading:
    """A list whose cells are apart by tabs, semicolons, commas or bars."""
    if encoding:
        text, found = data.decode(encoding, "replace"), encoding
    else:
        text, found = txt.detected(data)
    head = text[:4000]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        rows = [[line] for line in text.splitlines()]
    lines, whole = _lines([("", rows)])
    text = cleaned("\n".join(lines))
    proposal = Proposal(ENCODING, found, text[:60].replace("\n", " "))
    return Reading(text, (proposal,), notes=() if whole else (Note("cut"),))


def _sheets(book: Any) -> Iterator[tuple[str, Iterable[Iterable[Any]]]]:
    for sheet in book.worksheets:
        # what a sheet says of its own size need not be true
        sheet.reset_dimensions()
        yield sheet.title, sheet.iter_rows(values_only=True)


def _lines(sheets: Iterable[tuple[str, Iterable[Iterable[Any]]]]) -> tuple[list[str], bool]:
    """The lines of all sheets, and whether they are all that there was."""
    lines: list[str] = []
    left, whole = MOST_CELLS, True
    for title, rows in sheets:
        if title:
            lines += ["", title]
        for row in rows:
            values = list(row)
            whole = whole and not any(value not in (None, "") for value in values[_MOST_COLUMNS:])
            cells = [_shown(value) for value in values[:_MOST_COLUMNS]]
            left -= max(len(cells), 1)
            if left < 0:
                return lines, False
            line = "\t".join(cells).rstrip()
            if line:
                lines.append(line)
    return lines, whole


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(str(value).split())
