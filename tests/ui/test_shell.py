"""The top window: locked, open, locked again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ctdesk.desk import Desk, Unsaved
from ctdesk.domain.errors import StoreError
from ctdesk.ui.app import Shell
from ctdesk.ui.appearance import Appearance
from ctdesk.ui.documents import DocumentsPage
from ctdesk.ui.form.loose_words import LooseWordsDialog
from ctdesk.ui.form.new_report import NewReportDialog
from ctdesk.ui.recovery_sheet import RecoverySheet
from ctdesk.ui.unlock import UnlockView
from ctdesk.ui.veil import Veil
from tests.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def shell(
    sample_folder: Path, tmp_path: Path, qapp: QApplication, look: Appearance
) -> Iterator[Shell]:
    """The top window on a locked copy of the sample desk."""
    folder = tmp_path / "locked"
    shutil.copytree(sample_folder, folder, ignore=shutil.ignore_patterns("lock"))
    shell = Shell(qapp, folder, look, relaunch=lambda _folder, _window: None)
    shell.show()
    yield shell
    shell.close()
    shell.deleteLater()


@pytest.fixture
def unlocked(shell: Shell, qtbot: QtBot) -> Shell:
    """The top window after the right passphrase."""
    shell.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: shell.window_of_desk is not None, timeout=20_000)
    return shell


def test_a_desk_opens_locked_and_the_passphrase_opens_its_window(unlocked: Shell) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    assert isinstance(window.page, DocumentsPage)
    assert window.page.model.rowCount() > 0


def test_locking_closes_the_desk_and_leaves_nothing_of_it_in_the_window(
    unlocked: Shell, qtbot: QtBot
) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    desk: Desk = window.context.desk
    QApplication.clipboard().setText("نص سري")
    qtbot.keyClick(window.page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    assert isinstance(unlocked.currentWidget(), UnlockView)
    assert unlocked.context is None
    assert QApplication.clipboard().text() == ""
    with pytest.raises(Exception, match="closed"):
        desk.documents.list("")


def test_a_desk_left_alone_locks_itself(unlocked: Shell, qtbot: QtBot) -> None:
    assert unlocked.context is not None
    unlocked.context.change_settings(lock_after_minutes=1)
    assert unlocked.absence.idle.interval() == 60_000
    unlocked.absence.idle.timeout.emit()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)


def test_a_key_pressed_puts_the_lock_off(unlocked: Shell, qtbot: QtBot) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    unlocked.absence.idle.setTimerType(Qt.TimerType.PreciseTimer)
    unlocked.absence.idle.start(60_000)
    qtbot.wait(30)
    before = unlocked.absence.idle.remainingTime()
    qtbot.keyClick(window.page, Qt.Key.Key_Shift)
    assert unlocked.absence.idle.remainingTime() > before


def test_the_locked_screen_speaks_the_language_of_the_desk(unlocked: Shell, qtbot: QtBot) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    window.context.change_settings(language="en", theme="dark")
    window.lock()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    assert not unlocked.isRightToLeft()


def test_opened_attachments_are_gone_after_locking(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(
        "ctdesk.ui.files.QDesktopServices.openUrl",
        lambda url: shown.append(Path(url.toLocalFile())),
    )
    assert unlocked.context is not None
    unlocked.context.opened_files.show("../تقرير.docx", b"PK")
    assert shown[0].name == "ctdesk-1.docx", "no word of the file's own name"
    assert shown[0].exists()
    assert shown[0].parent.stat().st_mode & 0o077 == 0
    unlocked.lock()
    qtbot.waitUntil(lambda: not shown[0].exists())


def test_only_files_that_are_shown_and_not_run_may_be_opened() -> None:
    from ctdesk.ui.files import may_be_opened

    assert may_be_opened("تقرير.PDF")
    assert not any(may_be_opened(name) for name in ("a.exe", "a.pdf.bat", "a.js", "a.desktop", "a"))


def test_work_in_hand_is_ended_before_the_desk_closes(unlocked: Shell, qtbot: QtBot) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    steps: list[int] = []

    def act(_desk: Desk, step: Callable[..., bool]) -> None:
        while step(len(steps), None):
            steps.append(1)

    work = window.intake._start(act, "…")
    assert work is not None
    qtbot.waitUntil(lambda: len(steps) > 2)
    window.lock()
    assert work.isFinished()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)


def _later(act: Callable[[], object]) -> None:
    QTimer.singleShot(50, act)


def _reopened(shell: Shell, qtbot: QtBot) -> None:
    shell.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: shell.window_of_desk is not None, timeout=20_000)


def test_a_desk_left_alone_over_an_open_form_locks_all_the_same_and_gives_the_words_back(
    unlocked: Shell, qtbot: QtBot
) -> None:
    window = unlocked.window_of_desk
    assert window is not None

    def write_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        dialog.text._text.setPlainText("نص لم يُسجَّل بعد")
        qtbot.keyClicks(dialog.form.editors["their_number"].focusProxy(), "7/99")
        unlocked.absence.idle.timeout.emit()

    _later(write_and_leave)
    window.new_report()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    assert QApplication.activeModalWidget() is None
    found: list[tuple[str, str]] = []

    def look_and_cancel() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        found.append((dialog.text.value(), dialog.form.editors["their_number"].value()))
        dialog.text.touched = False
        for editor in dialog.form.editors.values():
            editor.touched = False
        dialog.reject()

    watch = QTimer()
    watch.timeout.connect(lambda: QApplication.activeModalWidget() and look_and_cancel())
    watch.start(50)
    _reopened(unlocked, qtbot)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    watch.stop()
    assert found == [("نص لم يُسجَّل بعد", "7/99")]
    assert unlocked.context is not None
    assert list(unlocked.context.desk.unsaved.all()) == [], "given up by the officer"


def test_the_key_of_the_lock_counts_in_a_dialog_under_both_keyboards(
    unlocked: Shell, qtbot: QtBot
) -> None:
    window = unlocked.window_of_desk
    assert window is not None

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        event = QKeyEvent(QEvent.Type.KeyPress, ord("م"), Qt.KeyboardModifier.ControlModifier, "م")
        QApplication.sendEvent(dialog.text.focusProxy() or dialog.text, event)

    _later(press)
    window.new_report()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)


def test_words_that_cannot_be_kept_are_hidden_until_they_can(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    monkeypatch.setattr(window, "may_leave", lambda: False)
    unlocked.lock_now()
    veil = unlocked.findChild(Veil)
    assert veil is not None
    assert veil.isVisible()
    assert veil.geometry() == unlocked.rect()
    assert unlocked.window_of_desk is window, "the words are still there, under it"
    monkeypatch.setattr(window, "may_leave", lambda: True)
    veil.again_button.click()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    assert unlocked.findChild(Veil) is None or not unlocked.findChild(Veil).isVisible()


def test_words_that_cannot_be_kept_can_be_given_up(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.window_of_desk
    monkeypatch.setattr(window, "may_leave", lambda: False)
    unlocked.lock_now()
    veil = unlocked.findChild(Veil)
    assert veil is not None
    veil.give_up_button.click()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)


def test_a_full_disk_refuses_once_and_the_words_are_kept_at_the_second_try(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.window_of_desk
    answers = iter([False, True])
    monkeypatch.setattr(window, "may_leave", lambda: next(answers))
    unlocked.lock_now()
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    assert unlocked.findChild(Veil) is None


def test_the_desk_is_closed_before_the_program_begins_anew(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path, bool]] = []
    monkeypatch.setattr(
        unlocked, "_relaunch", lambda folder, shell: seen.append((folder, shell.context is None))
    )
    unlocked.lock_now()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(unlocked._folder, True)]


def test_words_of_a_small_dialog_come_back_to_be_copied_from_but_no_secret(
    unlocked: Shell, qtbot: QtBot
) -> None:
    window = unlocked.window_of_desk
    assert window is not None

    def write_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        (text,) = dialog.findChildren(QPlainTextEdit)
        qtbot.keyClicks(text, "a reason that took long to word")
        secret = QLineEdit(dialog)
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        qtbot.keyClicks(secret, "passphrase typed here")
        unlocked.absence.noticed.emit("screen")

    _later(write_and_leave)
    QInputDialog.getMultiLineText(window, "Void", "Why?")
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, LooseWordsDialog):
            found.append(dialog.text.toPlainText())
            dialog.copy.click()
            dialog.drop.click()

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(50)
    _reopened(unlocked, qtbot)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    watch.stop()
    assert found == ["a reason that took long to word"]
    assert QApplication.clipboard().text() == found[0]
    assert unlocked.context is not None
    assert list(unlocked.context.desk.unsaved.all()) == []


def test_words_of_a_form_wait_in_memory_while_the_folder_cannot_be_written(
    unlocked: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.window_of_desk
    assert window is not None
    unsaved = window.context.desk.unsaved
    writable = unsaved.keep

    def refuses(_unsaved: Unsaved) -> None:
        raise StoreError("store_medium")

    def write_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        dialog.text._text.setPlainText("نص لم يُسجَّل بعد")
        monkeypatch.setattr(unsaved, "keep", refuses)
        unlocked.absence.noticed.emit("suspend")

    _later(write_and_leave)
    window.new_report()
    veil = unlocked.findChild(Veil)
    assert veil is not None
    assert veil.isVisible()
    monkeypatch.setattr(unsaved, "keep", writable)
    veil.again_button.click()
    assert unsaved.of("report")["text"] == "نص لم يُسجَّل بعد"
    qtbot.waitUntil(lambda: unlocked.window_of_desk is None)


def test_a_new_desk_shows_its_recovery_words_first_and_they_may_be_put_off(
    qapp: QApplication,
    qtbot: QtBot,
    look: Appearance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    create = Desk.create
    monkeypatch.setattr(Desk, "create", lambda *given, **more: create(*given, **more, cost=CHEAP))
    shell = Shell(qapp, tmp_path / "new", look, relaunch=lambda _folder, _window: None)
    shell.show()
    view = shell.currentWidget()
    assert isinstance(view, UnlockView)
    for field in (view.form.first, view.form.again):
        field.setText("seven rivers and a stone bridge")
    view.form._weigh()
    seen: list[RecoverySheet] = []

    def put_off() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RecoverySheet):
            seen.append(dialog)
            dialog.later.click()

    watch = QTimer()
    watch.timeout.connect(put_off)
    watch.start(50)
    view.submit()
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    watch.stop()
    assert shell.context is not None
    assert not shell.context.desk.slots.has_words
    shell.close()
    shell.deleteLater()
