"""The search index of a desk is brought up on a worker, and made anew when asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctdesk.desk import Desk
from ctdesk.domain.errors import StoreError
from ctdesk.store.store import Store
from tests.conftest import PASSPHRASE
from tests.store.desk import Watch


@pytest.fixture
def aged(bare_folder: Path, tmp_path: Path) -> Path:
    """The folder of a closed desk whose index is of older rules."""
    folder = tmp_path / "desk"
    shutil.copytree(bare_folder, folder, ignore=shutil.ignore_patterns("lock"))
    store = Store.open(folder, PASSPHRASE)
    store.read.connection.execute("UPDATE index_state SET version = '0'")
    store.close()
    return folder


def test_what_a_worker_brought_up_is_opened_without_more_work(aged: Path) -> None:
    unlocked = Desk.unlock(aged, PASSPHRASE)
    with pytest.raises(StoreError) as refused:
        Desk.bring_up(aged, unlocked, Watch(1))
    assert refused.value.code == "index_unfinished"
    first, second = Watch(), Watch()
    Desk.bring_up(aged, unlocked, first)
    Desk.open_unlocked(aged, unlocked, progress=second).close()
    assert {part for part, _, _ in first.told} == {"words"}
    assert second.told == []


def test_an_index_made_anew_finds_what_the_old_one_found(desk: Desk) -> None:
    before = [row.uid for row in desk.documents.list("الارهاب").rows]
    watch = Watch()
    desk.rebuild_index(watch)
    assert [row.uid for row in desk.documents.list("الارهاب").rows] == before
    assert before
    assert watch.told[-1][1] == watch.told[-1][2]
    assert desk.verify().sound
