"""An empty sheet to fill in: headings, and under each what goes there."""

from __future__ import annotations

import io
from collections.abc import Sequence

_HEAD_FILL, _HINT_COLOUR, _WIDTH = "D5E5E3", "6B7280", 24


def sheet_of(
    title: str, headings: Sequence[str], hints: Sequence[str], *, right_to_left: bool
) -> bytes:
    """The bytes of an `.xlsx` with these headings in its first row."""
    # a tenth of a second, which the start of the window has no need to wait for
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:31]
    sheet.sheet_view.rightToLeft = right_to_left
    for at, (heading, hint) in enumerate(zip(headings, hints, strict=True), start=1):
        head, below = sheet.cell(1, at, heading), sheet.cell(2, at, hint)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD_FILL)
        below.font = Font(italic=True, color=_HINT_COLOUR, size=9)
        for cell in (head, below):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        column = get_column_letter(at)
        sheet.column_dimensions[column].width = _WIDTH
        for row in sheet[f"{column}3:{column}200"]:
            row[0].number_format = "@"
    sheet.freeze_panes = "A2"
    book.properties.creator = "CTDesk"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
