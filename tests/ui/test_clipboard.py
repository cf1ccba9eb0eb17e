"""What is copied at the desk leaves the clipboard again, and asks others not to keep it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctdesk.ui.clipboard import MARKS, ClipboardGuard, marked


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[ClipboardGuard]:
    parent = QObject()
    yield ClipboardGuard(parent)
    qapp.clipboard().clear()


def test_what_is_copied_carries_the_marks_and_keeps_its_content() -> None:
    copied = QMimeData()
    copied.setText("نص")
    copied.setHtml("<b>نص</b>")
    made = marked(copied)
    assert made.text() == "نص"
    assert made.html() == "<b>نص</b>"
    assert set(MARKS) <= set(made.formats())
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        kind = next(kind for kind in made.formats() if name in kind)
        assert bytes(made.data(kind).data()) == b"\0\0\0\0"


def test_what_was_copied_here_is_gone_after_the_time_that_is_set(
    qtbot: QtBot, qapp: QApplication, guard: ClipboardGuard
) -> None:
    guard.clear_after(1)
    qapp.clipboard().setText("سري")
    assert qapp.clipboard().text() == "سري"
    assert set(MARKS) <= set(qapp.clipboard().mimeData().formats())
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "", timeout=5_000)


def test_without_a_time_it_stays_until_the_lock(qapp: QApplication, guard: ClipboardGuard) -> None:
    guard.clear_after(0)
    qapp.clipboard().setText("سري")
    assert not guard._timer.isActive()
    guard.clear()
    assert qapp.clipboard().text() == ""


def test_what_another_program_copied_is_left_alone(
    qapp: QApplication, guard: ClipboardGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_owned", lambda _mode: False)
    guard.clear_after(1)
    qapp.clipboard().setText("theirs")
    assert not guard._timer.isActive()
    guard.clear()
    assert qapp.clipboard().text() == "theirs"
