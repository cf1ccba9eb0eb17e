"""A report of a fault says where it happened and nothing of what the officer had in hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctdesk.desk.fault_report import report_of, save
from ctdesk.domain.errors import StoreError

SECRET = "اسم في برقية سرية"


def _fails(subject: str) -> None:
    try:
        raise ValueError(f"could not read {subject}")
    except ValueError as error:
        raise StoreError("store_fault", detail=subject) from error


def _report() -> dict[str, object]:
    with pytest.raises(StoreError) as met:
        _fails(SECRET)
    return report_of(met.value, met.tb)


def test_a_report_names_types_codes_and_places() -> None:
    faults = _report()["faults"]
    assert isinstance(faults, list)
    assert [fault["type"] for fault in faults] == [
        "ctdesk.domain.errors.StoreError",
        "builtins.ValueError",
    ]
    assert faults[0]["code"] == "store_fault"
    assert faults[0]["places"][-1].startswith("tests/desk/test_fault_report.py:")
    assert faults[0]["places"][-1].endswith(" _fails")


def test_no_message_no_value_and_no_path_of_this_machine_is_in_it(tmp_path: Path) -> None:
    path = save(_report(), tmp_path / "reports")
    text = path.read_text(encoding="utf-8")
    assert SECRET not in json.loads(f'"{text.encode().hex()}"')
    assert json.dumps(SECRET)[1:-1] not in text
    assert "could not read" not in text
    assert str(Path.home()) not in text
    assert str(Path(__file__).parents[2]) not in text
    assert path.stat().st_mode & 0o077 == 0


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    for day in range(1, 26):
        save({**_report(), "at": f"2026-11-{day:02d}T00:00:00Z"}, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 20
    assert names[0].startswith("fault-2026-11-06")
