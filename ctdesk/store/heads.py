"""Which of the changes to a field stand, and what several of them make of a field of many values.

See `store/deriving.py`, which makes records of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ctdesk.store.changes import Entry


def clock(entry: Entry) -> str:
    """By what entries of several desks are ordered."""
    return entry.hlc


def heads_of(changes: Sequence[Entry]) -> list[Entry]:
    """The changes of one field that no other of them replaces, in the order of their clocks."""
    changes = in_line(changes)
    named = {base for change in changes for base in change.bases}
    return sorted((c for c in changes if c.id not in named), key=clock)


def in_line(changes: Sequence[Entry]) -> list[Entry]:
    """Changes of one device upon one base, one after the other: a single desk is never at odds with
    itself. Older programs named the same base for every write of one act."""
    last: dict[tuple[str, str, str], str] = {}
    lined = []
    for change in sorted(changes, key=lambda c: (c.device, c.seq)):
        key = (change.device, change.field, change.base)
        lined.append(replace(change, base=last[key]) if key in last else change)
        last[key] = change.id
    return lined


def merged_elements(nodes: Sequence[tuple[Entry, tuple[Any, ...]]]) -> list[Any]:
    """The elements of a field of several values; `nodes` in the order of their clocks, creations
    first. What a write added or took away is told against what its bases made of the field."""
    order = {entry.id: place for place, (entry, _) in enumerate(nodes)}
    above: list[set[int]] = []
    steps: list[dict[Any, bool]] = []
    for place, (entry, value) in enumerate(nodes):
        known = {order[base] for base in entry.bases if base in order and order[base] < place}
        for base in tuple(known):
            known |= above[base]
        above.append(known)
        before = _elements(steps, sorted(known))
        now = dict.fromkeys(value, True)
        gone = dict.fromkeys((e for e, there in before.items() if there and e not in now), False)
        steps.append({e: True for e in now if not before.get(e)} | gone)
    present = [e for e, there in _elements(steps, range(len(nodes))).items() if there]
    ranked = {element: rank for rank, element in enumerate(nodes[-1][1])}
    return sorted(present, key=lambda e: (ranked.get(e, len(ranked)), str(e)))


def _elements(steps: Sequence[dict[Any, bool]], places: Iterable[int]) -> dict[Any, bool]:
    found: dict[Any, bool] = {}
    for place in places:
        found |= steps[place]
    return found
