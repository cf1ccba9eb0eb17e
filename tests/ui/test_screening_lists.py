"""Lists in the window: a file is looked at, then taken in or left; entries are found and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.records import Officer
from ctdesk.ui.actions import act
from ctdesk.ui.asking import Question
from ctdesk.ui.context import Context
from ctdesk.ui.screening.entries_tab import EntriesTab
from ctdesk.ui.screening.lists_tab import ListsTab
from ctdesk.ui.window import MainWindow
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

RENAMED = {**NADIR, "COMMENTS1": "Mother's name: Huda Karim."}


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A desk without documents and without lists: the window opens on it."""
    return bare_desk


@pytest.fixture
def lists(tmp_path: Path) -> dict[str, Path]:
    """Two editions of a list, and a damaged one."""
    paths = {name: tmp_path / f"{name}.xml" for name in ("first", "second", "cut")}
    paths["first"].write_bytes(un_xml("2025-01-01", NADIR, FUND))
    paths["second"].write_bytes(un_xml("2026-01-01", RENAMED, TARIQ))
    paths["cut"].write_bytes(un_xml("2026-02-01", NADIR, FUND)[:-40])
    return paths


@pytest.fixture
def tab(window: MainWindow) -> ListsTab:
    found = window.go("go_screening").show_tab("lists")  # type: ignore[attr-defined]
    assert isinstance(found, ListsTab)
    return found


def look_at(qtbot: QtBot, tab: ListsTab, path: Path) -> None:
    tab.look_at([path])
    qtbot.waitUntil(lambda: tab._work is None)
    QApplication.processEvents()


def apply(qtbot: QtBot, tab: ListsTab) -> None:
    tab.difference.apply_button.click()
    qtbot.waitUntil(lambda: tab._work is None)
    QApplication.processEvents()


def take(qtbot: QtBot, tab: ListsTab, path: Path) -> None:
    look_at(qtbot, tab, path)
    apply(qtbot, tab)


def test_a_desk_without_a_list_opens_the_room_where_one_comes_in(window: MainWindow) -> None:
    page = window.go("go_screening")
    assert isinstance(page.actor, ListsTab)
    assert "un.org" in page.actor.about.toPlainText()


def test_the_difference_is_shown_field_by_field_before_anything_changes(
    qtbot: QtBot, tab: ListsTab, lists: dict[str, Path], desk: Desk
) -> None:
    take(qtbot, tab, lists["first"])
    look_at(qtbot, tab, lists["second"])
    assert [one.how for one in tab.difference.model.rows] == ["changed"]
    said = tab.difference.fields.toPlainText()
    assert "Huda." in said
    assert "Huda Karim." in said
    counts = {}
    for how, button in tab.difference.buttons.items():
        button.click()
        counts[how] = [one.listed.entry.reference for one in tab.difference.model.rows]
    assert counts == {"added": ["IQi.903"], "removed": ["QDe.902"], "changed": ["QDi.901"]}
    assert desk.screening.lists.in_force()[0].date == "2025-01-01"


def test_a_part_of_the_list_narrows_what_is_shown(
    qtbot: QtBot, tab: ListsTab, lists: dict[str, Path]
) -> None:
    look_at(qtbot, tab, lists["second"])
    tab.difference.turn("added")
    assert tab.difference.model.rowCount() == 2
    names = [tab.difference.parts.item(row, 0).text() for row in range(3)]
    place = next(row for row, name in enumerate(names) if "Al-Qaida" in name)
    tab.difference.parts.setCurrentCell(place, 0)
    assert [one.part for one in tab.difference.model.rows] == ["Al-Qaida"]


def test_one_button_puts_it_into_force_and_one_leaves_it(
    qtbot: QtBot, tab: ListsTab, lists: dict[str, Path], desk: Desk
) -> None:
    look_at(qtbot, tab, lists["first"])
    tab.difference.leave_button.click()
    assert not desk.screening.lists.in_force()
    assert tab.looked_at is None
    take(qtbot, tab, lists["first"])
    assert desk.screening.lists.in_force()[0].entries == 2
    assert tab.model.rowCount() == 1


def test_a_damaged_list_is_refused_in_words_with_what_stays_in_force(
    qtbot: QtBot, tab: ListsTab, lists: dict[str, Path], desk: Desk
) -> None:
    take(qtbot, tab, lists["first"])
    look_at(qtbot, tab, lists["cut"])
    said = tab.refusal.toPlainText()
    assert "cut.xml" in said
    assert "مبتور" in said
    assert desk.label("list_kind", "un", "ar") in said
    assert desk.screening.lists.in_force()[0].date == "2025-01-01"
    assert not tab.can("apply_list")


