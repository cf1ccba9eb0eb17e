"""An opinion written in the window: cited, kept, undone, issued, exported; in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block, Source
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.opinion.block_editor import BlockEditor
from ctdesk.ui.opinion.dialogs import ExportDialog, FrameDialog
from ctdesk.ui.opinion.writing import WritingField
from ctdesk.ui.window import MainWindow

FIRST = "لا مانع لدى القسم من المضي بالإجراءات."
SECOND = "ونرى عرض الموضوع على الدائرة القانونية."
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def report(desk: Desk) -> str:
    """The identity of an Arabic report."""
    return desk.documents.find("4/7/431").uid


@pytest.fixture
def write(desk: Desk, report: str, open_window: Callable[..., MainWindow]) -> Callable[..., str]:
    """Opens a new opinion of these paragraphs in the window; gives its identity."""

    def write_(*paragraphs: str, language: str = "ar") -> str:
        blocks = [
            Block(uid=f"b{n}", kind="paragraph", **{"ar" if language == "ar" else "en": text})
            for n, text in enumerate(paragraphs)
        ]
        uid = desk.opinions.new(
            subject="رأي فني في التقرير",
            subject_en="Opinion on the report",
            on=[report],
            blocks=blocks,
        ).uid
        window = open_window(language)
        window.go("go_opinions")
        page_of(window).open(uid)
        QApplication.processEvents()
        return uid

    return write_


@pytest.fixture
def page(write: Callable[..., str], qapp: QApplication) -> Callable[..., OpinionPage]:
    """Opens a new opinion of these paragraphs and gives its page."""

    def page_(*paragraphs: str, language: str = "ar") -> OpinionPage:
        write(*paragraphs, language=language)
        window = next(
            w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
        )
        return page_of(window)

    return page_


def page_of(window: MainWindow) -> OpinionPage:
    page = window.page
    assert isinstance(page, OpinionPage)
    return page


def uid_of(page: OpinionPage) -> str:
    document = page.workspace.document
    assert document is not None
    return document.uid


def blocks(page: OpinionPage) -> tuple[Block, ...]:
    return page.workspace.column.draft.blocks


def editor(page: OpinionPage, place: int) -> BlockEditor:
    return page.workspace.column.editor(blocks(page)[place].uid)


def field(page: OpinionPage, place: int, at: int | None = None) -> WritingField:
    """The field of the block at that place, the caret in it."""
    block = editor(page, place)
    block.write(at=at)
    return block.fields[block.language]


def select(page: OpinionPage, words: str) -> tuple[int, int]:
    """Select these words of the report beside the opinion."""
    view = page.workspace.sources.text
    start = view.original.index(words)
    cursor = QTextCursor(view.document())
    view._select(cursor, start, start + len(words))
    view.setTextCursor(cursor)
    return start, start + len(words)


def words_of(desk: Desk, report: str) -> str:
    """A passage of the report with letters of both its ends."""
    return " ".join(desk.documents.get(report).text.split("\n")[0].split(" ")[2:6])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_selected_passage_becomes_a_source_with_one_key(
    page: Callable[..., OpinionPage], desk: Desk, report: str, qtbot: QtBot, language: str
) -> None:
    shown = page(FIRST, SECOND, language=language)
    field(shown, 1)
    words = words_of(desk, report)
    at = select(shown, words)
    qtbot.keyClick(shown.workspace.sources.text, Qt.Key.Key_F9)
    assert blocks(shown)[0].sources == ()
    assert blocks(shown)[1].sources == (Source(report, words, *at),)


def test_a_cited_passage_is_marked_in_the_report_and_its_marker_leads_to_it(
    page: Callable[..., OpinionPage], desk: Desk, report: str, qtbot: QtBot
) -> None:
    shown = page(FIRST)
    field(shown, 0)
    start, end = select(shown, words_of(desk, report))
    shown.cite()
    view = shown.workspace.sources.text
    assert (start, end) in view._marks
    view.setTextCursor(QTextCursor(view.document()))
    (marker,) = editor(shown, 0).marks.buttons.values()
    qtbot.mouseClick(marker, Qt.MouseButton.LeftButton)
    assert view.extraSelections()[0].cursor.selectedText().split()
    assert view._shown.in_original(view.extraSelections()[0].cursor.selectionStart()) == start


def test_the_same_passage_is_a_source_only_once(
    page: Callable[..., OpinionPage], desk: Desk, report: str
) -> None:
    shown = page(FIRST)
    field(shown, 0)
    for _ in range(2):
        select(shown, words_of(desk, report))
        shown.cite()
    assert len(blocks(shown)[0].sources) == 1


def test_without_a_selection_one_is_asked_for(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST)
    with qtbot.waitSignal(shown.notice):
        shown.cite()
    assert blocks(shown)[0].sources == ()


def test_a_paragraph_without_a_source_says_so_in_words(
    page: Callable[..., OpinionPage], desk: Desk, report: str
) -> None:
    shown = page(FIRST)
    sentence = shown.context.word("check.unsourced")
    assert sentence in editor(shown, 0).warning
    field(shown, 0)
    select(shown, words_of(desk, report))
    shown.cite()
    assert sentence not in editor(shown, 0).warning


def test_a_missing_twin_is_visible(page: Callable[..., OpinionPage]) -> None:
    shown = page(FIRST)
    shown.workspace.views["both"].click()
    twin = editor(shown, 0).fields["en"]
    assert twin.isVisible()
    assert twin.placeholderText()
    shown.workspace.views["ar"].click()
    assert not twin.isVisible()


def test_enter_begins_a_paragraph_and_backspace_takes_it_back(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(f"{FIRST} {SECOND}")
    qtbot.keyClick(field(shown, 0, at=len(FIRST)), Qt.Key.Key_Return)
    assert [block.ar for block in blocks(shown)] == [FIRST, SECOND]
    below = QApplication.focusWidget()
    assert below is editor(shown, 1).fields["ar"]
    qtbot.keyClick(below, Qt.Key.Key_Backspace)
    assert [block.ar for block in blocks(shown)] == [f"{FIRST} {SECOND}"]


def test_the_caret_stands_where_two_paragraphs_were_joined(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST, SECOND)
    qtbot.keyClick(field(shown, 1, at=0), Qt.Key.Key_Backspace)
    here = QApplication.focusWidget()
    assert isinstance(here, WritingField)
    assert here.textCursor().position() in (len(FIRST), len(FIRST) + 1)


def number(page: OpinionPage, place: int) -> str:
    """What stands before the Arabic text of the block at that place."""
    return editor(page, place).numbers["ar"].text().strip("\u200f:")


def test_paragraphs_are_numbered_as_the_memo_numbers_them(
    page: Callable[..., OpinionPage],
) -> None:
    shown = page(FIRST, SECOND)
    assert [number(shown, place) for place in range(2)] == ["أولاً", "ثانياً"]


def test_a_single_paragraph_is_shown_and_written_on_not_over(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST)
    assert editor(shown, 0).fields["ar"].text == FIRST
    qtbot.keyClicks(field(shown, 0), " abc")
    assert blocks(shown)[0].ar == f"{FIRST} abc"


def test_a_block_goes_up_with_alt_and_the_arrow(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST, SECOND)
    qtbot.keyClick(field(shown, 1), Qt.Key.Key_Up, ALT)
    assert [block.ar for block in blocks(shown)] == [SECOND, FIRST]
    assert number(shown, 0) == "أولاً"


def test_a_thought_is_taken_back_and_given_again(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST)
    qtbot.keyClicks(field(shown, 0), " abc")
    assert blocks(shown)[0].ar == f"{FIRST} abc"
    qtbot.keyClick(field(shown, 0), Qt.Key.Key_Z, CTRL)
    assert blocks(shown)[0].ar == FIRST
    qtbot.keyClick(field(shown, 0), Qt.Key.Key_Y, CTRL)
    assert blocks(shown)[0].ar == f"{FIRST} abc"


def test_undo_works_under_an_arabic_layout(
    page: Callable[..., OpinionPage], qtbot: QtBot, press: Callable[..., None]
) -> None:
    shown = page(FIRST)
    qtbot.keyClicks(field(shown, 0), " abc")
    press(field(shown, 0), "ئ")
    assert blocks(shown)[0].ar == FIRST


def test_each_text_runs_in_the_direction_of_its_own_letters(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST, "The committee met.")
    directions = [
        field(shown, place).document().firstBlock().blockFormat().layoutDirection()
        for place in range(2)
    ]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_what_was_written_is_kept_by_itself_and_survives_a_crash(
    page: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot
) -> None:
    shown = page(FIRST)
    before = len(desk.opinions.revisions(uid_of(shown)))
    qtbot.keyClicks(field(shown, 0), " abc")
    qtbot.waitUntil(lambda: bool(desk.opinions.open(uid_of(shown)).autosaved_at), timeout=6000)
    assert desk.opinions.open(uid_of(shown)).blocks[0].ar == f"{FIRST} abc"
    assert len(desk.opinions.revisions(uid_of(shown))) == before


def test_leaving_an_opinion_makes_a_revision(
    page: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot
) -> None:
    shown = page(FIRST)
    uid = uid_of(shown)
    before = len(desk.opinions.revisions(uid))
    qtbot.keyClicks(field(shown, 0), " abc")
    other = next(row.uid for row in desk.opinions.list().rows if row.uid != uid)
    shown.open(other)
    assert uid_of(shown) == other
    assert len(desk.opinions.revisions(uid)) == before + 1
    assert desk.opinions.open(uid).blocks[0].ar == f"{FIRST} abc"


def test_an_unchanged_opinion_makes_no_revision(
    page: Callable[..., OpinionPage], desk: Desk
) -> None:
    shown = page(FIRST)
    before = len(desk.opinions.revisions(uid_of(shown)))
    shown.save()
    assert shown.may_leave()
    assert len(desk.opinions.revisions(uid_of(shown))) == before


def _answer(monkeypatch: pytest.MonkeyPatch, role: QMessageBox.ButtonRole) -> list[str]:
    """Answers the question before issuing; gives what was asked."""
    asked: list[str] = []

    def clicked(box: QMessageBox) -> QWidget | None:
        return next((b for b in box.buttons() if box.buttonRole(b) is role), None)

    def say(box: QMessageBox) -> None:
        asked.append(f"{box.text()}\n{box.informativeText()}")

    monkeypatch.setattr(QMessageBox, "exec", say)
    monkeypatch.setattr(QMessageBox, "clickedButton", clicked)
    return asked


def test_issuing_shows_the_checks_and_gives_the_number(
    page: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(FIRST)
    asked = _answer(monkeypatch, QMessageBox.ButtonRole.AcceptRole)
    said: list[str] = []
    shown.notice.connect(said.append)
    shown.issue()
    document = desk.documents.get(uid_of(shown))
    assert document.state == "issued"
    assert shown.context.word("check.unsourced") in asked[0]
    assert any(shown.context.show.number(document.register_number) in line for line in said)


def test_an_issued_opinion_is_read_only_and_says_so(
    page: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(FIRST)
    _answer(monkeypatch, QMessageBox.ButtonRole.AcceptRole)
    shown.issue()
    qtbot.keyClicks(field(shown, 0), " abc")
    assert desk.opinions.open(uid_of(shown)).blocks[0].ar == FIRST
    assert blocks(shown)[0].ar == FIRST
    assert shown.workspace._frozen.isVisible()
    assert not any(shown.can(act) for act in ("cite", "save", "add_paragraph", "issue"))


def test_not_yet_leaves_the_opinion_a_draft(
    page: Callable[..., OpinionPage], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(FIRST)
    _answer(monkeypatch, QMessageBox.ButtonRole.RejectRole)
    shown.issue()
    document = desk.documents.get(uid_of(shown))
    assert (document.state, document.register_number) == ("draft", "")


def test_an_opinion_under_review_is_not_written_in_until_it_is_returned(
    page: Callable[..., OpinionPage], desk: Desk, qtbot: QtBot
) -> None:
    shown = page(FIRST)
    shown.submit()
    qtbot.keyClicks(field(shown, 0), " abc")
    assert blocks(shown)[0].ar == FIRST
    desk.opinions.return_(uid_of(shown), "")
    shown._open(uid_of(shown))
    qtbot.keyClicks(field(shown, 0), " abc")
    assert blocks(shown)[0].ar == f"{FIRST} abc"


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_a_memo_is_written_where_it_was_asked_for_and_the_place_is_said(
    page: Callable[..., OpinionPage],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    shown = page(FIRST)
    where = tmp_path / "مذكرة"

    def choose(dialog: ExportDialog) -> int:
        dialog.language.setCurrentIndex(dialog.language.findData(language))
        return 1

    monkeypatch.setattr(ExportDialog, "exec", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(where), ""))
    said: list[str] = []
    shown.notice.connect(said.append)
    shown.export_memo()
    memo = where.with_name("مذكرة.docx")
    assert memo.read_bytes()[:2] == b"PK"
    assert any("مذكرة.docx" in line for line in said)


def test_a_memo_that_can_not_be_written_says_so_and_leaves_nothing(
    page: Callable[..., OpinionPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(FIRST)
    where = tmp_path / "no such folder" / "memo.docx"
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(where), ""))
    errors: list[object] = []
    shown.failed.connect(errors.append)
    shown.export_memo()
    assert len(errors) == 1
    assert list(tmp_path.glob("**/*.docx*")) == []


def test_a_change_of_the_frame_keeps_every_addressee(
    page: Callable[..., OpinionPage], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(FIRST)
    two = [party.uid for party in desk.parties.complete("وزارة")[:2]]
    desk.opinions.edit(uid_of(shown), to=[desk.parties.name(uid, "ar") for uid in two])
    shown._open(uid_of(shown))
    monkeypatch.setattr(FrameDialog, "exec", lambda _dialog: 1)
    shown.edit_frame()
    assert list(desk.documents.get(uid_of(shown)).addressees) == two


def test_a_passage_goes_to_the_article_row_that_is_written_in(
    page: Callable[..., OpinionPage], desk: Desk, report: str
) -> None:
    shown = page(FIRST, SECOND)
    shown.workspace.column.draft.change(blocks(shown)[1].uid, kind="article")
    shown.workspace.column.set_view("ar")
    field(shown, 0)
    editor(shown, 1).article.fields["received_ar"].setFocus()
    select(shown, words_of(desk, report))
    shown.cite()
    assert [len(block.sources) for block in blocks(shown)] == [0, 1]


def test_f6_goes_from_the_page_to_the_report_and_back(
    page: Callable[..., OpinionPage], qtbot: QtBot
) -> None:
    shown = page(FIRST)
    written = field(shown, 0)
    shown.next_pane()
    assert QApplication.focusWidget() is shown.workspace.sources.text
    shown.next_pane()
    assert QApplication.focusWidget() is written


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_on_the_page_that_takes_the_keyboard_has_a_name(
    page: Callable[..., OpinionPage], language: str
) -> None:
    shown = page(FIRST, language=language)
    nameless = [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
