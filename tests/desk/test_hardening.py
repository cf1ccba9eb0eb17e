"""A process that holds a key leaves no picture of its memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


def _said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    return done.stdout.strip() + done.stderr.strip()


def test_the_program_writes_no_core_and_nor_does_what_it_starts() -> None:
    program = (
        "import resource, subprocess, sys\n"
        "from ctdesk.desk.hardening import harden, hardened\n"
        "harden()\n"
        "print(hardened(), resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
        "subprocess.run(['sh', '-c', 'ulimit -c'])\n"
    )
    assert _said(program).split("\n") == ["True (0, 0)", "0"]


def test_a_process_that_asked_for_nothing_is_not_called_hardened() -> None:
    program = "import resource\nfrom ctdesk.desk.hardening import hardened\nprint(hardened())\n"
    assert _said(program) == "False"


def test_a_desk_opens_and_reads_files_in_a_hardened_process() -> None:
    program = (
        "import tempfile, pathlib\n"
        "from ctdesk.desk import Desk\n"
        "from ctdesk.desk.hardening import harden\n"
        "from ctdesk.store.vault import Cost\n"
        "harden()\n"
        "with tempfile.TemporaryDirectory() as scratch:\n"
        "    folder = pathlib.Path(scratch)\n"
        "    desk = Desk.create(folder / 'desk', 'four words of mine', cost=Cost(1024, 1, 1))\n"
        "    (folder / 'a.txt').write_text('From: London\\n\\nText', encoding='utf-8')\n"
        "    print(desk.incoming.take([folder / 'a.txt']).taken and desk.incoming.read_waiting())\n"
        "    desk.close()\n"
    )
    assert "1" in _said(program)
