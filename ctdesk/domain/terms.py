"""Every word of the desk in both languages: labels, vocabularies, memo phrases, error sentences.

The words live in `resources/terms/*.toml`; a leaf is a table with the keys `ar` and `en`, its key
is its path (`[field.document]` `subject = {ar = "الموضوع", en = "Subject"}` is
`field.document.subject`). Vocabularies are the tables under `vocabulary.`; the order of a
vocabulary is the order in its file, and a leaf may carry further keys (`iso`, `until`, ...).
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from ctdesk.domain.resources import resource

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary: its code (stored), its label in each language (shown)."""

    code: str
    ar: str
    en: str
    extra: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: Language) -> str:
        return self.ar if language == "ar" else self.en


class Terms:
    """The desk's words, looked up by key and language."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._leaves = dict(_leaves(tree, ""))
        self._vocabularies: dict[str, dict[str, Term]] = {}
        for key, term in self._leaves.items():
            room, _, rest = key.partition(".")
            if room == "vocabulary":
                self._vocabularies.setdefault(rest.partition(".")[0], {})[term.code] = term

    def __call__(self, key: str, language: Language, **values: object) -> str:
        """The word or sentence under `key`, its `{names}` filled in; KeyError if there is none."""
        text = self._leaves[key].label(language)
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self._leaves

    def keys(self) -> Iterator[str]:
        return iter(self._leaves)

    def vocabulary(self, name: str) -> list[Term]:
        """The seed terms of a vocabulary, in order; empty when there is none of that name."""
        return list(self._vocabularies.get(name, {}).values())

    def codes(self, name: str) -> Collection[str]:
        """The codes of a vocabulary."""
        return self._vocabularies.get(name, {}).keys()

    def term(self, vocabulary: str, code: str) -> Term:
        """The term of that code; an unknown code is its own label, for values from outside."""
        return self._vocabularies.get(vocabulary, {}).get(code) or Term(code, code, code)


def _leaves(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, Term]]:
    for name, value in tree.items():
        if isinstance(value.get("ar"), str):
            extra = {k: str(v) for k, v in value.items() if k not in ("ar", "en")}
            yield path + name, Term(name, value["ar"], value["en"], extra)
        else:
            yield from _leaves(value, f"{path}{name}.")


def _merge(into: dict[str, Any], tree: Mapping[str, Any]) -> None:
    for name, value in tree.items():
        if isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value


@cache
def terms() -> Terms:
    """All of `resources/terms/*.toml`, read once."""
    tree: dict[str, Any] = {}
    for path in sorted(resource("terms").glob("*.toml")):
        _merge(tree, tomllib.loads(path.read_text(encoding="utf-8")))
    return Terms(tree)
