"""Several desks that know and trust each other, and packs that go between them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen
from ctdesk.domain.records import RECORDS
from tests.conftest import PASSPHRASE

TODAY = date(2026, 11, 23)
EVERYTHING = Chosen(everything=True, lists=True)


def desks_of(folder: Path, templates: list[Path]) -> list[Desk]:
    """Copies of new desks (each with its own keys), all trusting each other."""
    desks = []
    for number, template in enumerate(templates):
        shutil.copytree(template, folder / f"desk{number}", ignore=shutil.ignore_patterns("lock"))
        desk = Desk.open(folder / f"desk{number}", PASSPHRASE, today=lambda: TODAY)
        desk.desks.name(f"مكتب {number}")
        desks.append(desk)
    introduce(desks)
    return desks


def introduce(desks: list[Desk]) -> None:
    """Each gets the cards of the others and trusts them."""
    for desk in desks:
        for other in desks:
            if other is not desk:
                desk.desks.trust(desk.desks.meet(other.desks.card()).device)


def send(source: Desk, target: Desk, path: Path, chosen: Chosen | None = None, **how: Any) -> Path:
    """Make a pack for another desk; all that the source has, without asking a second officer."""
    chosen = chosen or all_of(source)
    how.setdefault("ceiling", "top_secret")
    source.packs.out(path, chosen, to=target.desks.card().device, **how)
    return path


def all_of(desk: Desk) -> Chosen:
    """Every document and dossier, one by one."""
    read = desk._store.read
    return Chosen(
        documents=[d.uid for d in read.where(RECORDS["document"])],
        dossiers=[d.uid for d in read.where(RECORDS["dossier"])],
        lists=True,
    )


def state_of(desk: Desk, *, local: bool = False) -> dict[str, Any]:
    """All that a desk knows, to compare with another's: rows, index, conflicts.

    Not compared: an officer's passphrase slot, which no pack carries.
    """
    read = desk._store.read
    rows = {
        table: {
            record.uid: record if local or table != "officer" else _without_slot(record)
            for record in read.where(kind)
        }
        for table, kind in RECORDS.items()
    }
    connection = read.connection
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, ft, row)"
    )
    index = [
        connection.execute(query).fetchall()
        for query in (
            "SELECT uid, tbl, title, number, date, state, officer, rank FROM entry ORDER BY uid",
            "SELECT term, df FROM lexeme ORDER BY term",
            "SELECT term, doc, cnt FROM temp.seen ORDER BY term",
            "SELECT * FROM mention ORDER BY key, source",
        )
    ]
    return {"rows": rows, "index": index, "conflicts": conflicts_of(desk)}


def conflicts_of(desk: Desk) -> list[Any]:
    """What is unsettled, without words of any language."""
    found = desk._store.conflicts.all()
    return [
        (
            each.uid,
            [(c.field, c.kind, [h.entry.id for h in c.heads]) for c in each.clashes],
            [r.uid for r in each.texts],
        )
        for each in found
    ]


def history_of(desk: Desk) -> set[tuple[str, bytes]]:
    """Every entry of records that packs carry."""
    rows = desk._store.read.connection.execute(
        "SELECT device, seq, hash FROM change WHERE tbl NOT IN ('setting', 'approval')"
    )
    return {(f"{device}/{seq}", digest) for device, seq, digest in rows}


def _without_slot(record: Any) -> Any:
    return {name: value for name, value in vars(record).items() if name != "slot"}
