"""Every term has one place: of two files that hold it, the one read last would speak for both."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from ctdesk.domain.resources import resource


def test_no_term_stands_in_two_files() -> None:
    places: dict[str, list[str]] = {}
    for path in sorted(resource("terms").glob("*.toml")):
        for key in leaves(tomllib.loads(path.read_text(encoding="utf-8"))):
            places.setdefault(key, []).append(path.name)
    assert {key: names for key, names in places.items() if len(names) > 1} == {}


def leaves(tree: dict[str, Any], under: str = "") -> Iterator[str]:
    """The keys of the terms of a file, such as `act.lock`."""
    for key, value in tree.items():
        if isinstance(value, dict) and not {"ar", "en"} <= set(value):
            yield from leaves(value, f"{under}{key}.")
        else:
            yield f"{under}{key}"
