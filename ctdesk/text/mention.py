"""What a mention of another message is, and the plain spelling in which mentions are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from ctdesk.text.fold import fold_word

Direction = Literal["yours", "ours", ""]
Kind = Literal["message", "resolution"]

DEPARTMENT, MISSION = "department", "mission"
CIRCULAR = "circular"
"""The addressee of what goes to many posts alike."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A message or resolution named in a text.

    `start` and `end` are code points of the text as given. `number` is canonical: folded, ASCII
    digits, parts joined by "/". `direction` says whose message it is, seen by the writer.
    `sender_hint` is "department", "mission" or a name as written, `addressee_hint` likewise.
    `date` is "2025-04-03", "04-03" when no year is said, "1975" when only the year is, or "".
    `copies` are the numbers of its copies elsewhere, with the place each went to or "".
    """

    start: int
    end: int
    text: str
    number: str
    direction: Direction = ""
    sender_hint: str = ""
    date: str = ""
    kind: Kind = "message"
    addressee_hint: str = ""
    copies: tuple[tuple[str, str], ...] = ()


class _Plain(dict[int, str]):
    """A translation table, one character for one, that learns each character at first sight."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = character
        if code > 127 and (character.isdecimal() or "\u0600" <= character <= "\u08ff"):
            form = fold_word(character)
            folded = form if len(form) == 1 else character
        self[code] = folded
        return folded


_TABLE = _Plain({ord(c): "'" for c in "\u2018\u2019\u02bc\uff07\u00b4`"})
_TABLE.update({ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212"})
_TABLE.update({0xA0: " ", 0x202F: " ", 0x060C: ",", 0x061B: ";", 0x2044: "/", 0xFF0F: "/"})
_TABLE.update({ord(c): " " for c in "\n\r\t\u2028\x0b\x0c"})
# Characters that have no place in a spelling, presentation forms, which may be two letters, and
# blanks in a row: one blank, or one line's end for a paragraph's.
_UNEVEN = re.compile(
    "(?P<blanks>[ \t\r\n\xa0]{2,})"
    "|[\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff]+|[\ufb50-\ufdff\ufe70-\ufefc]"
)


class Plain:
    """A text with one spelling for each letter and digit, and the way back to the text given."""

    def __init__(self, given: str) -> None:
        self.given = given
        if not _UNEVEN.search(given):
            self.text = given.translate(_TABLE)
            self._plain_at, self._given_at = [0], [0]
            return
        pieces: list[str] = []
        self._plain_at, self._given_at = [], []
        length = last = 0

        def take(piece: str, at: int) -> None:
            nonlocal length
            if piece:
                self._plain_at.append(length)
                self._given_at.append(at)
                pieces.append(piece)
                length += len(piece)

        for found in _UNEVEN.finditer(given):
            take(given[last : found.start()].translate(_TABLE), last)
            take(_instead(found), found.start())
            last = found.end()
        take(given[last:].translate(_TABLE), last)
        self.text = "".join(pieces)

    def given_at(self, position: int) -> int:
        """Where a character of the plain text stands in the text given."""
        if not self._plain_at:
            return 0
        part = bisect_right(self._plain_at, position) - 1
        return self._given_at[part] + position - self._plain_at[part]

    def given_end(self, end: int) -> int:
        """The end in the text given of a stretch that ends before `end` in the plain text."""
        return self.given_at(end - 1) + 1 if end else 0


def _instead(found: re.Match[str]) -> str:
    if found["blanks"]:
        return "\n" if found[0].count("\n") > 1 else " "
    return fold_word(found[0]) if found[0] >= "\ufb50" and found[0][0] != "\ufeff" else ""


_SEPARATORS = re.compile(r"\s*[/\\\-_.]+\s*")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


def canonical(number: str) -> str:
    """One spelling for a number, of plain text: "A–012" and "a-12" are both "a/12"."""
    joined = _SEPARATORS.sub("/", number.strip())
    return _ZEROS.sub("", " ".join(joined.casefold().split())).strip("/ ")
