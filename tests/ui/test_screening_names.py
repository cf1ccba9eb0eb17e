"""Names that are asked for in the window: one, or a table of them; the sheet that tells of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordFile
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.ui import files
from ctdesk.ui.actions import act
from ctdesk.ui.screening import sheet_out
from ctdesk.ui.screening.names_tab import NamesTab
from ctdesk.ui.window import MainWindow
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A desk without documents and without lists: the window opens on it."""
    return bare_desk


@pytest.fixture
def tab(desk: Desk, window: MainWindow, tmp_path: Path) -> NamesTab:
    path = tmp_path / "list.xml"
    path.write_bytes(un_xml("2026-01-01", NADIR, FUND, TARIQ))
    desk.screening.lists.apply(desk.screening.lists.preview(path))
    window.screen_name()
    found = window.page.actor
    assert isinstance(found, NamesTab)
    return found


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Every paper is written in a language, into the test's folder."""

    def saved_(language: str) -> None:
        monkeypatch.setattr(sheet_out, "ask_language", lambda _page: language)
        monkeypatch.setattr(files, "ask_where", lambda _page, name: tmp_path / name)

    return saved_


def ask(qtbot: QtBot, tab: NamesTab, name: str) -> None:
    tab.form.name.setText(name)
    QTest.keyClick(tab.form.name, Qt.Key.Key_Return)
    settle(qtbot, tab)


def settle(qtbot: QtBot, tab: NamesTab) -> None:
    qtbot.waitUntil(lambda: tab._work is None, timeout=20_000)
    QApplication.processEvents()


def words_of(path: Path) -> str:
    document = WordFile(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_keys_lead_to_the_field_from_any_room(tab: NamesTab, window: MainWindow) -> None:
    window.go("go_dossiers")
    window.run(act("screen_name"))
    assert window.page.actor is tab
    assert tab.form.name.hasFocus()


def test_a_name_is_found_in_the_other_script_with_what_speaks_for_and_against(
    tab: NamesTab, qtbot: QtBot
) -> None:
    tab.form.year.setText("١٩٤٠")
    ask(qtbot, tab, "نادر سليم القصابي")
    assert [hit.entry.reference for hit in tab.hits.rows] == ["QDi.901"]
    said = tab.hit_panel.sheet.toPlainText()
    assert "سنة الولادة" in said
    assert "١٩٤٠" in said
    assert "QDi.901" in said


def test_a_decision_about_a_name_that_was_asked_for_is_kept_and_shown(
    tab: NamesTab, qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    ask(qtbot, tab, "طارق حمدان البزاز")
    assert desk.screening.open().total == 0
    window.run(act("undecided_name"))
    (row,) = desk.screening.open().rows
    assert (row.match.name, row.match.state) == ("طارق حمدان البزاز", "undecided")
    assert desk.label("match_state", "undecided", "ar") in tab.hits.data(tab.hits.index(0, 0), 3)
    ask(qtbot, tab, "طارق حمدان البزاز")
    assert tab.hits.rows[0].decided is not None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_sheet_is_written_for_a_hit_and_for_nothing_found(
    tab: NamesTab,
    qtbot: QtBot,
    desk: Desk,
    saved: Callable[[str], None],
    tmp_path: Path,
    language: str,
) -> None:
    saved(language)
    ask(qtbot, tab, "Nader Salim Qassabi")
    tab.name_sheet()
    ask(qtbot, tab, "كريم عبد الحسين الجبوري")
    assert tab.hits.rowCount() == 0
    tab.name_sheet()
    found, nothing = (
        words_of(tmp_path / f"{name}.docx")
        for name in ("Nader Salim Qassabi", "كريم عبد الحسين الجبوري")
    )
    sha = desk.screening.lists.in_force()[0].sha256
    assert "QDi.901" in found
    assert "QDi.901" not in nothing
    assert sha in found.replace("\u200b", "")
    assert sha in nothing.replace("\u200b", "")


def test_the_sheet_of_a_match_tells_its_decision(
    tab: NamesTab, qtbot: QtBot, saved: Callable[[str], None], tmp_path: Path, window: MainWindow
) -> None:
    saved("ar")
    ask(qtbot, tab, "طارق حمدان البزاز")
    window.run(act("undecided_name"))
    window.run(act("evidence_sheet"))
    (path,) = tmp_path.glob("*.docx")
    said = words_of(path)
    assert "IQi.903" in said
    assert window.context.label("match_state", "undecided") in said


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    path.write_text(
        "ت,الاسم الكامل,المواليد\n1,نادر سليم القصابي,1976\n2,كريم عبد الحسين الجبوري,1988\n"
        "3,Tarek Hamdan Bazzaz,\n",
        encoding="utf-8",
    )
    return path


def test_a_table_is_compared_filtered_and_written(
    tab: NamesTab,
    qtbot: QtBot,
    sheet: Path,
    saved: Callable[[str], None],
    tmp_path: Path,
    window: MainWindow,
) -> None:
    saved("ar")
    window.page.take_files([sheet])
    assert tab.mode == "table"
    assert tab.table.places == {"name": 1, "birth": 2, "nationality": -1}
    tab.table.button.click()
    settle(qtbot, tab)
    assert [len(row.hits) for row in tab.rows.rows] == [1, 0, 1]
    tab.table.filters["nothing"].click()
    assert [row.name for row in tab.rows.rows] == ["كريم عبد الحسين الجبوري"]
    tab.table.filters["hits"].click()
    window.run(act("undecided_name"))
    assert tab.rows.rows[0].hits[0].decided is not None
    tab.step_name(1)
    assert tab.hit.match.name == "Tarek Hamdan Bazzaz"  # type: ignore[union-attr]
    tab.table_excel()
    tab.table_word()
    (excel,) = tmp_path.glob("*.xlsx")
    cells = [str(c.value) for row in load_workbook(excel).worksheets[0].iter_rows() for c in row]
    assert "QDi.901" in cells
    assert "كريم عبد الحسين الجبوري" not in cells
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_a_table_that_is_none_is_refused_in_words(
    tab: NamesTab, tmp_path: Path, window: MainWindow
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("الاسم\n", encoding="utf-8")
    window.page.take_files([path])
    assert "empty.csv" in window.notices.text
    assert tab.mode == "one"
