"""After a lock the program begins anew, knows where its window stood, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ctdesk.ui import relaunch


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 30, 500, 400)
    return window


@pytest.mark.skipif(os.name != "posix", reason="on Windows a second process is started")
def test_the_same_process_becomes_a_new_program_without_what_the_old_one_was_told(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *given: begun.append(given))
    relaunch.relaunch(tmp_path, window)
    ((program, command, environment),) = begun
    assert program == sys.executable
    assert command == [sys.executable, "-P", "-m", "ctdesk", "--store", str(tmp_path)]
    told = {k: v for k, v in environment.items() if os.environ.get(k) != v}
    assert told == {"CTDESK_PLACE": "40,30,500,400,0"}


def test_the_window_stands_where_it_stood(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTDESK_PLACE", relaunch._written(window))
    again = QWidget()
    qtbot.addWidget(again)
    relaunch.take_place(again)
    assert again.geometry() == window.geometry()
    assert "CTDESK_PLACE" not in os.environ, "nothing that is started later is told"


@pytest.mark.parametrize("told", ["", "1,2,3", "a,b,c,d,e", "1,2,3,4,5,6", "99999,99999,500,400,0"])
def test_a_place_that_is_none_or_on_no_screen_is_left_alone(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("CTDESK_PLACE", told)
    before = window.geometry()
    relaunch.take_place(window)
    assert window.geometry() == before
