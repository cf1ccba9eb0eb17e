"""Orthographic folding: one spelling for every way a word is written.

What is indexed and what is asked are both folded, so that hamza forms, final yaa, taa marbuta,
tashkeel, tatweel, presentation forms, digit sets, letter case, accents, apostrophes, zero-width and
direction controls never keep a document from being found. Folding is orthographic only: clitics,
plurals and synonyms are the business of expansion, at the time of the question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# A new version means that indexes folded by an older one must be rebuilt.
FOLD_VERSION = 2

_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u02be\u02bf\u02bb\u02c8`\u00b4\u2032\u2035\uff07\u055a"
_DROPPED = _APOSTROPHES + "ـ."
_POSSESSIVE = re.compile("['\u2019\uff07\u02bc][sS]$")

# Letters that NFKD leaves apart: carriers without a decomposition, Persian, Urdu and Sorani shapes.
_LETTERS = {
    "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ێ": "ي", "ې": "ي", "ے": "ي", "ھ": "ه",
    "ہ": "ه", "ە": "ه", "ۃ": "ه", "ۆ": "و", "ۇ": "و", "ۈ": "و", "ۋ": "و", "ڵ": "ل", "ڕ": "ر",
    "ٲ": "ا", "ٳ": "ا", "ٵ": "ا", "ٶ": "و", "ٸ": "ي", "ى\u0670": "ي", "ڪ": "ك", "ۍ": "ي",
    "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip

# Presentation forms of a mark standing alone: NFKC gives them a blank, which would split the word.
_LONE_MARKS = re.compile("[\ufc5e-\ufc63\ufe70-\ufe7f]")


def _class(codes: Iterable[int]) -> str:
    """The code points as the inside of a character class, neighbours joined into ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


# Marks and controls that may stand inside a word and are no part of its spelling.
_INSIDE = _class(
    code
    for code in (0xAD, *range(0x300, 0x3100), *range(0xFE00, 0xFE30), 0xFEFF)
    if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me", "Cf")
)
_MARKS = _class(
    code
    for code in (*range(0x300, 0x3100), *range(0xFE20, 0xFE30))
    if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me")
)
_ARABIC = (
    "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7"
    "\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc"
)
_OTHER = rf"[^\W_{_ARABIC}]"

# A token: a dotted acronym, a run of Arabic letters, or a run of other letters and digits. Arabic
# letters part from Latin ones and from digits ("بـISIS", "القرار2379"): each is looked for alone.
TOKEN = re.compile(
    rf"[A-Za-z](?:\.[A-Za-z])+(?![\w{_MARKS}])\.?"
    rf"|[{_ARABIC}]+(?:[{_INSIDE}]+[{_ARABIC}]+)*[{_MARKS}]*"
    rf"|{_OTHER}+(?:(?:[{_INSIDE}]+|[{_APOSTROPHES}](?={_OTHER})){_OTHER}+)*[{_MARKS}]*"
)
_PART = re.compile(rf"[{_ARABIC}]+|{_OTHER}+")

# "عبد" with a clitic or without: it and the name after it are one name however they are spaced.
SERVANT = frozenset(("عبد", "وعبد", "لعبد", "بعبد", "فعبد", "كعبد"))
_NO_NAME = frozenset(("الي", "الا", "التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي", "الان"))


def names_one(before: str, form: str) -> bool:
    """Whether a folded word makes one name with the "عبد" before it: no small word does."""
    return before in SERVANT and form.startswith("ال") and len(form) > 2 and form not in _NO_NAME


class _Letters(dict[int, str]):
    """A translation table that learns each character at its first sight."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _LETTERS:
            folded = _LETTERS[character]
        elif unicodedata.decimal(character, None) is not None:
            folded = str(unicodedata.decimal(character))
        elif character in _DROPPED or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf"):
            folded = ""
        else:
            folded = character
        self[code] = folded
        return folded


_TABLE = _Letters()


def _spell(token: str) -> str:
    """One pass of folding over a token that isn't plain ASCII."""
    plain = unicodedata.normalize("NFKD", _LONE_MARKS.sub("", token)).casefold()
    return unicodedata.normalize("NFKD", plain).translate(_TABLE)


@lru_cache(maxsize=1 << 16)
def fold_token(token: str) -> str:
    """The folded form of one match of `TOKEN`; "" when nothing of it is left.

    A ligature that stands for several words (the salutation U+FDFA) gives them joined by blanks.
    """
    token = _POSSESSIVE.sub("", token)
    if token.isascii():
        return token.lower().replace("'", "").replace("`", "").replace(".", "")
    form = _spell(token)
    while (again := _spell(form)) != form:
        form = again
    return " ".join(_PART.findall(form))


def join_servant(forms: list[str]) -> list[str]:
    """The forms with "عبد" and a following "ال…" made one: عبد الله and عبدالله are one name."""
    joined: list[str] = []
    for form in forms:
        if joined and names_one(joined[-1], form):
            joined[-1] += form
        else:
            joined.append(form)
    return joined


def forms_of(text: str) -> list[str]:
    """The folded tokens of a text, in order. Equal forms are mostly one object, so that counting
    them doesn't hash each anew."""
    forms = list(filter(None, map(fold_token, TOKEN.findall(text))))
    folded = " ".join(forms)
    if "عبد ال" not in folded and folded.count(" ") < max(1, len(forms)):
        return forms
    return join_servant(folded.split(" "))


def fold(text: str) -> str:
    """The text's folded tokens joined by blanks; folding what is folded changes nothing."""
    return " ".join(forms_of(text))


def fold_word(word: str) -> str:
    """The folded form of one word or name; the parts of a compound run together."""
    return "".join(forms_of(word))
