"""The command line's contract: exit codes, one line on stderr, JSON that a script can read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ctdesk.cli.main import main
from ctdesk.desk import Desk
from ctdesk.memo.package import pack, unpack
from ctdesk.store.store import Store
from tests.conftest import PASSPHRASE

LINES = [
    {"kind": "report", "from": "Embassy in Rome", "text": "Oil talks in Kuwait.", "source_id": "a"},
    {"their_number": "7", "their_date": "1958-05-01", "text": "ورد خبر عن تمويل الإرهاب."},
]


@pytest.fixture
def run(
    bare_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command on a fresh desk; gives exit code, stdout, stderr."""
    shutil.copytree(bare_folder, tmp_path / "desk")
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)

    def run_(*arguments: object, store: Path | None = None) -> tuple[int, str, str]:
        code = main([*map(str, arguments), "--store", str(store or tmp_path / "desk")])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    return path


def lines_of(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


Run = Callable[..., tuple[int, str, str]]


def test_import_prints_a_line_for_each_document(run: Run, reports: Path) -> None:
    code, out, err = run("import", reports, "--json")
    assert (code, err) == (0, "")
    assert [(r["number"], r["file"]) for r in lines_of(out)] == [
        ("1/2026", "reports.jsonl"),
        ("2/2026", "reports.jsonl"),
    ]
    assert all(r["uid"] for r in lines_of(out))


def test_a_hit_has_the_promised_fields(run: Run, reports: Path) -> None:
    run("import", reports)
    code, out, _ = run("search", "الارهاب", "--json")
    (hit,) = lines_of(out)
    assert code == 0
    assert set(hit) == {"uid", "kind", "number", "date", "title", "score", "snippet"}
    assert "الإرهاب" in str(hit["snippet"])
    assert hit["date"] == "1958-05-01"


def test_show_prints_a_document_by_its_number(run: Run, reports: Path) -> None:
    run("import", reports)
    code, out, _ = run("show", "1/2026", "--json")
    (document,) = lines_of(out)
    assert code == 0
    assert document["from"] == "السفارة في روما"
    assert document["text"] == "Oil talks in Kuwait."
    code, out, _ = run("show", "7", "--language", "ar")
    assert code == 0
    assert "تمويل الإرهاب" in out


def test_an_opinion_goes_from_reports_to_a_memo(run: Run, reports: Path, tmp_path: Path) -> None:
    run("import", reports)
    _, out, _ = run(
        "opinion",
        "new",
        "--kind",
        "opinion_reports",
        "--subject",
        "رأي",
        "--on",
        "1/2026",
        "--on",
        "2/2026",
        "--json",
    )
    (made,) = lines_of(out)
    code, out, _ = run("opinion", "issue", made["uid"], "--json")
    assert (code, lines_of(out)[0]["number"]) == (0, "1/2026")
    for language in ("ar", "en", "both"):
        memo = tmp_path / f"{language}.docx"
        code, out, err = run("memo", made["uid"], "--out", memo, "--lang", language)
        assert (code, err) == (0, "")
        assert memo.read_bytes()[:2] == b"PK"
    code, out, _ = run("memo-check", tmp_path / "ar.docx", "--json")
    assert code == 0
    told = lines_of(out)[0]
    assert (told["uid"], told["revision"], told["same"]) == (made["uid"], 1, True)


def test_a_memo_changed_in_word_is_told_paragraph_by_paragraph(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    run("import", reports)
    text = tmp_path / "text.txt"
    text.write_text("نؤيد المقترح الوارد في التقرير.\nنقترح تعديل المادة الخامسة.\n", "utf-8")
    _, out, _ = run("opinion", "new", "--subject", "رأي", "--text", text, "--json")
    (made,) = lines_of(out)
    run("opinion", "issue", made["uid"])
    memo = tmp_path / "memo.docx"
    run("memo", made["uid"], "--out", memo)
    parts = unpack(memo.read_bytes())
    body = parts["word/document.xml"].decode().replace("الخامسة", "السادسة")
    memo.write_bytes(pack({**parts, "word/document.xml": body.encode()}))
    code, out, _ = run("memo-check", memo)
    assert code == 0
    assert "[-الخامسة.-] {+السادسة.+}" in out
    (told,) = lines_of(run("memo-check", memo, "--json")[1])
    assert told["same"] is False
    assert "'how': 'changed'" in str(told["changes"])


def test_a_malformed_line_is_named_and_nothing_of_its_file_is_registered(
    run: Run, reports: Path
) -> None:
    with reports.open("a", encoding="utf-8") as file:
        file.write('{"kind": "report", "colour": "red"}\n')
    code, out, err = run("import", reports, "--json", "--language", "en")
    assert (code, out) == (1, "")
    assert "3" in err
    assert "colour" in err
    assert len(err.splitlines()) == 1
    assert run("search", "", "--json")[1] == ""
    code, out, err = run("import", reports, "--json", "--keep-going")
    assert code == 1
    assert len(lines_of(out)) == 2


@pytest.mark.parametrize(
    "command",
    [
        ("show", "999/2026"),
        ("opinion", "issue", "999/2026"),
        ("import", "no-such-file.txt"),
        ("memo-check", "no-such-file.docx"),
        ("lists", "import", "x.xml"),
        ("screen", "--name", "x"),
        ("register", "incoming", "--out", "list.pdf"),
        ("pack", "in", "no-such-file.ctx"),
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_refusal_is_one_line_on_stderr_and_exit_1(
    run: Run, command: tuple[str, ...], language: str
) -> None:
    code, out, err = run(*command, "--language", language)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_a_wrong_passphrase_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTDESK_PASSPHRASE", "wrong")
    code, _, err = run("search", "x", "--language", "ar")
    assert code == 1
    assert "عبارة المرور غير صحيحة" in err


def test_no_desk_and_a_second_desk_are_refused(run: Run, tmp_path: Path) -> None:
    code, _, err = run("search", "x", "--language", "en", store=tmp_path / "nowhere")
    assert code == 1
    assert "There is no desk" in err
    code, _, err = run("init", "--language", "en")
    assert code == 1
    assert "left as it is" in err


def test_wrong_usage_is_exit_2(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run("search")
    assert ended.value.code == 2


def test_verify_and_backup(run: Run, reports: Path, tmp_path: Path) -> None:
    run("import", reports)
    assert run("backup", tmp_path / "copy")[0] == 0
    code, out, _ = run("verify", "--json", store=tmp_path / "copy")
    assert code == 0
    assert lines_of(out)[0]["sound"] is True


def spoilt(folder: Path, statement: str) -> None:
    """The desk of the folder after a change that no program of ours makes."""
    store = Store.open(folder, PASSPHRASE)
    store.read.connection.execute(statement)
    store.close()


@pytest.mark.parametrize(
    ("language", "said", "remedy"),
    [
        ("en", "Records that are not in the search index", "ctdesk verify --rebuild-index"),
        ("ar", "قيود غير موجودة في فهرس البحث", "ctdesk verify --rebuild-index"),
    ],
)
def test_verify_names_what_is_wrong_with_the_index_and_rebuilds_it(
    run: Run, reports: Path, tmp_path: Path, language: str, said: str, remedy: str
) -> None:
    run("import", reports)
    spoilt(tmp_path / "desk", "DELETE FROM entry")
    code, out, err = run("verify", "--language", language)
    assert code == 1
    assert said in out
    assert all(remedy in line for line in out.splitlines())
    assert len(err.splitlines()) == 1
    code, out, _ = run("verify", "--rebuild-index", "--language", language)
    assert code == 0
    assert len(out.splitlines()) == 2
    code, out, err = run("verify", "--json")
    assert (code, err) == (0, "")
    assert lines_of(out) == [{"sound": True, "faults": []}]


def test_an_index_of_older_rules_is_made_anew_before_anything_is_searched(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    run("import", reports)
    spoilt(tmp_path / "desk", "DELETE FROM lexeme")
    spoilt(tmp_path / "desk", "UPDATE index_state SET version = '0.0' WHERE part = 'words'")
    code, out, err = run("search", "terrorism", "--json", "--language", "en")
    assert code == 0
    assert len(lines_of(out)) == 1
    assert "The search index is made anew" in err
    assert run("search", "terrorism", "--json", "--language", "en")[2] == ""


def test_init_makes_a_desk_with_or_without_the_sample(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("init", "--sample", "--json", store=tmp_path / "new")
    assert code == 0
    assert lines_of(out)[0]["documents"] == 43


@pytest.mark.slow
def test_a_command_needs_no_qt_and_opens_no_socket(tmp_path: Path, bare_folder: Path) -> None:
    shutil.copytree(bare_folder, tmp_path / "desk")
    script = (
        "import sys\n"
        "def refuse(event, _):\n"
        "    assert not event.startswith('socket.'), event\n"
        "sys.addaudithook(refuse)\n"
        "from ctdesk.cli.main import main\n"
        f"code = main(['search', 'x', '--store', {str(tmp_path / 'desk')!r}])\n"
        "assert not any(m.startswith('PySide6') for m in sys.modules), 'Qt was imported'\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"CTDESK_PASSPHRASE": PASSPHRASE, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_options_may_stand_before_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CTDESK_PASSPHRASE", PASSPHRASE)
    assert main(["--store", str(tmp_path / "x"), "--json", "init"]) == 0
    assert json.loads(capsys.readouterr().out)["store"] == str(tmp_path / "x")


def test_a_folder_of_files_is_imported_once_and_a_bad_file_stops_nothing(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    folder = tmp_path / "morning"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"تقرير رقم {number} عن الموقف", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    run("init")
    code, out, err = run("import", folder, "--json")
    assert (code, len(out.splitlines())) == (1, 3)
    assert "broken.docx" in err
    code, out, err = run("import", folder, "--json")
    assert (code, out) == (1, "")
    assert "3" in err


def test_a_backup_is_previewed_and_restored(run: Run, reports: Path, tmp_path: Path) -> None:
    run("import", reports)
    assert run("backup", tmp_path / "copy")[0] == 0
    late = {"text": "A late report.", "their_number": "late/1"}
    (tmp_path / "late.jsonl").write_text(json.dumps(late), encoding="utf-8")
    run("import", tmp_path / "late.jsonl")
    code, out, _ = run("restore", tmp_path / "copy", "--preview", "--json")
    (told,) = lines_of(out)
    assert code == 0
    assert told["differences"]["document"] == {  # type: ignore[index]
        "only_here": 1,
        "only_there": 0,
        "changed": 0,
    }
    code, out, _ = run("restore", tmp_path / "copy", "--json")
    (told,) = lines_of(out)
    assert code == 0
    assert Path(str(told["set_aside"])).is_dir()
    assert lines_of(run("search", "late/1", "--json")[1]) == []
    assert lines_of(run("verify", "--json")[1])[0]["sound"]
    code, out, _ = run("search", "late/1", "--json", store=Path(str(told["set_aside"])))
    assert len(lines_of(out)) == 1


def test_restoring_from_where_no_backup_is_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run("restore", tmp_path / "empty", "--language", "en")
    assert (code, out) == (1, "")
    assert "no backup" in err


def test_verify_mends_what_the_desk_can_by_itself(run: Run, reports: Path, tmp_path: Path) -> None:
    run("import", reports)
    spoilt(tmp_path / "desk", "DELETE FROM entry")
    (tmp_path / "desk" / "vault.json.bak").unlink()
    code, out, _ = run("verify", "--mend", "--json")
    (told,) = lines_of(out)
    assert (code, told["sound"]) == (0, True)
    assert told["mended"] == {"index": 1}


def test_a_damaged_desk_names_the_newest_backup(run: Run, tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "desk", PASSPHRASE)
    at = desk.backups.write_here().copied.at
    desk.close()
    (tmp_path / "desk" / "ctdesk.db").write_bytes(b"damaged" * 1000)
    code, _, err = run("verify", "--language", "en")
    assert code == 1
    assert at[:10] in err
    assert len(err.splitlines()) == 1
