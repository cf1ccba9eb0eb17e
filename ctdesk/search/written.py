"""A question's tree as JSON, to be kept, and as text in today's language, to be asked again.

A saved search keeps its tree: when the language of questions changes, its text is written anew.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ctdesk.search import syntax

# A new version means that texts kept by an older one must be written anew from their trees.
LANGUAGE_VERSION = 1

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        syntax.Word, syntax.Phrase, syntax.Pattern, syntax.Unfinished, syntax.Fuzzy, syntax.Range,
        syntax.Everything, syntax.Nothing, syntax.All, syntax.Any, syntax.Not, syntax.Prefer,
    )
}  # fmt: skip


def to_json(node: syntax.Node) -> dict[str, Any]:
    """The tree as plain lists, dicts and strings."""
    out: dict[str, Any] = {"is": type(node).__name__}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            out[field.name] = [to_json(part) for part in value]
        elif type(value) in _KINDS.values():
            out[field.name] = to_json(value)
        else:
            out[field.name] = value
    return out


def from_json(kept: dict[str, Any]) -> syntax.Node:
    """The tree of `to_json`. Raises ValueError for what never was one."""
    try:
        kind = _KINDS[kept["is"]]
        values = {name: _value(value) for name, value in kept.items() if name != "is"}
        node: syntax.Node = kind(**values)
    except (KeyError, TypeError) as error:
        raise ValueError("not the tree of a question") from error
    return node


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(from_json(part) for part in value)
    return from_json(value) if isinstance(value, dict) else value


def written(node: syntax.Node) -> str:
    """The tree as a question that parses to it again."""
    match node:
        case syntax.All():
            only = len(node.parts) == 1
            text = written(node.parts[0]) if only else " ".join(map(_within, node.parts))
        case syntax.Any():
            text = " OR ".join(map(_within, node.parts))
        case syntax.Not():
            text = f"NOT {_within(node.part)}"
        case syntax.Prefer():
            text = written(node.part)
        case syntax.Everything():
            text = "*"
        case syntax.Nothing():
            text = ""
        case _:
            text = (f"{node.field}:" if node.field else "") + _leaf(node)
    return text


def _within(node: syntax.Node) -> str:
    inner = written(node)
    return f"({inner})" if isinstance(node, syntax.All | syntax.Any) else inner


def _leaf(node: syntax.Leaf) -> str:
    match node:
        case syntax.Word():
            return f"={node.text}" if node.exact else node.text
        case syntax.Phrase():
            return f'"{node.text}"' + (f"~{node.slop}" if node.slop > 1 else "")
        case syntax.Fuzzy():
            return f"{node.text}~" + (str(node.distance) if node.distance > 1 else "")
        case syntax.Range():
            opening, closing = "{" if node.above else "[", "}" if node.below else "]"
            span = f"{node.low or ''} to {node.high or ''}".strip()
            return f"{opening}{span}{closing}"
    return node.text
