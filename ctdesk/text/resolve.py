"""Which way every character of a paragraph runs: UAX #9, through python-bidi's own stages.

`bidi.algorithm` has no rule N0 (bracket pairs) and knows no isolates, and its fast twin
(`bidi.get_display`) gives no levels; so the stages are called one by one, with N0 between them.
Explicit embeddings and isolates are passed over: text from outside has no business ordering ours.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable
from typing import Any, Literal

from bidi.algorithm import (
    apply_mirroring,
    calc_level_runs,
    reorder_resolved_levels,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)

Base = Literal["rtl", "ltr"]

PASSED_OVER = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

# Unicode's BidiBrackets.txt, opening and closing in turn. Guillemets are no brackets there.
_PAIRS = (
    "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⸢⸣⸤⸥⸦⸧⸨⸩〈〉《》「」『』【】〔〕（）［］｛｝"
)
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSERS = frozenset(_CLOSING.values())
_STACK = 63
"""BD16: more open brackets than this end the search for pairs."""

Storage = dict[str, Any]

_LETTERS = {"L": "l", "R": "r", "AL": "a", "EN": "e", "AN": "n", "NSM": "m"}
_BRACKET, _PASSED, _NEUTRAL = "b", "x", "o"
_STRETCH = re.compile("[ra](?:[^lenb]*[ra])?|l(?:[^raenb]*l)?|e+|n+|.", re.DOTALL)
"""Strong letters of one direction with everything between them that must follow them."""


def types(text: str, base: Base) -> list[str]:
    """`L`, `R`, `EN` or `AN` for each character; `""` for one that has no place (controls).

    The stages see one character for each stretch that resolves as a whole: what stands between
    two letters of one direction, with no number, bracket or other letter there, goes with them
    (rules W1, W6, N1), and a row of digits is one number. Twenty times fewer steps.
    """
    kinds = text.translate(_KINDS)
    spans = [found.span() for found in _STRETCH.finditer(kinds)]
    storage = _resolved([(end - 1, text[end - 1]) for _, end in spans], base)
    found = [""] * len(text)
    starts = {end - 1: start for start, end in spans}
    for char in storage["chars"]:
        at = char["at"]
        found[starts[at] : at + 1] = [char["type"]] * (at + 1 - starts[at])
    if _PASSED in kinds:
        found = [kind if of != _PASSED else "" for kind, of in zip(found, kinds, strict=True)]
    return found


def visual_order(text: str, base: Base) -> str:
    """The text as a device that orders nothing must receive it, brackets mirrored."""
    storage = _resolved(list(enumerate(text)), base)
    resolve_implicit_levels(storage, debug=False)
    reorder_resolved_levels(storage, debug=False)
    apply_mirroring(storage, debug=False)
    return "".join(char["ch"] for char in storage["chars"])


def reordered(text: str, base: Base) -> list[tuple[int, bool]]:
    """Positions of the text in the order in which it is displayed, from the left, each with
    whether it runs to the left.

    Since what is turned round twice is as it was, this also takes a displayed line back to the
    order in which it is written.
    """
    storage = _resolved(list(enumerate(text)), base)
    resolve_implicit_levels(storage, debug=False)
    reorder_resolved_levels(storage, debug=False)
    return [(char["at"], char["level"] % 2 == 1) for char in storage["chars"]]


def bidi_class(char: str) -> str:
    """Bidi class of a character; one that Unicode has not given yet counts as its block does."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    right = 0x0590 <= code <= 0x08FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF
    return "R" if right or 0x10800 <= code <= 0x10FFF or 0x1E800 <= code <= 0x1EFFF else "L"


class _Kinds(dict[int, str]):
    """One letter for each character's class, found when first met: a table for `translate`."""

    def __missing__(self, code: int) -> str:
        kind = bidi_class(chr(code))
        letter = _LETTERS.get(kind, _PASSED if kind in PASSED_OVER else _NEUTRAL)
        self[code] = letter = _BRACKET if chr(code) in _PAIRS else letter
        return letter


_KINDS = _Kinds()


def _resolved(placed: Iterable[tuple[int, str]], base: Base) -> Storage:
    level = 1 if base == "rtl" else 0
    chars = [(at, char, bidi_class(char)) for at, char in placed]
    storage: Storage = {
        "base_level": level,
        "base_dir": "LR"[level],
        "runs": deque(),
        "chars": [
            {"ch": char, "level": level, "type": kind, "orig": kind, "at": at}
            for at, char, kind in chars
            if kind not in PASSED_OVER
        ],
    }
    calc_level_runs(storage)
    resolve_weak_types(storage, debug=False)
    _resolve_brackets(storage["chars"], "LR"[level])
    resolve_neutral_types(storage, debug=False)
    return storage


def _resolve_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what they hold, or stand among."""
    for opening, closing in _pairs(chars):
        held = {_side(chars[at]["type"]) for at in range(opening + 1, closing)}
        if base in held:
            side = base
        elif held & {"L", "R"}:
            side = _side_before(chars, opening, base)
        else:
            continue
        for at in (opening, closing):
            chars[at]["type"] = side
            _carry_marks(chars, at, side)


def _carry_marks(chars: list[dict[str, Any]], at: int, side: str) -> None:
    """Marks that stand on a bracket go where it goes."""
    for char in chars[at + 1 :]:
        if char["orig"] != "NSM":
            return
        char["type"] = side


def _side_before(chars: list[dict[str, Any]], at: int, base: str) -> str:
    sides = (_side(chars[n]["type"]) for n in range(at - 1, -1, -1))
    return next((side for side in sides if side), base)


def _side(kind: str) -> str:
    """Numbers count as right-to-left for neutrals around them."""
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _pairs(chars: Iterable[dict[str, Any]]) -> list[tuple[int, int]]:
    """Positions of the bracket pairs, by their opening (BD16)."""
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        mark = char["ch"]
        if char["type"] != "ON":
            continue
        if mark in _CLOSING:
            if len(stack) == _STACK:
                return sorted(found)
            stack.append((unicodedata.normalize("NFC", _CLOSING[mark]), at))
        elif mark in _CLOSERS:
            wanted = unicodedata.normalize("NFC", mark)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == wanted:
                    found.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(found)
