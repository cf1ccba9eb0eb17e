"""Key material that is overwritten, and a folder that is its owner's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.store.permissions import is_private
from ctdesk.store.secrets import bytes_of, raw_key, wiped
from tests.conftest import CHEAP, PASSPHRASE


def test_a_buffer_is_zeros_after_its_use_also_when_the_use_failed() -> None:
    key, other = bytearray(b"secret"), bytearray(b"more")
    with pytest.raises(IndexError), wiped(key, other):
        key[99] = 1
    assert key == bytes(6)
    assert other == bytes(4)


def test_a_key_is_written_as_the_engine_reads_it() -> None:
    key = bytes(range(32))
    assert raw_key(key) == f"x'{key.hex()}'".encode()


def test_a_passphrase_counts_in_one_unicode_form() -> None:
    assert bytes_of("e\u0301") == bytes_of("\u00e9")
    assert bytes_of(b"\x00\x01") == b"\x00\x01"


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_desk_is_readable_by_its_owner_alone_and_mended_when_opened(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    Desk.create(folder, PASSPHRASE, cost=CHEAP).close()
    assert is_private(folder)
    assert [p.name for p in folder.iterdir() if p.stat().st_mode & 0o077 and p.is_file()] == []
    folder.chmod(0o755)
    (folder / "ctdesk.db").chmod(0o644)
    assert not is_private(folder)
    Desk.open(folder, PASSPHRASE).close()
    assert is_private(folder)
    assert (folder / "ctdesk.db").stat().st_mode & 0o077 == 0
