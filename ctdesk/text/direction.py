"""Which way a text runs, and where inside it the direction changes.

`base_direction` serves the window, `runs` and `guard` serve Word, `visual` serves terminals that
order nothing themselves. Windows, Word and LibreOffice shape and order Arabic on their own: they
never get reshaped or reordered text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ctdesk.text.resolve import Base as Base
from ctdesk.text.resolve import types, visual_order

LRM, RLM, NBSP, NNBSP = "\u200e", "\u200f", "\u00a0", "\u202f"

# Letters only: digits, signs and marks have no say. Hebrew, Arabic, Syriac, presentation forms.
_RTL = re.compile("[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d5\u06fa-\u088e\u08a0-\u08c9"
                  "\ufb1d-\ufdfb\ufe70-\ufefc]+")  # fmt: skip
_LTR = re.compile("[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8"
                  "\u0370-\u0373\u0376-\u0481\u048a-\u0589\u0900-\u1fff\u2c00-\u2dff"
                  "\u3040-\ud7ff\uff21-\uff3a\uff41-\uff5a]+")  # fmt: skip
_RIGHT_OR_NUMBER = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufefc\U00010800-\U0001efff]")
_LEFT_OR_NUMBER = re.compile("[^\\W_\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufefc]|\u200e")

_D = "[0-9\u0660-\u0669]"
_ATOM = re.compile(
    rf"""
      [\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+                          # e-mail
    | (?:https?://|www\.)[^\s<>«»"'()\u0600-\u06ff]+[^\s<>«»"'().,;:\u0600-\u06ff]   # address
    | (?:[A-Z]{{1,6}}(?:\.\d+)?)(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+
        (?:[ \u00a0\u202f]?\(\d{{4}}\))?                                  # S/RES/2379 (2017)
    | \+{_D}[{_D[1:-1]} \u00a0\u202f().-]{{5,}}{_D}                             # +964 1 537 0091
    | {_D}+(?:[/.,:\u066b\u066c\u2013-]{_D}+)+                            # 5/12/431, 2026-11-09
    | \([A-Za-z0-9\u0660-\u0669][A-Za-z0-9\u0660-\u0669 \u00a0\u202f.,/&-]{{0,38}}\)  # (FTF), (13)
    """,
    re.VERBOSE | re.ASCII,
)
_PLAIN = {ord(LRM): "", ord(RLM): "", ord(NBSP): " ", ord(NNBSP): " "}
_QUOTED = re.compile('«([^«»]+)»|“([^“”]+)”|"([^"]+)"')
_NOUN_AND_NUMBER = re.compile(
    "(?<!\\w)((?:و|ب|ل|ف)?(?:رقم|المرقم|بالرقم|العدد|المادة|الفقرة|القرار|البند|القانون|النظام)"
    "|No\\.|Nos\\.|Article|article|para\\.|paragraph|Law|resolution|Resolution)"
    f" (?=\\(?{_D})"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that runs one way."""

    text: str
    rtl: bool


def base_direction(text: str) -> Base:
    """The direction of a paragraph, by its letters.

    Arabic writes fewer letters for the same words: where the letters are between equal and twice
    as many Latin ones, the first letter decides; else the many. No letter at all: left to right.
    """
    right = sum(map(len, _RTL.findall(text)))
    if not right:
        return "ltr"
    left = sum(map(len, _LTR.findall(text)))
    if right > left:
        return "rtl"
    if left > 2 * right:
        return "ltr"
    first_right, first_left = _RTL.search(text), _LTR.search(text)
    if first_right and first_left and first_left.start() < first_right.start():
        return "ltr"
    return "rtl"


def runs(text: str, base: Base) -> list[Run]:
    """The text cut where its direction changes; the pieces together are the text.

    No strong left-to-right letter is in an rtl run and no right-to-left one outside it; UN
    symbols, references, dates, decimals, addresses and telephone numbers stay whole in one
    left-to-right run, since Word orders them by the run alone.
    """
    if not text:
        return []
    if _one_way(text, base):
        return [Run(text, base == "rtl")]
    sides = _sides(text, base)
    for start, end in _atoms(text):
        sides[start:end] = [False] * (end - start)
    cuts = [0, *(n for n in range(1, len(text)) if sides[n] != sides[n - 1]), len(text)]
    return [Run(text[a:b], sides[a]) for a, b in pairwise(cuts)]


def guard(text: str, base: Base) -> str:
    """The text with the few invisible marks that keep it in order in Word and LibreOffice.

    Left-to-right marks around an atom that UAX #9 alone would turn round and around one in
    parentheses (else LibreOffice breaks the line after the bracket), the direction of a quotation
    held at both its ends, no break inside an atom or between a noun and its number. Inside an
    atom the blank is the narrow one: LibreOffice cuts through digits that U+00A0 holds together.
    `unguarded` takes all of them away again.
    """
    text = _NOUN_AND_NUMBER.sub(lambda m: m[1] + NBSP, text)
    if _one_way(text, base):
        return text
    text = _QUOTED.sub(lambda m: _hold(m, base), text)
    kinds = types(text, base)
    out: list[str] = []
    done = 0
    for start, end in _atoms(text):
        atom = text[start:end].replace(" ", NNBSP)
        among_left = start > 0 and kinds[start - 1] == "L"
        if (atom[0] == "(" and base == "rtl" and not among_left) or "R" in kinds[start:end]:
            atom = f"{LRM}{atom}{LRM}"
        out += (text[done:start], atom)
        done = end
    return "".join((*out, text[done:]))


def unguarded(text: str) -> str:
    """The text as it was before `guard`, as far as words go: no marks, plain blanks."""
    return text.translate(_PLAIN)


def visual(text: str) -> str:
    """The text shaped and ordered for a terminal that does neither; line by line."""
    from arabic_reshaper import reshape

    return "\n".join(_visual_line(line, reshape) for line in text.split("\n"))


def _visual_line(line: str, reshape: Callable[[str], str]) -> str:
    base = base_direction(line)
    marked = guard(line, base).replace(NBSP, " ").replace(NNBSP, " ")
    ordered = visual_order(reshape(marked), base)
    return ordered.replace(LRM, "").replace(RLM, "")


def _one_way(text: str, base: Base) -> bool:
    """Nothing in it runs against the base: the usual case, decided without the algorithm."""
    against = _LEFT_OR_NUMBER if base == "rtl" else _RIGHT_OR_NUMBER
    return against.search(text) is None


def _sides(text: str, base: Base) -> list[bool]:
    """For each character: does it belong in an rtl run? Controls go with what precedes them."""
    sides: list[bool] = []
    last = base == "rtl"
    for kind in types(text, base):
        if kind:
            last = kind != "L" if base == "rtl" else kind in ("R", "AN")
        sides.append(last)
    return sides


def _atoms(text: str) -> Iterator[tuple[int, int]]:
    """Where the atoms stand; a number's atom does not begin or end inside a word."""
    for found in _ATOM.finditer(text):
        start, end = found.span()
        if start and _joined(text[start - 1], text[start]):
            continue
        if end < len(text) and _joined(text[end], text[end - 1]):
            continue
        yield start, end


def _joined(outside: str, inside: str) -> bool:
    return outside.isalnum() and inside.isalnum()


def _hold(found: re.Match[str], base: Base) -> str:
    """A quotation in the other language keeps its own order to its last full stop.

    Its marks go with it: between a quotation mark and the letter LibreOffice would end the line.
    """
    whole, words = found[0], next(filter(None, found.groups()))
    own = base_direction(words)
    letters = _LTR if own == "ltr" else _RTL
    if own == base or not letters.search(words):
        return whole
    mark = LRM if own == "ltr" else RLM
    return f"{mark}{whole}{mark}"
