"""Copies that other programs show are gone with the desk, or at the next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QSettings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ctdesk.ui import files as files_module
from ctdesk.ui.files import OpenedFiles, ask_where


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QDir, "tempPath", lambda: str(tmp_path))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    return tmp_path


def test_a_copy_is_gone_when_the_desk_is_locked(temp: Path) -> None:
    files = OpenedFiles()
    files.show("memo.docx", b"secret")
    assert [path.read_bytes() for path in temp.rglob("*.docx")] == [b"secret"]
    files.clear()
    assert list(temp.iterdir()) == []


def test_what_a_crash_left_is_gone_at_the_next_start(temp: Path) -> None:
    left = temp / "ctdesk-abc123"
    left.mkdir()
    (left / "memo.docx").write_bytes(b"secret")
    dies = (
        "import os, sys; from PySide6.QtCore import QLockFile;"
        "lock = QLockFile(sys.argv[1]); lock.tryLock(0); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", dies, str(left / "in-use.lock")], check=False)
    assert (left / "in-use.lock").exists()
    others = temp / "ctdesk-notes"
    others.mkdir()
    (others / "mine.txt").write_text("kept")
    OpenedFiles()
    assert not left.exists()
    assert (others / "mine.txt").exists()


def test_the_copies_of_a_program_that_runs_are_left(temp: Path) -> None:
    running = OpenedFiles()
    running.show("memo.docx", b"secret")
    OpenedFiles()
    assert list(temp.rglob("*.docx"))
    running.clear()


def test_copies_lie_in_memory_where_the_system_has_such_a_place(
    temp: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_memory = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(in_memory))
    files = OpenedFiles()
    files.show("نص سري.docx", b"secret")
    files.show("نص سري.docx", b"another of that name")
    assert sorted(path.name for path in in_memory.rglob("*.docx")) == [
        "ctdesk-1.docx",
        "ctdesk-2.docx",
    ]
    assert list(temp.iterdir()) == []
    files.clear()
    assert list(in_memory.iterdir()) == []


def test_a_dialog_for_files_leaves_the_settings_of_qt_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, str(tmp_path / "config"))
    others = QSettings(user, "QtProject")
    others.setValue("FileDialog/shortcuts", ["file:///theirs"])
    others.sync()

    def chooses(*_given: object, **_options: object) -> tuple[str, str]:
        remembered = QSettings(user, "QtProject")
        remembered.setValue("FileDialog/lastVisited", "file:///secret")
        remembered.sync()
        return str(tmp_path / "memo.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chooses)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_where(parent, "memo.docx") == tmp_path / "memo.docx"
    left = QSettings(user, "QtProject")
    assert left.allKeys() == ["FileDialog/shortcuts"]
    assert "secret" not in (tmp_path / "config" / "QtProject.conf").read_text()


def test_only_one_module_opens_dialogs_for_files() -> None:
    sources = Path(files_module.__file__).parent.rglob("*.py")
    users = [p.name for p in sources if "QFileDialog" in p.read_text(encoding="utf-8")]
    assert users == ["files.py"]
