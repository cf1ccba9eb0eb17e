"""The dialog of a memo that came back from signature."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ctdesk.desk import Desk
from ctdesk.memo.package import pack, unpack
from ctdesk.ui.opinion.returned import ReturnedDialog
from ctdesk.ui.window import MainWindow
from tests.desk.test_returned import edited, issued

Open = Callable[..., ReturnedDialog]


@pytest.fixture
def dialog(desk: Desk, open_window: Callable[..., MainWindow]) -> Open:
    """Opens the dialog of an issued opinion; its window stays as long as the test."""

    def open_(language: str = "ar", theme: str = "light") -> ReturnedDialog:
        window = open_window(language, theme)
        document = desk.opinions.open(issued(desk)).document
        return ReturnedDialog(window.context, window, document)

    return open_


def dropped(dialog: ReturnedDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_changed_word_is_marked_by_line_and_colour(
    desk: Desk, dialog: Open, tmp_path: Path, language: str
) -> None:
    opened = dialog(language)
    back = tmp_path / "back.docx"
    back.write_bytes(edited(desk.memos.write(opened._document.uid, "ar"), "الخامسة", "السادسة"))
    dropped(opened, back)
    shown = opened.view.toHtml()
    assert "line-through" in shown
    assert "underline" in shown
    assert "السادسة" in opened.view.toPlainText()
    assert opened.keep.isEnabled()


def test_a_classification_changed_in_the_header_is_shown_with_its_place(
    desk: Desk, dialog: Open, tmp_path: Path
) -> None:
    opened = dialog()
    parts = unpack(desk.memos.write(opened._document.uid, "ar"))
    parts = {
        name: data.replace("عاجل".encode(), "سري".encode()) if "header" in name else data
        for name, data in parts.items()
    }
    back = tmp_path / "back.docx"
    back.write_bytes(pack(parts))
    dropped(opened, back)
    assert opened._context.word("returned.margin") in opened.view.toPlainText()


def test_a_file_that_cannot_be_read_is_not_kept(dialog: Open, tmp_path: Path) -> None:
    opened = dialog()
    strange = tmp_path / "strange.docx"
    strange.write_bytes(b"no docx at all")
    dropped(opened, strange)
    assert not opened.keep.isEnabled()
    dropped(opened, tmp_path / "gone.docx")
    assert not opened.keep.isEnabled()


def test_a_scan_is_kept_as_it_is(desk: Desk, dialog: Open, tmp_path: Path) -> None:
    opened = dialog()
    scan = tmp_path / "page.png"
    scan.write_bytes(b"\x89PNG scan")
    dropped(opened, scan)
    assert opened.memo is None
    opened.keep.click()
    assert [file.name for file in desk.documents.attachments(opened._document.uid)] == ["page.png"]


def test_a_memo_of_another_opinion_is_not_kept_with_this_one(
    desk: Desk, dialog: Open, tmp_path: Path
) -> None:
    opened = dialog()
    other = tmp_path / "other.docx"
    other.write_bytes(desk.memos.write(issued(desk), "ar"))
    dropped(opened, other)
    assert not opened.keep.isEnabled()
