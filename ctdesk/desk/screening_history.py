"""What follows from the list files that a desk has, in whatever order they came.

Of each file the desk keeps its day and its manifest: of every entry the hash of what it says. All
else follows from the set of these: the list in force is the file of the newest day; an entry is
delisted since the first file after the last that has it; its history are the files in which its
wording changes. So an older list that comes late, or a pack from a colleague's desk, can only add.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """A list file: its day, its manifest."""

    uid: str
    date: str
    manifest: Mapping[str, str]


@dataclass(frozen=True)
class Standing:
    """How an entry stands by the newest file: its wording (or last wording), and since when it is
    delisted ("" while it is listed)."""

    version: str
    delisted_on: str
    edition: str
    """The first of the files that say so without a break."""


@dataclass(frozen=True)
class Span:
    """A stretch of list files over which an entry said the same; `version` "": it is absent."""

    version: str
    first: Edition
    last: Edition


def standings(editions: Sequence[Edition]) -> dict[str, Standing]:
    """How every entry that was ever listed stands; `editions` in the order of their days."""
    found: dict[str, Standing] = {}
    for place, edition in enumerate(editions):
        following = editions[place + 1] if place + 1 < len(editions) else None
        for permanent_id, version in edition.manifest.items():
            gone = following is not None and permanent_id not in following.manifest
            on = following.date if gone and following is not None else ""
            last = found.get(permanent_id)
            same = last is not None and last.version == version and not last.delisted_on
            since = last.edition if same and last is not None else edition.uid
            found[permanent_id] = Standing(version, on, since)
    return found


def spans(editions: Sequence[Edition], permanent_id: str) -> list[Span]:
    """The wordings of an entry, oldest first, from the first file that has it."""
    found: list[Span] = []
    for edition in editions:
        version = edition.manifest.get(permanent_id, "")
        if found and found[-1].version == version:
            found[-1] = Span(version, found[-1].first, edition)
        elif found or version:
            found.append(Span(version, edition, edition))
    return found
