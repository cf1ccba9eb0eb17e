"""What lists say, in the shapes that the window shows; the rooms behind the Desk stay behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ctdesk.screening.entry import Birth, Entry, ListedName
from ctdesk.screening.lists import ChangedField, Listed
from ctdesk.screening.lists.difference import lines_of

__all__ = ["Birth", "ChangedField", "Entry", "Listed", "ListedName", "said_lines"]


def said_lines(said: Mapping[str, Iterable[Any]]) -> list[tuple[str, Sequence[str]]]:
    """What a list says of an entry: key under `list_field.`, lines; fields without a word of their
    own are left out."""
    return [(key, tuple(lines)) for key, lines in lines_of(said).items() if key != "other"]
