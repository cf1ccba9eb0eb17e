"""A question as a tree: what the parser makes and the compiler walks."""

from __future__ import annotations

from dataclasses import dataclass

# The field of a word that names none.
ANYWHERE = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; it may fold to several tokens (S/RES/2379). `exact`: no other forms."""

    text: str
    field: str = ANYWHERE
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes; `slop` above 1 lets so many other words stand between them."""

    text: str
    field: str = ANYWHERE
    slop: int = 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word with `*` and `?`."""

    text: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The last word of a question still being typed: itself, or any word that begins so."""

    text: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word and its neighbours within `distance` letters."""

    text: str
    field: str = ANYWHERE
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Range:
    """Between two values, either of which may be open or left out."""

    low: str | None
    high: str | None
    field: str = ANYWHERE
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class Everything:
    pass


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class Prefer:
    """`part` must be there; `wish` only lifts the rank."""

    part: Node
    wish: Node


Leaf = Word | Phrase | Pattern | Unfinished | Fuzzy | Range
Node = Leaf | Everything | Nothing | All | Any | Not | Prefer


def unfinished(tree: Node, text: str) -> Node:
    """The tree of a question whose text may go on where it ends: its last plain word is the
    beginning of one."""
    if not text or not (text[-1].isalnum() or text[-1].isidentifier()):
        return tree
    match tree:
        case Word(exact=False) if text.endswith(tree.text):
            return Unfinished(tree.text, tree.field)
        case All() | Any() if tree.parts:
            return type(tree)((*tree.parts[:-1], unfinished(tree.parts[-1], text)))
    return tree
