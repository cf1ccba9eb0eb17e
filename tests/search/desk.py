"""Small desks to search: the index alone, filled from cards and texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from ctdesk.search import Filters, Result, Searcher
from ctdesk.store.index import Card, Index, Texts
from tests.benchmarks.desks import filled, index_connection

TODAY = date(2026, 11, 24)

__all__ = ["TODAY", "Filters", "a_desk", "filled", "found", "index_connection", "put"]


def put(connection: Any, uid: str, texts: Texts, old: Texts | None = None, **card: Any) -> int:
    """Put one record into the index, a report of 2025-03-01 unless said otherwise."""
    fields = {"tbl": "document", "kind": "report", "date": "2025-03-01", **card}
    return Index(connection).put(Card(uid=uid, **fields), texts, old)


def a_desk(*bodies: str, **named: str) -> Searcher:
    """A desk of documents d0, d1, ... with these bodies, and others by name."""
    connection = index_connection()
    for uid, body in {**{f"d{i}": body for i, body in enumerate(bodies)}, **named}.items():
        put(connection, uid, Texts(body=body))
    return Searcher(connection, lambda: TODAY)


def found(searcher: Searcher, query: str, **asked: Any) -> list[str]:
    """The uids of the first tier's hits, sorted."""
    result: Result = searcher.search(query, **asked)
    uids = [hit.uid for hit in result.hits if hit.tier == 1]
    assert len(uids) == min(result.total, asked.get("limit", 50))
    return sorted(uids)
