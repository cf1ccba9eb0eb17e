"""What a list says of an entry, field by field, and what the desk understands by it.

Kept is what the list says, word for word: an entry's history then never hangs on how well a program
of the day understood it, and a better reading needs no new import.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ctdesk.screening.entry import Entry
from ctdesk.screening.lists.said import entry_of_ofac, entry_of_table, entry_of_un

Node: TypeAlias = "str | Mapping[str, Sequence[Node]]"
"""A text, or named texts: `{"QUALITY": ["Good"], "ALIAS_NAME": ["Frank"]}`."""
Said: TypeAlias = Mapping[str, Sequence[Node]]
"""The fields of an entry by the list's own names, in the list's order; blanks single."""

UN, NATIONAL, OFAC = "un", "national", "ofac"
KINDS = (UN, NATIONAL, OFAC)


@dataclass(frozen=True)
class Listed:
    """An entry of a list file. `list` and `permanent_id` are its key."""

    list: str
    permanent_id: str
    said: Said

    @cached_property
    def hash(self) -> str:
        """Equal for entries that say the same, in whatever order: 32 hexadecimal digits."""
        text = json.dumps(ordered(self.said), ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @cached_property
    def entry(self) -> Entry:
        """What the matcher and the screens take."""
        return entry_of(self.list, self.permanent_id, self.said)


@dataclass(frozen=True)
class ListFile:
    """A list as a file gives it."""

    list: str
    """One of `KINDS`: files of one kind follow one another by date."""
    date: str
    """The ISO day of which the list is."""
    sha256: str
    """Of the list itself (unpacked, where it came packed)."""
    entries: tuple[Listed, ...]
    generated: str = ""
    """Day and time, where the list says so: two lists of one day follow one another by it."""
    notes: tuple[str, ...] = field(default=())
    """Keys under `list_note.` of what was noticed and is no ground to refuse."""

    @property
    def manifest(self) -> dict[str, str]:
        """The hash of every entry by its permanent id: the whole file in a nutshell."""
        return {one.permanent_id: one.hash for one in self.entries}


def entry_of(list_: str, permanent_id: str, said: Said) -> Entry:
    """The entry behind what a list of that kind says."""
    made = {UN: entry_of_un, OFAC: entry_of_ofac}.get(list_, entry_of_table)
    return made(list_, permanent_id, said)


def ordered(node: Node | Said) -> object:
    """A node without the order in which the list gave it: lists shuffle their aliases."""
    if isinstance(node, str):
        return node
    return sorted(
        (name, sorted((ordered(one) for one in values), key=_key)) for name, values in node.items()
    )


def texts_of(node: Node) -> list[str]:
    """Every text of a node, in order."""
    if isinstance(node, str):
        return [node]
    return [text for values in node.values() for one in values for text in texts_of(one)]


def _key(node: object) -> str:
    return json.dumps(node, ensure_ascii=False)
