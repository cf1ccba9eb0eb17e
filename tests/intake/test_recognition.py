"""Text of scans, where the machine has a program for it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from ctdesk.domain.errors import BadInput
from ctdesk.intake import recognition
from ctdesk.intake.isolation import IsolatedReader

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that says it knows Arabic and reads every page alike."""
    tool = tmp_path / "tesseract"
    tool.write_text(
        '#!/bin/sh\nif [ "$1" = --list-langs ]; then echo ara; exit; fi\n'
        f'head -c 2 > "{tmp_path}/seen"\necho "نص الصفحة"\n',
        encoding="utf-8",
    )
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tool


@posix
def test_pages_go_to_the_program_one_by_one_and_its_words_come_back(
    stand_in: Path, data: Path
) -> None:
    told: list[tuple[int, int]] = []
    scan = (data / "report_ar_scanned.pdf").read_bytes()

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert recognition.recognised(scan, progress) == "نص الصفحة"
    assert told == [(1, 1)]
    assert (stand_in.parent / "seen").read_bytes() == b"P5"


@posix
def test_it_stops_between_pages(stand_in: Path, data: Path) -> None:
    scan = (data / "report_ar_scanned.pdf").read_bytes()
    assert recognition.recognised(scan, lambda _done, _total: False) == "نص الصفحة"


def test_without_the_program_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert recognition.program() is None
    with pytest.raises(BadInput) as refusal:
        recognition.recognised((data / "report_ar_scanned.pdf").read_bytes(), lambda *_: True)
    assert refusal.value.code == "recognition_absent"


def test_a_page_is_a_picture_made_in_the_confined_process(
    reader: IsolatedReader, data: Path
) -> None:
    scan = (data / "report_ar_scanned.pdf").read_bytes()
    assert reader.count_pages(scan) == 1
    assert reader.page(scan, 0).startswith(b"P5\n")
    with pytest.raises(BadInput):
        reader.count_pages(b"%PDF-1.4 and no more")


@pytest.mark.skipif(recognition.program() is None, reason="no Tesseract with Arabic here")
def test_a_real_scan_is_recognised_well_enough_to_be_found(data: Path) -> None:
    text = recognition.recognised(
        (data / "report_ar_scanned.pdf").read_bytes(), lambda _done, _total: True
    )
    truth = (data / "report_ar_utf8.txt").read_text(encoding="utf-8")
    words = {word for word in truth.split() if len(word) > 3}
    assert len(words & set(text.split())) > len(words) / 2
