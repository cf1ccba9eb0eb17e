"""A fault of the program: a report without content, a word to the officer, nothing in any log."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QtMsgType
from PySide6.QtWidgets import QApplication, QMessageBox

from ctdesk.text.show import strip_isolates
from ctdesk.ui.faults import Faults

SECRET = "name from a secret telegram"


def _met(faults: Faults) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        faults.take(error, error.__traceback__)


def _closed(said: list[str]) -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        said.append(strip_isolates(box.text()))
        box.accept()


@pytest.fixture
def closer(qapp: QApplication) -> Iterator[list[str]]:
    """Closes every message and remembers what it said."""
    said: list[str] = []
    timer = QTimer()
    timer.timeout.connect(lambda: _closed(said))
    timer.start(20)
    yield said
    timer.stop()


def test_the_officer_is_told_where_the_report_lies_and_nothing_is_quoted(
    tmp_path: Path, closer: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    _met(Faults(tmp_path))
    (path,) = tmp_path.glob("fault-*.json")
    assert str(path) in closer[0]
    assert SECRET not in path.read_text(encoding="utf-8")
    assert SECRET not in "".join(capfd.readouterr())


def test_where_no_report_can_be_written_the_officer_is_told_that(
    tmp_path: Path, closer: list[str]
) -> None:
    (tmp_path / "file").write_text("")
    _met(Faults(tmp_path / "file" / "reports"))
    assert len(closer) == 1
    assert "fault-" not in closer[0]


def test_of_qts_messages_only_the_kinds_are_counted(
    tmp_path: Path, closer: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    faults = Faults(tmp_path)
    for _ in range(3):
        faults.count_message(QtMsgType.QtWarningMsg, None, SECRET)
    _met(faults)
    (path,) = tmp_path.glob("fault-*.json")
    text = path.read_text(encoding="utf-8")
    assert '"QtWarningMsg default": 3' in text
    assert SECRET not in text + "".join(capfd.readouterr())


def test_the_program_starts_with_its_faults_taken_care_of(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "application = QCoreApplication([]);"
        "from ctdesk.ui.faults import Faults; faults = Faults(Path(sys.argv[1]));"
        "faults.met.disconnect(); faults.install(); raise ValueError('quoted secret')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert "ValueError" in done.stderr
    assert "quoted secret" not in done.stderr
    assert len(list(tmp_path.glob("fault-*.json"))) == 1
