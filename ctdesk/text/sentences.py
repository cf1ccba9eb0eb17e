"""Where sentences end in Arabic and English, and the first one short enough for a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?؟۔…]+[\"'”’»)\]]*(?=\s|$)")
_BREAK = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*(?:\n\s*)?")
_BLANK = re.compile(r"\s+")
_LAST_WORD = re.compile(r"\S+\Z")
_LONGEST_WORD = 40
_CLOSING = "\"'”’»)]"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_CLAUSE = re.compile(r"[،؛,;:–—](?=\s)")
_ELLIPSIS = "…"
_WRAPPED = 55
"""Characters from which a line of a wrapped text is continued by the next one."""
_WIDEST_WRAPPED = 100
"""A text with longer lines has a line for each paragraph."""

_SHORT_FORM = re.compile(
    r"""mr|mrs|ms|dr|prof|st|gen|col|maj|capt|lt|sgt|hon|rev|amb|vs|etc|e\.g|i\.e|cf
    |jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|dept|govt|approx|inc|ltd|co|corp|jr|sr""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_A_NUMBER = re.compile(r"nos?|arts?|paras?|pp?|vol|fig|refs?|tel|sec", re.IGNORECASE)
_ENUMERATION = re.compile(r"[(\[]?(?:[0-9٠-٩]{1,6}|[ivxIVX]{1,5})[)\].]*")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text in order, each on one line with single blanks.

    A sentence ends at a full stop, exclamation or question mark (Arabic ones too), at an empty
    line, and at the end of a line unless the text is wrapped there. Stops after short forms (Dr.),
    initials (U.S.) and enumerations (1.) end nothing.
    """
    for passage in _passages(text):
        start = 0
        for end in _END.finditer(passage):
            following = passage[end.end() : end.end() + 2].lstrip()
            if _ends_a_sentence(passage[start : end.end()], end.group(), following):
                yield passage[start : end.end()].strip()
                start = end.end()
        rest = passage[start:].strip()
        if rest:
            yield rest


def first_sentence(text: str, limit: int = 120) -> str:
    """The first sentence that says something, at most `limit` characters, no word cut.

    A sentence that is too long ends at a clause or a word, with an ellipsis; a single word longer
    than `limit` is the only one ever cut. A number standing alone is passed over. Empty when the
    text holds no word.
    """
    for sentence in sentences(text):
        if any(c.isalpha() for c in sentence) and not _ENUMERATION.fullmatch(sentence):
            return shortened(sentence, limit)
    return ""


def shortened(text: str, limit: int) -> str:
    """`text` on one line within `limit` characters: cut at a clause, else at a word, and marked."""
    line = _BLANK.sub(" ", text).strip()
    if len(line) <= limit:
        return line
    room = line[: limit - 1]
    if not line[limit - 1].isspace():
        whole = room.rsplit(None, 1)
        room = whole[0] if len(whole) == 2 else room
    clauses = [m.start() for m in _CLAUSE.finditer(room)]
    if clauses and clauses[-1] > limit * 0.6:
        room = room[: clauses[-1]]
    return room.rstrip(" ،؛,;:–—-([«“") + _ELLIPSIS


def _passages(text: str) -> Iterator[str]:
    """Runs of text between real line ends; the lines of a wrapped text are joined again."""
    wrapped = max(map(len, text.split("\n"))) <= _WIDEST_WRAPPED
    held: list[str] = []
    position = 0
    for gap in _BREAK.finditer(text):
        line = text[position : gap.start()]
        position = gap.end()
        held.append(line)
        if gap.group().count("\n") > 1 or not wrapped or len(line) < _WRAPPED:
            yield _BLANK.sub(" ", " ".join(held)).strip()
            held = []
    held.append(text[position:])
    yield _BLANK.sub(" ", " ".join(held)).strip()


def _ends_a_sentence(sentence: str, mark: str, following: str) -> bool:
    if mark[0] != "." or len(mark.rstrip(_CLOSING)) > 1:
        return True
    body = sentence[: -len(mark)].strip()
    word = _LAST_WORD.search(body[-_LONGEST_WORD:])
    if word is None:
        return True
    last = word.group().lstrip("\"'“‘«([")
    if _SHORT_FORM.fullmatch(last) or _INITIALS.fullmatch(last):
        return False
    if _BEFORE_A_NUMBER.fullmatch(last) and following[:1].isdigit():
        return False
    return not (_ENUMERATION.fullmatch(last) and len(body) <= len(word.group()))
