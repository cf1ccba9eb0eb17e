"""A list to be printed or opened in a spreadsheet: its words are in the wanted language already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "date"]


@dataclass(frozen=True)
class Column:
    """A column by its head; `share` is its width beside the others."""

    title: str
    share: int
    kind: Kind = "text"
    """Of dates the cells are ISO days; of numbers references, shown as they are."""


@dataclass(frozen=True)
class Table:
    """Rows under columns, with what stands above and below them."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    subtitle: str = ""
    small_print: str = ""
    mark: str = ""
    """The degree of classification, above and below every page; empty where it is the usual one."""
    struck: frozenset[int] = frozenset()
    """Places of rows that are void: they stay, and are shown struck through."""
