"""The document page: acts on several, history, ties, margin note, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from ctdesk.desk import Desk
from ctdesk.ui import files
from ctdesk.ui.documents import DocumentsPage, acts, bulk_acts
from ctdesk.ui.documents.history_dialog import HistoryDialog
from ctdesk.ui.documents.links_dialog import LinksDialog
from ctdesk.ui.documents.refer_dialog import ReferDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choose(page: DocumentsPage, count: int) -> list[str]:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    for _ in range(count - 1):
        QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    return list(page.selected_uids)


def test_a_selection_shows_what_can_be_done_with_it(page: DocumentsPage) -> None:
    assert page.chosen.isHidden()
    assert len(choose(page, 3)) == 3
    assert not page.chosen.isHidden()
    assert page.can("add_topic")


def test_a_topic_is_added_to_a_selection_and_taken_back_by_a_key(
    page: DocumentsPage, desk: Desk
) -> None:
    uids = [u for u in choose(page, 4) if desk.documents.get(u).kind != "opinion"]
    desk.documents.edit(uids[0], topics=())
    before = {uid: desk.documents.get(uid).topics for uid in uids}
    said: list[str] = []
    page.notice.connect(said.append)
    bulk_acts.run(page, uids, lambda desk: desk.bulk.add_topic(uids, "STAB"))
    assert any("STAB" in desk.documents.get(uid).topics for uid in uids)
    assert "Ctrl+Z" in said[-1]
    page.list.setFocus()
    assert page.can("undo_last")
    QTest.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert {uid: desk.documents.get(uid).topics for uid in uids} == before
    assert not page.can("undo_last")


def test_a_selection_is_written_as_a_file(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uids = choose(page, 3)
    monkeypatch.setattr(files, "ask_where", lambda _page, name: tmp_path / name)
    monkeypatch.setattr(bulk_acts, "in_full", lambda _context, _request, _page: False)
    bulk_acts.write(page, uids, "xlsx")
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_the_margin_note_is_written_by_one_act(
    page: DocumentsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open(desk.documents.find("LON/118/26").uid)
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_: ("للحفظ مع ملف المذكرة", True))
    page.margin_note()
    assert desk.documents.find("LON/118/26").margin_note == "للحفظ مع ملف المذكرة"


def test_the_history_brings_a_value_back(page: DocumentsPage, desk: Desk) -> None:
    document = desk.documents.find("LON/118/26")
    desk.documents.edit(document.uid, subject="changed by mistake")
    dialog = HistoryDialog(page.context, document.uid, page)
    assert dialog.back_button.isEnabled()
    dialog.bring_back()
    assert desk.documents.get(document.uid).subject == document.subject
    dialog.table.setCurrentCell(dialog.table.rowCount() - 1, 0)
    assert not dialog.back_button.isEnabled(), "the registration itself is no field"
    dialog.done(0)


def test_a_tie_is_made_by_number_and_taken_away(page: DocumentsPage, desk: Desk) -> None:
    document = desk.documents.find("LON/118/26")
    dialog = LinksDialog(page.context, document.uid, page)
    before = dialog.list.count()
    dialog.number.setText("7/2026")
    dialog.type.choose("refers_to")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.list.count() == before + 1
    dialog.number.setText("no such number")
    dialog.add()
    assert "no such number" in dialog._told.text()
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog.remove()
    assert dialog.list.count() == before
    dialog.done(QDialog.DialogCode.Rejected)


def test_files_are_attached_and_checked(
    page: DocumentsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = desk.documents.find("LON/118/26").uid
    page.open(uid)
    file = tmp_path / "مرفق.txt"
    file.write_text("نص", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(file)], ""))
    page.add_attachment()
    kept = [a for a in desk.documents.attachments(uid) if a.name == "مرفق.txt"]
    said: list[str] = []
    page.notice.connect(said.append)
    acts.check(page, kept[0])
    assert kept[0].sha256 in said[-1]


def test_a_referral_carries_a_day_and_a_note(page: DocumentsPage, desk: Desk) -> None:
    document = desk.documents.find("LON/118/26")
    dialog = ReferDialog(page.context, document, page)
    dialog.officer.set_value("")
    dialog.refer()
    assert dialog._told.text()
    officer = desk.officers.list()[0].uid
    dialog.officer.set_value(officer)
    dialog.due.set_value("2026-12-01")
    dialog.note.set_value("للدراسة")
    dialog.refer()
    referred = desk.documents.get(document.uid)
    assert (referred.officer, referred.due, referred.state) == (officer, "2026-12-01", "assigned")
    assert "للدراسة" in referred.margin_note
