"""What is ticked beside a question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from ctdesk.search.plan import ALL, Condition, Plan, both


@dataclass(frozen=True)
class Filters:
    """Values ticked beside the question: codes, uids of missions and officers, years; each field
    any of its values, all fields together. `since`: only what was registered after that identity
    (they are UUIDs of version 7, RFC 9562: in the order of their making)."""

    kind: tuple[str, ...] = ()
    direction: tuple[str, ...] = ()
    mission: tuple[str, ...] = ()
    classification: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    officer: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    tbl: tuple[str, ...] = ()
    since: str = ""

    def plan(self) -> Plan:
        """The filters as conditions."""
        parts: list[Plan] = []
        for name in ("kind", "direction", "mission", "classification", "state", "officer",
                     "language"):  # fmt: skip
            if values := getattr(self, name):
                marks = ", ".join("?" * len(values))
                parts.append(Plan(rows=(Condition(f"e.{name} IN ({marks})", tuple(values)),)))
        if self.tbl:
            # The plus keeps it from choosing an index: nearly every card is a document, and the
            # cards are read in the order of their keys, the newest first.
            marks = ", ".join("?" * len(self.tbl))
            parts.append(Plan(rows=(Condition(f"+e.tbl IN ({marks})", self.tbl),)))
        if self.year:
            marks = ", ".join("?" * len(self.year))
            years = tuple(int(year) for year in self.year)
            parts.append(Plan(rows=(Condition(f"e.year IN ({marks})", years),)))
        if self.topic:
            tests = " OR ".join("instr(' ' || e.topics || ' ', ?)" for _ in self.topic)
            topics = tuple(f" {topic} " for topic in self.topic)
            parts.append(Plan(rows=(Condition(f"({tests})", topics),)))
        if self.since:
            parts.append(Plan(rows=(Condition("e.uid > ?", (self.since,)),)))
        return reduce(both, parts, ALL)
