"""A word of a name as a string of sounds: one character a sound, in either script.

The sounds are those that writers of Arabic names disagree about: each Arabic letter has its own,
and each Latin letter or group that may stand for several letters has its own too, so that the
costs between them (`distance`) can say which spellings are one name. Short vowels are not written
in Arabic; here they are sounds of little weight.

Capitals are sounds, not letters: see the two tables. Persian, Kurdish, Urdu and Pashto letters have
their nearest sound; Cyrillic letters are read as the Latin ones that Russian writes them for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ctdesk.text.fold import fold_token

# Arabic letters, folded. A written vowel is long: A, U, I; @ an alif that begins; Q ta marbuta or
# final ha; Y final yaa or alif maqsura; ' ayn; H haa; X khaa; G ghayn; S sheen; T thaa; D dhal;
# O daad; E zaa; c cheem; Z zheem.
_ARABIC = {
    "ا": "A", "ب": "b", "ت": "t", "ث": "T", "ج": "j", "ح": "H", "خ": "X", "د": "d", "ذ": "D",
    "ر": "r", "ز": "z", "س": "s", "ش": "S", "ص": "s", "ض": "O", "ط": "t", "ظ": "E", "ع": "'",
    "غ": "G", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "U",
    "ي": "I", "پ": "p", "چ": "c", "ژ": "Z", "گ": "g", "ڤ": "v", "ڭ": "g", "ڨ": "g", "ٹ": "t",
    "ټ": "t", "ڈ": "d", "ډ": "d", "ڑ": "r", "ړ": "r", "ں": "n", "ڼ": "n", "ښ": "S", "ږ": "Z",
    "ځ": "z", "څ": "s", "ګ": "g",
}  # fmt: skip

# Latin groups, longest first. K: a "c" before e, i, y (s, k, or j in Turkish); x: ks, or khaa in
# Kurdish, haa in Somali; J: yaa or jeem; W: w or v for waw.
_LATIN = {
    "tsch": "c", "dsch": "j", "tch": "c", "dzh": "j", "sch": "S", "shch": "S", "dj": "j",
    "sh": "S", "ch": "c", "kh": "X", "gh": "G", "th": "T", "dh": "D", "ph": "f", "zh": "Z",
    "ck": "k", "ou": "V", "oo": "V", "ee": "i", "ie": "L", "ei": "L", "ai": "L", "ay": "L",
    "ey": "L", "ii": "i", "iy": "i", "aa": "a", "uu": "V",
}  # fmt: skip
_SINGLE = {
    **{letter: letter for letter in "abdefgijklmnopqrstuvwxz"},
    "c": "k", "h": "h", "y": "y",
}  # fmt: skip

# What Latin writing with marks says more exactly than its bare letters do.
_MARKED = {
    "ş": "sh", "š": "sh", "ș": "sh", "ś": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh",
    "ź": "zh", "ğ": "", "ǧ": "j", "ġ": "gh", "ḡ": "gh", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ḏ": "dh",
    "ṯ": "th", "đ": "dj", "ð": "dh", "ñ": "n", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "ø": "o",
    "ł": "l", "ħ": "h", "þ": "th", "ʿ": "", "ʾ": "",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "i",
    "є": "e", "ґ": "g", "ә": "a", "ғ": "gh", "қ": "q", "ң": "n", "ө": "o", "ү": "u", "ұ": "u",
    "һ": "h", "ҳ": "h", "ў": "u", "ҷ": "j",
}  # fmt: skip

_TABLE = str.maketrans({**_MARKED, **_CYRILLIC})
_GROUP = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)) + "|c(?=[eiy])|.")
_ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]"
)


def is_arabic(word: str) -> bool:
    """Whether the word is written in the Arabic script."""
    return _ARABIC_LETTER.search(word) is not None


@lru_cache(maxsize=1 << 14)
def latin_letters(word: str) -> str:
    """A word in Latin or Cyrillic writing as bare lower-case Latin letters.

    Letters of other scripts stay as they are.
    """
    if word.isascii():
        return word.lower()
    lower = unicodedata.normalize("NFC", word).lower()
    spelled = lower.translate(_TABLE)
    bare = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def arabic_letters(word: str) -> str:
    """An Arabic word folded, as every index of the desk folds it."""
    return fold_token(word)


@lru_cache(maxsize=1 << 15)
def arabic_sounds(folded: str) -> str:
    """The sounds of a folded Arabic word."""
    sounds = "".join(_ARABIC.get(letter, letter) for letter in folded if letter != "ء")
    if sounds[:1] == "A":
        sounds = "@" + sounds[1:]
    if len(sounds) > 1 and sounds[-1] == "h":
        sounds = sounds[:-1] + "Q"
    elif len(sounds) > 1 and sounds[-1] == "I":
        sounds = sounds[:-1] + "Y"
    return sounds


@lru_cache(maxsize=1 << 15)
def latin_sounds(letters: str) -> str:
    """The sounds of bare Latin letters; a doubled letter is one sound."""
    sounds: list[str] = []
    for match in _GROUP.finditer(letters):
        group = match.group()
        sound = (
            "K"
            if group == "c" and _soft(letters, match.end())
            else (_LATIN.get(group) or _SINGLE.get(group, group))
        )
        if sound == "y" and not _vowel_follows(letters, match.end()):
            sound = "i"
        if not sounds or sounds[-1] != sound:
            sounds.append(sound)
    return "".join(sounds)


def _soft(letters: str, at: int) -> bool:
    return letters[at : at + 1] in ("e", "i", "y")


def _vowel_follows(letters: str, at: int) -> bool:
    return letters[at : at + 1] in ("a", "e", "i", "o", "u")
