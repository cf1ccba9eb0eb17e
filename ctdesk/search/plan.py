"""What a compiled question asks of the database, and how two such plans combine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ctdesk.search.lexicon import Phrase
from ctdesk.store.index import DAY

LAST_KEY = 99_999_999 * DAY + DAY - 1


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of a row of `entry AS e`, its values bound."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be marked in a text for one word of the question."""

    phrases: tuple[Phrase, ...]
    prefix: Phrase = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All of: the MATCH expression (None asks none), the conditions, keys from `low` to `high`.

    `exact` is the expression with words only as typed; `loose` that with quoted phrases taking
    clitics and plurals (None when that is no more); `conjuncts` are the expressions that `match`
    is the AND of, `denied` those that must not match (only beside a `match`).
    """

    match: str | None = None
    exact: str | None = None
    loose: str | None = None
    rows: tuple[Condition, ...] = ()
    low: int = 0
    high: int = LAST_KEY
    conjuncts: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True when every record answers."""
        return self == ALL

    @property
    def only_text(self) -> bool:
        return self.match is not None and not self.rows and (self.low, self.high) == (0, LAST_KEY)

    def expression(self) -> str | None:
        """The MATCH expression with what is denied taken off."""
        return _less(self.match, self.denied)

    def exact_expression(self) -> str | None:
        return _less(self.exact, self.denied)

    def condition(self) -> Condition:
        """The whole plan as one test of a row of `entry`."""
        tests: list[str] = []
        values: list[object] = []
        if (expression := self.expression()) is not None:
            tests.append("e.fts_key IN (SELECT rowid FROM ft WHERE ft MATCH ?)")
            values.append(expression)
        elif self.denied:
            tests.append("e.fts_key NOT IN (SELECT rowid FROM ft WHERE ft MATCH ?)")
            values.append(" OR ".join(self.denied))
        if (self.low, self.high) != (0, LAST_KEY):
            tests.append("e.fts_key BETWEEN ? AND ?")
            values += [self.low, self.high]
        for row in self.rows:
            tests.append(row.sql)
            values += row.values
        return Condition("(" + (" AND ".join(tests) or "1") + ")", tuple(values))


ALL = Plan()
NONE = Plan(rows=(Condition("0"),))


def key_range(first: date, last: date) -> Plan:
    """Records of the days from first to last."""
    return Plan(low=_number(first) * DAY, high=_number(last) * DAY + DAY - 1)


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _less(match: str | None, denied: tuple[str, ...]) -> str | None:
    if match is None or not denied:
        return match
    return f"({match}) NOT ({' OR '.join(denied)})"


def both(a: Plan, b: Plan) -> Plan:
    """Records that answer both plans."""
    if NONE in (a, b):
        return NONE
    again = bool(b.conjuncts) and set(b.conjuncts) <= set(a.conjuncts)
    if again and b.only_text and not b.denied:
        # The same word again: every expression costs FTS5's bm25 its time.
        return a
    rows = a.rows + b.rows
    match, exact = a.match, a.exact
    if b.match is not None:
        match = b.match if match is None else f"{match} AND {b.match}"
        exact = b.exact if exact is None or b.exact is None else f"{exact} AND {b.exact}"
    denied = a.denied + b.denied
    wider = [plan.loose or plan.match for plan in (a, b)]
    return Plan(
        match=match,
        exact=exact,
        loose=" AND ".join(filter(None, wider)) if a.loose or b.loose else None,
        rows=rows,
        low=max(a.low, b.low),
        high=min(a.high, b.high),
        conjuncts=a.conjuncts + b.conjuncts,
        denied=denied,
    )


def any_of(plans: Iterable[Plan]) -> Plan:
    """Records that answer one of the plans: in FTS5 if all are only of words, else in SQL.

    Alternatives stand side by side, not one within the other: both parsers have shallow stacks.
    """
    parts = [plan for plan in dict.fromkeys(plans) if plan != NONE]
    if not parts:
        return NONE
    if ALL in parts:
        return ALL
    if len(parts) == 1:
        return parts[0]
    if all(part.only_text for part in parts):
        match = "(" + " OR ".join(f"({part.expression()})" for part in parts) + ")"
        exact = "(" + " OR ".join(f"({part.exact_expression()})" for part in parts) + ")"
        wider = [f"({_less(part.loose or part.match, part.denied)})" for part in parts]
        loose = f"({' OR '.join(wider)})" if any(part.loose for part in parts) else None
        return Plan(match=match, exact=exact, loose=loose, conjuncts=(match,))
    tests = [part.condition() for part in parts]
    union = "(" + " OR ".join(test.sql for test in tests) + ")"
    return Plan(rows=(Condition(union, tuple(v for test in tests for v in test.values)),))


def inverse(plan: Plan) -> Plan:
    """Records that don't answer the plan.

    Words denied are kept as such: beside words wanted they become FTS5's NOT, alone an SQL test.
    """
    if plan == ALL:
        return NONE
    if plan == NONE:
        return ALL
    if plan.only_text:
        return Plan(denied=(f"({plan.expression()})",))
    test = plan.condition()
    return Plan(rows=(Condition(f"NOT coalesce({test.sql}, 0)", test.values),))


def settled(plan: Plan) -> Plan:
    """The plan ready to be run: words denied with none wanted beside them become a test of rows."""
    if plan.match is not None or not plan.denied:
        return plan
    test = Plan(denied=plan.denied).condition()
    return replace(plan, rows=(*plan.rows, test), denied=())


def headed(plan: Plan) -> Plan | None:
    """The records of the plan that have one of its words in their subject, summary or number; what
    stands there bm25 counts twice."""
    if plan.match is None or not plan.conjuncts:
        return None
    heads = f"{{subject summary number}} : ({' OR '.join(plan.conjuncts)})"
    alone = plan.conjuncts == (plan.match,)
    return replace(plan, match=heads if alone else f"({plan.match}) AND ({heads})")


def all_but_one(plan: Plan) -> Plan | None:
    """Records with all of the words but one, or with a quoted phrase inflected (لتمويل الإرهاب for
    "تمويل الإرهاب"), that aren't in the first tier. None when there is nothing to leave out (one
    word)."""
    wider = [plan.loose] if plan.loose else []
    if len(plan.conjuncts) > 1:
        wider += [
            " AND ".join(part for j, part in enumerate(plan.conjuncts) if j != i)
            for i in range(len(plan.conjuncts))
        ]
    return _instead(plan, wider)


def some_of(plan: Plan, words: Iterable[str]) -> Plan | None:
    """Records with some of these of the plan's words, that aren't in the first tier."""
    return _instead(plan, list(words))


def _instead(plan: Plan, wider: list[str]) -> Plan | None:
    if plan.match is None or not wider:
        return None
    match = "(" + " OR ".join(f"({words})" for words in wider) + ")"
    denied = (*plan.denied, f"({plan.match})")
    return replace(plan, match=match, exact=match, loose=None, conjuncts=(), denied=denied)
