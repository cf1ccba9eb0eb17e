"""Reasons for listing, as the UN's committees publish them: a file beside the list.

Lines of JSON with `ref` (the reference number of the day), `text`, and where given `updated` and
`lang`. The list itself holds none of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ctdesk.domain.errors import BadInput

_LONGEST = 100_000


@dataclass(frozen=True)
class Narrative:
    """Why an entry was listed, in the committee's words."""

    reference: str
    text: str
    updated: str = ""


def read_narratives(data: bytes) -> tuple[Narrative, ...]:
    """The narratives of a file, whole. BadInput for a line that is none."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadInput("list_not_utf8", position=error.start) from error
    found = tuple(_narrative(line, n) for n, line in enumerate(lines, start=1) if line.strip())
    if not found:
        raise BadInput("list_empty")
    return found


def _narrative(line: str, number: int) -> Narrative:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput("narrative_line", line=number) from error
    fields = (
        [told.get(key, "") for key in ("ref", "text", "updated")] if isinstance(told, dict) else []
    )
    if (
        len(fields) != 3
        or not all(isinstance(f, str) for f in fields)
        or not (fields[0] and fields[1])
    ):
        raise BadInput("narrative_line", line=number)
    return Narrative(fields[0].strip(), fields[1][:_LONGEST].strip(), fields[2].strip())
