"""The README's two commands: what they decide, say and refuse, without a network or a package."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from installer import (
    acts,
    bootstrap,
    checks,
    lock_file,
    packages,
    program,
    system_libraries,
    translations,
    virtual_environment,
)
from installer.place import Place, environment
from installer.refusal import Refusal

PROJECT = Path(__file__).resolve().parents[1]

LOCK = """\
alpha==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:ab
pip==26.3 \\
    --hash=sha256:bb
winonly==2.1 ; sys_platform == 'win32' \\
    --hash=sha256:cc
"""
PYPROJECT = """\
[build-system]
requires = ["hatchling"]
[project]
name = "ctdesk"
[tool.ruff]
line-length = 100
"""

starts_a_script = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A project with a lock and nothing made yet, as on Linux."""
    (tmp_path / "installer").mkdir()
    (tmp_path / "installer" / "lock.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return Place(tmp_path, windows=False)


def stand(place: Place) -> None:
    """A finished environment as the bootstrap leaves it, its Python being the one that tests."""
    place.python.parent.mkdir(parents=True, exist_ok=True)
    # Not a link: through one, Python would not find the pip of the environment that tests.
    place.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    place.python.chmod(0o755)
    place.script("ctdesk").touch()
    virtual_environment.stamp_of(place).write(place.stamp)


# --- the commands and the Python that runs them


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_a_python_that_does_not_fit_is_refused_in_one_sentence_with_a_way_out(version):
    sentence = bootstrap.python_refusal(version)
    assert f"this is Python {version[0]}.{version[1]}" in sentence
    assert "Nothing was changed" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_pythons_we_ship_to_are_accepted(version):
    assert bootstrap.python_refusal(version) == ""


def test_a_suitable_python_on_the_path_is_named(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        bootstrap.shutil, "which", lambda name: "/usr/bin/x" if name == "python3.12" else None
    )
    assert "python3.12 installer/bootstrap.py" in bootstrap.python_refusal((3, 9))


@pytest.mark.parametrize("argv", [[], ["fly"], ["run", "test"], ["--quick"]])
def test_anything_but_the_three_commands_is_a_usage_error(argv, capsys):
    with pytest.raises(SystemExit) as left:
        bootstrap.arguments(argv)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["run", "test", "install"])
def test_each_command_is_understood(name):
    assert bootstrap.arguments([name]).command == name


def test_a_refusal_is_told_without_a_traceback_and_exits_with_one(monkeypatch, capsys):
    def refuse(*_: object) -> int:
        raise Refusal("The disk is full.")

    monkeypatch.setattr(acts, "act", refuse)
    assert bootstrap.main(["install"]) == 1
    assert capsys.readouterr().err.strip() == "The disk is full."


def test_bootstrap_itself_can_be_read_by_an_old_python():
    source = (PROJECT / "installer" / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))


def test_the_installer_needs_nothing_beyond_the_standard_library():
    """Run with -I -S: no site-packages, as on the bare machine before anything is installed."""
    names = [file.stem for file in (PROJECT / "installer").glob("*.py") if file.stem != "__init__"]
    code = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from installer import " + ", ".join(
        names
    )
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


# --- the stamp


def test_a_finished_environment_is_left_alone(place):
    stand(place)
    built: list[Place] = []
    assert virtual_environment.prepare(place, built.append) is False
    assert built == []


def test_a_missing_environment_is_made(place):
    def build(where: Place) -> None:
        stand(where)

    assert virtual_environment.prepare(place, build) is True
    assert virtual_environment.is_ready(place)


