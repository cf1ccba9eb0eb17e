"""`ctdesk lists`: what a list changes, taking it in, what is in force."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ctdesk.cli.main import main
from tests.conftest import PASSPHRASE
from tests.screening.lists.made import FUND, NADIR, TARIQ, un_xml

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    bare_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs a command on a fresh desk; gives exit code, stdout, stderr."""
    shutil.copytree(bare_folder, tmp_path / "desk")
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)

    def run_(*arguments: object) -> tuple[int, str, str]:
        code = main([*map(str, arguments), "--store", str(tmp_path / "desk")])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_


def test_a_list_is_shown_first_and_taken_in_when_asked(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    old.write_bytes(un_xml("2025-01-01", NADIR, FUND))
    new.write_bytes(un_xml("2026-01-01", {**NADIR, "GENDER": "Male"}, TARIQ))
    assert run("lists", "import", old)[0] == 0
    assert run("lists", "--json")[1] == ""
    assert run("lists", "import", old, "--apply")[0] == 0
    code, out, _ = run("lists", "import", new, "--json")
    *changes, summary = map(json.loads, out.splitlines())
    assert code == 0
    assert {(each["change"], each["reference"]) for each in changes} == {
        ("added", "IQi.903"),
        ("removed", "QDe.902"),
        ("changed", "QDi.901"),
    }
    assert (summary["added"], summary["removed"], summary["changed"]) == (1, 1, 1)
    assert summary["applied"] is False
    assert json.loads(run("lists", "--json")[1])["date"] == "2025-01-01"
    run("lists", "import", new, "--apply")
    assert json.loads(run("lists", "--json")[1])["date"] == "2026-01-01"
    versions = json.loads(run("lists", "entry", "QDi.901", "--json")[1])["versions"]
    assert [each["since"] for each in versions] == ["2026-01-01", "2025-01-01"]


def test_a_damaged_list_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes(un_xml("2026-01-01", NADIR)[:-30])
    code, out, err = run("lists", "import", path, "--apply", "--json")
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_the_template_of_the_national_list_comes_as_a_file(run: Run, tmp_path: Path) -> None:
    code, _, _ = run("lists", "template", "--out", tmp_path / "t.xlsx")
    assert code == 0
    assert (tmp_path / "t.xlsx").stat().st_size > 1000


@pytest.fixture
def listed(run: Run, tmp_path: Path) -> None:
    """A list is in force."""
    path = tmp_path / "list.xml"
    path.write_bytes(un_xml("2026-01-01", NADIR, FUND, TARIQ))
    run("lists", "import", path, "--apply")


def test_a_name_is_compared_in_either_script_the_best_first(run: Run, listed: None) -> None:
    code, out, _ = run("screen", "--name", "نادر سالم القصابي", "--json", "--limit", "3")
    hits = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert set(hits[0]) >= {
        "entry", "reference", "list", "name", "score", "explanation", "passage",
    }  # fmt: skip
    assert (hits[0]["entry"], hits[0]["reference"], hits[0]["list"]) == ("9000001", "QDi.901", "un")
    assert [hit["score"] for hit in hits] == sorted((h["score"] for h in hits), reverse=True)
    assert "QDi.901" in run("screen", "--name", "Nadir Saleem Al Qassabi", "--language", "en")[1]


def test_a_name_that_no_list_has_gives_nothing_and_is_no_error(run: Run, listed: None) -> None:
    assert run("screen", "--name", "Wolfgang Steinmeier", "--json") == (0, "", "")


def test_a_file_and_a_registered_document_are_compared(
    run: Run, listed: None, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("علمت السفارة أن نادر سليم القصابي زار المدينة أمس.", encoding="utf-8")
    (hit,) = map(json.loads, run("screen", path, "--json")[1].splitlines())
    assert (hit["reference"], hit["passage"]) == ("QDi.901", "نادر سليم القصابي")
    number = json.loads(run("import", path, "--json")[1])["number"]
    (hit,) = map(json.loads, run("screen", number, "--json")[1].splitlines())
    assert (hit["reference"], hit["passage"]) == ("QDi.901", "نادر سليم القصابي")
    assert json.loads(run("screen", "--due", "--json")[1]) == {"documents": 0, "matches": 0}


def test_without_a_list_there_is_nothing_to_compare_with(run: Run) -> None:
    code, out, err = run("screen", "--name", "x", "--json")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
