"""The officer's whole way by keyboard alone, in Arabic: a search, an opinion on three cited
passages of two documents, its pages, its memo."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.domain.resources import resource
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.help import HelpDialog
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.opinion.dialogs import ExportDialog, FrameDialog
from ctdesk.ui.opinion.preview import MemoPreview
from ctdesk.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(qtbot: QtBot, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(focused(), which, held)
    QApplication.processEvents()


def say(text: str) -> None:
    """What an input method puts in: Arabic letters as they are."""
    focused().insertPlainText(text)  # type: ignore[attr-defined]
    QApplication.processEvents()


def a_line(qtbot: QtBot) -> None:
    """Select from the caret to the end of the line."""
    key(qtbot, Qt.Key.Key_End, SHIFT)


def four_words(qtbot: QtBot) -> None:
    """Select four words on from the caret; in Arabic on is to the left."""
    for _ in range(4):
        key(qtbot, Qt.Key.Key_Left, SHIFT | CTRL)


def test_from_a_search_to_a_memo_on_three_passages(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents = window.page
    assert isinstance(documents, DocumentsPage)
    target = tmp_path / "memo.docx"
    monkeypatch.setattr(FrameDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(MemoPreview, "exec", lambda dialog: dialog.pages.count)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))

    key(qtbot, Qt.Key.Key_F3)
    documents.search.field.setText("تمويل الإرهاب")
    key(qtbot, Qt.Key.Key_Down)
    first = documents.current_uid
    key(qtbot, Qt.Key.Key_F4)
    opinions = window.page
    assert isinstance(opinions, OpinionPage)
    opinions.workspace.column.add()
    say("نرى تأييد ما ورد في التقرير.")
    for select in (a_line, four_words):
        key(qtbot, Qt.Key.Key_F6)
        key(qtbot, Qt.Key.Key_Home, CTRL)
        select(qtbot)
        key(qtbot, Qt.Key.Key_F9)
        key(qtbot, Qt.Key.Key_F6)

    key(qtbot, Qt.Key.Key_2, CTRL)
    key(qtbot, Qt.Key.Key_F3)
    documents.search.field.setText("الحدود")
    key(qtbot, Qt.Key.Key_Down)
    documents._open_chosen()
    second = documents.current_uid
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_Home, CTRL)
    a_line(qtbot)
    key(qtbot, Qt.Key.Key_F9)
    key(qtbot, Qt.Key.Key_3, CTRL)

    blocks = opinions.workspace.column.draft.blocks
    (written,) = (block for block in blocks if block.ar == "نرى تأييد ما ورد في التقرير.")
    assert [source.document for source in written.sources] == [first, first, second]
    key(qtbot, Qt.Key.Key_P, CTRL)
    key(qtbot, Qt.Key.Key_F12)
    words = "\n".join(p.text for p in WordDocument(str(target)).paragraphs)
    assert "نرى تأييد ما ورد في التقرير." in words


def test_a_passage_has_nowhere_to_go_before_an_opinion_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page
    assert isinstance(page, DocumentsPage)
    opinions = window.room("go_opinions")
    assert isinstance(opinions, OpinionPage)
    assert opinions.cite_passage(page.current_uid, 0, 5) == ""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_help_page_says_the_steps_and_its_keys_are_those_of_the_acts(
    window: MainWindow, language: str
) -> None:
    from ctdesk.ui.actions import ACTS

    text = resource("help", f"{language}.md").read_text(encoding="utf-8")
    keys = {key for act in ACTS for key in act.keys}
    bold = (part for part in text.split("**") if "\n" not in part)
    said = [part for part in bold if part.startswith(("F", "Ctrl+"))]
    assert len(said) > 10
    assert all(key in keys for key in said), [key for key in said if key not in keys]
    dialog = HelpDialog(window.context, window)
    assert len(dialog.view.toPlainText()) > 500
    dialog.deleteLater()