@starts_a_script
@pytest.mark.parametrize("file", ["installer/lock.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_asks_for_an_installation(place, file):
    stand(place)
    path = place.project / file
    path.write_text(path.read_text(encoding="utf-8").replace("alpha==1.0", "alpha==1.1"))
    path.write_text(path.read_text(encoding="utf-8").replace('["hatchling"]', '["hatchling>=1"]'))
    assert not virtual_environment.is_ready(place)
    assert virtual_environment.can_be_brought_up_to_date(place)


def test_a_setting_of_the_linter_asks_for_nothing(place):
    stand(place)
    pyproject = place.project / "pyproject.toml"
    pyproject.write_text(PYPROJECT.replace("100", "90"), encoding="utf-8")
    assert virtual_environment.is_ready(place)


def test_line_endings_of_the_checkout_ask_for_nothing(place):
    stand(place)
    place.lock.write_bytes(LOCK.replace("\n", "\r\n").encode())
    assert virtual_environment.is_ready(place)


def test_an_interrupted_environment_is_neither_used_nor_built_on(place):
    stand(place)
    place.unfinished.touch()
    assert not virtual_environment.is_ready(place)
    assert not virtual_environment.can_be_brought_up_to_date(place)


def test_an_environment_of_another_python_is_made_anew(place):
    stand(place)
    made = virtual_environment.stamp_of(place)
    replace(made, python="cpython-310 linux x86_64").write(place.stamp)
    assert not virtual_environment.is_ready(place)
    assert not virtual_environment.can_be_brought_up_to_date(place)


def test_an_environment_that_was_moved_is_made_anew(place):
    stand(place)
    made = virtual_environment.stamp_of(place)
    replace(made, path="/elsewhere/.venv").write(place.stamp)
    assert not virtual_environment.is_ready(place)
    assert not virtual_environment.can_be_brought_up_to_date(place)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"python": 1}', "null"])
def test_an_unreadable_stamp_counts_as_none(place, content):
    stand(place)
    place.stamp.write_text(content, encoding="utf-8")
    assert not virtual_environment.is_ready(place)


def test_an_environment_whose_python_is_gone_is_not_ready(place):
    stand(place)
    place.python.unlink()
    place.python.symlink_to(place.project / "removed")
    assert not virtual_environment.is_ready(place)
    assert not virtual_environment.can_be_brought_up_to_date(place)


@starts_a_script
def test_a_developers_own_environment_is_built_on(place):
    stand(place)
    place.stamp.unlink()
    assert virtual_environment.can_be_brought_up_to_date(place)


def test_an_installation_that_fails_leaves_no_stamp_but_the_mark_of_the_unfinished(
    place, monkeypatch
):
    stand(place)
    place.lock.write_text(LOCK + "beta==1 \\\n    --hash=sha256:dd\n", encoding="utf-8")

    def fail(_: Place) -> None:
        raise Refusal("no network")

    monkeypatch.setattr(packages, "install_all", fail)
    with pytest.raises(Refusal):
        virtual_environment.prepare(place)
    assert not place.stamp.exists()
    assert place.unfinished.exists()


def test_a_second_start_waits_for_the_first_and_finds_its_work_done(place):
    builds: list[str] = []
    inside, go_on = threading.Event(), threading.Event()

    def build(where: Place) -> None:
        builds.append(threading.current_thread().name)
        inside.set()
        assert go_on.wait(10)
        stand(where)

    first = threading.Thread(target=virtual_environment.prepare, args=(place, build))
    second = threading.Thread(target=virtual_environment.prepare, args=(place, build))
    first.start()
    assert inside.wait(10)
    second.start()
    go_on.set()
    first.join(10)
    second.join(10)
    assert len(builds) == 1


# --- where things lie


def test_windows_has_its_programs_in_scripts(tmp_path):
    place = Place(tmp_path, windows=True)
    assert place.script("ctdesk") == tmp_path / ".venv" / "Scripts" / "ctdesk.exe"
    assert place.python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert place.site_packages == tmp_path / ".venv" / "Lib" / "site-packages"


def test_a_path_too_long_for_windows_is_refused_before_anything_is_made(place, monkeypatch):
    monkeypatch.setattr(virtual_environment, "_long_paths_allowed", lambda: False)
    deep = Place(place.project / ("x" * 120), windows=True)
    monkeypatch.setattr(virtual_environment, "is_ready", lambda _: False)
    with pytest.raises(Refusal, match="too long for Windows"):
        virtual_environment.prepare(deep, stand)
    assert not deep.project.exists()


def test_a_path_with_arabic_letters_is_computed_rather_than_written_down(place):
    pointer = place.site_packages / "_editable_impl_ctdesk.pth"
    pointer.parent.mkdir(parents=True)
    pointer.write_text("C:\\Users\\مكتب\\CTDesk", encoding="utf-8")
    packages.write_path_without_letters(place)
    assert pointer.read_bytes().isascii()
    assert "sys.prefix" in pointer.read_text(encoding="ascii")


def test_what_would_lead_pip_out_of_the_environment_is_not_handed_on(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_CERT", "/etc/own.pem")
    handed_on = environment(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONPATH" not in handed_on
    assert "PIP_USER" not in handed_on
    assert handed_on["PIP_CERT"] == "/etc/own.pem"
    assert handed_on["QT_QPA_PLATFORM"] == "offscreen"


# --- the lock


def test_the_lock_is_read_with_its_markers_and_hashes():
    assert lock_file.packages(LOCK) == {"alpha": "1.0", "pip": "26.3", "winonly": "2.1"}
    assert lock_file.entry(LOCK, "alpha").count("--hash=") == 2
    assert lock_file.entry(LOCK, "pip") == "pip==26.3 \\\n    --hash=sha256:bb\n"
    with pytest.raises(KeyError):
        lock_file.entry(LOCK, "beta")


def test_our_lock_holds_pip_and_what_builds_the_project_and_names_no_host():
    lock = (PROJECT / "installer" / "lock.txt").read_text(encoding="utf-8")
    held = lock_file.packages(lock)
    assert {"pip", "hatchling", "editables", "pyside6-essentials", "ruff", "mypy"} <= held.keys()
    assert "://" not in lock
    assert "--index" not in lock
    for name in held:
        assert "--hash=sha256:" in lock_file.entry(lock, name)


def test_every_dependency_of_the_project_is_in_the_lock():
    lock = (PROJECT / "installer" / "lock.txt").read_text(encoding="utf-8")
    described = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = described["project"]["dependencies"] + [
        line for extra in described["project"]["optional-dependencies"].values() for line in extra
    ]
    names = {line.split(">")[0].split("=")[0].split("<")[0].strip().lower() for line in wanted}
    assert names <= lock_file.packages(lock).keys()


# --- pip


def test_a_wheelhouse_is_used_instead_of_the_network(place):
    assert "--no-index" not in packages.source_arguments(place)
    place.wheelhouse.mkdir()
    assert packages.source_arguments(place) == [
        "--no-index",
        "--find-links",
        str(place.wheelhouse),
    ]


def test_every_package_is_installed_by_hash_and_from_wheels_only(place, monkeypatch):
    commands: list[list[str]] = []

    def keep(command, *_):
        commands.append(command)
        return 0, ""

    monkeypatch.setattr(packages, "run_logged", keep)
    place.venv.mkdir()
    packages.install_all(place)
    pip_itself, locked, project = commands
    for command in (pip_itself, locked):
        assert "--require-hashes" in command
        assert command[command.index("--only-binary") + 1] == ":all:"
    assert locked[-1] == str(place.lock)
    assert "--no-build-isolation" in project
    assert "--no-deps" in project


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "was refused"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying NewConnectionError\nERROR: No matching distribution", "wheelhouse"),
        ("ERROR: something else", "could not install"),
    ],
)
def test_a_failed_pip_is_explained(place, output, told):
    sentence = packages.pip_refusal(output, place)
    assert told in sentence
    assert "ERROR" in sentence
    assert str(place.log) in sentence


def test_an_incomplete_wheelhouse_is_not_blamed_on_the_network(place):
    place.wheelhouse.mkdir()
    sentence = packages.pip_refusal("ERROR: No matching distribution found for alpha", place)
    assert "wheelhouse/ does not hold all packages" in sentence
    assert "index" not in sentence.split("\n")[0]


# --- Qt's system libraries


def test_only_what_does_not_load_is_asked_for():
    lacking = {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert system_libraries.missing_packages(False, lambda name: name not in lacking) == ["libegl1"]
    assert system_libraries.missing_packages(True, lambda name: name not in lacking) == [
        "libegl1",
        "libxcb-cursor0",
    ]
    assert system_libraries.missing_packages(True, lambda _: True) == []


def test_a_library_that_is_nowhere_does_not_load():
    assert not system_libraries.loads("libnowhere-ctdesk.so.0")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux loads libraries by name")
def test_without_rights_the_one_line_that_would_install_is_told(place, monkeypatch):
    monkeypatch.setattr(system_libraries, "missing_packages", lambda _: ["libegl1"])
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    with pytest.raises(Refusal) as refused:
        system_libraries.provide_system_libraries(place, display=False)
    lines = str(refused.value).splitlines()
    assert lines[-1].strip().startswith("sudo apt-get update && sudo apt-get install -y")
    assert lines[-1].endswith(" libegl1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt-get is Debian's")
def test_as_root_only_the_missing_packages_are_installed_after_an_update(place, monkeypatch):
    missing = [["libegl1", "libgl1"], []]
    commands: list[list[str]] = []

    def keep(command, _log, variables):
        commands.append(command)
        assert variables["DEBIAN_FRONTEND"] == "noninteractive"
        return 0, ""

    monkeypatch.setattr(system_libraries, "missing_packages", lambda _: missing.pop(0))
    monkeypatch.setattr(system_libraries, "may_install", lambda: True)
    monkeypatch.setattr(system_libraries, "run_logged", keep)
    system_libraries.provide_system_libraries(place, display=False)
    update, install = commands
    assert update[-1] == "update"
    assert install[-2:] == ["libegl1", "libgl1"]


def test_an_apt_that_fails_is_quoted_with_the_line_for_later(place, monkeypatch):
    monkeypatch.setattr(
        system_libraries, "run_logged", lambda *_: (100, "E: Unable to fetch some archives\n")
    )
    with pytest.raises(Refusal, match="Unable to fetch") as refused:
        system_libraries.install_packages(["libegl1"], place)
    assert "apt-get install" in str(refused.value).splitlines()[-1]


def test_a_python_without_ensurepip_gets_its_package_named(place, monkeypatch):
    monkeypatch.setattr(virtual_environment, "_has_venv_module", lambda: False)
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    with pytest.raises(Refusal, match=r"apt-get install .* python3\.\d+-venv"):
        virtual_environment.prepare(place)
    assert not place.venv.exists()


# --- run and test


@pytest.mark.parametrize(
    ("variables", "system", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "win32", True),
    ],
)
def test_a_display_is_known_by_its_variables_and_always_there_on_windows(variables, system, shown):
    assert acts.has_display(variables, system) is shown


def test_an_interrupted_sample_desk_is_never_opened(place, monkeypatch):
    """The second start makes it again and opens it only when it is whole."""
    started: list[list[str]] = []
    codes = [1, 0, 0]

    def pretend(command, **_):
        started.append(command[1:])
        if "init" in command:
            Path(command[2]).mkdir(parents=True)
        return subprocess.CompletedProcess(command, codes.pop(0))

    monkeypatch.setattr(acts.subprocess, "run", pretend)
    assert acts.open_window(place) == 1
    assert not (place.demo / "desk").exists()
    assert acts.open_window(place) == 0
    assert started[-1] == ["--store", str(place.demo / "desk")]
    assert (place.demo / "desk").is_dir()


def test_a_day_without_a_display_names_the_memos_and_pictures(place, monkeypatch, capsys):
    def pretend(command, *, env, **_):
        assert command[1:] == ["demo", "--out", str(place.demo)]
        assert env["QT_QPA_PLATFORM"] == "offscreen"
        place.demo.mkdir()
        (place.demo / "opinion-ar.docx").touch()
        (place.demo / "documents.png").touch()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(acts.subprocess, "run", pretend)
    assert acts.do_a_day(place) == 0
    told = capsys.readouterr().out
    assert str(place.demo / "opinion-ar.docx") in told
    assert str(place.demo / "documents.png") in told


def test_a_day_that_leaves_no_memo_is_a_failure(place, monkeypatch):
    monkeypatch.setattr(
        acts.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0)
    )
    with pytest.raises(Refusal, match="no memo"):
        acts.do_a_day(place)


