"""Which words of the index an officer may be shown: those of records that they may see.

`lexeme` counts the words of all records. What an officer is offered or told of them (forms of a
word, completions, what was meant) goes by this first, lest a word give away what has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_KNOWN = 20_000
_COUNTED = 1_000
"""More records than this with a word are not counted for those who may not see all."""
_WITH = "FROM ft CROSS JOIN entry AS e ON e.fts_key = ft.rowid WHERE ft MATCH ? AND e.rank <= ?"


class ClearedWords:
    """Looks through one connection; what was looked up lately is known until the desk changes."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._state: tuple[int, int] = (-1, -1)
        self._highest = 0
        self._known: dict[tuple[str, int], int] = {}

    def all_seen(self, clearance: int) -> bool:
        """Whether no record is above a clearance."""
        self._look()
        return self._highest <= clearance

    def seen(self, forms: Iterable[str], clearance: int) -> set[str]:
        """Those of the folded words, or names of several, that a record up to a clearance has."""
        wanted = set(forms)
        if self.all_seen(clearance):
            return wanted
        return {form for form in wanted if self._counted(form, clearance, 1)}

    def count(self, form: str, df: int, clearance: int) -> int:
        """How many records up to a clearance have a word that `df` have in all; 0 for very many."""
        if self.all_seen(clearance):
            return df
        count = self._counted(form, clearance, _COUNTED)
        return 0 if count == _COUNTED else count

    def _counted(self, form: str, clearance: int, most: int) -> int:
        """How many records up to a clearance have a word, at the most so many."""
        key = (f"{most} {form}", clearance)
        if key not in self._known:
            quoted = form.replace('"', '""')
            (self._known[key],) = self._connection.execute(
                f"SELECT count(*) FROM (SELECT 1 {_WITH} LIMIT ?)", (f'"{quoted}"', clearance, most)
            ).fetchone()
        return self._known[key]

    def _look(self) -> None:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        state = (version, self._connection.total_changes)
        if state != self._state or len(self._known) > _KNOWN:
            self._state, self._known = state, {}
            (highest,) = self._connection.execute("SELECT max(rank) FROM entry").fetchone()
            self._highest = highest or 0
