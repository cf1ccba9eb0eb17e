"""Wrong tries: counted across starts, and what the count is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctdesk.store import tries


def test_each_wrong_try_makes_the_wait_longer_and_the_wait_runs_out(tmp_path: Path) -> None:
    waits = []
    for at in range(1, 12):
        tries.count_wrong(tmp_path, at=1000)
        waits.append(tries.so_far(tmp_path).pause_s(1000))
        assert tries.so_far(tmp_path).count == at
    assert waits == sorted(waits)
    assert waits[0] >= 1
    assert waits[-1] == 300
    assert tries.so_far(tmp_path).pause_s(1000 + 299) == 1
    assert tries.so_far(tmp_path).pause_s(1000 + 301) == 0


def test_a_clock_set_back_makes_nobody_wait_longer(tmp_path: Path) -> None:
    for _ in range(5):
        tries.count_wrong(tmp_path, at=2_000_000_000)
    kept = tries.so_far(tmp_path)
    assert kept.pause_s(1_000) == kept.pause_s(2_000_000_000)


def test_the_count_tells_words_from_passphrases_and_ends_with_the_next_opening(
    tmp_path: Path,
) -> None:
    tries.count_wrong(tmp_path, at=50)
    tries.count_wrong(tmp_path, recovery=True, at=60)
    tries.count_recovered(tmp_path)
    assert tries.so_far(tmp_path) == tries.Tries(2, 1, 50, 60, 1)
    tries.forget(tmp_path)
    assert tries.so_far(tmp_path) == tries.Tries()


@pytest.mark.parametrize("content", ["", "[]", '{"count": "x"}', '{"other": 1}', "\x00\xff"])
def test_a_count_that_was_tampered_with_counts_from_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / tries.NAME).write_text(content)
    assert tries.so_far(tmp_path) == tries.Tries()
    tries.count_wrong(tmp_path)
    assert tries.so_far(tmp_path).count == 1


def test_a_medium_that_cannot_be_written_keeps_no_count_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / tries.NAME).mkdir()
    tries.count_wrong(tmp_path)
    tries.forget(tmp_path)
    assert tries.so_far(tmp_path) == tries.Tries()
