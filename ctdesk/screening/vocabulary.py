"""Words inside names: articles, "son of", titles, company words; and words that are no names.

The tables are files under `resources/screening/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ctdesk.domain.resources import resource


@dataclass(frozen=True)
class Words:
    """The table of words inside names, each set in both scripts."""

    articles: frozenset[str]
    sons: frozenset[str]
    fathers: frozenset[str]
    mothers: frozenset[str]
    links: frozenset[str]
    titles: frozenset[str]
    servants: frozenset[str]
    special: frozenset[str]
    """Every word of the sets that make no part by themselves."""
    meaning: Mapping[str, str]
    """A word of any language and the code of what it means ("شركه": "company")."""
    translated: Mapping[str, str]
    """The same for words that weigh as a name does ("ليبيه": "libya")."""


@cache
def words() -> Words:
    """`resources/screening/words.toml`, read once."""
    tree = tomllib.loads(resource("screening", "words.toml").read_text(encoding="utf-8"))

    def both(name: str) -> frozenset[str]:
        return frozenset((*tree[name].get("latin", ()), *tree[name].get("arabic", ())))

    meaning, translated = (
        {word: code for code, spelled in tree[name].items() for word in spelled}
        for name in ("meaning", "translated")
    )
    names = ("articles", "sons", "fathers", "mothers", "links", "titles", "servants")
    sets = {name: both(name) for name in names}
    special = frozenset[str]().union(*(sets[n] for n in names if n != "titles"))
    return Words(**sets, special=special, meaning=meaning, translated=translated)


@cache
def function_words() -> frozenset[str]:
    """`resources/screening/text_words.toml`: words that never stand in a name."""
    table = _text_words()
    return frozenset((*table["arabic"].split(), *table["latin"].split()))


@cache
def ordinary_words() -> frozenset[str]:
    """`resources/screening/ordinary_words.txt`: common words that hardly anyone bears as a name."""
    text = resource("screening", "ordinary_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    words_of_lines = frozenset(word for line in lines for word in line.split())
    return (words_of_lines | set(_text_words()["ordinary"].split())) - borne_words()


@cache
def borne_words() -> frozenset[str]:
    """Common words that people bear as names too."""
    return frozenset(_text_words()["borne"].split())


@cache
def _text_words() -> dict[str, str]:
    return tomllib.loads(resource("screening", "text_words.toml").read_text(encoding="utf-8"))
