"""Packs in the window: desks enrol, packs go and come, conflicts are settled, by one officer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen
from ctdesk.domain.records import Document
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.keeping.packs import PacksTab
from ctdesk.ui.keeping.packs.making import PackDialog, write_pack
from ctdesk.ui.keeping.packs.taking import PreviewDialog
from ctdesk.ui.keeping.packs.words_dialog import WordsDialog

pytestmark = pytest.mark.ui


@pytest.fixture
def pair(
    bare_folder: Path, sample_folder: Path, open_copy: Callable[..., Desk]
) -> tuple[Desk, Desk]:
    """The desk of the window, and another one that has its card."""
    ours, theirs = open_copy(sample_folder, "ours"), open_copy(bare_folder, "theirs")
    theirs.desks.name("مكتب الوفد")
    theirs.desks.trust(theirs.desks.meet(ours.desks.card()).device)
    return ours, theirs


@pytest.fixture
def tab(qtbot: QtBot, pair: tuple[Desk, Desk]) -> Iterator[PacksTab]:
    page = PacksTab(Context(pair[0]))
    page.failed.connect(lambda error: pytest.fail(str(error)))
    page.show()
    yield page
    # gone before its desk is closed: a change of language reaches every view that is still there
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


def trusted(pair: tuple[Desk, Desk]) -> str:
    """Our desk trusts theirs; its device."""
    ours, theirs = pair
    return ours.desks.trust(ours.desks.meet(theirs.desks.card()).device).device


def changed_there(pair: tuple[Desk, Desk], folder: Path) -> tuple[str, Path]:
    """A document that both desks changed, and the other desk's pack with it."""
    ours, theirs = pair
    device = trusted(pair)
    uid = ours._store.read.where(Document, kind="report", limit=1)[0].uid
    chosen = Chosen(documents=[uid])
    ours.packs.out(folder / "a.ctx", chosen, to=device, ceiling="top_secret")
    theirs.packs.take(folder / "a.ctx")
    theirs.documents.edit(uid, subject="كتبوا")
    ours.documents.edit(uid, subject="كتبنا")
    us = ours.desks.card().device
    theirs.packs.out(folder / "b.ctx", chosen, to=us, ceiling="top_secret")
    return uid, folder / "b.ctx"


def accept(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], look: Any = None) -> None:
    def exec_(dialog: QDialog) -> int:
        if look is not None:
            look(dialog)
        return 1

    monkeypatch.setattr(kind, "exec", exec_)


def test_a_dropped_card_shows_six_words_and_is_trusted_when_they_are_the_same(
    tab: PacksTab, pair: tuple[Desk, Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pair
    card = theirs.desks.write_card(tmp_path / "theirs.ctcard")
    seen: list[Any] = []
    accept(monkeypatch, WordsDialog, lambda dialog: seen.append(dialog.words))
    assert tab.take_files([card])
    assert seen == [theirs.desks.words(ours.desks.card().device)]
    assert ours.desks.list()[0].trusted
    assert tab.desks.list.count() == 1
    tab.desks.distrust()
    assert not ours.desks.list()[0].trusted


def test_the_own_card_is_named_and_saved(
    tab: PacksTab, pair: tuple[Desk, Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_where", lambda *_args, **_kw: tmp_path / "ours.ctcard")
    tab.desks.name_desk("المكتب الرئيس")
    tab.desks.save_card()
    assert pair[1].desks.meet(tmp_path / "ours.ctcard").label == "المكتب الرئيس"


def test_a_pack_is_made_of_chosen_documents_beside_the_window(
    qtbot: QtBot, tab: PacksTab, pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    ours, theirs = pair
    device = trusted(pair)
    uid = ours._store.read.where(Document, kind="report", limit=1)[0].uid
    dialog = PackDialog(tab.context, tab, documents=[uid])
    qtbot.addWidget(dialog)
    assert (dialog.to.currentData(), dialog.go.isEnabled()) == (device, True)
    dialog.everything.setChecked(True)
    assert not dialog.go.isEnabled()
    dialog.everything.setChecked(False)
    dialog.ceiling.setCurrentIndex(dialog.ceiling.findData("top_secret"))
    with qtbot.waitSignal(tab.notice, timeout=20_000):
        work = write_pack(tab, tmp_path / "a.ctx", dialog.chosen, dialog.how)
    work.wait()
    assert theirs.packs.take(tmp_path / "a.ctx").of("new")
    assert tab.list.topLevelItemCount() == 1


def test_a_pack_is_looked_at_a_value_chosen_and_merged(
    qtbot: QtBot,
    tab: PacksTab,
    pair: tuple[Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uid, path = changed_there(pair, tmp_path)

    def choose(dialog: PreviewDialog) -> None:
        ((_, card),) = dialog.cards
        assert dialog.choices == {}
        card.choose(next(h.id for h in card.field.heads if h.text == "كتبوا"))

    accept(monkeypatch, PreviewDialog, choose)
    with qtbot.waitSignal(tab.notice, timeout=20_000):
        assert tab.take_files([path])
    assert pair[0].documents.get(uid).subject == "كتبوا"
    assert tab.conflicts.rows == []
    tab.may_leave()


def test_a_pack_that_is_left_changes_nothing(
    qtbot: QtBot,
    tab: PacksTab,
    pair: tuple[Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uid, path = changed_there(pair, tmp_path)
    seen: list[int] = []
    monkeypatch.setattr(PreviewDialog, "exec", lambda _dialog: seen.append(1) or 0)
    tab.take_pack(path)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    tab.may_leave()
    assert pair[0].documents.get(uid).subject == "كتبنا"
    assert [row.way for row in pair[0].packs.list()] == ["out"]


def test_an_open_conflict_stands_side_by_side_and_is_settled(
    tab: PacksTab, pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    uid, path = changed_there(pair, tmp_path)
    pair[0].packs.take(path)
    tab.refresh()
    (row,), (card,) = tab.conflicts.rows, tab.conflicts.cards
    assert card.chosen == row.field.heads[0].id
    assert "(" in tab.segments[1].text()
    card.choose(row.field.heads[1].id)
    tab.conflicts.settle(row, card.chosen)
    assert pair[0].documents.get(uid).subject == row.field.heads[1].text
    assert tab.conflicts.rows == []
    assert "(" not in tab.segments[1].text()


def test_a_passphrase_is_asked_for_where_a_pack_needs_one(
    qtbot: QtBot,
    tab: PacksTab,
    pair: tuple[Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = pair
    trusted(pair)
    # age makes each try at a passphrase cost a second; here it is only asked for
    head = b"age-encryption.org/v1\n-> scrypt "
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda data, _word: head + data)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda data, _word: data[len(head) :])
    theirs.documents.register(Document(kind="report", direction="incoming", subject="جديد"))
    uid = theirs._store.read.where(Document)[0].uid
    chosen = Chosen(documents=[uid])
    theirs.packs.out(tmp_path / "a.ctx", chosen, passphrase="سبع كلمات", ceiling="top_secret")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("سبع كلمات", True))
    accept(monkeypatch, PreviewDialog)
    with qtbot.waitSignal(tab.notice, timeout=60_000):
        tab.take_pack(tmp_path / "a.ctx")
    tab.may_leave()
    assert ours.documents.get(uid).subject == "جديد"
