"""What is said of a field of `entry` (a code, an officer, a date) -> a condition, or a range."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ctdesk.search import syntax
from ctdesk.search.fields import Field, codes_of
from ctdesk.search.plan import ALL, NONE, Condition, Plan, key_range
from ctdesk.text.dates import Period, parse_period

People = Callable[[str], Iterable[str]]
"""The uids of the officers that a name or a part of one means."""


class Values:
    """Reads values; what was not understood is told in `notices`."""

    def __init__(self, today: date, people: People, notices: list[str]) -> None:
        self._today = today
        self._people = people
        self.notices = notices

    def plan(self, field: Field, node: syntax.Leaf) -> Plan:
        """A condition on a field of `entry`."""
        if field.sort in ("day", "year"):
            return self._when(field, node)
        codes: tuple[str, ...] = ()
        if field.name == "officer" and not isinstance(node, syntax.Range):
            codes = tuple(self._people(node.text))
        elif not isinstance(node, syntax.Range):
            codes = codes_of(field, node.text)
        if not codes and isinstance(node, syntax.Unfinished):
            return ALL
        if not codes:
            self.notices.append("search.notice.unknown_value")
            return NONE
        if field.sort == "codes":
            tests = " OR ".join(f"instr(' ' || e.{field.column} || ' ', ?)" for _ in codes)
            return _where(f"({tests})", *(f" {code} " for code in codes))
        marks = ", ".join("?" * len(codes))
        return _where(f"coalesce(e.{field.column}, '') IN ({marks})", *codes)

    def _when(self, field: Field, node: syntax.Leaf) -> Plan:
        period = self._period(node)
        if period is None and isinstance(node, syntax.Unfinished):
            return ALL
        if period is None:
            self.notices.append("search.notice.unknown_date")
            return NONE
        first, last = period
        if field.sort == "year":
            return _where("e.year BETWEEN ? AND ?", first.year, last.year)
        if field.name == "due":
            return _where("e.due BETWEEN ? AND ?", first.isoformat(), last.isoformat())
        return key_range(first, last)

    def _period(self, node: syntax.Leaf) -> Period | None:
        if isinstance(node, syntax.Range):
            return self._between(node)
        return parse_period(node.text, self._today)

    def _between(self, node: syntax.Range) -> Period | None:
        low = parse_period(node.low, self._today) if node.low else None
        high = parse_period(node.high, self._today) if node.high else None
        if (node.low and not low) or (node.high and not high):
            return None
        first = date.min if low is None else _after(low[1]) if node.above else low[0]
        last = date.max if high is None else _before(high[0]) if node.below else high[1]
        return first, last


def _after(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)


def _before(day: date) -> date:
    return day if day == date.min else date.fromordinal(day.toordinal() - 1)


def _where(sql: str, *values: object) -> Plan:
    return Plan(rows=(Condition(sql, values),))
