"""Names in what is written and in what arrives: told where the other checks are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.records import Document
from ctdesk.ui.actions import act
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.opinion import acts as opinion_acts
from ctdesk.ui.screening.entries_tab import EntriesTab
from ctdesk.ui.screening.hits_tab import HitsTab
from ctdesk.ui.window import MainWindow
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

SAID = "نوصي بمتابعة نادر سليم القصابي وصندوقه."


@pytest.fixture
def desk(bare_desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose list of today has delisted an entry."""
    lists = bare_desk.screening.lists
    for day, entries in (("2025-01-01", (NADIR, FUND, TARIQ)), ("2026-01-01", (NADIR, FUND))):
        path = tmp_path / f"{day}.xml"
        path.write_bytes(un_xml(day, *entries))
        lists.apply(lists.preview(path))
    return bare_desk


def opinion_on(desk: Desk, text: str) -> Document:
    report = desk.documents.register(
        Document(kind="report", direction="incoming", subject="تقرير", text="نص")
    )
    blocks = [Block("b1", "paragraph", text)]
    return desk.opinions.new(subject="رأي", on=[report.uid], blocks=blocks)


@pytest.fixture
def page(window: MainWindow) -> OpinionPage:
    found = window.go("go_opinions")
    assert isinstance(found, OpinionPage)
    return found


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.screening.ready, timeout=20_000)
    QApplication.processEvents()


def test_before_the_issue_a_name_that_nobody_looked_at_is_told_and_stops_it(
    desk: Desk, page: OpinionPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def yes(_page: object, _context: object, checks: list[object]) -> bool:
        asked.append([check.code for check in checks])  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(opinion_acts, "confirm_issue", yes)
    opinion = opinion_on(desk, SAID)
    page.open(opinion.uid)
    window.run(act("issue"))
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert "name_not_looked_at" in asked[0]
    assert desk.documents.get(opinion.uid).register_number == ""
    assert "القصابي" in window.notices.text
    window.run(act("show_names"))
    tab = window.page.actor
    assert isinstance(tab, HitsTab)
    assert tab.hit is not None
    assert "القصابي" in tab.hit.match.name
    assert SAID in tab.view.original
    window.run(act("undecided_name"))
    window.go_back()
    window.run(act("issue"))
    assert desk.documents.get(opinion.uid).register_number


def test_a_delisted_entry_that_a_draft_mentions_is_flagged_and_stops_nothing(
    desk: Desk, page: OpinionPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def no(_page: object, _context: object, checks: list[object]) -> bool:
        asked.append([f"{c.code}{c.blocking}" for c in checks])  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(opinion_acts, "confirm_issue", no)
    opinion = opinion_on(desk, "سبق ذكر طارق حمدان البزاز.")
    page.open(opinion.uid)
    window.run(act("issue"))
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert "name_delistedFalse" in asked[0]


def test_a_draft_without_such_names_says_so(
    desk: Desk, page: OpinionPage, window: MainWindow, qtbot: QtBot
) -> None:
    opinion = opinion_on(desk, "لا شيء يستدعي المتابعة.")
    page.open(opinion.uid)
    window.run(act("show_names"))
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: bool(window.notices.text), timeout=20_000)
    assert window.page is page


def test_a_file_that_arrives_says_which_listed_names_it_may_have(
    desk: Desk, window: MainWindow, tmp_path: Path
) -> None:
    desk.screening.names.in_force()
    path = tmp_path / "letter.txt"
    path.write_text("إلى الدائرة\n\nوصل نادر سليم القصابي إلى المطار.", encoding="utf-8")
    desk.incoming.take([path])
    desk.incoming.read_waiting()
    page = window.go("go_incoming")
    notes = page.hand._notes.text()  # type: ignore[attr-defined]
    assert "نادر سليم القصابي" in notes


def test_an_entry_tells_where_it_was_found_and_leads_there(desk: Desk, window: MainWindow) -> None:
    report = desk.documents.register(
        Document(kind="report", direction="incoming", subject="سفر", text="زار نادر سليم القصابي")
    )
    desk.screening.texts.catch_up()
    (row,) = desk.screening.open().rows
    desk.screening.decisions.exclude(row.match.uid, "غيره")
    window.open_record("list_entry", row.entry.uid)
    tab = window.page.actor
    assert isinstance(tab, EntriesTab)
    said = tab.pane.sheet.toPlainText()
    assert "سفر" in said
    assert "غيره" in said
    tab.pane.sheet.linked.emit(f"document:{report.uid}")
    assert window.page.shown_uid == report.uid
