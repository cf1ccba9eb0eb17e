"""Merging 500 documents, beside the bare insert of the same rows and index entries in this run.

    python -m tests.benchmarks.bench_packs [--documents 500]
    strace -f -e trace=network -o /dev/stdout python -m tests.benchmarks.bench_packs

The second form shows every socket that the whole exchange opens: there should be none.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen
from ctdesk.domain.records import Document
from ctdesk.store import folder as store_folder
from ctdesk.store.cards import card_of
from ctdesk.store.rows import insert_sql, long_texts, row_of
from tests.exchange.days import templates
from tests.exchange.desks import all_of, desks_of

_TEXT = (
    "أفادت السفارة بأن السلطات المحلية فككت شبكة لتمويل الإرهاب عبر الحدود، وأن عدداً من العائدين "
    "أُحيلوا إلى القضاء. The embassy reports that the network raised funds in several provinces. "
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    count = parser.parse_args().documents
    store_folder.lay_ballast.__defaults__ = (4096,)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = templates(folder, 3)
        source, target, bare = desks_of(folder, made)
        _fill(source, count)
        path = folder / "pack.ctx"
        device = target.desks.card().device
        chosen = Chosen(documents=all_of(source).documents)
        out = _timed(lambda: source.packs.out(path, chosen, to=device, ceiling="top_secret"))
        again = _timed(
            lambda: source.packs.out(folder / "2.ctx", chosen, to=device, ceiling="top_secret")
        )
        looked = _timed(lambda: target.packs.preview(path))
        merged = _timed(lambda: target.packs.take(path))
        rows = source._store.read.where(Document)
        inserted = _timed(lambda: _insert(bare, rows))
        text = sum(len(d.text.encode()) for d in rows)
        print(f"{os.cpu_count()} cores, {count} documents, {text / 1e6:.2f} MB of text")
        print(
            f"out {out:.2f} s (again, signatures kept: {again:.2f} s), {path.stat().st_size} bytes"
        )
        print(f"preview {looked:.2f} s, merge {merged:.2f} s, bare insert {inserted:.2f} s:")
        print(f"merge / bare insert = {merged / inserted:.2f}; sound: {target.verify().sound}")
        for desk in (source, target, bare):
            desk.close()


def _fill(desk: Desk, count: int) -> None:
    with desk._session.act("fill") as act:
        for number in range(count):
            desk.documents.register_in(
                act,
                Document(
                    kind="report",
                    direction="incoming",
                    subject=f"تقرير السفارة {number}",
                    text=_TEXT * 4 + f"رقم {number} word{number}",
                    their_number=f"4/7/{number}",
                ),
                sender="السفارة في أوسلو",
            )


def _insert(desk: Desk, documents: list[Document]) -> None:
    """The rows, long texts and index entries alone: no log, no signatures, no checks."""
    store = desk._store
    parties = desk.parties.all()
    with store._db.atomic():
        connection = store.read.connection
        for document in documents:
            connection.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", long_texts(document))
            connection.execute(insert_sql(Document), row_of(document))
        cards = (card_of(document, parties.get) for document in documents)
        store.index.put_many(card for card in cards if card is not None)


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
