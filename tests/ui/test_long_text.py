"""Long texts in a form: each paragraph stands on the side where its own letters begin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.fields import field_of
from ctdesk.domain.records import Document
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import BodyEditor

BOTH = "التقى السفير رئيس الوحدة.\nThe Embassy met the unit."


@pytest.fixture(params=["ar", "en"])
def body(
    request: pytest.FixtureRequest, desk: Desk, look: Appearance, qtbot: QtBot
) -> Iterator[BodyEditor]:
    """The text of a report in the window of one language."""
    desk.settings.change(language=request.param)
    look.apply(request.param, "light")
    editor = BodyEditor(Context(desk), field_of(Document, "text"))
    qtbot.addWidget(editor)
    editor.resize(700, 300)
    editor.show()
    yield editor
    look.apply("ar", "light")


def rooms(field: QTextEdit) -> list[tuple[float, float]]:
    """Free room at the left and at the right of each paragraph's first line."""
    found = []
    block = field.document().begin()
    while block.isValid():
        line = block.layout().lineAt(0)
        used = line.naturalTextRect()
        left = used.left() - line.x()
        found.append((left, line.width() - used.width() - left))
        block = block.next()
    return found


def test_arabic_stands_at_the_right_and_english_at_the_left(body: BodyEditor) -> None:
    body.set_value(BOTH)
    QApplication.processEvents()
    assert isinstance(body.field, QTextEdit)
    arabic, english = rooms(body.field)
    assert arabic[0] > arabic[1]
    assert english[0] < english[1]


def test_a_paste_brings_its_words_and_not_its_dress(body: BodyEditor) -> None:
    dressed = QMimeData()
    dressed.setHtml("<h1 style='color:red'>تقرير</h1><img src='x'>")
    dressed.setText("تقرير")
    assert isinstance(body.field, QTextEdit)
    body.field.insertFromMimeData(dressed)
    assert body.value() == "تقرير"
    assert "red" not in body.field.toHtml()
