"""Glyphs to lines of text in the order in which they are written.

No library's plain text of an Arabic PDF is right: lines come in the order in which they are seen,
a stretched letter as a control character inside a word, a lam-alef as two letters turned round.
So the glyphs are taken by their place, put into the order of UAX #9, and only then brought from
presentation forms to letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from ctdesk.intake.readers.pdf_glyphs import Glyph
from ctdesk.intake.readers.pdf_order import (
    ARABIC,
    LATIN,
    PAIRS,
    as_it_looks,
    brackets_as_seen,
    turned_round,
    written_order,
)
from ctdesk.intake.readers.reading import as_letters
from ctdesk.text.direction import base_direction

_SPACE_GAP = 0.16
"""In sizes of the letters: a wider gap is a blank."""
_CELL_GAP = 1.9
"""A gap as wide as this parts two columns or two cells."""
_SAME_LINE = 0.6
_FEWEST_STRETCHES = 3
_MARK_REACH = 0.12
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]")
_NO_LETTER = re.compile(
    "[\x00-\x1f\x7f-\x9f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]"
)
_BLANKS = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")


@dataclass(slots=True)
class Unit:
    """A glyph with the marks that stand on it: what is never parted when lines are put in order."""

    text: str
    x0: float
    x1: float
    place: int = 0
    """When it was painted, among the glyphs of its row."""


@dataclass(slots=True)
class Segment:
    """A piece of a line without a wide gap in it."""

    units: list[Unit]
    y: float
    size: float
    text: str = ""
    x0: float = 0.0
    x1: float = 0.0
    rtl: bool = False
    first_word: float = 0.0
    """How wide its first word is."""

    @property
    def letters(self) -> int:
        return sum(c.isalpha() for c in self.text)


def segments_of(glyphs: Sequence[Glyph]) -> list[Segment]:
    """The lines of one page and one turn of it, from the top; their text in written order."""
    glyphs = _once_each(glyphs)
    stretches = _stretches(glyphs)
    found = [
        segment
        for row in _rows(glyphs)
        for segment in _split(row, stretches)
        if any(unit.text.strip() for unit in segment.units)
    ]
    rtl_page = base_direction("".join(u.text for s in found for u in s.units)) == "rtl"
    seen = brackets_as_seen("".join(unit.text for unit in s.units) for s in found)
    as_seen = turned_round(pair for pair in PAIRS if pair in seen)
    as_written = turned_round(pair for pair in PAIRS if pair not in seen)
    for segment in found:
        _put_in_order(segment, rtl_page, as_seen, as_written)
    return [segment for segment in found if segment.text]


def _once_each(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without glyphs painted twice at one place, as programs do to make letters bold."""
    seen: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    kept = []
    for glyph in glyphs:
        near = 0.12 * glyph.size
        if glyph.text.strip() and any(
            abs(other.x0 - glyph.x0) < near and abs(other.y - glyph.y) < near
            for other in seen[glyph.code][-4:]
        ):
            continue
        seen[glyph.code].append(glyph)
        kept.append(glyph)
    return kept


def _stretches(glyphs: Sequence[Glyph]) -> set[tuple[int, int]]:
    """Glyphs that stretch Arabic letters, whatever sign their font calls them: of those called
    blanks all but the most frequent one, and any other sign that stands within words only."""
    blanks: dict[int, Counter[int]] = defaultdict(Counter)
    inside: Counter[tuple[int, int]] = Counter()
    outside: Counter[tuple[int, int]] = Counter()
    ordered = sorted(glyphs, key=lambda glyph: (round(glyph.y), glyph.x0))
    for before, glyph, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
        if glyph.text == " ":
            blanks[glyph.code[0]][glyph.code[1]] += 1
        elif len(glyph.text) == 1 and not glyph.text.isalnum() and not _is_mark(glyph.text):
            among = _joins(before, glyph) and _joins(after, glyph)
            (inside if among else outside)[glyph.code] += 1
    found = {
        (font, number)
        for font, numbers in blanks.items()
        for number, _ in numbers.most_common()[1:]
    }
    often = (code for code, count in inside.items() if count >= _FEWEST_STRETCHES)
    return found | {code for code in often if outside[code] * 4 <= inside[code]}


