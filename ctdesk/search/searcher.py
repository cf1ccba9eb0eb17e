"""The desk's search: a question in, records out, best or newest first.

Reads only `ft`, `entry` and `lexeme`, through the connection it is given; bodies are never touched.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from typing import Any, Literal

from ctdesk.search import facets as faceting
from ctdesk.search.compile import Compiler
from ctdesk.search.expand import Expander, Forms
from ctdesk.search.facets import Facet
from ctdesk.search.highlight import Marker
from ctdesk.search.language import parse
from ctdesk.search.lexicon import Lexicon, lexicon
from ctdesk.search.plan import ALL, LAST_KEY, Condition, Plan, both, second_tier, settled
from ctdesk.search.rank import WEIGHTS, WINDOW, reranked

Sort = Literal["rank", "date"]
# Fewer hits than this, and the second tier (all words but one) is given too.
FEW = 10
# bm25 reads every hit: of more than so many, only the newest are ranked (of tier 2, fewer).
RANKED = 30_000
RANKED_SECOND = 3_000
_CARDS = "SELECT {} FROM entry WHERE fts_key IN (SELECT value FROM json_each(?))"
_ROW = (
    "fts_key", "tbl", "uid", "kind", "direction", "number", "their_number", "date", "title",
    "mission", "state", "urgency", "classification", "officer", "language",
)  # fmt: skip


@dataclass(frozen=True)
class Filters:
    """Values ticked beside the question: codes, uids of missions and officers, years; each field
    any of its values, all fields together."""

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

    def plan(self) -> Plan:
        """The filters as conditions."""
        parts: list[Plan] = []
        for name in ("kind", "direction", "mission", "classification", "state", "officer",
                     "language", "tbl"):  # fmt: skip
            if values := getattr(self, name):
                marks = ", ".join("?" * len(values))
                parts.append(Plan(rows=(Condition(f"e.{name} IN ({marks})", tuple(values)),)))
        if self.year:
            marks = ", ".join("?" * len(self.year))
            years = tuple(int(year) for year in self.year)
            parts.append(Plan(rows=(Condition(f"e.year IN ({marks})", years),)))
        if self.topic:
            tests = " OR ".join("instr(' ' || e.topics || ' ', ?)" for _ in self.topic)
            topics = tuple(f" {topic} " for topic in self.topic)
            parts.append(Plan(rows=(Condition(f"({tests})", topics),)))
        return reduce(both, parts, ALL)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. `exact`: it has the words as typed; `tier` 2: all of them but one, or a
    quoted phrase inflected."""

    fts_key: int
    tbl: str
    uid: str
    kind: str
    direction: str
    number: str
    their_number: str
    date: str
    title: str
    mission: str
    state: str
    urgency: str
    classification: str
    officer: str
    language: str
    score: float = 0.0
    exact: bool = True
    tier: int = 1


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the question and the other forms of it that were looked for."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What was found: `total` counts tier 1 exactly; `notices` are keys of terms."""

    total: int
    hits: list[Hit]
    words: list[QueryWord] = field(default_factory=list)
    facets: dict[str, list[Facet]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    marker: Marker = field(default_factory=Marker)


class Searcher:
    """Answers questions over one connection (of the thread that asks)."""

    def __init__(
        self,
        connection: Any,
        today: Callable[[], date] = date.today,
        lexicon_: Lexicon | None = None,
    ) -> None:
        self._connection = connection
        self._today = today
        self._expander = Expander(connection, lexicon_ or lexicon())

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        after: int | None = None,
        sort: Sort = "rank",
        filters: Filters | None = None,
        facets: bool = False,
        clearance: int = 99,
    ) -> Result:
        """Records that answer the question, `limit` of them after the first `after`.

        An empty question is answered by everything, newest first. What can't be parsed is answered
        as words, with a notice. Records above `clearance` neither show nor count.
        """
        question = parse(query, self._today())
        compiler = Compiler(self._expander, self._today())
        asked = both(compiler.compile(question.tree), (filters or Filters()).plan())
        plan = settled(both(asked, self._cleared(clearance)))
        total = self._count(plan)
        start = after or 0
        hits = list(self._hits(plan, compiler.groups, sort, start, limit, total))
        if total < FEW and len(hits) < limit and (wider := second_tier(plan)):
            more = self._second(wider, compiler.groups, sort, max(0, start - total), limit)
            hits += list(more)[: limit - len(hits)]
        return Result(
            total=total,
            hits=hits,
            words=[_query_word(group) for group in compiler.groups],
            facets=self._facets(plan) if facets else {},
            notices=list(dict.fromkeys((*question.notices, *compiler.notices))),
            marker=Marker(compiler.targets),
        )

    def plan(self, query: str) -> Plan:
        """What a question asks of the database, without running it."""
        today = self._today()
        return settled(Compiler(self._expander, today).compile(parse(query, today).tree))

    def _cleared(self, clearance: int) -> Plan:
        """Only records of that clearance; no condition when none are above it."""
        (highest,) = self._connection.execute("SELECT max(rank) FROM entry").fetchone()
        if highest is None or highest <= clearance:
            return ALL
        return Plan(rows=(Condition("e.rank <= ?", (clearance,)),))

    def _count(self, plan: Plan) -> int:
        source, values = _source(plan)
        (count,) = self._connection.execute(f"SELECT count(*) {source}", values).fetchone()
        return int(count)

    def _hits(
        self, plan: Plan, groups: list[Forms], sort: Sort, start: int, limit: int, total: int
    ) -> Iterator[Hit]:
        if start >= total or limit <= 0:
            return iter(())
        if plan.match is None or sort == "date":
            return self._cards([(key, 0.0, True) for key in self._newest(plan, start, limit)])
        if total > RANKED >= start + limit:
            plan = self._newer(plan, RANKED)
        return self._cards(self._best(plan, groups, start, limit))

    def _second(
        self, plan: Plan, groups: list[Forms], sort: Sort, start: int, limit: int
    ) -> Iterator[Hit]:
        if sort == "date":
            rated = [(key, 0.0, False) for key in self._newest(plan, start, limit)]
        else:
            rated = self._best(self._newer(plan, RANKED_SECOND), groups, start, limit)
        return self._cards(rated, tier=2)

    def _newer(self, plan: Plan, most: int) -> Plan:
        """The plan kept to its newest hits, about `most` of them."""
        oldest = self._newest(plan, most, 1)
        return replace(plan, low=max(plan.low, oldest[0])) if oldest else plan

    def _newest(self, plan: Plan, start: int, limit: int) -> list[int]:
        source, values = _source(plan)
        key = _key(plan)
        rows = self._connection.execute(
            f"SELECT {key} {source} ORDER BY {key} DESC LIMIT ? OFFSET ?", (*values, limit, start)
        )
        return [int(row[0]) for row in rows]

    def _best(
        self, plan: Plan, groups: list[Forms], start: int, limit: int
    ) -> list[tuple[int, float, bool]]:
        source, values = _source(plan)
        wanted = max(WINDOW, start + limit)
        scored = self._connection.execute(
            f"SELECT ft.rowid, ft.rank {source} AND ft.rank MATCH ? ORDER BY ft.rank LIMIT ?",
            (*values, WEIGHTS, wanted),
        ).fetchall()
        exact = None if plan.exact == plan.match else plan.exact_expression()
        (records,) = self._connection.execute("SELECT count(*) FROM entry").fetchone()
        first = reranked(self._connection, scored[:WINDOW], groups, exact, int(records))
        rest = [(int(key), -float(score), False) for key, score in scored[WINDOW:]]
        return [*first, *rest][start : start + limit]

    def _cards(self, rated: list[tuple[int, float, bool]], tier: int = 1) -> Iterator[Hit]:
        rows = self._connection.execute(
            _CARDS.format(", ".join(_ROW)), (json.dumps([key for key, _, _ in rated]),)
        )
        cards = {row[0]: row for row in rows}
        for key, score, exact in rated:
            card: dict[str, Any] = {
                n: "" if v is None else v for n, v in zip(_ROW, cards[key], strict=True)
            }
            yield Hit(**card, score=score, exact=exact, tier=tier)

    def _facets(self, plan: Plan) -> dict[str, list[Facet]]:
        columns = ", ".join(f"e.{column}" for column in faceting.COLUMNS)
        source, values = _source(plan, joined=True)
        rows = self._connection.execute(f"SELECT {columns} {source}", values)
        return faceting.counted(rows)


def _key(plan: Plan) -> str:
    return "e.fts_key" if plan.match is None else "ft.rowid"


def _source(plan: Plan, joined: bool = False) -> tuple[str, list[object]]:
    """FROM and WHERE of a plan. Words are FTS5's to find first; `entry` joins only if it must."""
    tests: list[str] = []
    values: list[object] = []
    if (expression := plan.expression()) is not None:
        tests.append("ft MATCH ?")
        values.append(expression)
    if (plan.low, plan.high) != (0, LAST_KEY):
        tests.append(f"{_key(plan)} BETWEEN ? AND ?")
        values += [plan.low, plan.high]
    for row in plan.rows:
        tests.append(row.sql)
        values += row.values
    if expression is None:
        table = "entry AS e"
    elif plan.rows or joined:
        table = "ft CROSS JOIN entry AS e ON e.fts_key = ft.rowid"
    else:
        table = "ft"
    return f"FROM {table} WHERE {' AND '.join(tests) or '1'}", values


def _query_word(group: Forms) -> QueryWord:
    others = [" ".join(form) for form in group.all() if " ".join(form) != group.word]
    return QueryWord(group.word, tuple(dict.fromkeys(others)))
