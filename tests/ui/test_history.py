"""The history in the window: paged by key, unfolded, taken back, printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ctdesk.desk.history_check import grouped
from ctdesk.domain.records import Party
from ctdesk.text.show import strip_isolates
from ctdesk.ui import files
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.documents.history_dialog import HistoryDialog
from ctdesk.ui.form.edit import EditDocumentDialog
from ctdesk.ui.handover_dialog import HandoverDialog
from ctdesk.ui.keeping import KeepingPage
from ctdesk.ui.keeping.history import HistoryTab
from ctdesk.ui.window import MainWindow
from tests.desk.officers import another

WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@pytest.fixture
def tab(window: MainWindow) -> HistoryTab:
    room = window.go("go_keeping")
    assert isinstance(room, KeepingPage)
    tab = room.show_tab("history")
    assert isinstance(tab, HistoryTab)
    tab.refresh()
    return tab


def test_more_acts_are_read_when_the_end_comes_into_view(
    tab: HistoryTab, window: MainWindow
) -> None:
    desk = window.context.desk
    for n in range(200):
        with desk._store.act("add", desk.officer.uid) as act:
            act.create(Party(kind="person", name_ar=f"جهة {n}"))
    tab.refresh()
    model = tab.acts.model
    assert model.rowCount() == 60
    while model.canFetchMore(tab.acts.list.rootIndex()):
        model.fetchMore(tab.acts.list.rootIndex())
    keys = [model.row_at(model.index(n, 0)).key for n in range(model.rowCount())]
    assert len(keys) > 200
    assert keys == sorted(set(keys), reverse=True)


def test_an_act_is_taken_back_from_the_list(tab: HistoryTab, window: MainWindow) -> None:
    desk = window.context.desk
    report = desk.documents.find("4/7/431")
    desk.documents.edit(report.uid, due="2026-12-24")
    tab.refresh()
    said: list[str] = []
    tab.notice.connect(said.append)
    tab.acts.undo()
    assert desk.documents.get(report.uid).due == report.due
    assert tab.acts.chosen.act == "undo"
    assert "جرى التراجع في قيد واحد." in said[0]


def test_one_field_is_brought_back_from_the_unfolded_act(
    tab: HistoryTab, window: MainWindow
) -> None:
    desk = window.context.desk
    report = desk.documents.find("4/7/431")
    desk.documents.edit(report.uid, due="2026-12-24", summary="خلاصة أخرى")
    tab.refresh()
    line = next(x for x in desk.history.lines(tab.acts.chosen.key) if x.name == "due")
    tab.acts.bring_back(line)
    after = desk.documents.get(report.uid)
    assert (after.due, after.summary) == (report.due, "خلاصة أخرى")


def test_enter_opens_the_record_of_an_act(tab: HistoryTab, window: MainWindow) -> None:
    desk = window.context.desk
    report = desk.documents.find("4/7/431")
    desk.documents.edit(report.uid, due="2026-12-24")
    tab.refresh()
    tab.acts.list.activated.emit(tab.acts.list.currentIndex())
    assert window.page.shown_uid == report.uid


def test_filters_ask_for_one_document_and_one_kind_of_act(
    tab: HistoryTab, window: MainWindow
) -> None:
    report = window.context.desk.documents.find("4/7/431")
    window.context.desk.documents.edit(report.uid, due="2026-12-24")
    tab.acts.filters.record.setText("4/7/431")
    tab.acts.filters.record.returnPressed.emit()
    assert {tab.acts.model.row_at(tab.acts.model.index(0, 0)).act} == {"edit"}
    tab.acts.filters.act.choose("door")
    assert tab.acts.model.rowCount() == 0
    tab.acts.filters.clear()
    assert tab.acts.model.rowCount() > 10


def test_what_is_shown_is_written_to_a_file(
    tab: HistoryTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_where", lambda _parent, name: tmp_path / name)
    tab.acts.export("xlsx")
    assert [path.suffix for path in tmp_path.glob("*.xlsx")] == [".xlsx"]


def test_both_languages_and_themes_show_the_history(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window("en", "dark")
    room = window.go("go_keeping")
    assert isinstance(room, KeepingPage)
    tab = room.show_tab("history")
    assert isinstance(tab, HistoryTab)
    assert tab.acts.filters.act.itemText(0) == "All kinds of acts"
    window.switch_language()
    assert tab.acts.filters.act.itemText(0) == "كل أنواع الحركات"


def answered(tab: HistoryTab) -> str:
    """What the card of seals says once its work is done."""
    tab.checks.seal.wait(stop=False)
    QApplication.processEvents()
    return strip_isolates(tab.checks.seal.answer.text)


def test_a_seal_is_parted_in_fours_while_it_is_typed_and_answered(
    tab: HistoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.context.desk
    issued = next(row.uid for row in desk.opinions.list().rows if row.state == "issued")
    seal = desk.memos.content(issued).seal
    tab.show_view(1)
    qtbot.keyClicks(tab.checks.seal.line, seal[:15])
    assert tab.checks.seal.line.text() == grouped(seal[:15])
    qtbot.keyClicks(tab.checks.seal.line, seal[15])
    tab.checks.seal.compare()
    assert "قائم" in answered(tab)
    opened: list[tuple[str, str]] = []
    tab.opened.connect(lambda table, uid: opened.append((table, uid)))
    tab.checks.seal.open_button.click()
    assert opened == [("document", issued)]


def test_a_slip_of_the_finger_is_offered_as_what_was_meant(
    tab: HistoryTab, window: MainWindow
) -> None:
    desk = window.context.desk
    issued = next(row.uid for row in desk.opinions.list().rows if row.state == "issued")
    seal = desk.memos.content(issued).seal
    tab.checks.seal.line.setText(("0" if seal[0] != "0" else "1") + seal[1:])
    tab.checks.seal.compare()
    assert "برقم واحد" in answered(tab)
    tab.checks.seal.near_button.click()
    assert "قائم" in answered(tab)
    tab.checks.seal.line.setText("12")
    tab.checks.seal.compare()
    assert "16" in strip_isolates(tab.checks.seal.answer.text).translate(WESTERN)


def test_the_chain_is_checked_off_the_windows_thread(tab: HistoryTab) -> None:
    tab.checks.chain.check()
    tab.checks.chain.wait(stop=False)
    QApplication.processEvents()
    assert "السلاسل سليمة" in strip_isolates(tab.checks.chain.answer.text)


def test_a_missing_month_is_reminded_of_in_a_line_and_written(
    tab: HistoryTab, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tab.reminder.isHidden()
    now = datetime.now().astimezone()
    first = (now.replace(day=1) + timedelta(40)).replace(day=2).date()
    window.context.desk._session.today = lambda: first
    tab.refresh()
    assert not tab.reminder.isHidden()
    monkeypatch.setattr(files, "ask_where", lambda _parent, name: tmp_path / name)
    tab.write_button.click()
    (page,) = tmp_path.glob("*.docx")
    tab.checks.seal.check(page)
    assert "صادرة عن هذا المكتب" in answered(tab)


def test_a_click_on_a_fields_name_opens_its_past(page: DocumentsPage) -> None:
    desk = page.context.desk
    report = desk.documents.find("4/7/431")
    for day in ("2026-12-24", "2026-12-25"):
        desk.documents.edit(report.uid, due=day)
    page.open(report.uid)
    asked: list[str] = []
    page.pane.header.past_wanted.connect(asked.append)
    page.pane.header.past_wanted.disconnect(page.show_history)
    names = [x for x in page.pane.header.findChildren(QLabel) if 'href="due"' in x.text()]
    names[-1].linkActivated.emit("due")
    assert asked == ["due"]
    dialog = HistoryDialog(page.context, report.uid, page, field="due")
    assert {dialog.table.item(0, 3).text()} == {"موعد الإنجاز"}
    dialog.bring_back()
    assert desk.documents.get(report.uid).due == "2026-12-24"
    dialog.fields.choose("")
    assert dialog.table.rowCount() > 3


def test_work_is_handed_over_in_the_window(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.context.desk
    report, other = desk.documents.find("4/7/431"), desk.documents.find("9/2/77")
    for each in (report, other):
        desk.documents.refer(each.uid, desk.officer.uid)
    taker = another(desk).officer
    dialog = HandoverDialog(window.context, window)
    assert not dialog.page_button.isEnabled()
    dialog.taker.choose(taker.uid)
    item = next(x for x in dialog._items if x.text(0) == other.subject)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    monkeypatch.setattr(files, "ask_where", lambda _parent, name: tmp_path / name)
    said: list[str] = []
    dialog.handed_over.connect(said.append)
    dialog.page_button.click()
    assert desk.documents.get(report.uid).officer == taker.uid
    assert desk.documents.get(other.uid).officer == desk.officer.uid
    assert len(list(tmp_path.glob("*.docx"))) == 1
    assert said


def test_the_history_of_a_dossier_and_of_an_action_is_one_key_away(window: MainWindow) -> None:
    desk = window.context.desk
    action = desk.actions.list()[0].action
    desk.actions.change_state(action.uid, "done")
    dialog = HistoryDialog(window.context, action.uid, window, table="action")
    assert dialog.table.item(0, 3).text() == "الحالة"
    assert not dialog.back_button.isEnabled()
    for room in ("go_dossiers", "go_actions"):
        assert window.go(room).can("show_history")


def test_a_fields_past_is_in_the_menu_of_its_name_in_the_form(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = page.context.desk
    report = desk.documents.find("4/7/431")
    for day in ("2026-12-24", "2026-12-25"):
        desk.documents.edit(report.uid, due=day)
    edit = EditDocumentDialog(page.context, page, report.uid)
    edit.form.editors["subject"].set_value("لم يُحفظ بعد")
    edit.form.editors["subject"].touched = True
    monkeypatch.setattr(HistoryDialog, "exec", lambda dialog: dialog.bring_back())
    edit.form._labels["due"].actions()[0].trigger()
    assert edit.form.editors["due"].value() == "2026-12-24"
    assert edit.form.editors["subject"].value() == "لم يُحفظ بعد"
    assert desk.documents.get(report.uid).due == "2026-12-24"
