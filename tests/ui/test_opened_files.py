"""Copies that other programs show are gone with the desk, or at the next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtGui import QDesktopServices

from ctdesk.ui.files import OpenedFiles


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QDir, "tempPath", lambda: str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    return tmp_path


def test_a_copy_is_gone_when_the_desk_is_locked(temp: Path) -> None:
    files = OpenedFiles()
    files.show("memo.docx", b"secret")
    assert [path.read_bytes() for path in temp.rglob("memo.docx")] == [b"secret"]
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
    assert list(temp.rglob("memo.docx"))
    running.clear()
