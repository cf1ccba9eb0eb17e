"""Drafts of agreements in the window: taken in, answered, begun an opinion on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ctdesk.desk import Desk
from ctdesk.domain.blocks import Block
from ctdesk.domain.records import Dossier
from ctdesk.ui.articles.draft_dialog import DraftDialog
from ctdesk.ui.articles.item_dialog import ItemDialog
from ctdesk.ui.dossiers import DossiersPage
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.window import MainWindow
from tests.desk.test_articles import FIRST, NEXT


@pytest.fixture
def dossier(desk: Desk) -> str:
    added = desk.dossiers.add(Dossier(code="MOU-T", kind="mou", title_ar="مذكرة تجريبية"))
    desk.articles.take(added.uid, FIRST, "ar")
    return added.uid


@pytest.fixture
def page(window: MainWindow, dossier: str) -> DossiersPage:
    window.go("go_dossiers")
    page = window.page
    assert isinstance(page, DossiersPage)
    page.open(dossier)
    QApplication.processEvents()
    return page


def test_a_pasted_draft_shows_what_changed_and_is_taken(
    page: DossiersPage, desk: Desk, dossier: str
) -> None:
    dialog = DraftDialog(page.context, page, dossier, [])
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText(NEXT)
    assert "٢" in dialog.said.text() or "2" in dialog.said.text()
    assert "underline" in dialog.view.toHtml()
    dialog.take.click()
    assert [item.number for item in desk.articles.of(dossier)] == ["1", "2", "3", "4"]
    page.show_again()
    assert page.items.rowCount() == 4
    dialog.deleteLater()


def test_a_text_without_articles_is_told_and_can_not_be_taken(
    page: DossiersPage, dossier: str
) -> None:
    dialog = DraftDialog(page.context, page, dossier, [])
    dialog.text.setPlainText("نص بلا مواد")
    assert not dialog.take.isEnabled()
    assert "المادة" in dialog.said.text()
    dialog.deleteLater()


def test_an_article_is_answered_beside_past_positions(
    page: DossiersPage, desk: Desk, dossier: str
) -> None:
    row = Block("a", "article", received_ar="السرية\nلا يجوز إفشاء المعلومات إلى طرف ثالث.",
                position="reject", proposed_ar="صياغة سابقة")  # fmt: skip
    desk.opinions.issue(desk.opinions.new(subject="سابق", blocks=[row]).uid)
    item = desk.articles.of(dossier)[2]
    dialog = ItemDialog(page.context, page, item)
    first = dialog.clauses.list.item(0)
    dialog.clauses.list.itemActivated.emit(first)
    assert dialog.proposed.toPlainText() == "صياغة سابقة"
    dialog.position.setCurrentIndex(dialog.position.findData("agree"))
    assert "مخالف" in dialog.clauses.list.item(0).text()
    dialog._keep()
    kept = desk.articles.of(dossier)[2]
    assert (kept.position, kept.proposed) == ("agree", "صياغة سابقة")
    dialog.deleteLater()


def test_an_opinion_on_the_agreement_has_a_row_for_each_article(
    page: DossiersPage, window: MainWindow
) -> None:
    page.opinion_on_agreement()
    opinions = window.page
    assert isinstance(opinions, OpinionPage)
    blocks = opinions.workspace.column.draft.blocks
    assert [block.number for block in blocks] == ["1", "2", "3", "4"]
    assert all(block.kind == "article" and block.received_ar for block in blocks)
    opinions.workspace.column.editor(blocks[2].uid).write()
    opinions.said_before()
    assert opinions.workspace.beside.shown == "said"


def test_a_draft_comes_from_a_file(page: DossiersPage, dossier: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(NEXT, encoding="utf-8")
    dialog = DraftDialog(page.context, page, dossier, [])
    dialog.read(draft)
    assert [pair.how for pair in dialog.pairs].count("changed") == 1
    dialog.deleteLater()