def test_all_checks_run_and_one_failure_fails_the_whole(capsys):
    ran: list[str] = []

    def check(name: str, holds: bool) -> checks.Check:
        return checks.Check(name, lambda: (ran.append(name), holds)[1])

    assert checks.run_checks([check("a", True), check("b", False), check("c", True)]) == 1
    assert ran == ["a", "b", "c"]
    assert "FAILED  b" in capsys.readouterr().out
    assert checks.run_checks([check("a", True)]) == 0


def test_the_ci_runs_the_test_command_and_nothing_else():
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    acting = [line for line in script if line and not line.startswith(("#", "set ", "cd "))]
    assert acting == ["exec python3 installer/bootstrap.py test"]
    assert os.name == "nt" or os.access(PROJECT / ".ci" / "run", os.X_OK)


def test_a_translation_is_compiled_when_it_is_newer_and_not_otherwise(place):
    place.translations.mkdir()
    source = place.translations / "ctdesk_ar.ts"
    source.write_text("<TS/>", encoding="utf-8")
    assert translations.outdated(place) == [source]
    compiled = source.with_suffix(".qm")
    compiled.touch()
    os.utime(source, (1_000_000, 1_000_000))
    assert translations.outdated(place) == []
    os.utime(compiled, (999_000, 999_000))
    assert translations.outdated(place) == [source]


def test_unfinished_phrases_are_found_and_vanished_ones_are_not(tmp_path):
    file = tmp_path / "x.ts"
    file.write_text(
        "<TS><context>"
        "<message><source>Done</source><translation>تم</translation></message>"
        '<message><source>Open</source><translation type="unfinished"/></message>'
        '<message><source>Old</source><translation type="vanished">قديم</translation></message>'
        "</context></TS>",
        encoding="utf-8",
    )
    assert translations.unfinished(file) == ["Open"]


def test_a_programs_output_lies_in_the_log_and_its_exit_code_comes_back(tmp_path):
    log = tmp_path / "build" / "x.log"
    seen: list[str] = []
    code, output = program.run_logged(
        [sys.executable, "-c", "print('مرحبا'); raise SystemExit(3)"],
        log,
        environment(PYTHONUTF8="1"),
        seen.append,
    )
    assert code == 3
    assert output.strip() == "مرحبا"
    assert "مرحبا" in log.read_text(encoding="utf-8")
    assert seen == [output]
