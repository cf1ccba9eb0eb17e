"""What is known of Arabic and English affixes, as pure functions over folded words.

Nothing here decides that two words are one: it proposes analyses and forms, and expansion keeps
those that the desk's own vocabulary attests. So a rule that is too generous costs a look-up, never
a false hit. Rules that no vocabulary can settle (لبنان is not لبن) are refused here by length.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

# Proclitics that carry the article, and those that don't; longest first where order matters.
WITH_ARTICLE = ("وبال", "وكال", "ولل", "فبال", "فلل", "وال", "بال", "كال", "فال", "لل", "ال")
BARE = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ك", "ل")
_FUTURE = ("وس", "فس", "س")
_PRESENT = ("ي", "ت", "ن", "ا")
# Pronoun suffixes. ه (his, also taa marbuta), ك and ي (also a nisba) are kept apart: ambiguous.
PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا")

_ARABIC_FIRST, _ARABIC_LAST = "\u0620", "\u06ff"


def is_arabic(word: str) -> bool:
    """True for a word that begins with an Arabic letter (folded tokens never mix scripts)."""
    return bool(word) and _ARABIC_FIRST <= word[0] <= _ARABIC_LAST and not word[0].isdigit()


class Analysis(NamedTuple):
    """One way to read a word: its base, and what was taken off before and after it."""

    base: str
    before: str
    after: str


def without_clitic(word: str) -> Iterator[Analysis]:
    """Readings of a word as proclitic + rest; a rest of fewer than three letters is none."""
    for clitic in WITH_ARTICLE:
        if word.startswith(clitic):
            rest = word[len(clitic) :]
            if len(rest) >= 3:
                yield Analysis(rest, clitic, "")
            # للجنة is ل + اللجنة: the article's lam and the noun's are written once.
            if clitic.endswith("لل") and len(rest) >= 2:
                yield Analysis("ل" + rest, clitic, "")
    for clitic in BARE:
        rest = word[len(clitic) :]
        if word.startswith(clitic) and len(rest) >= 3:
            yield Analysis(rest, clitic, "")
    for clitic in _FUTURE:
        rest = word[len(clitic) :]
        if word.startswith(clitic) and len(rest) >= 4 and rest.startswith(_PRESENT):
            yield Analysis(rest, clitic, "")


def without_suffix(word: str) -> Iterator[Analysis]:
    """Readings of a word as base + pronoun, plural, dual or accusative ending."""
    for suffix in PRONOUNS:
        if word.endswith(suffix):
            rest = word[: -len(suffix)]
            if rest.endswith("ت") and len(rest) >= 3:
                yield Analysis(rest[:-1] + "ه", "", suffix)
            if len(rest) >= 3:
                yield Analysis(rest, "", suffix)
    yield from _without_number(word)
    if word.endswith("ا") and len(word) >= 5:
        yield Analysis(word[:-1], "", "ا")
    if word.endswith("يه") and len(word) >= 6:
        yield Analysis(word[:-1], "", "ه")


def _without_number(word: str) -> Iterator[Analysis]:
    if word.endswith("ات"):
        rest = word[:-2]
        if len(rest) >= 3:
            yield Analysis(rest + "ه", "", "ات")
        if len(rest) >= 4:
            yield Analysis(rest, "", "ات")
    if word.endswith(("تين", "تان")) and len(word) >= 6:
        yield Analysis(word[:-3] + "ه", "", word[-2:])
    if word.endswith(("ين", "ون", "ان")) and len(word) >= 6:
        yield Analysis(word[:-2], "", word[-2:])


def suffixed(base: str, known: bool = False) -> Iterator[str]:
    """The base with every ending it may take; `known`: a curated word, which may take more."""
    yield base
    if len(base) < 3:
        return
    if base.endswith("ه"):
        yield from _feminine_forms(base[:-1])
        return
    for suffix in PRONOUNS:
        yield base + suffix
    if not base.endswith("ا"):
        yield base + "ا"
    if len(base) >= 5 or (known and len(base) >= 4):
        yield base + "ه"
    if len(base) >= 4 and not base.endswith(("ا", "ات", "ين", "ون")):
        for suffix in ("ات", "ين", "ون", "ان"):
            yield base + suffix
        yield from (base + "ات" + pronoun for pronoun in (*PRONOUNS, "ه"))


def _feminine_forms(rest: str) -> Iterator[str]:
    """Forms of a word in taa marbuta, of which `rest` is all but that letter."""
    if len(rest) < 2:
        return
    for suffix in (*PRONOUNS, "ه", "ين", "ان", "ي"):
        if len(rest) >= 3 or suffix not in ("ي", "ان"):
            yield rest + "ت" + suffix
    if len(rest) >= 3:
        yield rest + "ات"
        yield from (rest + "ات" + pronoun for pronoun in (*PRONOUNS, "ه"))


def with_clitics(form: str) -> Iterator[str]:
    """The form with every proclitic it may take."""
    yield form
    for clitic in WITH_ARTICLE:
        if clitic.endswith("لل") and form.startswith("ل"):
            yield clitic + form[1:]
        yield clitic + form
    for clitic in BARE:
        yield clitic + form
    if len(form) >= 4 and form.startswith(_PRESENT):
        yield from (clitic + form for clitic in _FUTURE)


# A new version means that the stems and roots kept beside an index's words must be made anew.
LEXEME_VERSION = 1

_ENGLISH = snowballstemmer.stemmer("english")
_ENDINGS = ("ات", "ين", "ون", "ان", "ها", "هم", "يه", "ه", "ي", "ا")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word's stem: Snowball's for Latin words, a light stem (article, ending) for Arabic.

    The Arabic stem is a key for widening a search to the word's family, never for plain finding.
    """
    if not is_arabic(word):
        return str(_ENGLISH.stemWord(word)) if word.isalpha() else word
    for clitic in WITH_ARTICLE:
        if word.startswith(clitic) and len(word) - len(clitic) >= 3:
            word = word[len(clitic) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The consonants of the word's stem, a rough root for the widest family; "" for Latin words."""
    if not is_arabic(word):
        return ""
    bones = "".join(letter for letter in stem(word) if letter not in "اويءه")
    return bones if len(bones) >= 2 else ""
