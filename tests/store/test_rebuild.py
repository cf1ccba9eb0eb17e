"""An index that older rules made is made anew at the opening, wholly or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from ctdesk.domain.errors import StoreError
from ctdesk.domain.records import Document
from ctdesk.store import described
from ctdesk.store.rebuild import LEXEME, MENTION, VERSIONS, WORDS, behind
from ctdesk.store.store import Store
from tests.store.desk import PASS, Watch, filled, index_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a closed desk with 14 searched records."""
    filled(tmp_path / "desk").close()
    return tmp_path / "desk"


@contextmanager
def opened(folder: Path, watch: Watch | None = None) -> Iterator[Store]:
    store = Store.open(folder, PASS, progress=watch or Watch())
    try:
        yield store
    finally:
        store.close()


def aged(folder: Path, part: str, spoil: str = "") -> dict[str, list[tuple[object, ...]]]:
    """As if an older program had made that part; gives the index as it should be."""
    with opened(folder) as store:
        before = index_of(store)
        if spoil:
            store.read.connection.execute(spoil)
        store.read.connection.execute(
            "UPDATE index_state SET version = 'older' WHERE part = ?", (part,)
        )
    return before


def test_a_new_desk_has_a_whole_index_and_its_opening_says_nothing(folder: Path) -> None:
    watch = Watch()
    with opened(folder, watch) as store:
        assert behind(store.read.connection) == ()
    assert watch.told == []


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        (WORDS, "DELETE FROM lexeme WHERE df > 1"),
        (LEXEME, "UPDATE lexeme SET stem = 'wrong', root = 'wrong'"),
        (MENTION, "DELETE FROM mention"),
    ],
)
def test_a_part_made_by_older_rules_is_made_anew_at_the_opening(
    folder: Path, part: str, spoil: str
) -> None:
    before = aged(folder, part, spoil)
    watch = Watch()
    with opened(folder, watch) as store:
        assert index_of(store) == before
    assert {told[0] for told in watch.told} == {part}
    assert watch.told[-1][1] == watch.told[-1][2] > 0


def test_new_stems_leave_the_postings_alone(folder: Path) -> None:
    postings = "SELECT * FROM ft_data ORDER BY id"
    with opened(folder) as store:
        before = store.read.connection.execute(postings).fetchall()
    aged(folder, LEXEME)
    with opened(folder) as store:
        assert store.read.connection.execute(postings).fetchall() == before


@pytest.mark.parametrize("stop", [1, 2, 3, 5])
@pytest.mark.parametrize("part", [WORDS, LEXEME, MENTION])
def test_a_stopped_rebuild_never_calls_itself_whole(
    folder: Path, small_batches: None, part: str, stop: int
) -> None:
    before = aged(folder, part)
    # some parts are done before so many steps: then it is whole
    with suppress(StoreError), opened(folder, Watch(stop)) as store:
        assert index_of(store) == before
    with opened(folder) as store:
        assert index_of(store) == before
        assert store.verify().sound


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(described, "_BATCH", 3)


def test_an_opening_that_is_stopped_says_that_the_index_is_unfinished(folder: Path) -> None:
    aged(folder, WORDS)
    with pytest.raises(StoreError) as refused, opened(folder, Watch(1)):
        pass
    assert refused.value.code == "index_unfinished"


def test_a_rebuild_goes_on_where_it_was_stopped(folder: Path, small_batches: None) -> None:
    with opened(folder) as store:
        assert not store.rebuild_index(Watch(3))
        assert behind(store.read.connection) == (WORDS, LEXEME, MENTION)
        assert {fault.code for fault in store.verify().index} >= {"behind", "missing"}
    watch = Watch()
    with opened(folder, watch) as store:
        assert watch.told[0] == (WORDS, 6, 14)
        assert store.verify().sound


def test_a_rebuild_stopped_by_one_program_is_begun_anew_by_one_of_other_rules(
    folder: Path, small_batches: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder) as store:
        assert not store.rebuild_index(Watch(3))
    monkeypatch.setitem(VERSIONS, WORDS, "newer")
    watch = Watch()
    with opened(folder, watch) as store:
        assert watch.told[0] == (WORDS, 0, 14)
        assert store.verify().sound


def test_what_is_written_between_is_not_lost_to_a_rebuild(
    folder: Path, small_batches: None
) -> None:
    with opened(folder) as store:
        assert not store.rebuild_index(Watch(3))
        last = store.read.where(Document, order="uid")[-1]
        with store.act("register") as act:
            act.create(Document(kind="report", direction="incoming", subject="قيد بين بين"))
            act.update(Document, last.uid, subject="عنوان آخر")
    with opened(folder) as store:
        assert store.verify().sound


def test_a_killed_rebuild_is_finished_by_the_next_opening(folder: Path) -> None:
    with opened(folder) as store:
        before = index_of(store)
    script = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from ctdesk.store import described, index
        from ctdesk.store.store import Store
        from tests.store.desk import numbers_of
        described._BATCH = 3
        index.mention_keys = numbers_of
        store = Store.open(Path(sys.argv[1]), sys.argv[2])
        told = []
        def progress(*call):
            told.append(call)
            if len(told) == 3:
                os.kill(os.getpid(), 9)
            return True
        store.rebuild_index(progress)
        """
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), PASS],
        env={**os.environ, "PYTHONPATH": root},
        check=False,
    )
    assert done.returncode == -9
    with opened(folder) as store:
        assert index_of(store) == before
        assert store.verify().sound


def test_every_part_has_a_version() -> None:
    assert set(VERSIONS) == {WORDS, LEXEME, MENTION}
