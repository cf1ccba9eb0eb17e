"""Records by identity as hits: what lists of links, duplicates and dossiers show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ctdesk.search.result import HIT_COLUMNS, Hit

_MANY = 400


def cards(connection: Any, uids: Sequence[str], clearance: int) -> list[Hit]:
    """The records of those identities up to a rank of classification, in the order asked."""
    found: dict[str, Hit] = {}
    wanted = list(dict.fromkeys(uids))
    for start in range(0, len(wanted), _MANY):
        part = wanted[start : start + _MANY]
        marks = ", ".join("?" * len(part))
        rows = connection.execute(
            f"SELECT {', '.join(HIT_COLUMNS)} FROM entry WHERE rank <= ? AND uid IN ({marks})",
            (clearance, *part),
        ).fetchall()
        found |= {row[2]: Hit.of(row) for row in rows}
    return [found[uid] for uid in wanted if uid in found]
