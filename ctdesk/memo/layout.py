"""What each kind of memo is made of: one line a kind, in the order of the page.

A new kind is an entry here, its word in the vocabulary `memo_kind`, and what it says that is its
own in `resources/terms/memo.toml` (title, closing).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ctdesk.memo.content import MemoKind

Numbering = Literal["ordinal", "bullet", "none"]


@dataclass(frozen=True)
class Layout:
    """The parts of a kind that it has or has not; number, date and marks every kind has."""

    title: bool = False
    """Its name stands large in the middle, in the place of an addressee."""
    addressee: Literal["head", "foot", "none"] = "head"
    subject: bool = True
    greeting: bool = True
    compliments: bool = False
    """It speaks in the third person, with the opening and closing courtesies."""
    numbering: Numbering = "ordinal"
    closing: bool = True
    signature: Literal["sign", "initials", "none"] = "sign"
    references: bool = True
    """Says at its end which letters [1], [2] are: inside papers do, letters that leave don't."""


LAYOUTS: Mapping[MemoKind, Layout] = {
    "opinion_reports": Layout(),
    "opinion_mou": Layout(),
    "answer": Layout(references=False),
    "to_minister": Layout(),
    "note_verbale": Layout(
        title=True,
        addressee="foot",
        subject=False,
        greeting=False,
        compliments=True,
        numbering="none",
        signature="initials",
        references=False,
    ),
    "brief": Layout(
        title=True, addressee="none", greeting=False, numbering="bullet", closing=False,
        signature="none",
    ),
    "speaking_notes": Layout(
        title=True, addressee="none", greeting=False, numbering="bullet", closing=False,
        signature="none", references=False,
    ),
}  # fmt: skip
