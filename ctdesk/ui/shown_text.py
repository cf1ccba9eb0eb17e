"""A document's text as a page shows it, and the way back to the positions of the original.

Invisible characters keep numbers, references and words of the other script in one piece; they are
added for showing only, so a position on the page is not a position in the text: `Shown` knows both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ctdesk.text.direction import base_direction

_FSI, _PDI, _JOINER, _NO_BREAK = "\u2068", "\u2069", "\u2060", "\u00a0"

_ARABIC = (
    "\u0600-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f\u2019'&.\-]*"
# a Latin phrase with the figures that belong to it, or figures with their separators
_FOREIGN_IN_ARABIC = re.compile(
    rf"{_LATIN_WORD}(?:[ /,:\-]{{1,2}}(?:{_LATIN_WORD}|[0-9]+(?![{_DIGIT}])))*"
    r"(?: ?\([0-9]{1,4}\))?"
    rf"|[{_DIGIT}]+(?:[/\-.:,\u066b\u066c][{_DIGIT}]+)+(?: ?[%\u066a])?"
)
# Arabic words, or a reference of letters and figures (S/RES/2379 (2017), 4/7/123)
_FOREIGN_IN_LATIN = re.compile(
    rf"[{_ARABIC}]+(?:[ \u060c\u061b][{_ARABIC}]+)*"
    r"|(?<![A-Za-z0-9/])(?=[A-Za-z/\-]*[0-9])[A-Za-z0-9]+(?:/[A-Za-z0-9\-]+)+"
    r"(?: ?\([0-9]{1,4}\))?"
)
_REFERENCE = re.compile(r"/|(?<=\d) (?=\()")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Shown:
    """The text for the page: positions on it are UTF-16 units, in the original code points."""

    text: str
    added: tuple[int, ...]
    """For each unit on the page that the original has not: the original position it stands
    before, rising."""

    def on_page(self, position: int) -> int:
        """Where the original's character of that position stands on the page."""
        return position + bisect_right(self.added, position)

    def in_original(self, position: int) -> int:
        """The original position of what stands at that position of the page."""
        low, high = 0, position
        while low < high:
            middle = (low + high + 1) // 2
            if middle + bisect_left(self.added, middle) <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range of the original as a range of the page."""
        if end <= start:
            return self.on_page(start), self.on_page(start)
        return self.on_page(start), self.on_page(end - 1) + 1


def shown(text: str) -> Shown:
    """The text with its foreign runs isolated, paragraph by paragraph."""
    added: list[int] = []
    paragraphs: list[str] = []
    offset = 0
    for paragraph in text.split("\n"):
        pieces: list[str] = []
        last = 0
        rtl = base_direction(paragraph) == "rtl"
        for found in (_FOREIGN_IN_ARABIC if rtl else _FOREIGN_IN_LATIN).finditer(paragraph):
            pieces.append(paragraph[last : found.start()])
            pieces.append(_FSI)
            added.append(offset + found.start())
            pieces.append(_kept_together(found.group(), offset + found.start(), added))
            pieces.append(_PDI)
            added.append(offset + found.end())
            last = found.end()
        pieces.append(paragraph[last:])
        paragraphs.append("".join(pieces))
        offset += len(paragraph) + 1
    added += [i + 1 for i, letter in enumerate(text) if letter > "\uffff"]
    page = _UNSHOWABLE.sub(_harmless, "\n".join(paragraphs))
    return Shown(page, tuple(sorted(added)))


def _kept_together(run: str, start: int, added: list[int]) -> str:
    """References must not break at a slash or before their year."""

    def keep(found: re.Match[str]) -> str:
        if found.group() == "/":
            added.append(start + found.end())
            return "/" + _JOINER
        return _NO_BREAK

    return _REFERENCE.sub(keep, run)


def _harmless(found: re.Match[str]) -> str:
    """Controls from outside lose their effect and keep their place; our isolates stay."""
    return found.group() if found.group() in (_FSI, _PDI) else _JOINER
