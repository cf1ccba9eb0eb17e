"""`ctdesk pack`: cards are exchanged, a pack goes and comes, and what is refused says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ctdesk.cli.main import main
from tests.conftest import PASSPHRASE


@pytest.fixture
def ctdesk(
    tmp_path: Path,
    bare_folder: Path,
    sample_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., tuple[int, Any, str]]:
    """Runs a command on the desk `main` or `laptop`; gives code, JSON (or text) and stderr."""
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)
    for name, folder in (("main", sample_folder), ("laptop", bare_folder)):
        shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("lock"))

    def run(desk: str, *arguments: str, as_json: bool = True) -> tuple[int, Any, str]:
        options = ["--store", str(tmp_path / desk), "--language", "en"]
        code = main([*options, *(["--json"] if as_json else []), *arguments])
        said = capsys.readouterr()
        return code, json.loads(said.out) if as_json and said.out else said.out, said.err

    return run


def test_two_desks_enrol_and_exchange_a_pack(
    ctdesk: Callable[..., tuple[int, Any, str]], tmp_path: Path
) -> None:
    cards = {name: str(tmp_path / f"{name}.ctcard") for name in ("main", "laptop")}
    for name, path in cards.items():
        code, said, _ = ctdesk(name, "pack", "card", path, "--name", f"desk {name}")
        assert (code, said["label"]) == (0, f"desk {name}")
    code, first, _ = ctdesk("main", "pack", "trust", cards["laptop"])
    assert (code, first["trusted"], len(first["words"])) == (0, False, 6)
    pack = str(tmp_path / "a.ctx")
    out = ("pack", "out", pack, "--to", cards["laptop"], "--document", "35/2026")
    code, _, error = ctdesk("main", *out)
    assert code == 1
    assert "six words" in error
    for name, other in (("main", "laptop"), ("laptop", "main")):
        code, said, _ = ctdesk(name, "pack", "trust", cards[other], "--yes")
        assert (code, said["trusted"]) == (0, True)
        assert said["words"] == first["words"]
    code, said, _ = ctdesk("main", *out)
    assert (code, said["counts"]["document"], said["left_out"]) == (0, 1, 0)
    code, said, _ = ctdesk("laptop", "pack", "in", pack, "--preview")
    assert (code, said["from"], said["preview"]) == (0, "desk main", True)
    code, said, _ = ctdesk("laptop", "show", "35/2026")
    assert code == 1
    code, said, _ = ctdesk("laptop", "pack", "in", pack)
    assert code == 0
    assert said["new"] >= 1
    code, said, _ = ctdesk("laptop", "show", "35/2026")
    assert code == 0
    code, _, error = ctdesk("laptop", "pack", "in", pack)
    assert code == 1
    assert "merged before" in error


def test_what_can_t_be_packed_or_merged_is_one_line_on_stderr(
    ctdesk: Callable[..., tuple[int, Any, str]], tmp_path: Path
) -> None:
    file = tmp_path / "a.ctx"
    for arguments in (
        ("out", str(file)),
        ("out", str(file), "--to", "nobody", "--document", "35/2026"),
        ("out", str(file), "--to", "x", "--dossier", "NONE"),
        ("out", str(file), "--passphrase", "--all"),
        ("in", str(file)),
        ("trust", str(file)),
    ):
        code, said, error = ctdesk("main", "pack", *arguments, as_json=False)
        assert (code, said) == (1, "")
        assert len(error.splitlines()) == 1
    assert not file.exists()
