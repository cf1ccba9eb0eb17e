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


Leaf = Word | Phrase | Pattern | Fuzzy | Range
Node = Leaf | Everything | Nothing | All | Any | Not | Prefer
