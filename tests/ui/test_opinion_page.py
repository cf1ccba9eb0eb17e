"""How the opinion's page looks and is handled: faces of a block, marks, rows, both sides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block, Source
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.opinion.block_editor import BlockEditor
from ctdesk.ui.opinion.dialogs import MemoLanguage
from ctdesk.ui.opinion.preview import MemoPreview
from ctdesk.ui.opinion.returned import ReturnedDialog
from ctdesk.ui.opinion.revisions import RevisionsDialog
from ctdesk.ui.opinion.writing import WritingField
from ctdesk.ui.window import MainWindow

REFERENCE = "استناداً إلى القرار S/RES/2379 (2017) نرى المضي بالإجراءات."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opinion(desk: Desk, open_window: Callable[..., MainWindow]) -> Callable[..., OpinionPage]:
    """Opens an opinion of these blocks on the report 4/7/431, in a language."""
    report = desk.documents.find("4/7/431")

    def open_(*blocks: Block, language: str = "ar") -> OpinionPage:
        uid = desk.opinions.new(subject="رأي", on=[report.uid], blocks=blocks).uid
        window = open_window(language)
        window.go("go_opinions")
        page = window.page
        assert isinstance(page, OpinionPage)
        page.open(uid)
        QApplication.processEvents()
        return page

    return open_


@pytest.fixture
def source(desk: Desk) -> Source:
    report = desk.documents.find("4/7/431")
    return desk.opinions.source(report.uid, 0, 20)


def paragraph(uid: str, ar: str = "", en: str = "", *sources: Source) -> Block:
    return Block(uid=uid, kind="paragraph", ar=ar, en=en, sources=sources)


def editor(page: OpinionPage, uid: str) -> BlockEditor:
    return page.workspace.column.editor(uid)


def blocks(page: OpinionPage) -> tuple[Block, ...]:
    return page.workspace.column.draft.blocks


@pytest.fixture
def field(qtbot: QtBot) -> WritingField:
    """A field on its own."""
    made = WritingField(rtl=True)
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    return made


def test_at_rest_a_reference_stays_in_one_piece_and_the_words_stay_the_same(
    field: WritingField,
) -> None:
    field.set_text(REFERENCE)
    field.clearFocus()
    # toPlainText gives a blank for each no-break space
    assert "S/\u2060RES/\u20602379 (2017)" in field.toPlainText()
    assert field.document().toRawText() != field.toPlainText()
    assert field.text == REFERENCE


def test_what_is_written_in_holds_the_very_words(field: WritingField, qtbot: QtBot) -> None:
    field.set_text(REFERENCE)
    said: list[str] = []
    field.edited.connect(said.append)
    field.set_caret(None)
    assert field.toPlainText() == REFERENCE
    qtbot.keyClicks(field, "x")
    assert said == [REFERENCE + "x"]


def test_a_copy_from_a_frozen_text_carries_no_invisible_letter(field: WritingField) -> None:
    field.set_text(REFERENCE)
    field.set_frozen(True)
    field.selectAll()
    assert field.createMimeDataFromSelection().text() == REFERENCE


def test_typing_beside_a_no_break_space_keeps_it(field: WritingField, qtbot: QtBot) -> None:
    field.set_text("المادة\u00a0(5)")
    field.set_caret(None)
    qtbot.keyClicks(field, ".")
    assert field.text == "المادة\u00a0(5)."


def test_positions_count_letters_even_beyond_the_first_plane(
    field: WritingField, qtbot: QtBot
) -> None:
    field.set_text("\U0001f4c4ab")
    field.set_caret(2)
    assert field.caret() == 2
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == [2]


def test_a_pasted_text_brings_its_words_without_its_dress(
    field: WritingField, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("سطر\u2068 أول\u2069\n  سطر ثان")
    field.set_caret(None)
    field.paste()
    assert field.text == "سطر أول سطر ثان"


def test_a_field_grows_with_its_text(field: WritingField) -> None:
    field.set_text("نص")
    low = field.height()
    field.set_text("نص طويل " * 40)
    assert field.height() > 2 * low


def test_the_marks_stand_after_the_last_word_and_inside_the_field(
    opinion: Callable[..., OpinionPage], source: Source
) -> None:
    page = opinion(paragraph("a", "نص قصير", "A short text", source))
    block = editor(page, "a")
    marks = block.marks
    assert marks.isVisible()
    assert block.fields["ar"].rect().contains(marks.geometry())
    # Arabic runs to the left: what comes after it stands left of its middle
    before = marks.x()
    block.write()
    block.fields["ar"].insertPlainText(" يطول")
    assert marks.x() < before


def test_a_mark_is_taken_away_by_its_menu(
    opinion: Callable[..., OpinionPage], source: Source
) -> None:
    page = opinion(paragraph("a", "نص", "Text", source))
    menu = editor(page, "a").marks.menu_of(source)
    menu.actions()[-1].trigger()
    assert blocks(page)[0].sources == ()
    page.workspace.column.undo()
    assert blocks(page)[0].sources == (source,)


def test_a_frozen_opinion_offers_no_way_to_drop_a_source(
    opinion: Callable[..., OpinionPage], desk: Desk, source: Source
) -> None:
    page = opinion(paragraph("a", "نص", "Text", source))
    page.submit()
    block = editor(page, "a")
    assert not block.marks.menu_of(source).actions()[-1].isEnabled()
    assert not block.handle.isVisible()
    assert not page.workspace.sources.cite_button.isVisible()


def test_the_passages_of_a_report_are_listed_above_it(
    opinion: Callable[..., OpinionPage], source: Source
) -> None:
    page = opinion(paragraph("a", "نص", "Text", source))
    (button,) = page.workspace.sources.passages.buttons.values()
    button.click()
    view = page.workspace.sources.text
    assert view._shown.in_original(view.extraSelections()[0].cursor.selectionStart()) == 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_arabic_stands_on_the_right_of_its_twin_in_either_window(
    opinion: Callable[..., OpinionPage], language: str
) -> None:
    page = opinion(paragraph("a", "نص", "Text"), language=language)
    page.workspace.views["both"].click()
    QApplication.processEvents()
    block = editor(page, "a")
    arabic, english = (block.fields[name].mapTo(block, QPoint(0, 0)).x() for name in ("ar", "en"))
    assert arabic > english


def test_a_missing_twin_is_told_in_words(opinion: Callable[..., OpinionPage]) -> None:
    page = opinion(paragraph("a", "نص"), paragraph("b", "", "Text"))
    told = [editor(page, uid).warning for uid in ("a", "b")]
    assert all(told)
    assert told[0] != told[1]


def test_a_block_that_moves_keeps_its_caret(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(paragraph("a", "نص أول"), paragraph("b", "نص ثان"))
    editor(page, "b").write(at=3)
    qtbot.keyClick(editor(page, "b").fields["ar"], Qt.Key.Key_Up, ALT)
    assert [block.uid for block in blocks(page)] == ["b", "a"]
    assert QApplication.focusWidget() is editor(page, "b").fields["ar"]
    assert editor(page, "b").fields["ar"].caret() == 3


def test_undo_goes_where_the_step_was_made(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(paragraph("a", "نص أول"), paragraph("b", "نص ثان"))
    editor(page, "a").write()
    qtbot.keyClicks(editor(page, "a").fields["ar"], "x")
    editor(page, "b").write()
    page.workspace.column.undo()
    assert QApplication.focusWidget() is editor(page, "a").fields["ar"]


def test_arrows_walk_from_block_to_block(opinion: Callable[..., OpinionPage], qtbot: QtBot) -> None:
    page = opinion(paragraph("a", "نص أول"), paragraph("b", "نص ثان"))
    editor(page, "a").write()
    qtbot.keyClick(editor(page, "a").fields["ar"], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is editor(page, "b").fields["ar"]
    qtbot.keyClick(editor(page, "b").fields["ar"], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is editor(page, "a").fields["ar"]


def article() -> Block:
    return Block(uid="m", kind="article", number="5", received_ar="نص وارد", position="agree")


def test_an_article_row_shows_received_beside_proposed(
    opinion: Callable[..., OpinionPage],
) -> None:
    page = opinion(article())
    row = editor(page, "m").article
    received, proposed = row.fields["received_ar"], row.fields["proposed_ar"]
    assert received.text == "نص وارد"
    assert received.y() == proposed.y()
    assert received.x() > proposed.x()
    assert not row.fields["received_en"].isVisible()


def test_enter_in_an_article_row_goes_on_and_undo_takes_back(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(article())
    row = editor(page, "m").article
    received = row.fields["received_ar"]
    received.setFocus()
    received.set_caret(None)
    qtbot.keyClicks(received, "x")
    assert blocks(page)[0].received_ar == "نص واردx"
    qtbot.keyClick(received, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert blocks(page)[0].received_ar == "نص وارد"
    received.setFocus()
    qtbot.keyClick(received, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not received


def test_the_wheel_over_a_position_scrolls_the_page_and_changes_nothing(
    opinion: Callable[..., OpinionPage],
) -> None:
    page = opinion(article(), paragraph("a", "نص"))
    editor(page, "a").write()
    box = editor(page, "m").article.position
    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert blocks(page)[0].position == "agree"
    assert box.currentData() == "agree"


def test_blocks_of_another_opinion_leave_the_page(
    opinion: Callable[..., OpinionPage], desk: Desk
) -> None:
    page = opinion(paragraph("a", "نص"), paragraph("b", "نص ثان"))
    other = next(row.uid for row in desk.opinions.list().rows if row.title != "رأي")
    page.open(other)
    shown = {block.uid for block in blocks(page)}
    visible = [each for each in page.findChildren(BlockEditor) if each.isVisible()]
    assert {each.block.uid for each in visible} == shown


@pytest.mark.parametrize("language", ["ar", "en"])
def test_tab_goes_down_the_page(
    opinion: Callable[..., OpinionPage], qtbot: QtBot, language: str
) -> None:
    page = opinion(
        paragraph("a", "نص", "Text"), paragraph("b", "نص ثان", "More"), language=language
    )
    editor(page, "a").write()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert editor(page, "b").fields["ar" if language == "ar" else "en"] in seen


def test_a_block_is_added_and_taken_away_and_the_caret_stays_near(
    opinion: Callable[..., OpinionPage],
) -> None:
    page = opinion(paragraph("a", "نص"), paragraph("b", "نص ثان"))
    editor(page, "a").write()
    page.add_paragraph()
    assert [block.uid for block in blocks(page)][::2] == ["a", "b"]
    page.workspace.column._removed(blocks(page)[1].uid)
    assert QApplication.focusWidget() is editor(page, "b").fields["ar"]


def test_going_to_another_room_leaves_a_revision(
    opinion: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot
) -> None:
    page = opinion(paragraph("a", "نص"))
    document = page.workspace.document
    assert document is not None
    before = len(desk.opinions.revisions(document.uid))
    editor(page, "a").write()
    qtbot.keyClicks(editor(page, "a").fields["ar"], "x")
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("go_documents")
    assert len(desk.opinions.revisions(document.uid)) == before + 1
    assert desk.opinions.open(document.uid).blocks[0].ar == "نصx"


def test_paragraphs_from_word_become_paragraphs_here(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(paragraph("a", "مقدمة"))
    field = editor(page, "a").fields["ar"]
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QApplication.clipboard().setText("أولى\n2.\tثانية")
    field.paste()
    assert [block.ar for block in blocks(page)] == ["مقدمة أولى", "ثانية"]


def test_a_comment_on_the_paragraph_is_seen_and_settled(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(paragraph("a", "نص"), paragraph("b", "آخر"))
    page.workspace.column.editor("b").write()
    page.write_comment()
    beside = page.workspace.beside
    assert beside.shown == "comments"
    beside.comments.field.setPlainText("أعد النظر")
    qtbot.keyClick(beside.comments.field, Qt.Key.Key_Return)
    uid = page.workspace.document.uid  # type: ignore[union-attr]
    (comment,) = page.context.desk.review.open_comments(uid)
    assert (comment.text, comment.block) == ("أعد النظر", "b")
    assert "١" in beside.tabs["comments"].text()
    beside.comments.settled.emit(comment.uid, True)
    assert page.context.desk.review.open_comments(uid) == []
    assert "١" not in beside.tabs["comments"].text()


def test_what_was_said_before_is_one_key_away(
    opinion: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    page = opinion(
        paragraph("a", "تبادل المعلومات المالية مع الجانب الأردني لمكافحة تمويل الإرهاب")
    )
    page.said_before()
    said = page.workspace.beside.said
    assert said.list.count() > 0
    with qtbot.waitSignal(page.opened) as opened:
        said.list.itemActivated.emit(said.list.item(0))
    assert opened.args is not None
    assert opened.args[0] == "document"


def test_two_revisions_are_shown_side_by_side(opinion: Callable[..., OpinionPage]) -> None:
    page = opinion(paragraph("a", "تتبادل الأطراف المعلومات"))
    uid = page.workspace.document.uid  # type: ignore[union-attr]
    page.context.desk.opinions.save(uid, [paragraph("a", "تتبادل الأطراف البيانات")])
    dialog = RevisionsDialog(page.context, page, uid)
    html = dialog.view.toHtml()
    assert "line-through" in html
    assert "البيانات" in html
    dialog.newer.setCurrentIndex(dialog.older.currentIndex())
    assert "المعلومات" not in dialog.view.toPlainText()
    dialog.deleteLater()


def test_a_memo_that_comes_back_is_compared_and_kept(
    opinion: Callable[..., OpinionPage], tmp_path: Path
) -> None:
    page = opinion(paragraph("a", "نؤيد المقترح.", "We support it."))
    desk = page.context.desk
    uid = page.shown_uid
    document = desk.opinions.issue(uid)
    back = tmp_path / "back.docx"
    back.write_bytes(desk.memos.write(uid, "ar"))
    dialog = ReturnedDialog(page.context, page, document)
    dialog.read([back])
    assert dialog.memo is not None
    assert dialog.memo.same
    dialog.number.setText("م/12")
    dialog.keep.click()
    assert desk.documents.get(uid).outgoing_number == "م/12"
    assert [file.name for file in desk.documents.attachments(uid)] == ["back.docx"]
    dialog.deleteLater()


def test_a_strange_file_is_told_and_the_dialog_stays(
    opinion: Callable[..., OpinionPage], tmp_path: Path
) -> None:
    page = opinion(paragraph("a", "نؤيد المقترح."))
    strange = tmp_path / "strange.docx"
    strange.write_bytes(b"no docx at all")
    document = page.context.desk.opinions.issue(page.shown_uid)
    dialog = ReturnedDialog(page.context, page, document)
    dialog.read([strange])
    assert dialog.memo is None
    assert dialog.said.text()
    dialog.deleteLater()


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_the_memo_is_shown_as_pages(
    opinion: Callable[..., OpinionPage], language: MemoLanguage
) -> None:
    texts = [paragraph(f"p{n}", "نص طويل " * 60, "A long text " * 50) for n in range(20)]
    page = opinion(*texts)
    preview = MemoPreview(page.context, page, page.shown_uid, language)
    assert preview.pages.count > 1
    assert preview.languages[language].isChecked()
    picture = preview.pages.grab().toImage()
    middle = picture.width() // 2
    white = picture.pixelColor(middle, 4)
    assert white.lightness() > 250
    inked = sum(
        picture.pixelColor(x, y).lightness() < 120
        for x in range(60, picture.width() - 60, 3)
        for y in range(200, 500, 3)
    )
    assert inked > 50
    preview.deleteLater()
