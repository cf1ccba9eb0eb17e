"""Names of the list planted into texts, the way reports write them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ctdesk.screening.entry import Entry
from tests.benchmarks.name_kit import pairs

# Latin groups as an Arabic clerk writes them by ear; where several letters are usual, one is drawn.
_LETTERS = [
    ("sch", "ش"), ("sh", "ش"), ("ch", "ش"), ("kh", "خ"), ("gh", "غ"), ("th", "ث"), ("dh", "ذ"),
    ("dj", "ج"), ("ph", "ف"), ("zh", "ج"), ("ck", "ك"), ("ou", "و"), ("oo", "و"), ("ee", "ي"),
    ("ie", "ي"), ("ei", "ي"), ("ai", "ي"), ("ay", "ي"), ("aa", "ا"), ("a", "ا|"), ("b", "ب"),
    ("c", "ك"), ("d", "د"), ("e", "|"), ("f", "ف"), ("g", "ج"), ("h", "ه|ح"), ("i", "ي|"),
    ("j", "ج"), ("k", "ك"), ("l", "ل"), ("m", "م"), ("n", "ن"), ("o", "و"), ("p", "ب"), ("q", "ق"),
    ("r", "ر"), ("s", "س"), ("t", "ت"), ("u", "و|"), ("v", "ف"), ("w", "و"), ("x", "كس"),
    ("y", "ي"), ("z", "ز"),
]  # fmt: skip
_GROUP = re.compile("|".join(group for group, _ in _LETTERS))
_CHOICES = {group: letters.split("|") for group, letters in _LETTERS}
_ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|ash|an|at|az|ul)[- ](?=\w)", re.IGNORECASE)
_SERVANT = re.compile(r"\babd(?:[aeou]l|\W+(?:al|el|ul|ar|ur))?\W*(?=\w)")


class Planted(NamedTuple):
    """A text with one name in it, its place, and the entry meant."""

    text: str
    start: int
    end: int
    key: tuple[str, str]


def usual_spellings(kit: Path) -> dict[str, str]:
    """Latin name parts and the Arabic spelling that people in Wikidata most often have for them.

    Taken by place from the kit's pairs whose names have equally many words: the matcher has no hand
    in it.
    """
    seen: dict[str, Counter[str]] = {}
    for pair in pairs(kit):
        if pair.match and pair.source == "wikidata-ar-en":
            arabic, latin = pair.a.split(), pair.b.lower().replace("-", " ").split()
            if len(arabic) == len(latin):
                for one, other in zip(arabic, latin, strict=True):
                    seen.setdefault(other, Counter())[one] += 1
    return {latin: counts.most_common(1)[0][0] for latin, counts in seen.items()}


def in_arabic_letters(name: str, usual: Mapping[str, str], draw: random.Random) -> str:
    """A Latin name as an Arabic clerk writes it: the usual spelling, else letter for letter."""
    words = []
    spaced = _ARTICLE.sub("ال", _SERVANT.sub("عبد ال", name.lower().replace("'", "")))
    for word in re.findall(r"[^\W\d_]+", spaced):
        article = "ال" if word.startswith("ال") else ""
        rest = word.removeprefix("ال")
        words.append(article + (usual.get(rest) or _by_ear(rest, draw)).removeprefix("ال"))
    return " ".join(word for word in words if word)


def _by_ear(word: str, draw: random.Random) -> str:
    if not word.isascii():
        return word
    word = re.sub(r"(.)\1", r"\1", word)
    letters = "".join(draw.choice(_CHOICES[group]) for group in _GROUP.findall(word))
    if word[:1] in "aeiou" and not letters.startswith("ا"):
        letters = "ا" + letters
    if word.endswith("a") and not letters.endswith("ا"):
        letters += "ا"
    return letters


_SWAPS = [("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ي", "ى"), ("ئ", "ي"), ("ؤ", "و")]


def varied(name: str, draw: random.Random) -> str:
    """The name with one or two of the changes that spelling, typing and line breaks bring."""
    for _ in range(draw.randint(1, 2)):
        change = draw.randrange(6)
        if change == 0:
            old, new = draw.choice(_SWAPS)
            name = re.sub(f"{old}\\b", new, name) if new == "ى" else name.replace(old, new)
        elif change == 1 and " " in name:
            at = draw.choice([m.start() for m in re.finditer(" ", name)])
            name = name[:at] + draw.choice(["\n", "  ", "\u00a0", " \n"]) + name[at + 1 :]
        elif change == 2:
            at = draw.randrange(1, max(2, len(name) - 1))
            if name[at - 1 : at].isalpha() and name[at : at + 1].isalpha():
                name = name[:at] + draw.choice(["ـ", "\u064e", "\u0651", "\u200f"]) + name[at:]
        elif change == 3:
            name = name.replace("عبد ال", "عبدال")
        elif change == 4:
            name = name.replace("عبدال", "عبد ال")
        else:
            name = f"\u202b{name}\u202c"
    return name


def planted(text: str, name: str, entry: Entry, draw: random.Random, clitic: bool) -> Planted:
    """The text with the name after one of its words, with a clitic before it now and then."""
    gaps = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", text)] or [0]
    at = draw.choice(gaps)
    lead = draw.choice(["", "", "و", "ل", "ب", "ف"]) if clitic else ""
    if lead == "ل" and name.startswith("ال"):
        name = name[1:]
    before = text[:at] + " " + lead
    return Planted(f"{before}{name}{text[at:]}", len(before), len(before) + len(name), entry.key)
