"""The gate in the window: no list of names leaves before two officers approved each row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.ui import files
from ctdesk.ui.actions import act
from ctdesk.ui.asking import Question
from ctdesk.ui.screening import sheet_out
from ctdesk.ui.screening.countersign_dialog import CountersignDialog
from ctdesk.ui.screening.out_dialogs import JoinDialog, NewListDialog, RowDialog
from ctdesk.ui.screening.out_tab import OutTab
from ctdesk.ui.window import MainWindow
from tests.conftest import PASSPHRASE
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

SECOND = "عبارة الزميل الثاني هنا"
BASIS = "قرار لجنة تجميد الأموال 14 لسنة 2026"
Answer = Callable[[type[QDialog], Callable[[QDialog], None]], None]


@pytest.fixture
def desk(bare_desk: Desk, tmp_path: Path) -> Desk:
    """A desk with a list in force and two officers."""
    path = tmp_path / "list.xml"
    path.write_bytes(un_xml("2026-01-01", NADIR, FUND, TARIQ))
    bare_desk.screening.lists.apply(bare_desk.screening.lists.preview(path))
    fields = {"title_ar": "معاون", "role": "head", "clearance": "top_secret"}
    bare_desk.officers.add(PASSPHRASE, SECOND, fields)
    return bare_desk


@pytest.fixture
def tab(window: MainWindow) -> OutTab:
    found = window.go("go_screening").show_tab("out")  # type: ignore[attr-defined]
    assert isinstance(found, OutTab)
    return found


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers a dialog as soon as it is shown."""

    def answer_(dialog: type[QDialog], fill: Callable[[QDialog], None]) -> None:
        def exec_(shown: QDialog) -> int:
            shown.show()
            fill(shown)
            QApplication.processEvents()
            return shown.result()

        monkeypatch.setattr(dialog, "exec", exec_)

    return answer_


@pytest.fixture
def filled(tab: OutTab, window: MainWindow, answer: Answer) -> OutTab:
    """A list that was begun in the window, with two rows: one has no legal basis yet."""

    def title(dialog: QDialog) -> None:
        assert isinstance(dialog, NewListDialog)
        assert not dialog.go.isEnabled()
        dialog.title.setText("أسماء مقترحة")
        dialog.go.click()

    def row(name: str, reference: str, basis: str) -> Callable[[QDialog], None]:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, RowDialog)
            dialog.fields["name"].setText(name)
            dialog.reference.setText(reference)
            dialog.basis.setEditText(basis)
            dialog.go.click()

        return fill

    answer(NewListDialog, title)
    window.run(act("new_name_list"))
    answer(RowDialog, row("نادر سليم القصابي", "qdi.901", BASIS))
    window.run(act("add_name_row"))
    answer(RowDialog, row("شركة بلا قيد", "", ""))
    window.run(act("add_name_row"))
    return tab


def sign(qtbot: QtBot, words: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CountersignDialog)
        dialog.passphrase.setText("غيرها")
        dialog.go.click()
        qtbot.waitUntil(lambda: dialog._work is None, timeout=20_000)
        assert dialog.said.text()
        dialog.passphrase.setText(words)
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)

    return fill


def choose(tab: OutTab, row: int) -> None:
    """One row and no other; `selectRow` misses the row in a right-to-left table."""
    chosen = tab.table.selectionModel()
    flags = chosen.SelectionFlag.ClearAndSelect | chosen.SelectionFlag.Rows
    chosen.select(tab.rows.index(row, 0), flags)


def approve_all(tab: OutTab, window: MainWindow) -> None:
    tab.table.selectAll()
    window.run(act("approve_rows"))


def test_an_empty_gate_says_what_it_is_for(tab: OutTab) -> None:
    assert not tab.model.rows
    assert "موظفان" in tab._empty.text()


def test_what_keeps_a_list_from_leaving_is_said_row_by_row(
    filled: OutTab, window: MainWindow
) -> None:
    assert [view.reference for view in filled.all_rows] == ["QDi.901", ""]
    assert "٢" in filled._blocks.text()
    approve_all(filled, window)
    assert [view.approvals for view in filled.all_rows] == [1, 0]
    shown = [filled.rows.index(0, column).data() for column in (4, 5)]
    assert window.context.desk.officer.title_ar in shown[0]
    assert shown[1] == window.context.word("names_state.missing")
    for name in ("names_word", "names_excel"):
        assert not filled.buttons[name].isEnabled()
        assert "٢" in filled.buttons[name].toolTip()


def test_a_list_leaves_when_two_officers_approved_every_row(
    filled: OutTab,
    window: MainWindow,
    qtbot: QtBot,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose(filled, 1)

    def basis(dialog: QDialog) -> None:
        assert isinstance(dialog, RowDialog)
        dialog.basis.setEditText(BASIS)
        dialog.go.click()

    answer(RowDialog, basis)
    window.run(act("edit_name_row"))
    approve_all(filled, window)
    assert not filled.can("names_excel")
    answer(CountersignDialog, sign(qtbot, SECOND))
    filled.table.selectAll()
    window.run(act("countersign_rows"))
    assert [view.approvals for view in filled.all_rows] == [2, 2]
    monkeypatch.setattr(sheet_out, "ask_language", lambda _page: "ar")
    monkeypatch.setattr(files, "ask_where", lambda _page, name: tmp_path / name)
    filled.buttons["names_excel"].click()
    (path,) = tmp_path.glob("*.xlsx")
    cells = [str(c.value) for row in load_workbook(path).worksheets[0].iter_rows() for c in row]
    assert "نادر سليم القصابي" in cells
    assert filled.open_list is not None
    assert filled.open_list.record.left_on
    assert any(filled.open_list.record.sha256 in cell for cell in cells)


def test_a_row_that_changes_loses_its_approvals_and_the_list_stays(
    filled: OutTab, window: MainWindow, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve_all(filled, window)
    choose(filled, 0)

    def other(dialog: QDialog) -> None:
        assert isinstance(dialog, RowDialog)
        dialog.fields["name"].setText("نادر سليم القصابي الموصلي")
        dialog.go.click()

    answer(RowDialog, other)
    window.run(act("edit_name_row"))
    assert [view.approvals for view in filled.all_rows] == [0, 0]
    monkeypatch.setattr(Question, "agreed", lambda _asked: True)
    choose(filled, 1)
    window.run(act("remove_name_row"))
    assert [view.row.name for view in filled.all_rows] == ["نادر سليم القصابي الموصلي"]


def test_an_entry_is_put_on_a_list_from_its_page(
    filled: OutTab, window: MainWindow, answer: Answer, desk: Desk
) -> None:
    entry = desk.screening.entries.list("IQi.903").rows[0]
    window.open_record("list_entry", entry.uid)

    def join(dialog: QDialog) -> None:
        assert isinstance(dialog, JoinDialog)
        assert not dialog.title.isEnabled()
        dialog.basis.setText(BASIS)
        dialog.go.click()

    answer(JoinDialog, join)
    window.run(act("put_on_list"))
    window.page.show_tab("out")  # type: ignore[attr-defined]
    last = filled.all_rows[-1]
    assert (last.reference, last.row.name_other, last.row.basis) == (
        "IQi.903",
        "TARIQ HAMDAN AL-BAZZAZ",
        BASIS,
    )


def test_a_plural_that_the_acts_say_is_in_the_language_of_the_window(filled: OutTab) -> None:
    said = filled.tr("%n row(s), as they read now, are approved by a colleague.", "", 3)
    assert said == "يقر زميل 3 أسطر كما هي الآن."
