"""Backups and the check in the window: written, tried out, looked into, restored; found, mended."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from ctdesk.desk import Desk
from ctdesk.desk.backups import Backups
from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import Document
from ctdesk.store.backup import Backup
from ctdesk.store.places import backups_in, ring_of
from ctdesk.text.show import strip_isolates
from ctdesk.ui.app import Shell
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.incoming import IncomingPage
from ctdesk.ui.keeping import KeepingPage
from ctdesk.ui.keeping.backups import BackupsTab
from ctdesk.ui.keeping.check import CheckTab
from ctdesk.ui.open_backup import OpenBackupDialog
from ctdesk.ui.opinion import OpinionPage
from ctdesk.ui.unlock import UnlockView
from ctdesk.ui.waiting import wait_for
from ctdesk.ui.window import MainWindow
from tests.conftest import PASSPHRASE


def tab(window: MainWindow, name: str) -> BackupsTab | CheckTab:
    room = window.go("go_keeping")
    assert isinstance(room, KeepingPage)
    found = room.show_tab(name)
    assert isinstance(found, BackupsTab | CheckTab)
    return found


@pytest.fixture
def backups(window: MainWindow) -> BackupsTab:
    found = tab(window, "backups")
    assert isinstance(found, BackupsTab)
    return found


def finished(qtbot: object, line: object) -> None:
    qtbot.waitUntil(lambda: not line.busy, timeout=30_000)  # type: ignore[attr-defined]


def test_a_backup_is_written_listed_and_tried_out(
    backups: BackupsTab, window: MainWindow, qtbot: object
) -> None:
    assert backups.table.rowCount() == 0
    assert not backups.drill_button.isEnabled()
    backups.now_button.click()
    assert not backups.now_button.isEnabled()
    finished(qtbot, backups.line)
    assert backups.table.rowCount() == 1
    assert len(backups_in(ring_of(window.context.desk.folder))) == 1
    backups.drill_button.click()
    finished(qtbot, backups.line)
    assert "سليمة" in window.notices.text
    assert backups.table.item(0, 4).text() != "لم تُجرَّب"


def test_a_second_place_gets_a_backup_too_and_is_said_to_be_away(
    backups: BackupsTab, tmp_path: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(stick))
    backups.settings.choose.click()
    backups.now_button.click()
    finished(qtbot, backups.line)
    assert backups.table.rowCount() == 2
    shutil.move(stick, tmp_path / "drawer")
    backups.refresh()
    assert backups.table.rowCount() == 1
    assert "غير متصل" in backups.settings._place.text()
    backups.settings.none.click()
    assert backups.context.desk.backups.second_place is None


def test_a_folder_without_a_backup_is_said(
    backups: BackupsTab, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path))
    backups.open_other()
    assert "لا نسخة احتياطية" in window.notices.text


def test_what_restoring_would_change_is_shown_and_a_no_changes_nothing(
    backups: BackupsTab, window: MainWindow, qtbot: object
) -> None:
    backups.now_button.click()
    finished(qtbot, backups.line)
    desk = window.context.desk
    desk.documents.register(Document(kind="report", direction="incoming", subject="جديد بعدها"))
    seen: list[str] = []
    wanted: list[object] = []
    window.context.restore_wanted.connect(wanted.append)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if type(dialog).__name__ != "RestoreDialog":
            QTimer.singleShot(20, look)
            return
        rows = dialog.rows  # type: ignore[union-attr]
        seen.extend(rows.item(row, 2).text() for row in range(rows.rowCount()))
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(20, look)
    backups.show_changes()
    assert "جديد بعدها" in seen
    assert wanted == []


def test_a_check_shows_what_it_found_and_puts_it_right(window: MainWindow, qtbot: object) -> None:
    check = tab(window, "check")
    assert isinstance(check, CheckTab)
    desk = window.context.desk
    (desk.folder / "vault.json.bak").unlink()
    desk._store.read.connection.execute("DELETE FROM entry WHERE tbl = 'dossier'")
    check.check_button.click()
    finished(qtbot, check.line)
    assert check.checkup is not None
    assert not check.checkup.sound
    assert check.mend_button.isVisible()
    check.mend_button.click()
    assert check.checkup.sound
    assert check.checkup.findings == ()
    assert not check.mend_button.isVisible()
    assert (desk.folder / "vault.json.bak").exists()


def test_a_check_can_be_stopped(window: MainWindow, qtbot: object) -> None:
    check = tab(window, "check")
    assert isinstance(check, CheckTab)
    check.check_button.click()
    check.line.cancel()
    finished(qtbot, check.line)
    assert check.checkup is None or check.checkup.stopped or check.checkup.sound


@pytest.fixture
def shell(
    sample_folder: Path, tmp_path: Path, qapp: QApplication, look: Appearance, qtbot: object
) -> Shell:
    folder = tmp_path / "desk"
    shutil.copytree(sample_folder, folder, ignore=shutil.ignore_patterns("lock"))
    return Shell(qapp, folder, look, relaunch=lambda _folder, _shell: None)


def unlocked(shell: Shell, qtbot: object) -> MainWindow:
    view = shell.currentWidget()
    assert isinstance(view, UnlockView)
    view.passphrase.setText(PASSPHRASE)
    view.submit()
    qtbot.waitUntil(lambda: shell.window_of_desk is not None, timeout=30_000)  # type: ignore[attr-defined]
    window = shell.window_of_desk
    assert window is not None
    return window


def test_closing_writes_the_day_s_backup_once(shell: Shell, qtbot: object) -> None:
    ring = ring_of(shell._folder)
    unlocked(shell, qtbot)
    shell.close()
    assert len(backups_in(ring)) == 1
    shell.show_locked()
    unlocked(shell, qtbot)
    shell.close()
    assert len(backups_in(ring)) == 1


def test_a_backup_that_fails_at_closing_is_said_and_the_desk_closes(
    shell: Shell, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "ctdesk.ui.restoring.show_error", lambda _p, error, _l: said.append(error.code)
    )

    def fail(*_args: object, **_kw: object) -> None:
        raise StoreError("backup_no_room", path="x")

    monkeypatch.setattr(Backups, "write_daily", fail)
    unlocked(shell, qtbot)
    shell.close()
    assert said == ["backup_no_room"]
    assert shell.context is None


def test_a_restored_desk_is_unlocked_anew_and_the_other_is_kept(
    shell: Shell, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(shell, qtbot)
    desk = window.context.desk
    copied = desk.backups.write_here().copied
    before = desk.documents.counts().documents
    desk.documents.register(Document(kind="report", direction="incoming", subject="بعدها"))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window.context.restore_wanted.emit(copied)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)  # type: ignore[attr-defined]
    assert "set-aside" in told[0]
    window = unlocked(shell, qtbot)
    assert window.context.desk.documents.counts().documents == before
    (aside,) = shell._folder.parent.glob("desk-set-aside-*")
    assert (aside / "ctdesk.db").exists()
    window.context.desk.backups.change_daily(False)
    shell.close()


def test_a_damaged_desk_names_its_newest_backup_and_comes_back_from_the_locked_screen(
    shell: Shell, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.open(shell._folder, PASSPHRASE)
    at = desk.backups.write_here().copied.at
    desk.close()
    (shell._folder / "ctdesk.db").write_bytes(b"damaged" * 900)
    view = shell.currentWidget()
    assert isinstance(view, UnlockView)
    view.passphrase.setText(PASSPHRASE)
    view.submit()
    qtbot.waitUntil(lambda: "تالفة" in view.said, timeout=30_000)  # type: ignore[attr-defined]
    assert at[:10] in view.said
    monkeypatch.setattr(OpenBackupDialog, "_sure", lambda *_a: True)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: None)
    dialog = OpenBackupDialog(shell._folder, "ar", view)
    dialog.restored.connect(view.restored)
    assert dialog.copies.count() == 1
    dialog.passphrase.setText("wrong")
    dialog.submit()
    assert "غير صحيحة" in dialog._said.text()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.submit()
    QApplication.processEvents()
    window = unlocked(shell, qtbot)
    assert window.context.desk.documents.counts().documents > 0
    window.context.desk.backups.change_daily(False)
    shell.close()


def test_a_key_file_that_cannot_be_read_is_said_at_the_start(shell: Shell, qtbot: object) -> None:
    for name in ("vault.json", "vault.json.bak"):
        (shell._folder / name).write_bytes(b"{")
    shell.show_locked()
    view = shell.currentWidget()
    assert isinstance(view, UnlockView)
    assert "vault.json" in view.said
    assert view.backup.isEnabled()


def test_warnings_of_the_opening_stand_in_the_window(shell: Shell, qtbot: object) -> None:
    (shell._folder / "vault.json").unlink()
    window = unlocked(shell, qtbot)
    assert "ملف المفاتيح" in window.notices.text
    assert (shell._folder / "vault.json").exists()
    window.context.desk.backups.change_daily(False)
    shell.close()


class _FullDisk:
    """A store that can't be written, until it can."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
        self.full = True
        keep_draft, write = desk._store.keep_draft, desk._store.incoming.write

        def refuse(act: Callable[..., object]) -> Callable[..., object]:
            def refused(*args: object, **kw: object) -> object:
                if self.full:
                    raise StoreError("disk_full")
                return act(*args, **kw)

            return refused

        monkeypatch.setattr(desk._store, "keep_draft", refuse(keep_draft))
        monkeypatch.setattr(desk._store.incoming, "write", refuse(write))


