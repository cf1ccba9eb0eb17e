"""Whatever happens on several desks, and whichever packs arrive when: in the end all are equal."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctdesk.store import changes
from tests.exchange.days import Days


@pytest.mark.parametrize(("seed", "desks"), [(1, 2), (2, 3), (4, 4)])
def test_desks_that_exchange_everything_become_equal_and_lose_nothing(
    tmp_path: Path, made: list[Path], seed: int, desks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = Days(tmp_path, made[:desks], seed)

    def clock(now: object) -> None:
        monkeypatch.setattr(changes.time, "time", now)

    days.pass_(60 - 8 * desks, clock)
    days.settle_down(clock)
    assert days.differing() == []
    assert all(desk.verify().sound for desk in days.desks)
    days.close()
