"""A line as it lies on paper, from the left, taken back to the order in which it was written.

UAX #9 turned round: what is ordered for showing twice is as it was written, if the algorithm is
shown the same classes both times. Where its rules look at what was written before (numbers) or at
the form of a bracket, the line is prepared so that they come out the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ctdesk.text.resolve import reordered

ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9/.:_'-]*[ ]?\([A-Za-z0-9 .,/-]{1,16}\)")
_TIES = " -/.,:_'("
"""What may stand between a Latin word and a number that belongs to it."""
PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›")
_PAIR_OF = {mark: pair for pair in PAIRS for mark in pair}
_OPENING = frozenset(pair[0] for pair in PAIRS)
_BRACKET = re.compile(r"(?<=(.))([()\[\]{}<>«»‹›])(?=(.))")


def written_order(seen: str, *, leftward: bool) -> list[tuple[int, bool]]:
    """Places of a line's units, which are given from the left, in the order of writing."""
    if not leftward and not ARABIC.search(seen):
        return [(at, False) for at in range(len(seen))]
    return reordered(_as_arabic(seen), "rtl") if leftward else reordered(seen, "ltr")


def as_it_looks(seen: str, as_written: dict[int, str]) -> str:
    """The line with its brackets as they are on paper; in a symbol such as S/RES/2379 (2017),
    which runs to the right, they are so already."""
    turned = list(seen.translate(as_written))
    for found in _SYMBOL.finditer(seen):
        turned[found.start() : found.end()] = found.group()
    return "".join(turned)


def _as_arabic(seen: str) -> str:
    """An Arabic line as the algorithm must see it: its numbers count as Arabic.

    By the algorithm they do by the letter written before them, which on paper stands at their
    right; only a number that is tied to a Latin word at its left goes with that word.
    """
    tied, letters = False, []
    for char in seen:
        if LATIN.match(char):
            tied = True
        elif char not in _TIES and not char.isdigit():
            tied = False
        letters.append("\u0660" if char in "0123456789" and not tied else char)
    return "".join(letters)


def brackets_as_seen(lines: Iterable[str]) -> str:
    """The brackets that a document gives as they look on paper, not as they are written.

    Each bracket that stands between a letter and a blank votes: beside an Arabic letter its form
    tells, and one that closes before a Latin word, as it looks, can only be given as written.
    """
    votes: Counter[str] = Counter()
    for line in lines:
        for found in _BRACKET.finditer(f" {line} "):
            before, mark, after = found.group(1, 2, 3)
            opening = mark in _OPENING
            left, right = _kind(before), _kind(after)
            if (left, right) not in (("", "a"), ("", "l"), ("a", ""), ("l", "")):
                continue
            looks_right = opening == (left == "")
            if not looks_right:
                votes[_PAIR_OF[mark]] -= 1
            elif "a" in (left, right):
                votes[_PAIR_OF[mark]] += 1
    whole = sum(votes.values())
    return "".join(pair for pair in PAIRS if (votes[pair] or whole) >= 0)


def _kind(char: str) -> str:
    """What stands beside a bracket: "a" for an Arabic letter, "l" for another letter or figure,
    "" for none."""
    if ARABIC.match(char):
        return "a"
    return "l" if char.isalnum() else ""


def turned_round(pairs: Iterable[str]) -> dict[int, str]:
    """A table for `translate` that turns the brackets of these pairs round."""
    return {ord(mark): pair.replace(mark, "") for pair in pairs for mark in pair}
