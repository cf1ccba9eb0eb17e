"""History, seals and months from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ctdesk.cli.main import main
from tests.conftest import PASSPHRASE


@pytest.fixture
def store(sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of the sample desk; its passphrase is in the environment."""
    shutil.copytree(sample_folder, tmp_path / "desk", ignore=shutil.ignore_patterns("lock"))
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)
    return tmp_path / "desk"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_history_of_a_document_and_its_seal(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--store", str(store)]
    assert main([*at, "history", "--json", "--limit", "500"]) == 0
    acts = lines(capsys)
    issued = next(act for act in acts if act["act"] == "issue")
    assert main([*at, "history", str(issued["uid"]), "--json"]) == 0
    assert issued["sentence"] in [act["sentence"] for act in lines(capsys)]
    assert main([*at, "seal", *str(issued["seal"])[:8].split(), str(issued["seal"])[8:]]) == 0
    assert "1/2026" in capsys.readouterr().out
    assert main([*at, "seal", "0" * 16, "--json"]) == 1
    assert lines(capsys)[0]["known"] is False
    assert main([*at, "seal", "12"]) == 1
    assert main([*at, "history", "--day", "1999-01-01", "--language", "en"]) == 0
    assert "No acts" in capsys.readouterr().out
    assert main([*at, "history", "--officer", "nobody"]) == 1


def test_a_month_is_written_and_checked(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--store", str(store)]
    assert main([*at, "history", "--json", "--limit", "1"]) == 0
    month = str(lines(capsys)[0]["at"])[:7]
    out = tmp_path / "month.docx"
    assert main([*at, "month", month, "--out", str(out), "--json"]) == 0
    seal = lines(capsys)[0]["seal"]
    assert main([*at, "seal", str(out), "--json"]) == 0
    answer = lines(capsys)[0]
    assert (answer["month"], answer["holds"], answer["seal"]) == (month, True, seal)
    assert main([*at, "month", "soon", "--out", str(out)]) == 1
