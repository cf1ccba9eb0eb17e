"""The page on the desk's own safety: what is set, what is checked, who can open it, the sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.desk.recovery_words import RecoveryWords
from ctdesk.ui.recovery_print import sheet
from ctdesk.ui.recovery_sheet import RecoverySheet
from ctdesk.ui.security import SecurityPage
from ctdesk.ui.settings import SettingsDialog
from ctdesk.ui.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE

THEIRS = "زورق يعبر شط العرب ليلا"


@pytest.fixture
def dialog(open_window: Callable[..., MainWindow]) -> SettingsDialog:
    window = open_window("ar", "light")
    dialog = SettingsDialog(window.context, window)
    dialog.show()
    return dialog


@pytest.fixture
def page(dialog: SettingsDialog, qtbot: QtBot) -> SecurityPage:
    """The page in front, looked through."""
    dialog.tabs.setCurrentWidget(dialog.security)
    qtbot.waitUntil(lambda: bool(dialog.security.check.said), timeout=20_000)
    return dialog.security


def test_lock_and_clipboard_times_are_kept(desk: Desk, page: SecurityPage) -> None:
    for box, value in ((page.lock.lock_after, "30"), (page.lock.clipboard, "15")):
        box.choose(value)
        box.activated.emit(box.currentIndex())
    kept = desk.settings.all()
    assert (kept.lock_after_minutes, kept.clipboard_seconds) == (30, 15)


def test_where_the_system_cannot_hide_the_window_it_says_so_in_words(page: SecurityPage) -> None:
    assert page.lock.capture.isEnabled() is page.lock._cannot.isHidden()


def test_the_check_says_of_each_thing_how_it_stands_and_what_to_do(page: SecurityPage) -> None:
    said = "\n".join(page.check.said)
    assert len(page.check.said) == 9
    assert "كلمات" not in said or "اعملها أدناه" in said
    assert all(re.match("(سليم|انتبه|غير معلوم): ", line) for line in page.check.said)


def test_what_left_the_desk_since_it_was_unlocked_is_listed(
    desk: Desk, page: SecurityPage, tmp_path: Path
) -> None:
    assert page.left.said == "لم يخرج من المكتب شيء منذ فتحه."
    issued = next(row for row in desk.opinions.list().rows if row.state == "issued")
    desk.memos.export(issued.uid, tmp_path / "memo.docx", "ar")
    page.left.retranslate()
    assert "مذكرة" in page.left.said


def test_new_words_ask_for_the_passphrase_and_count_once_they_were_read_back(
    desk: Desk, page: SecurityPage, qtbot: QtBot
) -> None:
    sheets: list[RecoverySheet] = []

    def read_back() -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, RecoverySheet):
            return
        sheets.append(shown)
        assert not desk.slots.has_words
        shown.written.click()
        assert not shown.keep.isEnabled()
        words = shown._new.words.shown("en")
        for place, field in shown.asked.items():
            field.setText(words[place])
            field.textEdited.emit(words[place])
        shown.keep.click()

    watch = QTimer()
    watch.timeout.connect(read_back)
    watch.start(50)
    page.words.passphrase.setText(PASSPHRASE)
    page.words.passphrase.textEdited.emit(PASSPHRASE)
    page.words.prepare()
    assert page.words.passphrase.text() == ""
    qtbot.waitUntil(lambda: desk.slots.has_words, timeout=20_000)
    watch.stop()
    assert len(sheets) == 1


def test_a_sheet_that_is_put_off_leaves_no_words_in_force(
    desk: Desk, dialog: SettingsDialog
) -> None:
    shown = RecoverySheet(dialog._context, desk.slots.prepare_words(PASSPHRASE), dialog)
    shown.written.click()
    for field in shown.asked.values():
        field.setText("نخلة")
        field.textEdited.emit("نخلة")
    shown.put_into_force()
    shown.later.click()
    assert not desk.slots.has_words


def test_an_officers_passphrase_is_taken_away_on_the_page(desk: Desk, page: SecurityPage) -> None:
    added = desk.officers.add(PASSPHRASE, THEIRS, {"title_ar": "معاون"}, cost=CHEAP)
    page.slots.retranslate()
    assert list(page.slots.removes) == [added.slot]
    page.slots.remove(added.slot)
    assert page.slots.removes == {}
    assert Desk.peek(desk.folder).slots == (desk.officer.slot,)


def test_the_name_on_the_locked_screen_is_changed(desk: Desk, page: SecurityPage) -> None:
    page.slots.call(PASSPHRASE, "المكتب")
    assert Desk.peek(desk.folder).slots == ("المكتب",)
    assert "المكتب" in page.slots.names[0].text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_printed_sheet_holds_every_word_on_one_page(
    open_window: Callable[..., MainWindow], language: str
) -> None:
    context = open_window(language).context
    words = RecoveryWords.new()
    document = sheet(context, words)
    text = document.toPlainText()
    for side in ("ar", "en"):
        assert all(word in text for word in words.shown(side))
    document.setPageSize(QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point))
    assert document.pageCount() == 1
