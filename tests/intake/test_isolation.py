from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from ctdesk.domain.errors import BadInput
from ctdesk.domain.terms import terms
from ctdesk.intake import isolation, job_object, limits, wire
from ctdesk.intake.isolation import IsolatedReader
from ctdesk.intake.read import read_file

DEEP = b"From: a@x.iq\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)
)


def refusal_of(reader: IsolatedReader, path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        reader.read(path)
    assert path.name in caught.value.message("ar")
    assert path.name in caught.value.message("en")
    return caught.value


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["report_ar.docx", "report_ar_cp1256.txt", "ar_cp1256.eml"])
def test_a_file_comes_back_with_its_text_and_itself_as_the_original(
    reader: IsolatedReader, data: Path, name: str
) -> None:
    (draft,) = reader.read(data / name)
    assert draft.source == name
    assert "نود إعلامكم" in draft.fields["text"]
    assert draft.original is not None
    assert (draft.original.name, draft.original.data) == (name, (data / name).read_bytes())
    assert {"subject", "language"} <= {proposal.field for proposal in draft.proposals}


def test_one_file_can_be_read_without_keeping_a_reader(data: Path) -> None:
    (draft,) = read_file(data / "evil_names.eml")
    assert [file.name for file in draft.attachments] == ["evil.exe", "_con.txt", "agpj.exe"]


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker stands in for a slow file: which input is slow differs between Pythons."""
    asleep = (sys.executable, "-c", "import time; time.sleep(60)")
    with IsolatedReader(seconds=1.5) as reader:
        with monkeypatch.context() as slowed:
            slowed.setattr(isolation, "_COMMAND", asleep)
            refusal = refusal_of(reader, write(tmp_path / "slow.eml", b"From: a@x.iq\n\nx"))
        assert refusal.code == "file_takes_too_long"
        assert reader.read(data / "report_ar_utf8.txt")


def test_a_file_that_ends_the_reader_is_refused_and_the_next_one_read(
    reader: IsolatedReader, data: Path, tmp_path: Path
) -> None:
    refusal = refusal_of(reader, write(tmp_path / "deep.eml", DEEP))
    assert refusal.code == "file_stops_the_reader"
    assert reader.read(data / "report_ar_utf8.txt")


def test_a_file_that_needs_too_much_memory_is_refused_and_the_next_one_read(
    reader: IsolatedReader, data: Path, tmp_path: Path
) -> None:
    mail = b"From: a@x.iq\nContent-Type: text/plain; charset=utf-16\n\n" + b"\xd8\x00" * 40_000_000
    refusal = refusal_of(reader, write(tmp_path / "huge.eml", mail))
    assert refusal.code == "file_needs_too_much"
    assert reader.read(data / "report_ar_utf8.txt")


def test_each_kind_of_bad_file_gives_its_own_sentence(
    reader: IsolatedReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert refusal_of(reader, folder).code == "file_is_folder"
    assert refusal_of(reader, tmp_path / "none.txt").code == "file_absent"
    assert refusal_of(reader, write(tmp_path / "a.txt", b"")).code == "file_empty"
    assert refusal_of(reader, write(tmp_path / "b.docx", b"no zip")).code == "file_other_format"
    assert refusal_of(reader, write(tmp_path / "c.xls", b"x")).code == "format_save_as"
    assert refusal_of(reader, write(tmp_path / "d.xyz", b"x")).code == "format_unknown"
    assert (
        refusal_of(reader, write(tmp_path / "noextension", b"\x7fELF\2\1" + b"\0" * 90)).code
        == "file_not_text"
    )
    monkeypatch.setattr(isolation, "LARGEST_FILE", 10)
    assert refusal_of(reader, write(tmp_path / "e.txt", b"x" * 11)).code == "file_too_large"


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_without_waiting_for_it(reader: IsolatedReader, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal_of(reader, tmp_path / "pipe.txt").code == "file_unreadable"


def test_the_worker_is_told_no_secret_of_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTDESK_PASSPHRASE", "a secret")
    assert "a secret" not in isolation._environment().values()


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's limits")
def test_the_limits_lie_on_the_process_that_reads(reader: IsolatedReader, data: Path) -> None:
    import resource

    reader.read(data / "report_ar_utf8.txt")
    assert reader._process is not None
    memory = resource.prlimit(reader._process.pid, resource.RLIMIT_AS)
    written = resource.prlimit(reader._process.pid, resource.RLIMIT_FSIZE)
    assert (memory, written) == ((limits.MEMORY, limits.MEMORY), (0, 0))


def test_the_limits_for_windows_have_the_layout_that_windows_reads() -> None:
    laid = job_object.limits_of(limits.MEMORY)
    assert laid.ProcessMemoryLimit == limits.MEMORY
    assert laid.BasicLimitInformation.ActiveProcessLimit == 1
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(job_object.BasicLimits) == 64
        assert ctypes.sizeof(job_object.ExtendedLimits) == 144
        assert job_object.ExtendedLimits.ProcessMemoryLimit.offset == 112


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.__new__", (None, 2, 1, 0)),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.system", ("true",)),
        ("open", ("/tmp/x", "w", 0)),
        ("open", ("/tmp/x", "r+", 0)),
        ("open", ("/tmp/x", None, os.O_WRONLY | os.O_CREAT)),
    ],
)
def test_a_reader_may_not_connect_start_or_write(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(limits.Forbidden):
        limits._audit(event, arguments)


def test_a_reader_may_read_the_programs_own_files() -> None:
    assert limits._audit("open", (__file__, "r", 0)) is None


@pytest.mark.parametrize(
    "head",
    [
        {"refused": "no_such_code", "values": {"code": "x"}},
        {"refused": ["a"]},
        {"text": 1},
        {"text": "a", "proposals": [["subject"]], "attachments": []},
        {"text": "a", "proposals": [], "attachments": [["a", "b"]]},
    ],
)
def test_an_answer_of_another_shape_is_a_refusal_in_words(
    data: Path, monkeypatch: pytest.MonkeyPatch, head: dict[str, object]
) -> None:
    monkeypatch.setattr(wire, "receive", lambda _: (head, []))
    with IsolatedReader() as lied_to:
        refusal = refusal_of(lied_to, data / "report_ar_utf8.txt")
    assert refusal.code == "file_stops_the_reader"
    assert f"error.{refusal.code}" in terms()