def _joins(neighbour: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph touches an Arabic letter, or another stretch, at that side."""
    gap = max(neighbour.x0, glyph.x0) - min(neighbour.x1, glyph.x1)
    letter = neighbour.code == glyph.code or ARABIC.search(neighbour.text) is not None
    return letter and gap < 0.05 * glyph.size and abs(neighbour.y - glyph.y) < glyph.size


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline, from the top. Fonts that cascade raise letters above theirs, so the
    heights that carry most decide, and each glyph goes to the nearest."""
    weights: dict[float, float] = defaultdict(float)
    sizes: dict[float, float] = {}
    for glyph in glyphs:
        height = round(glyph.y, 1)
        weights[height] += max(glyph.x1 - glyph.x0, 0.1)
        sizes[height] = max(sizes.get(height, 0), glyph.size)
    lines: list[float] = []
    for height in sorted(weights, key=weights.__getitem__, reverse=True):
        if abs(_nearest(lines, height) - height) > _SAME_LINE * sizes[height]:
            insort(lines, height)
    rows: dict[float, list[Glyph]] = {height: [] for height in reversed(lines)}
    for glyph in glyphs:
        rows[_nearest(lines, glyph.y)].append(glyph)
    return [row for row in rows.values() if row]


def _nearest(lines: Sequence[float], height: float) -> float:
    """The line nearest to a height; one that is infinitely far where there is none."""
    at = bisect(lines, height)
    return min(lines[max(at - 1, 0) : at + 1], key=lambda line: abs(line - height), default=inf)


def _split(row: list[Glyph], stretches: set[tuple[int, int]]) -> list[Segment]:
    """A row's glyphs from the left as units with blanks, cut at wide gaps."""
    size = sorted(glyph.size for glyph in row)[len(row) // 2]
    height = Counter(round(glyph.y, 1) for glyph in row).most_common(1)[0][0]
    letters, marks = _parted(row, stretches)
    segments: list[Segment] = []
    end = 0.0
    for unit in sorted(letters, key=lambda each: (each.x0 + each.x1, each.x0)):
        gap = unit.x0 - end if segments else 0.0
        if not segments or (gap > _CELL_GAP * size and unit.text.strip()):
            segments.append(Segment([], height, size))
            gap = 0.0
        units = segments[-1].units
        if unit.text == " " and gap + unit.x1 - unit.x0 > _CELL_GAP * size:
            end = max(end, unit.x0)
            continue
        if gap > _SPACE_GAP * size and units and " " not in (unit.text, units[-1].text):
            units.append(Unit(" ", end, unit.x0))
        if unit.text:
            units.append(unit)
        end = max(end, unit.x1)
    for mark in marks:
        _attach([unit for segment in segments for unit in segment.units], mark, size)
    return segments


def _parted(row: list[Glyph], stretches: set[tuple[int, int]]) -> tuple[list[Unit], list[Unit]]:
    """The units of a row, and the marks that belong on one of them."""
    letters: list[Unit] = []
    marks: list[Unit] = []
    for place, glyph in enumerate(row):
        text = _plain(glyph.text, glyph.code in stretches)
        into = marks if _is_mark(text) else letters
        into.append(Unit(text, glyph.x0, glyph.x1, place))
    return letters, marks


def _attach(units: list[Unit], mark: Unit, size: float) -> None:
    """Put a mark onto the letter under it: by place, and next to it in the order of painting."""
    middle = (mark.x0 + mark.x1) / 2
    if mark.x1 - mark.x0 < 0.01 * size:
        # a mark without a width of its own is painted from where its letter begins, rightward
        middle += _MARK_REACH * size
    letters = [unit for unit in units if unit.text.strip()]
    if letters:
        under = min(
            letters,
            key=lambda unit: (
                max(unit.x0 - middle, middle - unit.x1, 0.0) / size
                + 0.1 * min(abs(unit.place - mark.place), 6)
            ),
        )
        under.text += mark.text


def _plain(text: str, stretch: bool) -> str:
    """The letters of a glyph; "" for one that only stretches, " " for any blank."""
    if stretch:
        return ""
    return _BLANKS.sub(" ", _NO_LETTER.sub("", text))


def _is_mark(text: str) -> bool:
    bare = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text).strip()
    return bool(bare) and all(unicodedata.category(c) == "Mn" for c in bare)


def _put_in_order(
    segment: Segment, rtl_page: bool, as_seen: dict[int, str], as_written: dict[int, str]
) -> None:
    """Give a segment its text, and the measures of its line, in written order."""
    while segment.units and not segment.units[-1].text.strip():
        segment.units.pop()
    while segment.units and not segment.units[0].text.strip():
        segment.units.pop(0)
    seen = "".join(_spokesman(unit.text) for unit in segment.units)
    right, left = len(ARABIC.findall(seen)), len(LATIN.findall(seen))
    # on a page of Arabic a line is Arabic unless it is a foreign sentence with a word of it
    leftward = left <= 2 * right if rtl_page else right > left
    segment.rtl = leftward
    segment.x0, segment.x1 = segment.units[0].x0, max(unit.x1 for unit in segment.units)
    order = written_order(as_it_looks(seen, as_written), leftward=leftward)
    ordered = [(segment.units[at], to_left) for at, to_left in order]
    segment.first_word = _width_of_first_word([unit for unit, _ in ordered])
    pieces = [unit.text.translate(as_seen) if to_left else unit.text for unit, to_left in ordered]
    text = _FORMS.sub(as_letters, "".join(pieces))
    segment.text = re.sub(" {2,}", " ", text).strip()


def _spokesman(text: str) -> str:
    """The one character of a unit by which it takes its place."""
    strong = (c for c in text if unicodedata.bidirectional(c) in ("L", "R", "AL", "EN", "AN"))
    return next(strong, text[0])


def _width_of_first_word(units: Sequence[Unit]) -> float:
    word = []
    for unit in units:
        if unit.text == " ":
            break
        word.append(unit)
    return sum(unit.x1 - unit.x0 for unit in word)
