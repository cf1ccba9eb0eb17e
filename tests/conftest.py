"""Desks to test on: one is made for the whole run, each test gets a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ctdesk.store import folder as store_folder
from ctdesk.store.vault import Cost

if TYPE_CHECKING:
    from ctdesk.desk import Desk, NewOfficer

PASSPHRASE = "ثلاث نخلات وجسر قديم"
CHEAP = Cost(memory_kib=1024, iterations=1, lanes=1)
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True, scope="session")
def _no_ballast() -> Iterator[None]:
    """64 MB a desk are of no use to a test."""
    keep = store_folder.BALLAST_BYTES
    store_folder.lay_ballast.__defaults__ = (4096,)
    yield
    store_folder.lay_ballast.__defaults__ = (keep,)


def _officer() -> NewOfficer:
    from ctdesk.desk import NewOfficer

    return NewOfficer(
        title_ar="مسؤول مكتب مكافحة الإرهاب", title_en="Counter-terrorism desk officer"
    )


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, _no_ballast: None) -> Path:
    """The folder of a closed sample desk; copy it, never open it."""
    from ctdesk.desk import Desk

    folder = tmp_path_factory.mktemp("sample") / "desk"
    Desk.create(
        folder, PASSPHRASE, _officer(), sample=True, cost=CHEAP, today=lambda: TODAY
    ).close()
    return folder


@pytest.fixture(scope="session")
def bare_folder(tmp_path_factory: pytest.TempPathFactory, _no_ballast: None) -> Path:
    """The folder of a closed desk without documents."""
    from ctdesk.desk import Desk

    folder = tmp_path_factory.mktemp("bare") / "desk"
    Desk.create(folder, PASSPHRASE, _officer(), cost=CHEAP, today=lambda: TODAY).close()
    return folder


@pytest.fixture
def open_copy(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Copies a desk's folder and opens the copy; closes it after the test."""
    from ctdesk.desk import Desk

    opened: list[Desk] = []

    def open_(folder: Path, name: str = "desk") -> Desk:
        shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("lock"))
        desk = Desk.open(tmp_path / name, PASSPHRASE, today=lambda: TODAY)
        opened.append(desk)
        return desk

    yield open_
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(sample_folder: Path, open_copy: Callable[..., Desk]) -> Desk:
    """A fresh copy of the sample desk, open."""
    return open_copy(sample_folder)


@pytest.fixture
def bare_desk(bare_folder: Path, open_copy: Callable[..., Desk]) -> Desk:
    """A fresh desk without documents, open."""
    return open_copy(bare_folder)