def test_a_list_that_lost_most_entries_is_taken_only_at_a_yes(
    qtbot: QtBot, tab: ListsTab, tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, short = tmp_path / "whole.xml", tmp_path / "short.xml"
    whole.write_bytes(un_xml("2025-01-01", NADIR, FUND, TARIQ))
    short.write_bytes(un_xml("2025-02-01", NADIR))
    take(qtbot, tab, whole)
    look_at(qtbot, tab, short)
    monkeypatch.setattr(Question, "agreed", lambda _asked: False)
    apply(qtbot, tab)
    assert desk.screening.lists.in_force()[0].entries == 3
    monkeypatch.setattr(Question, "agreed", lambda _asked: True)
    apply(qtbot, tab)
    assert desk.screening.lists.in_force()[0].entries == 1


def test_a_file_dropped_on_the_room_is_looked_at_not_registered(
    qtbot: QtBot, tab: ListsTab, window: MainWindow, lists: dict[str, Path], desk: Desk
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(lists["first"]))])
    drop = QDropEvent(
        QPointF(400, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: tab.looked_at is not None)
    assert not desk.incoming.rows()


def test_a_registrar_sees_the_act_greyed_with_the_reason(
    window: MainWindow, desk: Desk, tab: ListsTab
) -> None:
    clerk = Officer(name_ar="سجى", role="registrar", clearance="top_secret")
    other = MainWindow(Context(Desk(desk._store, clerk)))
    try:
        page = other.go("go_screening")
        action = other.menus.actions_by_id["import_list"]
        assert not action.isEnabled()
        assert not other.possible(act("import_list"))
        assert desk.label("role", "head", "ar") in action.toolTip()
        page.take_files([Path("list.xml")])
        assert page.actor._work is None  # type: ignore[attr-defined]
    finally:
        other.deleteLater()
        QApplication.sendPostedEvents(other, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def entries(qtbot: QtBot, tab: ListsTab, window: MainWindow, lists: dict[str, Path]) -> EntriesTab:
    for name in ("first", "second"):
        take(qtbot, tab, lists[name])
    found = window.page.show_tab("entries")  # type: ignore[attr-defined]
    assert isinstance(found, EntriesTab)
    return found


def shown(entries: EntriesTab) -> list[str]:
    return [row.reference for row in entries.model.rows]


def test_entries_are_found_by_a_name_in_either_script_as_it_is_written(
    entries: EntriesTab, qtbot: QtBot
) -> None:
    for typed in ("القصابي", "qassabi", "QDi.901"):
        entries.field.setText(typed)
        qtbot.waitUntil(lambda: shown(entries) == ["QDi.901"])


def test_filters_narrow_to_what_is_delisted_or_of_one_kind(entries: EntriesTab) -> None:
    assert sorted(shown(entries)) == ["IQi.903", "QDe.902", "QDi.901"]
    entries.states.setCurrentIndex(entries.states.findData("delisted"))
    assert shown(entries) == ["QDe.902"]
    entries.states.setCurrentIndex(0)
    entries.kinds.setCurrentIndex(entries.kinds.findData("person"))
    assert sorted(shown(entries)) == ["IQi.903", "QDi.901"]
    entries.parts.setCurrentIndex(entries.parts.findData("Iraq"))
    assert shown(entries) == ["IQi.903"]


def test_an_entry_shows_its_names_facts_and_what_changed_when(entries: EntriesTab) -> None:
    entries.open(entries.context.desk.screening.entries.list("QDi.901").rows[0].uid)
    said = entries.pane.sheet.toPlainText()
    for part in ("Nadir al-Qassabi", "A0000001", "Huda Karim.", "نادر سليم القصابي", "العراق"):
        assert part in said
    assert entries.shown_uid


def test_a_name_is_copied_as_the_list_writes_it(entries: EntriesTab, window: MainWindow) -> None:
    entries.open(entries.context.desk.screening.entries.list("QDi.901").rows[0].uid)
    window.run(act("copy_name"))
    assert QGuiApplication.clipboard().text() == "NADIR SALIM AL-QASABI"
    entries.pane.sheet.selectAll()
    copied = entries.pane.sheet.createMimeDataFromSelection().text()
    assert "\u2068" not in copied
    assert "القصابي" in copied


def test_the_keyboard_goes_from_search_to_list_to_entry(entries: EntriesTab) -> None:
    entries.focus_first()
    assert entries.field.hasFocus()
    QTest.keyClick(entries.field, Qt.Key.Key_Return)
    assert entries.list.hasFocus()
    QTest.keyClick(entries.list, Qt.Key.Key_Return)
    assert entries.pane.sheet.hasFocus()
    entries.next_pane()
    assert entries.field.hasFocus()
