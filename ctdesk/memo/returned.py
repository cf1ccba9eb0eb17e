"""A memo that came back beside the one that went out: which paragraphs changed, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from ctdesk.text.difference import alike, same
from ctdesk.text.fold import fold

How = Literal["changed", "added", "removed"]
_ONE_PARAGRAPH = 0.4
"""As alike as this, two paragraphs at one place are one that was changed."""


@dataclass(frozen=True)
class ParagraphChange:
    """A paragraph of the memo that is not as it went out; `before` or `after` is "" where it was
    not there."""

    how: How
    before: str
    after: str


def compared(sent: Sequence[str], back: Sequence[str]) -> list[ParagraphChange]:
    """What changed from the paragraphs that went out to those that came back, in their order.

    Blanks, marks of vowels and spellings of letters are no changes (`ctdesk.text.difference`).
    """
    old, new = _said(sent), _said(back)
    matcher = SequenceMatcher(None, [_key(p) for p in old], [_key(p) for p in new], autojunk=False)
    found: list[ParagraphChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found.extend(_between(old[a:b], new[c:d]))
    return found


def likeness(sent: Sequence[str], back: Sequence[str]) -> float:
    """How alike two memos are as wholes, 0 to 1: to tell in which form one went out."""
    old, new = ([_key(p) for p in _said(paragraphs)] for paragraphs in (sent, back))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _said(paragraphs: Sequence[str]) -> list[str]:
    return [" ".join(p.split()) for p in paragraphs if p.strip()]


def _key(paragraph: str) -> str:
    return fold(paragraph) or paragraph


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[ParagraphChange]:
    """Paragraphs at one place: those that are alike in pairs, the rest gone or come."""
    left = list(new)
    for before in old:
        best = max(left, key=lambda after: alike(before, after), default="")
        if best and alike(before, best) >= _ONE_PARAGRAPH:
            place = left.index(best)
            yield from (ParagraphChange("added", "", after) for after in left[:place])
            del left[: place + 1]
            if not same(before, best):
                yield ParagraphChange("changed", before, best)
        else:
            yield ParagraphChange("removed", before, "")
    yield from (ParagraphChange("added", "", after) for after in left)
