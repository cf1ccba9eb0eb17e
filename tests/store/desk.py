"""Stores to test on, opened cheaply."""

from __future__ import annotations

import re
from pathlib import Path

from ctdesk.domain.records import Action, Document, Dossier, Party
from ctdesk.store.store import Store
from ctdesk.store.vault import Cost

CHEAP = Cost(1024, 1, 1)
PASS = "four words of mine"


def numbers_of(text: str) -> set[str]:
    """Every number such as 4/7/123: keys of mentions by rules of our own, so that tests of the
    store don't hang on those of recognition."""
    return set(re.findall(r"\d+/\d+/\d+", text))


class Watch:
    """Progress that remembers what it is told, and says stop after `stop` calls."""

    def __init__(self, stop: int = 1_000_000) -> None:
        self.told: list[tuple[str, int, int]] = []
        self._stop = stop

    def __call__(self, part: str, done: int, total: int) -> bool:
        self.told.append((part, done, total))
        return len(self.told) < self._stop


def a_store(folder: Path) -> Store:
    """A new desk without records."""
    return Store.create(folder, PASS, cost=CHEAP)


def filled(folder: Path, documents: int = 12) -> Store:
    """A desk of documents in both languages, a dossier and an action that name one party."""
    store = a_store(folder)
    with store.act("fill") as act:
        party = act.create(Party(kind="mission", name_ar="السفارة في أوسلو", name_en="Oslo"))
        for n in range(documents):
            act.create(
                Document(
                    kind="report",
                    direction="incoming",
                    subject=f"تقرير {n}",
                    text=f"تمويل الإرهاب word{n} جواباً على كتابكم المرقم 4/7/{100 + n}",
                    sender=party.uid,
                    their_number=f"9/{n}",
                    register_date="2026-03-01",
                )
            )
        act.create(Dossier(kind="committee", code="C1", title_en="Joint", parties=(party.uid,)))
        act.create(Action(what="ask them", waiting_for=party.uid, state="open"))
    return store


def index_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that the index holds, table by table; keys of a day may be shared out otherwise."""
    connection = store.read.connection
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, ft, row)"
    )
    queries = {
        "entry": "SELECT uid, tbl, title, date, year FROM entry ORDER BY uid",
        "lexeme": "SELECT * FROM lexeme ORDER BY term",
        "mention": "SELECT * FROM mention ORDER BY key, source",
        "ft": "SELECT term, doc, cnt FROM temp.seen",
        "state": "SELECT * FROM index_state ORDER BY part",
    }
    return {name: connection.execute(query).fetchall() for name, query in queries.items()}
