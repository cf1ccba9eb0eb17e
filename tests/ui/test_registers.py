"""The registers in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ctdesk.desk import Desk
from ctdesk.ui import files
from ctdesk.ui.registers import RegistersPage
from ctdesk.ui.registers import page as page_module
from ctdesk.ui.window import MainWindow


@pytest.fixture
def book(window: MainWindow) -> RegistersPage:
    page = window.go("go_registers")
    assert isinstance(page, RegistersPage)
    return page


def test_a_register_opens_at_its_last_entry(book: RegistersPage, desk: Desk) -> None:
    count = desk.registers.count("incoming", book.year)
    assert book.model.rowCount() == count
    assert book.table.currentIndex().row() == count - 1


def test_a_figure_begins_a_jump_and_enter_opens_the_document(
    book: RegistersPage, window: MainWindow, desk: Desk
) -> None:
    book.table.setFocus()
    QTest.keyClick(book.table, Qt.Key.Key_7)
    assert book.jump.hasFocus()
    QTest.keyClick(book.jump, Qt.Key.Key_Return)
    assert book.table.currentIndex().row() == 6
    QTest.keyClick(book.table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.rail.marked == "go_documents"
    assert desk.documents.get(window.page.shown_uid).register_seq == 7


def test_a_void_entry_is_struck_and_says_why(book: RegistersPage, desk: Desk) -> None:
    row = book.model.row_at(0)
    assert row is not None
    desk.documents.change_state(row.uid, "void", "تكرار")
    book.refresh()
    index = book.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    last = book.model.index(0, book.model.columnCount() - 1)
    assert "تكرار" in last.data()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_book_is_turned_to_and_written_as_a_file(
    open_window: Callable[..., MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    window = open_window(language)
    page = window.go("go_registers")
    assert isinstance(page, RegistersPage)
    monkeypatch.setattr(files, "ask_where", lambda _page, name: tmp_path / name)
    monkeypatch.setattr(page_module, "in_full", lambda _context, _request, _page: False)
    for register in page.tabs:
        page.tabs[register].click()
        page.export("docx")
        page.export("xlsx")
    assert len(list(tmp_path.glob("*.docx"))) == len(list(tmp_path.glob("*.xlsx"))) == 3


def test_a_number_that_is_not_there_is_said(book: RegistersPage) -> None:
    said: list[str] = []
    book.notice.connect(said.append)
    book.jump.setText("99999")
    book.go_to()
    assert "99999" in said[0]
