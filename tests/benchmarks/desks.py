"""Bare desks for measuring and testing search: an encrypted connection with the index alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from ctdesk.store.index import SCHEMA, Card, Index, Texts


def index_connection(path: str = ":memory:") -> Any:
    """A connection with the index's tables, made in a new database; a file is encrypted with a key
    of no secrecy."""
    connection = dbapi2.connect(path, isolation_level=None)
    if path != ":memory:":
        connection.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -65536")
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    for statement in () if tables else SCHEMA:
        connection.execute(statement)
    return connection


def filled(rows: Iterable[tuple[Card, Texts]], path: str = ":memory:") -> Any:
    """A connection whose index holds the rows."""
    connection = index_connection(path)
    connection.execute("BEGIN IMMEDIATE")
    Index(connection).put_many(rows)
    connection.execute("COMMIT")
    return connection


def reports(path: Path) -> Iterator[tuple[Card, Texts]]:
    """Cards and texts of the reports in a .jsonl file of the import format."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = json.loads(line)
            card = Card(
                "document",
                f"{path.stem}-{number}",
                kind=fields["kind"],
                direction=fields["direction"],
                number=str(number),
                their_number=fields.get("their_number", ""),
                date=fields["their_date"],
                title=fields.get("subject", ""),
                mission=fields["from"],
                state="registered",
                classification=fields["classification"],
                language=fields["language"],
            )
            senders = "\n".join((fields["from"], fields.get("to", "")))
            yield (
                card,
                Texts(fields.get("subject", ""), "", fields["text"], senders, card.their_number),
            )
