"""A text as folded words that know where they stand in the original.

The index is fed the folded words; hits are marked in the original spelling, so that each word
carries its exact offsets there, harakat, ligatures and controls included.
"""

from __future__ import annotations

from typing import NamedTuple

from ctdesk.text.fold import TOKEN, fold, fold_token, names_one


class Word(NamedTuple):
    """A folded word (`form`), its range in the original (code points), its place among the words.

    Words that one ligature stands for share its range.
    """

    form: str
    start: int
    end: int
    position: int


def words(text: str) -> list[Word]:
    """The folded words of a text, in order, with exact offsets into the original."""
    found: list[Word] = []
    for match in TOKEN.finditer(text):
        form = fold_token(match[0])
        if not form:
            continue
        start, end = match.span()
        for part in form.split(" ") if " " in form else (form,):
            if found and names_one(found[-1].form, part):
                before = found[-1]
                found[-1] = Word(before.form + part, before.start, end, before.position)
            else:
                found.append(Word(part, start, end, len(found)))
    return found


def shadow(text: str) -> str:
    """What the full-text index is fed for a text: its folded words joined by blanks."""
    return fold(text)
