"""Parts of a question's tree, and folded words as FTS5 takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ctdesk.search import syntax
from ctdesk.search.expand import tokens_of
from ctdesk.search.lexicon import Phrase

_SEPARATOR = re.compile(r"[\s/\-.:_\\]")


def flat(parts: Iterable[syntax.Node], kind: type[syntax.All | syntax.Any]) -> list[syntax.Node]:
    """Parts with groups of the same kind opened: a AND (b AND c) is a AND b AND c."""
    opened: list[syntax.Node] = []
    for part in parts:
        opened.extend(flat(part.parts, kind) if isinstance(part, kind) else [part])
    return opened


def servants_joined(parts: list[syntax.Node]) -> list[syntax.Node]:
    """The parts with عبد and a following "ال…" made one word, as the index has them."""
    joined: list[syntax.Node] = []
    for part in parts:
        before = joined[-1] if joined else None
        if (
            isinstance(part, syntax.Word)
            and isinstance(before, syntax.Word)
            and before.field == part.field
            and len(tokens_of(f"{before.text} {part.text}"))
            < len(tokens_of(before.text)) + len(tokens_of(part.text))
        ):
            exact = before.exact or part.exact
            joined[-1] = syntax.Word(f"{before.text} {part.text}", part.field, exact)
        else:
            joined.append(part)
    return joined


def pattern_parts(text: str) -> list[str]:
    """The folded tokens of a pattern, its signs kept: 4/7/12* -> 4, 7, 12*."""
    parts = [""]
    for run in re.findall(r"[*?\u061f]|[^*?\u061f]+", text):
        if run in "*?\u061f":
            parts[-1] += "*" if run == "*" else "?"
            continue
        tokens = tokens_of(run)
        if _SEPARATOR.match(run):
            parts.append("")
        for i, token in enumerate(tokens):
            parts += [""] if i else []
            parts[-1] += token
        if _SEPARATOR.match(run[-1]):
            parts.append("")
    return [part for part in parts if part] or [""]


def quoted(tokens: Phrase) -> str:
    """Folded tokens as an FTS5 string; folded tokens hold no quote, but none is trusted to."""
    return '"' + " ".join(tokens).replace('"', '""') + '"'


def any_phrase(phrases: Iterable[Phrase]) -> str:
    return " OR ".join(quoted(phrase) for phrase in phrases) or '""'
