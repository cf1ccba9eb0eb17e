"""What no rule can know of words: broken plurals, second spellings, look-alikes, synonyms.

Read from `resources/lexicon/lexicon.toml` and `resources/lexicon/synonyms.toml`, which people edit;
every word is folded on reading, so that any spelling will do there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ctdesk.domain.resources import resource
from ctdesk.text.fold import fold, forms_of
from ctdesk.text.verbs import Verb, persons

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`families`: a word's plurals and spellings, itself included; `apart`: words that only look
    like another word with an affix (لبنان, ورقة); `synonyms`: groups that mean the same;
    `acronyms`: short names in capitals, which take no endings; `everyday`: words that say nothing
    of what a text is about; `verbs`: by each of their forms, those whose shape doesn't tell."""

    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    synonyms: Mapping[Phrase, frozenset[Phrase]] = field(default_factory=dict)
    acronyms: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    verbs: Mapping[str, tuple[Verb, ...]] = field(default_factory=dict)

    def family(self, word: str) -> frozenset[str]:
        """The word with its listed plurals and spellings."""
        return self.families.get(word, frozenset((word,)))

    def knows(self, word: str) -> bool:
        """True when the word stands in the lexicon under its own name."""
        return word in self.families or word in self.apart

    def meanings(self, words: Phrase) -> frozenset[Phrase]:
        """Other names of the same thing, in any language; empty when none are listed."""
        return self.synonyms.get(words, frozenset()) - {words}

    @property
    def longest(self) -> int:
        """The number of words in the longest name that has synonyms."""
        return max((len(words) for words in self.synonyms), default=1)


def read_lexicon(words: Mapping[str, Any], names: Mapping[str, Any]) -> Lexicon:
    """A lexicon out of the two files' trees: `plurals`, `spellings`, `nouns`, `apart`,
    `everyday`, `verbs`; `groups`."""
    families: dict[str, frozenset[str]] = {}
    for line in (*words.get("plurals", ()), *words.get("spellings", ())):
        _join(families, line.split())
    for word in " ".join(words.get("nouns", ())).split():
        _join(families, [word])
    acronyms: set[str] = set()
    synonyms: dict[Phrase, frozenset[Phrase]] = {}
    for group in names.get("groups", ()):
        acronyms.update(fold(name) for name in group if name.isascii() and name.isupper())
        same = frozenset(tuple(forms_of(name)) for name in group) - {()}
        for name in same:
            synonyms[name] = synonyms.get(name, frozenset()) | same
    apart = frozenset(fold(word) for line in words.get("apart", ()) for word in line.split())
    plain = frozenset(fold(word) for line in words.get("everyday", ()) for word in line.split())
    return Lexicon(
        families, apart, synonyms, frozenset(acronyms), plain, _verbs(words.get("verbs", ()))
    )


def _verbs(lines: Iterable[str]) -> dict[str, tuple[Verb, ...]]:
    """By form the verbs of lines of past, present (he) and verbal noun; several may share one."""
    found: dict[str, tuple[Verb, ...]] = {}
    for line in lines:
        for past, present, noun in zip(*[map(fold, line.split())] * 3, strict=True):
            verb = Verb(past, present[1:], noun)
            for form in {*persons(verb), noun}:
                found[form] = (*found.get(form, ()), verb)
    return found


def _join(families: dict[str, frozenset[str]], line: Iterable[str]) -> None:
    family = frozenset(filter(None, map(fold, line)))
    for word in tuple(family):
        family |= families.get(word, frozenset())
    for word in family:
        families[word] = family


@cache
def lexicon() -> Lexicon:
    """The program's own lexicon, read once."""
    words, names = (
        tomllib.loads(resource("lexicon", name).read_text(encoding="utf-8"))
        for name in ("lexicon.toml", "synonyms.toml")
    )
    return read_lexicon(words, names)
