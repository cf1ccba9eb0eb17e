"""No word of the desk lies outside it, and a lock leaves none in the memory of the process.

The quick half of `tests.benchmarks.canaries` and `tests.benchmarks.memory_after_lock`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks import scanned
from tests.benchmarks.canaries import PASSPHRASE, Place, exported, tell, wait_for_lock


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_day_and_a_lock_leave_nothing_in_files_and_nothing_in_memory(tmp_path: Path) -> None:
    place = Place(tmp_path / "machine")
    place.make_desk()
    secrets = scanned.Wanted({word: scanned.forms(word) for word in (*place.canaries, PASSPHRASE)})
    process = place.begin()
    try:
        before = scanned.in_memory(process.pid, secrets) if os.geteuid() == 0 else None
        tell(process, "lock")
        wait_for_lock(process)
        assert scanned.in_files(place.searched, place.wanted) == {}
        assert scanned.in_open_files(process.pid, place.wanted, place.searched) == {}
        assert exported(place), "the search finds what is there"
        if before is not None:
            assert set(before) == {*place.canaries, PASSPHRASE}, "the search finds what is there"
            assert not scanned.in_memory(process.pid, secrets)
    finally:
        process.kill()
        process.wait()


def test_a_word_is_found_in_every_form_and_across_the_pieces_that_are_read() -> None:
    wanted = scanned.Wanted({"word": scanned.forms("كلمة")})
    for form in scanned.forms("كلمة"):
        whole = b"\0" * 100 + form + b"\0" * 100
        for cut in range(95, 115):
            assert wanted.count([whole[:cut], whole[cut:]]) == {"word": 1}
