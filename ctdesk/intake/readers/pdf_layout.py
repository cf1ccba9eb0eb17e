"""Lines of a page in reading order: columns one after another, rows of tables, paragraphs whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from ctdesk.intake.readers.pdf_lines import Segment

_GUTTER = 8.0
"""Points: the least width of the blank between two columns."""
_FEWEST_LINES, _FEWEST_LETTERS = 4, 18
"""Of a column: fewer lines, or shorter ones, are cells of a table."""
_WIDE = 0.62
"""A line that is wider than so much of the page belongs to no column."""
_LOOSE = 1.75
"""Lines further apart than so many times their usual distance are no paragraph."""
_MARKER = re.compile(
    r"(?:\(?[0-9٠-٩]{1,3}[.)\-–]|\(?[a-zA-Zأ-ي][.)\-]|[-•–▪◦*]|"
    r"(?:أولاً|ثانياً|ثالثاً|رابعاً|خامساً|سادساً)\b)\s*"
)


def text_of_page(segments: Sequence[Segment]) -> str:
    """The page as text: a paragraph a line, cells of a table apart by tabs."""
    if not segments:
        return ""
    rtl = sum(s.letters for s in segments if s.rtl) * 2 > sum(s.letters for s in segments)
    width = max(s.x1 for s in segments) - min(s.x0 for s in segments)
    blocks: list[str] = []
    for wide, group in groupby(_by_row(segments), key=lambda row: _is_wide(row, width)):
        rows = list(group)
        columns = [] if wide else _columns([s for row in rows for s in row], rtl)
        for column in columns or [[s for row in rows for s in row]]:
            blocks += _paragraphs(_by_row(column), rtl)
    return "\n".join(blocks)


def _by_row(segments: Sequence[Segment]) -> list[list[Segment]]:
    ordered = sorted(segments, key=lambda segment: -segment.y)
    return [list(row) for _, row in groupby(ordered, key=lambda segment: segment.y)]


def _is_wide(row: Sequence[Segment], width: float) -> bool:
    return any(segment.x1 - segment.x0 > _WIDE * width for segment in row)


def _columns(segments: Sequence[Segment], rtl: bool) -> list[list[Segment]]:
    """The columns of running text, in reading order; none where there are not at least two."""
    covered: list[list[float]] = []
    for segment in sorted(segments, key=lambda each: each.x0):
        if covered and segment.x0 - covered[-1][1] < _GUTTER:
            covered[-1][1] = max(covered[-1][1], segment.x1)
        else:
            covered.append([segment.x0, segment.x1])
    columns = [
        [s for s in segments if left - 1 <= s.x0 and s.x1 <= right + 1] for left, right in covered
    ]
    prose = all(
        len(column) >= _FEWEST_LINES and median(s.letters for s in column) >= _FEWEST_LETTERS
        for column in columns
    )
    if len(columns) < 2 or not prose:
        return []
    return columns[::-1] if rtl else columns


def _paragraphs(rows: Sequence[Sequence[Segment]], rtl: bool) -> list[str]:
    """The lines of one column; a line that broke off only for want of room goes on in the next."""
    alone = [row[0] for row in rows if len(row) == 1]
    steps = [a.y - b.y for a, b in pairwise(alone) if a.y > b.y]
    usual = median(steps) if steps else 0.0
    left = min((s.x0 for row in rows for s in row), default=0.0)
    right = max((s.x1 for row in rows for s in row), default=0.0)
    lines: list[str] = []
    before: Segment | None = None
    for row in rows:
        if len(row) > 1:
            cells = sorted(row, key=lambda segment: segment.x0, reverse=rtl)
            lines.append("\t".join(cell.text for cell in cells))
            before = None
            continue
        segment = row[0]
        if before is not None and _goes_on(before, segment, usual, left, right):
            lines[-1] = f"{lines[-1]} {segment.text}"
        else:
            lines.append(segment.text)
        before = segment
    return lines


def _goes_on(before: Segment, segment: Segment, usual: float, left: float, right: float) -> bool:
    """Whether the line broke off only because the next word had no room in it."""
    if before.rtl != segment.rtl and segment.letters and before.letters:
        return False
    if abs(before.size - segment.size) > 0.15 * before.size or _MARKER.match(segment.text):
        return False
    step = before.y - segment.y
    if step <= 0 or (usual and step > _LOOSE * usual) or step > 3 * before.size:
        return False
    room = before.x0 - left if before.rtl else right - before.x1
    return room < segment.first_word + 0.2 * segment.size
