"""The rooms of dossiers and of what is owed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.ui.actions_page import ActionsPage
from ctdesk.ui.dossiers import DossiersPage
from ctdesk.ui.window import MainWindow

ARABIC = re.compile("[\u0600-\u06ff]")


@pytest.fixture
def dossiers(window: MainWindow) -> DossiersPage:
    window.go("go_dossiers")
    assert isinstance(window.page, DossiersPage)
    return window.page


@pytest.fixture
def actions(window: MainWindow) -> ActionsPage:
    window.go("go_actions")
    assert isinstance(window.page, ActionsPage)
    return window.page


def texts(table: QTableWidget, row: int) -> str:
    """Everything that a row says."""
    cells = (table.item(row, column) for column in range(table.columnCount()))
    return " ".join(cell.text() for cell in cells if cell is not None)


def test_every_dossier_is_listed_and_the_first_is_open(dossiers: DossiersPage, desk: Desk) -> None:
    assert dossiers.model.rowCount() == len(desk.dossiers.list()) > 0
    assert dossiers.title.text()
    assert dossiers.items.rowCount() > 0


def test_a_chosen_dossier_shows_its_items_and_documents(dossiers: DossiersPage, desk: Desk) -> None:
    for wanted in desk.dossiers.list():
        dossiers.open(wanted.uid)
        assert dossiers.title.text() == wanted.title_ar
        items = desk.dossiers.items(wanted.uid)
        assert dossiers.items.rowCount() == len(items)
        assert dossiers.rows.rowCount() == len(desk.dossiers.documents(wanted.uid))
        for row, item in enumerate(items):
            assert item.text_ar in texts(dossiers.items, row)


def test_a_document_of_a_dossier_is_opened_with_enter(
    dossiers: DossiersPage, desk: Desk, qtbot: QtBot
) -> None:
    wanted = next(d for d in desk.dossiers.list() if desk.dossiers.documents(d.uid))
    dossiers.open(wanted.uid)
    first = desk.dossiers.documents(wanted.uid)[0]
    with qtbot.waitSignal(dossiers.opened) as opened:
        dossiers.documents.setFocus()
        qtbot.keyClick(dossiers.documents, Qt.Key.Key_Return)
    assert opened.args == ["document", first.uid]


def test_an_open_dossier_stays_open_when_the_desk_is_read_again(
    dossiers: DossiersPage, desk: Desk
) -> None:
    last = desk.dossiers.list()[-1]
    dossiers.open(last.uid)
    dossiers.refresh()
    assert dossiers.title.text() == last.title_ar


def test_dossiers_speak_english_in_the_english_window(
    open_window: Callable[..., MainWindow], desk: Desk
) -> None:
    window = open_window("en")
    window.go("go_dossiers")
    page = window.page
    assert isinstance(page, DossiersPage)
    for wanted in desk.dossiers.list():
        page.open(wanted.uid)
        assert page.title.text() == wanted.title_en
        assert not ARABIC.search(page.line.text())


def test_what_is_late_says_so_in_words(actions: ActionsPage, desk: Desk) -> None:
    late = [row for row in desk.actions.list() if row.late]
    assert late
    word = actions.tr("late")
    marked = [row for row in range(actions.table.rowCount()) if word in texts(actions.table, row)]
    assert len(marked) == len(late)


def test_a_step_is_taken_said_and_kept(actions: ActionsPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = next(row.action for row in desk.actions.list() if row.action.state == "open")
    actions.open(wanted.uid)
    with qtbot.waitSignals([actions.notice, actions.changed]):
        actions.step("in_hand")
    after = {row.action.uid: row.action.state for row in desk.actions.list()}
    assert after[wanted.uid] == "in_hand"


def test_an_action_is_dropped_only_with_a_reason(
    actions: ActionsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = next(row.action for row in desk.actions.list() if row.action.state == "open")
    actions.open(wanted.uid)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("", False))
    actions.step("dropped")
    states = {row.action.uid: row.action.state for row in desk.actions.list()}
    assert states[wanted.uid] == "open"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("سحب الطلب", True))
    actions.step("dropped")
    after = next(row.action for row in desk.actions.list() if row.action.uid == wanted.uid)
    assert (after.state, after.drop_reason) == ("dropped", "سحب الطلب")


def test_the_document_of_an_action_is_opened(
    actions: ActionsPage, desk: Desk, qtbot: QtBot
) -> None:
    wanted = next(row.action for row in desk.actions.list() if row.action.document)
    actions.open(wanted.uid)
    with qtbot.waitSignal(actions.opened) as opened:
        actions.open_document()
    assert opened.args == ["document", wanted.document]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("room", ["go_dossiers", "go_actions"])
def test_everything_in_these_rooms_that_takes_the_keyboard_has_a_name(
    open_window: Callable[..., MainWindow], language: str, room: str
) -> None:
    window = open_window(language)
    window.go(room)
    QApplication.processEvents()
    nameless = [
        widget
        for widget in window.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
