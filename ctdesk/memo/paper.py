"""What a page of the desk's own business says (a month's summary, a hand-over)."""

from __future__ import annotations

from dataclasses import dataclass

from ctdesk.memo.table import Column


@dataclass(frozen=True)
class PaperPart:
    """A head with lines or a table under it, or both."""

    head: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    headless: bool = False
    """The columns are those of the part above: their names are not said again."""


@dataclass(frozen=True)
class Paper:
    """What a page says, its words in the wanted language already."""

    title: str
    subtitle: str = ""
    mark: str = ""
    """The degree of classification, above and below."""
    parts: tuple[PaperPart, ...] = ()
    signers: tuple[tuple[str, ...], ...] = ()
    """Who signs, side by side: lines of each, the first what the signature means."""
    small_print: tuple[str, ...] = ()
