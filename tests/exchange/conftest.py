"""Desks that trust each other, cheaply: made once, each test gets copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from tests.exchange.days import templates
from tests.exchange.desks import desks_of


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, _no_ballast: None) -> list[Path]:
    """Folders of closed desks: the main one and three laptops."""
    return templates(tmp_path_factory.mktemp("templates"), 4)


@pytest.fixture
def some_desks(tmp_path: Path, made: list[Path]) -> Iterator[Callable[[int], list[Desk]]]:
    """So many desks, open; the first is the main desk."""
    opened: list[Desk] = []

    def open_(count: int) -> list[Desk]:
        opened.extend(desks_of(tmp_path, made[:count]))
        return opened

    yield open_
    for desk in opened:
        desk.close()


@pytest.fixture
def two(some_desks: Callable[[int], list[Desk]]) -> list[Desk]:
    """The main desk and a laptop."""
    return some_desks(2)
