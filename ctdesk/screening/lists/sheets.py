"""Sheets of rows as they come from outside: .xlsx and .csv, within bounds."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from ctdesk.domain.errors import BadInput

MOST_ROWS = 200_000
_MOST_COLUMNS = 200
_MOST_BYTES = 256 * 1024 * 1024
_LONGEST = 4_000
# openpyxl raises whatever a damaged part leads to.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, OSError, EOFError, LookupError,
    ValueError, TypeError, AttributeError, RuntimeError, AssertionError,
)  # fmt: skip
_SEPARATORS = ",;\t|"


def rows_of(data: bytes, name: str) -> list[list[str]]:
    """The rows of the first sheet as texts, the empty ones as empty lists, so that a row's place
    is its number; dates as ISO days. BadInput for what is no sheet."""
    if data[:4] == b"PK\x03\x04":
        return list(_bounded(_xlsx(data)))
    if b"\0" in data[:4096]:
        raise BadInput("sheet_unknown", path=name)
    return list(_bounded(_csv(data)))


def _xlsx(data: bytes) -> Iterator[list[str]]:
    # a tenth of a second, which the start of the window has no need to wait for
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
                raise BadInput("sheet_too_large")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            yield [_cell(value) for value in row[:_MOST_COLUMNS]]
    except (InvalidFileException, *_DAMAGED) as error:
        raise BadInput("sheet_damaged") from error


def _csv(data: bytes) -> Iterator[list[str]]:
    text = _decoded(data)
    head = text[: text.find("\n") + 1] or text
    separator = max(_SEPARATORS, key=head.count)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            yield [" ".join(value.split())[:_LONGEST] for value in row[:_MOST_COLUMNS]]
    except csv.Error as error:
        raise BadInput("sheet_damaged") from error


def _decoded(data: bytes) -> str:
    """UTF-8; or, as spreadsheets of this region save text, Windows-1256."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1256", "replace")


def _bounded(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for place, row in enumerate(rows):
        if place >= MOST_ROWS:
            raise BadInput("sheet_too_large")
        yield row if any(row) else []


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(" ".join(line.split()) for line in str(value).splitlines())[:_LONGEST]
