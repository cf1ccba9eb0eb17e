"""The documents page on the sample desk: find, read, act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk, Page, Row
from ctdesk.domain.errors import StoreError
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.documents.list_model import ROWS_AT_ONCE, RecordList, RowRole
from ctdesk.ui.window import MainWindow


def search(page: DocumentsPage, words: str) -> None:
    page.search.field.setText(words)
    page.search.search_now()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def a_row(number: int) -> Row:
    return Row(
        uid=f"u{number}",
        table="document",
        kind="report",
        title=f"Report {number}",
        mission="",
        date="2026-01-01",
        number=str(number),
        their_number="",
        state="registered",
        urgency="routine",
        classification="open",
    )


def test_the_page_opens_on_all_documents_and_reads_the_newest(
    page: DocumentsPage, desk: Desk
) -> None:
    everything = desk.documents.list("", page.filters.filters)
    assert page.model.rowCount() == everything.total
    assert page.current_uid == everything.rows[0].uid


def test_search_runs_by_itself_after_a_pause_in_typing(page: DocumentsPage, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    qtbot.keyClicks(page.search.field, "UNITAD")
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < before)


def test_escape_in_the_search_field_shows_everything_again(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    everything = page.model.rowCount()
    search(page, "UNITAD")
    qtbot.keyClick(page.search.field, Qt.Key.Key_Escape)
    assert page.search.query == ""
    assert page.model.rowCount() == everything


def test_hits_are_marked_where_they_stand_in_the_original(page: DocumentsPage) -> None:
    search(page, "الارهاب")
    original = page.pane.text.original
    assert page.pane.text.hits > 0
    page.next_hit()
    (marked,) = page.pane.text.extraSelections()
    shown = page.context.show.plain(marked.cursor.selectedText())
    assert shown in original
    assert "رهاب" in shown


def test_next_and_previous_hit_go_around(page: DocumentsPage) -> None:
    search(page, "الارهاب")
    view = page.pane.text
    assert view.hits > 1
    page.previous_hit()
    assert view.current_hit == view.hits - 1
    page.next_hit()
    assert view.current_hit == 0


def test_what_is_copied_is_the_text_as_registered(page: DocumentsPage, desk: Desk) -> None:
    page.pane.text.selectAll()
    copied = page.pane.text.createMimeDataFromSelection().text()
    assert copied == page.pane.text.original
    assert "\u2068" not in copied


def test_every_paragraph_runs_in_the_direction_of_its_own_letters(
    open_window: Callable[..., MainWindow], desk: Desk
) -> None:
    window = open_window("en")
    page = window.page
    assert isinstance(page, DocumentsPage)
    page.pane.text.set_text("تقرير السفارة في عمّان\nA report of the Embassy\n")
    first = page.pane.text.document().firstBlock()
    assert first.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first.next().blockFormat().layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_selection_on_the_page_is_a_range_of_the_original(page: DocumentsPage) -> None:
    text = "وفق القرار S/RES/2379 (2017) وكتابنا 4/7/398 في 😀 14/9/2026 بشأن التمويل"
    view = page.pane.text
    view.set_text(text)
    for words in ("القرار", "S/RES/2379 (2017)", "4/7/398", "14/9/2026", "التمويل"):
        start = text.index(words)
        view.show_range(start, start + len(words))
        (mark,) = view.extraSelections()
        view.setTextCursor(QTextCursor(mark.cursor))
        assert view.selected_range() == (start, start + len(words))


def test_a_second_tier_stands_below_a_divider_that_can_not_be_chosen(page: DocumentsPage) -> None:
    search(page, "oil AND terrorism")
    rows = [page.model.index(i, 0).data(RowRole) for i in range(page.model.rowCount())]
    divider = rows.index(None)
    assert rows[divider + 1].tier == 2
    assert not page.model.flags(page.model.index(divider, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_nothing_found_says_what_to_try(page: DocumentsPage) -> None:
    search(page, '"كلمة لا توجد في أي مكان"')
    assert page.model.rowCount() == 0
    assert page.pane.document is None
    assert page._empty.isVisible()


def test_a_filter_narrows_the_list_and_its_chip_takes_it_away(
    page: DocumentsPage, desk: Desk
) -> None:
    everything = page.model.rowCount()
    state, _, count = desk.documents.facet_values()["state"][0]
    page.filters.keep("state", (state,))
    assert page.model.rowCount() == count < everything
    page.filters.clear()
    assert page.model.rowCount() == everything


def test_the_counts_of_a_filter_follow_the_search(page: DocumentsPage) -> None:
    search(page, "UNITAD")
    counts = page._counts("classification")
    assert counts is not None
    assert sum(counts.values()) == page.model.rowCount()


def test_the_order_is_by_date_until_the_best_match_is_asked_for(page: DocumentsPage) -> None:
    search(page, "الارهاب")
    by_date = [page.model.row_at(i) for i in range(page.model.rowCount())]
    dates = [row.date for row in by_date if row]
    assert dates == sorted(dates, reverse=True)
    page.search.order.click()
    assert page.search.sort == "rank"


def test_a_long_list_is_read_page_by_page(qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> Page:
        asked.append(offset)
        return Page([a_row(i) for i in range(offset, offset + limit)], 250_000)

    model = RecordList(lambda row: row.title)
    model.load(fetch)
    assert model.rowCount() == 250_000
    assert model.index(249_999, 0).data(RowRole).uid == "u249999"
    assert asked == [0, 249_999 // ROWS_AT_ONCE * ROWS_AT_ONCE]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_page_that_can_not_be_read_is_reported_and_left_empty(qtbot: QtBot) -> None:
    def fetch(offset: int, limit: int) -> Page:
        if offset:
            raise StoreError("store_busy")
        return Page([a_row(i) for i in range(limit)], 1_000)

    model = RecordList(lambda row: row.title)
    model.load(fetch)
    with qtbot.waitSignal(model.failed) as failed:
        assert model.row_at(500) is None
    assert failed.args[0].code == "store_busy"


def test_arrows_home_and_end_move_and_the_document_follows(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    last = page.model.rowCount() - 1
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.currentIndex().row() == last
    wanted = page.list.currentIndex().data(RowRole).uid
    qtbot.waitUntil(lambda: page.current_uid == wanted)
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1


def test_enter_on_the_list_leads_to_the_text_and_f6_around_the_panes(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.pane.text.hasFocus()
    page.next_pane()
    assert page.search.field.hasFocus()
    page.next_pane()
    assert page.list.hasFocus()


def test_a_change_of_state_is_done_said_and_shown(
    page: DocumentsPage, window: MainWindow, desk: Desk
) -> None:
    page.filters.keep("state", ("registered",))
    uid = page.current_uid
    page.change_state()
    menu = open_menu()
    label = desk.label("document_state", "under_study", "ar")
    next(action for action in menu.actions() if action.text() == label).trigger()
    assert desk.documents.get(uid).state == "under_study"
    assert label in window.notices.text
    menu.close()


def test_a_document_is_voided_only_with_a_reason(
    page: DocumentsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.filters.keep("state", ("registered",))
    uid = page.current_uid
    page.change_state()
    void = desk.label("document_state", "void", "ar")
    action = next(action for action in open_menu().actions() if action.text() == void)
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_: ("", False))
    action.trigger()
    assert desk.documents.get(uid).state == "registered"
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_: ("قيد مكرر", True))
    action.trigger()
    assert desk.documents.get(uid).void_reason == "قيد مكرر"
    open_menu().close()


def test_a_document_is_referred_to_an_officer(page: DocumentsPage, desk: Desk) -> None:
    page.filters.keep("state", ("registered",))
    uid = page.current_uid
    page.refer()
    menu = open_menu()
    menu.actions()[0].trigger()
    document = desk.documents.get(uid)
    assert document.state == "assigned"
    assert document.officer == desk.officers.list()[0].uid
    menu.close()


def test_the_banner_shows_the_classification_in_words_and_colour(
    page: DocumentsPage, window: MainWindow, desk: Desk
) -> None:
    document = desk.documents.get(page.current_uid)
    assert window.banner.code == document.classification
    assert desk.label("classification", document.classification, "ar") in window.banner.text
    search(page, '"كلمة لا توجد في أي مكان"')
    assert window.banner.code == ""


def test_links_lead_to_the_other_record(page: DocumentsPage, qtbot: QtBot, desk: Desk) -> None:
    linked = next(
        row.uid
        for row in desk.documents.list("", page.filters.filters).rows
        if desk.documents.links(row.uid)
    )
    page.open(linked)
    other = desk.documents.links(linked)[0].other
    with qtbot.waitSignal(page.opened) as opened:
        page.pane.header.record_chosen.emit(other.table, other.uid)
    assert opened.args == [other.table, other.uid]


def test_several_documents_are_chosen_for_one_opinion(page: DocumentsPage, qtbot: QtBot) -> None:
    page.filters.keep("kind", ("report",))
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.opinion_wanted.disconnect()
    with qtbot.waitSignal(page.opinion_wanted) as wanted:
        page.draft_opinion()
    assert len(wanted.args[0]) == 2


def test_a_store_that_fails_is_shown_and_loses_nothing(
    page: DocumentsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctdesk.domain.errors import Refused

    def refuse(*_: object, **__: object) -> Page:
        raise Refused("not_found", what="x")

    rows = page.model.rowCount()
    monkeypatch.setattr(type(page.context.desk.documents), "list", refuse)
    page.refresh()
    assert "x" in window.notices.text
    assert page.model.rowCount() == rows


def test_numbers_in_the_list_are_kept_in_one_piece(page: DocumentsPage) -> None:
    from ctdesk.ui.documents.delegate import quiet_line

    line = quiet_line(page.context, replace(a_row(1), their_number="4/7/431"))
    assert "\u2068٤/\u2060٧/\u2060٤٣١\u2069" in line
    assert page.context.show.number("LON/118/26") == "\u2068LON/\u2060118/\u206026\u2069"
