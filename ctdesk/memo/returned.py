"""A memo that came back beside the one that went out: which paragraphs changed, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal
from unicodedata import category

from ctdesk.text.difference import alike
from ctdesk.text.fold import fold

How = Literal["changed", "added", "removed", "moved"]
_ONE_PARAGRAPH = 0.4
"""As alike as this, two paragraphs at one place are one that was changed."""
_ELSEWHERE = 0.7
"""As alike as this, two paragraphs at different places are one that was moved and changed."""
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
_MOST_PAIRS = 20_000
"""A place with more pairs than this to look at was written anew."""


@dataclass(frozen=True)
class ParagraphChange:
    """A paragraph of the memo that is not as it went out; `before` or `after` is "" where it was
    not there. One that moved is told where it stands now."""

    how: How
    before: str
    after: str


def compared(sent: Sequence[str], back: Sequence[str]) -> list[ParagraphChange]:
    """What changed from the paragraphs that went out to those that came back, in their order.

    Blanks, numbering, punctuation, marks of vowels and spellings of letters are no changes.
    """
    old, new = _said(sent), _said(back)
    matcher = SequenceMatcher(None, [_key(p) for p in old], [_key(p) for p in new], autojunk=False)
    found: list[ParagraphChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found.extend(_between(old[a:b], new[c:d]))
    return list(_with_moves(found))


def lines_compared(sent: Sequence[str], back: Sequence[str]) -> list[ParagraphChange]:
    """What changed among lines whose order says nothing, those of the margins of pages."""
    old, new = _said(sent), _said(back)
    kept = {_key(line) for line in old} & {_key(line) for line in new}
    return list(
        _between(*([line for line in side if _key(line) not in kept] for side in (old, new)))
    )


def likeness(sent: Sequence[str], back: Sequence[str]) -> float:
    """How alike two memos are as wholes, 0 to 1: to tell in which form one went out."""
    old, new = ([_key(p) for p in _said(paragraphs)] for paragraphs in (sent, back))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _said(paragraphs: Sequence[str]) -> list[str]:
    return [" ".join(p.split()) for p in paragraphs if p.strip()]


def _key(paragraph: str) -> str:
    """What a paragraph says, whichever number it bears: its words, then signs that mean more."""
    words = _NUMBER.sub("", paragraph)
    signs = "".join(c for c in words.replace("٪", "%") if c in "%/" or category(c) in ("Sc", "Sm"))
    return f"{fold(words)} {signs}".strip() or words


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[ParagraphChange]:
    """Paragraphs at one place: those that are alike in pairs, the rest gone or come."""
    left = list(new)
    if len(old) * len(new) > _MOST_PAIRS:
        yield from (ParagraphChange("removed", before, "") for before in old)
        old = ()
    for before in old:
        best = max(left, key=lambda after: alike(before, after), default="")
        if best and alike(before, best) >= _ONE_PARAGRAPH:
            place = left.index(best)
            yield from (ParagraphChange("added", "", after) for after in left[:place])
            del left[: place + 1]
            if _key(before) != _key(best):
                yield ParagraphChange("changed", before, best)
        else:
            yield ParagraphChange("removed", before, "")
    yield from (ParagraphChange("added", "", after) for after in left)


def _with_moves(found: Sequence[ParagraphChange]) -> Iterator[ParagraphChange]:
    """A paragraph that is gone from one place and stands at another has moved."""
    gone = [change for change in found if change.how == "removed"]
    come = [change for change in found if change.how == "added"]
    pairs: dict[int, ParagraphChange] = {}
    if len(gone) * len(come) <= _MOST_PAIRS:
        for change in come:
            before = _best(change.after, gone)
            if before is not None:
                gone.remove(before)
                how: How = "moved" if _key(before.before) == _key(change.after) else "changed"
                pairs[id(change)] = ParagraphChange(how, before.before, change.after)
    left = {id(change) for change in gone}
    for change in found:
        if change.how != "removed" or id(change) in left:
            yield pairs.get(id(change), change)


def _best(after: str, gone: Sequence[ParagraphChange]) -> ParagraphChange | None:
    """The paragraph, gone from its place, that this one was."""
    best = max(gone, key=lambda change: alike(change.before, after), default=None)
    return best if best and alike(best.before, after) >= _ELSEWHERE else None
