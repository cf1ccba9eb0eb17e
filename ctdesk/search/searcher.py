"""The desk's search: a question in, records out, best or newest first.

Reads only `ft`, `entry` and `lexeme`, through the connection it is given; bodies are never touched.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from ctdesk.search import facets as faceting
from ctdesk.search.cleared import ClearedWords
from ctdesk.search.compile import Compiler
from ctdesk.search.expand import Expander, Forms
from ctdesk.search.facets import Counted, Facet
from ctdesk.search.filters import Filters
from ctdesk.search.highlight import Marker
from ctdesk.search.language import parse
from ctdesk.search.lexicon import Lexicon, lexicon
from ctdesk.search.plan import (
    ALL,
    LAST_KEY,
    Condition,
    Plan,
    all_but_one,
    both,
    headed,
    settled,
    some_of,
)
from ctdesk.search.rank import WEIGHTS, WINDOW, reranked
from ctdesk.search.result import HIT_COLUMNS, Hit, QueryWord, Result
from ctdesk.search.syntax import unfinished
from ctdesk.search.values import People

Sort = Literal["rank", "date"]
# Fewer hits than this, and the second tier (all words but one) is given too.
FEW = 10
# So many words make a long question: none of its answers needs to have all but one.
_LONG = 5
# Of its words the rarest are asked for, in so many records together.
_TELLING = 10_000
# How often a word as typed counts beside once for all its forms (bm25 sums over what is asked).
_AS_TYPED = 3
# bm25 reads every hit. Of more hits than this, only so many are ranked: the newest that have a word
# in their subject, summary or number, and the newest of all.
RANKED = 2_500
# While a word is being typed there is less time, and the answer is soon another.
_RANKED_TYPING = 800
_CARDS = "SELECT {} FROM entry WHERE fts_key IN (SELECT value FROM json_each(?))"


class Searcher:
    """Answers questions over one connection (of the thread that asks)."""

    def __init__(
        self,
        connection: Any,
        today: Callable[[], date] = date.today,
        lexicon_: Lexicon | None = None,
        people: People | None = None,
    ) -> None:
        self._people = people
        self._connection = connection
        self._today = today
        self._expander = Expander(connection, lexicon_ or lexicon())
        self._counted = Counted(connection)
        self._words = ClearedWords(connection)

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
        typing: bool = False,
    ) -> Result:
        """Records that answer the question, `limit` of them after the first `after`.

        An empty question is answered by everything, newest first. What can't be parsed is answered
        as words, with a notice. Records above `clearance` neither show nor count. While `typing`,
        the last word is the beginning of one.
        """
        asked, compiler, notices = self._compiled(query, typing)
        asked = both(asked, (filters or Filters()).plan())
        plan = settled(both(asked, self._cleared(clearance)))
        total = self._count(plan)
        start = after or 0
        most = _RANKED_TYPING if typing else RANKED
        hits = list(self._hits(plan, compiler.groups, sort, start, limit, total, most))
        if total < FEW and len(hits) < limit:
            hits += self._second(plan, compiler, sort, start, limit)[: limit - len(hits)]
        return Result(
            total=total,
            hits=hits,
            words=[self._query_word(group, clearance) for group in compiler.groups],
            facets=self._facets(plan) if facets else {},
            notices=list(dict.fromkeys(notices)),
            marker=Marker(compiler.targets),
        )

    def _query_word(self, group: Forms, clearance: int) -> QueryWord:
        """A word of the question with its other forms, as far as records that may be seen have
        them."""
        others = dict.fromkeys(" ".join(form) for form in group.all())
        others.pop(group.word, None)
        seen = self._words.seen(others, clearance)
        return QueryWord(group.word, tuple(form for form in others if form in seen))

    def plan(self, query: str) -> Plan:
        """What a question asks of the database, without running it."""
        return settled(self._compiled(query, typing=False)[0])

    def marker(self, query: str, *, typing: bool = False) -> Marker:
        """What marks the question's words in a text, without looking for records."""
        return Marker(self._compiled(query, typing)[1].targets)

    def _compiled(self, query: str, typing: bool) -> tuple[Plan, Compiler, list[str]]:
        question = parse(query, self._today())
        compiler = Compiler(self._expander, self._today(), self._people)
        tree = unfinished(question.tree, query) if typing else question.tree
        plan = compiler.compile(tree)
        return plan, compiler, [*question.notices, *compiler.notices]

    def _cleared(self, clearance: int) -> Plan:
        """Only records of that clearance; no condition when none are above it."""
        if self._words.all_seen(clearance):
            return ALL
        return Plan(rows=(Condition("e.rank <= ?", (clearance,)),))

    def _count(self, plan: Plan) -> int:
        source, values = _source(plan)
        (count,) = self._connection.execute(f"SELECT count(*) {source}", values).fetchone()
        return int(count)

    def _hits(
        self,
        plan: Plan,
        groups: list[Forms],
        sort: Sort,
        start: int,
        limit: int,
        total: int,
        most: int,
    ) -> Iterator[Hit]:
        if start >= total or limit <= 0:
            return iter(())
        if plan.match is None or sort == "date":
            return self._cards([(key, 0.0, True) for key in self._newest(plan, start, limit)])
        if total > 2 * most >= 2 * (start + limit):
            return self._cards(self._best_of_many(plan, groups, start, limit, most))
        return self._cards(self._best(plan, groups, start, limit))

    def _second(
        self, plan: Plan, compiler: Compiler, sort: Sort, start: int, limit: int
    ) -> list[Hit]:
        """The second tier: all words but one; of a long question its most telling words, always the
        best first."""
        long = len(plan.conjuncts) >= _LONG
        wider = self._telling(plan, compiler) if long else all_but_one(plan)
        if wider is None:
            return []
        if sort == "date" and not long:
            rated = [(key, 0.0, False) for key in self._newest(wider, start, limit)]
        else:
            kept = wider if long else self._newer(wider, RANKED)
            rated = self._best(kept, compiler.groups, start, limit)
        return list(self._cards(rated, tier=2))

    def _telling(self, plan: Plan, compiler: Compiler) -> Plan | None:
        """Records with some of the rarest words of a question, as many as may be ranked without a
        wait; a word as typed counts more than its other forms."""
        (records,) = self._connection.execute("SELECT count(*) FROM entry").fetchone()
        words = compiler.single_words()
        telling: list[str] = []
        read = 0
        for word, size in sorted(words.items(), key=lambda pair: (pair[1].records, pair[0])):
            read += size.records
            if telling and (read > _TELLING or size.records > records // 2):
                break
            telling += [word] + [size.exact] * _AS_TYPED
        return some_of(plan, telling)

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
        scored = self._scored(plan, max(WINDOW, start + limit))
        return self._reranked(plan, scored, groups)[start : start + limit]

    def _best_of_many(
        self, plan: Plan, groups: list[Forms], start: int, limit: int, most: int
    ) -> list[tuple[int, float, bool]]:
        wanted = max(WINDOW, start + limit)
        scored = dict(self._scored(self._newer(plan, most), wanted))
        if (head := headed(plan)) is not None:
            for key, score in self._scored(self._newer(head, most), wanted):
                scored[key] = min(score, scored.get(key, score))
        first = sorted(scored.items(), key=lambda pair: pair[1])[:wanted]
        return self._reranked(plan, first, groups)[start : start + limit]

    def _scored(self, plan: Plan, wanted: int) -> list[tuple[int, float]]:
        """Keys with FTS5's bm25, best (least) first."""
        source, values = _source(plan)
        rows = self._connection.execute(
            f"SELECT ft.rowid, ft.rank {source} AND ft.rank MATCH ? ORDER BY ft.rank LIMIT ?",
            (*values, WEIGHTS, wanted),
        )
        return [(int(key), float(score)) for key, score in rows]

    def _reranked(
        self, plan: Plan, scored: list[tuple[int, float]], groups: list[Forms]
    ) -> list[tuple[int, float, bool]]:
        exact = None if plan.exact == plan.match else plan.exact_expression()
        (records,) = self._connection.execute("SELECT count(*) FROM entry").fetchone()
        first = reranked(self._connection, scored[:WINDOW], groups, exact, int(records))
        return [*first, *((key, -score, False) for key, score in scored[WINDOW:])]

    def _cards(self, rated: list[tuple[int, float, bool]], tier: int = 1) -> Iterator[Hit]:
        rows = self._connection.execute(
            _CARDS.format(", ".join(HIT_COLUMNS)), (json.dumps([key for key, _, _ in rated]),)
        )
        cards = {row[0]: row for row in rows}
        for key, score, exact in rated:
            yield Hit.of(cards[key], score=score, exact=exact, tier=tier)

    def _facets(self, plan: Plan) -> dict[str, list[Facet]]:
        columns = ", ".join(f"e.{column}" for column in faceting.COLUMNS)
        source, values = _source(plan, joined=True)
        return self._counted(f"SELECT {columns} {source}", values)


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
