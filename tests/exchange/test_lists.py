"""Lists in packs: two desks that imported different files come to one history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ctdesk.desk import Desk
from tests.desk.screened import NAME, register, take
from tests.exchange.desks import all_of, send
from tests.screening.lists.made import FUND, NADIR, TARIQ


def histories(desk: Desk) -> object:
    force = [(one.list, one.date, one.files) for one in desk.screening.lists.in_force()]
    rows = desk.screening.entries.list(delisted=None).rows
    views = {row.uid: desk.screening.entries.entry(row.uid) for row in rows}
    return force, [
        (row, views[row.uid].record.version, [(v.since, v.listed) for v in views[row.uid].versions])
        for row in rows
    ]


def test_an_older_list_in_a_pack_adds_history_and_leaves_what_is_in_force(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    take(main, tmp_path, "2026-01-01", {**NADIR, "GENDER": "Male"}, TARIQ)
    take(laptop, tmp_path, "2025-01-01", NADIR, FUND)
    main.packs.take(send(laptop, main, tmp_path / "a.pack"))
    laptop.packs.take(send(main, laptop, tmp_path / "b.pack"))
    assert histories(main) == histories(laptop)
    (force,) = main.screening.lists.in_force()
    assert (force.date, force.files) == ("2026-01-01", 2)
    assert [row.reference for row in main.screening.entries.list(delisted=True).rows] == ["QDe.902"]
    assert main.verify().sound


def test_a_document_that_a_pack_brings_is_compared_with_the_lists_here(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    take(main, tmp_path, "2026-01-01", NADIR, FUND)
    document = register(laptop, f"ورد اسم {NAME} في التقرير.")
    main.packs.take(send(laptop, main, tmp_path / "a.pack"))
    assert main.screening.texts.due() == 1
    (row,) = main.screening.of_document(document.uid)
    assert row.entry.reference == "QDi.901"


def test_a_match_takes_its_entry_along_where_the_list_stays_here(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    take(laptop, tmp_path, "2026-01-01", NADIR, FUND)
    document = register(laptop, f"ورد اسم {NAME} في التقرير.")
    (row,) = laptop.screening.of_document(document.uid)
    laptop.screening.decisions.exclude(row.match.uid, "شخص آخر")
    without = replace(all_of(laptop), lists=False)
    main.packs.take(send(laptop, main, tmp_path / "a.pack", without))
    (there,) = main.screening.of_document(document.uid)
    assert (there.match.state, there.match.reason) == ("excluded", "شخص آخر")
    view = main.screening.entries.entry(there.entry.uid)
    assert view.entry.names[0].text == "NADIR SALIM AL-QASABI"
