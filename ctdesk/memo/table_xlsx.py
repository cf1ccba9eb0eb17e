"""A list as an Excel sheet: dates are dates, everything else is text and never a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from ctdesk.domain.terms import Language
from ctdesk.memo.package import pack, unpack
from ctdesk.memo.stylesheet import HEAD_FILL
from ctdesk.memo.table import Table
from ctdesk.memo.wml import clean

_WIDTH = 150
"""Characters that a landscape page holds beside one another."""
_LONGEST = 32_000
_LINE = 15.0
"""Points."""
_HEAD_ROW = 3


def table_xlsx(table: Table, language: Language, *, day: str) -> bytes:
    """The list as the bytes of an `.xlsx`; `day` (ISO) is what the file says of its making."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "".join(c for c in table.title if c not in "[]:*?/\\")[:31] or "1"
    sheet.sheet_view.rightToLeft = language == "ar"
    sheet.cell(1, 1, clean(table.title)).font = Font(bold=True, size=13)
    sheet.cell(2, 1, clean(" · ".join(filter(None, (table.mark, table.subtitle)))))
    for edge in filter(None, (sheet.oddHeader, sheet.oddFooter)):
        edge.center.text = table.mark or None
    for column, described in enumerate(table.columns, start=1):
        cell = sheet.cell(_HEAD_ROW, column, clean(described.title))
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        share = described.share * _WIDTH / sum(each.share for each in table.columns)
        sheet.column_dimensions[get_column_letter(column)].width = share
    sheet.print_options.gridLines = True
    for place, values in enumerate(table.rows):
        sheet.row_dimensions[_HEAD_ROW + 1 + place].height = _LINE * _lines(table, values)
        for column, (value, described) in enumerate(zip(values, table.columns, strict=True), 1):
            entry = sheet.cell(_HEAD_ROW + 1 + place, column)
            assert isinstance(entry, Cell)
            _fill(entry, value, described.kind)
            entry.font = Font(strike=place in table.struck)
    sheet.cell(_HEAD_ROW + 2 + len(table.rows), 1, clean(table.small_print)).font = Font(size=8)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.properties.creator = "CTDesk"
    book.properties.created = book.properties.modified = datetime.combine(
        date.fromisoformat(day), datetime.min.time(), UTC
    ).replace(tzinfo=None)
    saved = io.BytesIO()
    book.save(saved)
    return pack({**unpack(saved.getvalue()), **_core(unpack(saved.getvalue()), day)})


def _lines(table: Table, values: Sequence[str]) -> int:
    """How many lines the fullest cell of a row needs: not every program measures by itself."""
    shares = sum(column.share for column in table.columns)
    rooms = (max(column.share * _WIDTH / shares - 1, 4) for column in table.columns)
    return max(
        sum(ceil(max(len(line), 1) / room) for line in value.split("\n"))
        for value, room in zip(values, rooms, strict=True)
    )


def _fill(cell: Cell, value: str, kind: str) -> None:
    """Text stays text, whatever it begins with: a sheet from outside must never compute."""
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if kind == "date" and value:
        try:
            cell.value = date.fromisoformat(value)
            cell.number_format = "yyyy/mm/dd"
        except ValueError:
            cell.value = value
        return
    cell.value = clean(value)[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = value[:1] in "=+-@"


def _core(parts: dict[str, bytes], day: str) -> dict[str, bytes]:
    """The part that says when the file was made: the library writes the time of this machine."""
    name = "docProps/core.xml"
    stamp = f"{day}T00:00:00Z".encode()
    return {name: re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", stamp, parts[name])}
