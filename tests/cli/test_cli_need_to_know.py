"""No command tells an officer what is above their clearance."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from ctdesk.cli.main import build_parser, main
from ctdesk.desk import Desk
from tests.conftest import CHEAP, PASSPHRASE, TODAY
from tests.desk.canaries import NUMBERED, Seeded, canary, seed, words_in
from tests.desk.officers import another

THEIRS = "زورق يعبر شط العرب ليلا"
FIRST = "مسؤول مكتب مكافحة الإرهاب"
ABOVE = "|".join(map(canary, ("secret", "personal", "top_secret")))

TRIED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "search": (("canary", "--facets"), ("canary*", "--sort", "rank"), ("canarysecrat",), ("",)),
    "show": (("{document}",), ("{opinion}",), ("{lowered}",), ("{mentioning}",), ("{number}",)),
    "related": (("{document}",), ("{mentioning}",), ("{lowered}", "--opinions")),
    "memo": (("{issued}", "--out", "{out}.docx"), ("{lowered}", "--out", "{out}.docx", "--annex")),
    "memo-check": (("{memo}",), ("{lowered_memo}",)),
    "register": (
        ("incoming", "--out", "{out}.xlsx"),
        ("opinions", "--out", "{out}.docx", "--lang", "en"),
    ),
    "history": (("--limit", "2000"), ("{document}",), ("{mentioning}",), ("{lowered}",)),
    "verify": ((),),
    "handover": (("--from", FIRST, "--to", "رئيس القسم", "--preview"),),
    "screen": (("{document}",), ("{mentioning}",), ("--name", "Nadir al-Qasabi"), ("--due",)),
    "opinion": (("issue", "{opinion}"), ("new", "--subject", "x", "--on", "{document}")),
}
"""Commands that read or act on records, with what is tried."""
EXEMPT = {
    "init": "makes a new desk",
    "import": "takes files that the caller holds",
    "restore": "puts a whole backup in place of the desk, by somebody who has its passphrase",
    "backup": "writes the whole desk, encrypted",
    "demo": "makes a desk of its own",
    "shots": "pictures of the sample desk",
    "lists": "sanctions lists are open to all",
    "month": "counts acts by officer and kind",
    "seal": "says at which act a seal was made",
    "pack": "has a ceiling and tests of its own",
}


@pytest.fixture(scope="module")
def seeded(bare_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seeded]:
    """A closed desk with an officer who is cleared for restricted papers, and what is secret."""
    folder = Path(shutil.copytree(bare_folder, tmp_path_factory.mktemp("cli") / "desk"))
    desk = Desk.open(folder, PASSPHRASE, today=lambda: TODAY)
    another(desk)
    records = seed(desk, tmp_path_factory.mktemp("arrived"))
    fields = {"title_ar": "رئيس القسم", "role": "head", "clearance": "restricted"}
    desk.officers.add(PASSPHRASE, THEIRS, fields, cost=CHEAP)
    desk.close()
    return folder, records["secret"]


def test_every_command_is_tried() -> None:
    parser = build_parser()
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    missing = sorted(set(commands.choices) - {*TRIED, *EXEMPT})
    assert not missing, (
        f"{', '.join(missing)}: a new command. Add to TRIED of tests/cli/test_cli_need_to_know.py"
        " how it would tell of what the officer may not see, or to EXEMPT why it can't."
    )


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("command", TRIED)
def test_no_command_tells_what_is_above_the_clearance(
    command: str,
    as_json: bool,
    seeded: tuple[Path, Seeded],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, records = seeded
    monkeypatch.setenv("CTDESK_PASSPHRASE", THEIRS)
    values = {**vars(records), "number": NUMBERED.format(2), "out": tmp_path / "out"}
    for name in ("memo", "lowered_memo"):
        values[name] = tmp_path / f"{name}.docx"
        values[name].write_bytes(getattr(records, name))
    for arguments in TRIED[command]:
        told = [argument.format(**values) for argument in arguments]
        main([command, *told, "--store", str(folder), *(["--json"] if as_json else [])])
        printed = capsys.readouterr()
        assert not re.findall(ABOVE, printed.out + printed.err), arguments
        for written in tmp_path.glob("out.*"):
            assert not re.findall(ABOVE, words_in(written)), arguments


def test_the_cleared_officer_is_told(
    seeded: tuple[Path, Seeded],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, records = seeded
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)
    tried = (["search", "canary*"], ["show", records.document], ["related", records.issued])
    for arguments in tried:
        assert main([*arguments, "--store", str(folder)]) == 0
        assert canary("secret") in capsys.readouterr().out
