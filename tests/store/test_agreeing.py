"""Records beside the history: all of them at a check, the latest at each opening."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ctdesk.domain.records import Document
from ctdesk.store import agreeing
from ctdesk.store.agreeing import disagreeing
from ctdesk.store.store import Store
from tests.store.desk import filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = filled(tmp_path / "desk")
    yield opened
    opened.close()


def altered(store: Store, count: int) -> list[str]:
    """Documents edited one after the other, of which the rows then say something else."""
    uids = [document.uid for document in store.read.where(Document)[:count]]
    for uid in uids:
        with store.act("edit") as act:
            act.update(Document, uid, their_number="new")
    store.read.connection.execute("UPDATE document SET their_number = 'old' WHERE their_number ="
                                  " 'new'")  # fmt: skip
    return uids


def test_at_an_opening_only_what_was_written_last_is_looked_at(store: Store) -> None:
    first, second, third = altered(store, 3)
    latest = disagreeing(store.read.connection, last=2)
    assert set(latest) == {("document", second), ("document", third)}
    assert ("document", first) in set(disagreeing(store.read.connection))


def test_however_many_records_the_last_entries_are_about_each_is_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreeing, "_MANY", 2)
    uids = altered(store, 5)
    assert set(disagreeing(store.read.connection, last=5)) == {("document", uid) for uid in uids}
