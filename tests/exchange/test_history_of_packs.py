"""What another desk did is part of the history here, and its papers are known."""

from __future__ import annotations

from pathlib import Path

from ctdesk.desk import Desk
from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.domain.records import Document
from tests.exchange.desks import send


def test_what_came_in_a_pack_is_told_as_the_other_desk_did_it(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    report = Document(kind="report", direction="incoming", subject="تقرير من الحاسوب المتنقل")
    document = laptop.documents.register(report)
    laptop.documents.edit(document.uid, subject="موضوع معدل")
    there = laptop.history.page(HistoryFilter(record=document.uid))
    main.packs.take(send(laptop, main, tmp_path / "one.ctx"))
    here = main.history.page(HistoryFilter(record=document.uid))
    assert {row.key for row in there} <= {row.key for row in here}
    edited = next(row for row in here if row.act == "edit")
    assert edited.device == there[0].device
    assert [line.before for line in main.history.lines(edited.key)] == ["تقرير من الحاسوب المتنقل"]
    assert main.history.page(HistoryFilter(device=edited.device))
    assert main.history.page(HistoryFilter(act="pack_in"), limit=1)
    found = main.history.verify()
    assert found.sound, found


def test_the_summary_of_a_desk_that_is_known_is_not_a_strangers(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    made = laptop.history.month(2026, 11, tmp_path / "m.docx", "ar")
    answer = main.history.check_month(made.path)
    assert (answer.holds, answer.own) == (True, False)
    assert "checked there" in answer.told("en")
