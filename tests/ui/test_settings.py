"""Settings apply at once, in the window that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk
from ctdesk.domain.records import Officer
from ctdesk.ui.settings import SettingsDialog
from ctdesk.ui.settings_colleagues import ColleaguesForm
from ctdesk.ui.window import MainWindow
from tests.conftest import PASSPHRASE


@pytest.fixture
def settings(open_window: Callable[..., MainWindow], qtbot: QtBot) -> SettingsDialog:
    """The settings over the Arabic window."""
    window = open_window("ar", "light")
    dialog = SettingsDialog(window.context, window)
    dialog.show()
    QApplication.processEvents()
    return dialog


def _choose(dialog: SettingsDialog, name: str, value: str) -> None:
    box = dialog.choices[name]
    box.choose(value)
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


def _write(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.editingFinished.emit()


def test_a_new_language_mirrors_the_window_and_the_dialog_at_once(
    desk: Desk, settings: SettingsDialog
) -> None:
    _choose(settings, "language", "en")
    assert desk.settings.all().language == "en"
    assert not settings.isRightToLeft()
    assert settings.windowTitle() == "Settings"
    _choose(settings, "language", "ar")
    assert settings.isRightToLeft()


def test_theme_figures_and_calendar_are_kept(desk: Desk, settings: SettingsDialog) -> None:
    _choose(settings, "theme", "dark")
    _choose(settings, "digits", "western")
    _choose(settings, "calendar", "both")
    kept = desk.settings.all()
    assert (kept.theme, kept.digits, kept.calendar) == ("dark", "western", "both")


def test_a_number_pattern_that_repeats_numbers_is_refused_and_taken_back(
    desk: Desk, settings: SettingsDialog
) -> None:
    before = desk.settings.all().number_pattern
    _write(settings.lines["number_pattern"], "{year}")
    assert settings.told
    assert desk.settings.all().number_pattern == before
    assert settings.lines["number_pattern"].text() == before


def test_who_signs_and_who_works_here_is_kept(desk: Desk, settings: SettingsDialog) -> None:
    _write(settings.lines["signer_title_ar"], "رئيس القسم")
    _write(settings.officer["title_en"], "Desk officer")
    assert desk.settings.all().signer_title_ar == "رئيس القسم"
    assert desk.officer.title_en == "Desk officer"


def test_a_file_that_is_no_template_is_not_taken_and_says_why(
    desk: Desk, settings: SettingsDialog, tmp_path: Path
) -> None:
    bad = tmp_path / "letter.docx"
    bad.write_bytes(b"not a Word file")
    settings.letterhead.take(bad)
    assert "⚠" in settings.letterhead.state.text()
    assert not desk.settings.all().letterhead_ar


def test_the_programs_template_is_saved_taken_back_in_and_dropped(
    desk: Desk, settings: SettingsDialog, tmp_path: Path
) -> None:
    copy = tmp_path / "memo.docx"
    settings.letterhead.save_standard("ar", copy)
    assert copy.stat().st_size > 1000
    settings.letterhead.take(copy)
    stored = desk.settings.all().letterhead_ar
    assert desk._session.store.blobs.get(stored) == copy.read_bytes()
    settings.letterhead.use_standard()
    assert not desk.settings.all().letterhead_ar


def test_the_passphrase_is_changed_only_with_the_one_of_today(
    desk: Desk, settings: SettingsDialog, qtbot: QtBot
) -> None:
    form = settings.passphrase
    new = "four other rivers of the south"
    for field, text in ((form.now, "wrong"), (form.new, new), (form.again, new)):
        field.setText(text)
        field.textEdited.emit(text)
    form.submit()
    qtbot.waitUntil(lambda: bool(settings.told), timeout=20_000)
    form.now.setText(PASSPHRASE)
    qtbot.waitUntil(form.isEnabled, timeout=20_000)
    form._weigh()
    form.submit()
    qtbot.waitUntil(lambda: form.now.text() == "", timeout=20_000)
    folder = desk.folder
    Desk.unlock(folder, new)


def test_a_backup_is_written_from_the_settings(
    settings: SettingsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "copy.backup"
    settings.backup.write(target)
    qtbot.waitUntil(settings.backup.button.isEnabled, timeout=20_000)
    assert target.exists()
    assert "copy.backup" in settings.told


@pytest.mark.parametrize("page", range(4))
def test_every_setting_has_a_name_and_a_place_in_the_order_of_tab(
    settings: SettingsDialog, page: int
) -> None:
    settings.tabs.setCurrentIndex(page)
    shown = [w for w in (*settings.choices.values(), *settings.lines.values()) if w.isVisible()]
    for field in shown:
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_a_colleague_is_added_with_a_passphrase_of_their_own(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[object, ...]] = []

    def add(*arguments: object) -> Officer:
        given.append(arguments)
        return Officer(slot="معاون")

    monkeypatch.setattr(desk.officers, "add", add)
    form = ColleaguesForm(window.context, window)
    assert not form.add.isEnabled()
    form.names["title_ar"].setText("معاون")
    for field in (form.new, form.again):
        field.setText("زورق يعبر شط العرب ليلا")
    form.own.setText("mine")
    form._weigh()
    assert form.add.isEnabled()
    form.add.click()
    ((own, passphrase, fields),) = given
    assert (own, passphrase) == ("mine", "زورق يعبر شط العرب ليلا")
    assert isinstance(fields, dict)
    assert fields["title_ar"] == "معاون"
    assert form.new.text() == ""
    form.deleteLater()