def test_words_of_an_opinion_stay_and_are_tried_again_until_they_are_kept(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.context.desk
    draft = next(row for row in desk.opinions.list().rows if row.state == "draft")
    page = window.go("go_opinions")
    assert isinstance(page, OpinionPage)
    page.open(draft.uid)
    disk = _FullDisk(monkeypatch, desk)
    told: list[object] = []
    page.workspace.failed.connect(told.append)
    monkeypatch.setattr("ctdesk.ui.window.show_error", lambda *_a: None)
    editor = page.workspace.column.editor(page.workspace.column.current)
    block = page.workspace.column.draft.blocks[0]
    page.workspace.column.draft.change(block.uid, ar="كلمات لا تضيع")
    page.workspace._edited()
    for _ in range(3):
        page.workspace.autosave()
        assert page.workspace._timer.isActive()
    assert len(told) == 1
    assert "تُعاد المحاولة" in page.workspace._line.text()
    disk.full = False
    page.workspace.autosave()
    assert "كلمات لا تضيع" in str(desk.opinions.open(draft.uid).blocks)
    assert editor is not None


def test_what_was_written_of_a_file_that_was_left_stays_in_memory_until_it_can_be_kept(
    window: MainWindow, tmp_path: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.context.desk
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"report {name} of the embassy", encoding="utf-8")
    desk.incoming.take([tmp_path / "one.txt", tmp_path / "two.txt"])
    desk.incoming.read_waiting()
    page = window.go("go_incoming")
    assert isinstance(page, IncomingPage)
    monkeypatch.setattr("ctdesk.ui.window.show_error", lambda *_a: None)
    first = page.current_uid
    disk = _FullDisk(monkeypatch, desk)
    page.hand.form.set_value("subject", "كتبته ولم يُحفظ")
    page.hand.form.editors["subject"].touched = True
    page.hand._written()
    page.step(1)
    assert page.current_uid != first
    assert not page.may_leave()
    page.step(-1)
    assert page.hand.form.values()["subject"] == "كتبته ولم يُحفظ"
    page.step(1)
    disk.full = False
    assert page.may_leave()
    assert "كتبته ولم يُحفظ" in str(desk.incoming.open(first).edits)


def test_work_behind_a_dialog_gives_its_result_or_raises_and_can_be_stopped(
    window: MainWindow,
) -> None:
    assert wait_for(window, "ar", "عمل", lambda progress: progress("pages", 1, 2)) is True

    def fail(_progress: object) -> None:
        raise StoreError("disk_full")

    with pytest.raises(StoreError):
        wait_for(window, "ar", "عمل", fail)

    def until_stopped(progress: Callable[[str, int, int], bool]) -> str:
        while progress("pages", 0, 0):
            pass
        return "stopped"

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, stop)
        else:
            dialog.stop_button.click()  # type: ignore[attr-defined]

    QTimer.singleShot(10, stop)
    assert wait_for(window, "ar", "عمل", until_stopped) == "stopped"
    assert strip_isolates(window.notices.text) == ""


@pytest.mark.parametrize(("days", "written"), [(1, 1), (3, 2)])
def test_a_desk_that_is_never_closed_is_backed_up_in_the_background(
    window: MainWindow, qtbot: object, days: int, written: int
) -> None:
    desk = window.context.desk
    ago = datetime.now(UTC) - timedelta(days=days)
    ring = ring_of(desk.folder)
    Backup.of(desk._store).into_place(ring, "daily", ago)
    window.overdue.look()
    qtbot.waitUntil(lambda: not window.overdue.busy, timeout=30_000)  # type: ignore[attr-defined]
    assert len(backups_in(ring)) == written
