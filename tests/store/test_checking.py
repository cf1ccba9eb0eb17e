"""The check of the index finds every way in which it may differ from the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.domain.records import Action, Document, Dossier, Party
from ctdesk.domain.terms import LANGUAGES, terms
from ctdesk.store.index import DAY
from ctdesk.store.store import Store
from tests.store.desk import Watch, a_store, filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = filled(tmp_path / "desk")
    yield made
    made.close()


def faults(store: Store) -> dict[str, int]:
    return {fault.code: fault.count for fault in store.verify().index}


_ANY = "(SELECT uid FROM document ORDER BY uid LIMIT 1)"
_KEY = f"(SELECT fts_key FROM entry WHERE uid = {_ANY})"


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (f"DELETE FROM entry WHERE uid = {_ANY}", {"missing": 1, "postings": 1, "mention": 1}),
        (f"UPDATE entry SET title = 'other' WHERE uid = {_ANY}", {"card": 1}),
        (f"UPDATE entry SET year = 1999 WHERE uid = {_ANY}", {"card": 1}),
        (
            f"INSERT INTO entry (fts_key, tbl, uid) VALUES ({2 * DAY}, 'document', 'nobody')",
            {"stray": 1},
        ),
        (f"DELETE FROM ft WHERE rowid = {_KEY}", {"postings": 1, "words": 17}),
        ("INSERT INTO ft (rowid, body) VALUES (7, 'word3')", {"postings": 1, "words": 1}),
        ("UPDATE lexeme SET df = df + 1 WHERE term = 'word3'", {"words": 1}),
        ("DELETE FROM lexeme WHERE term = 'word3'", {"words": 1}),
        ("INSERT INTO lexeme VALUES ('zzz', 'zzz', '', 1)", {"words": 1}),
        ("UPDATE index_state SET whole = 0 WHERE part = 'lexeme'", {"behind": 1}),
        ("UPDATE index_state SET version = '0.0' WHERE part = 'words'", {"behind": 1}),
        (f"DELETE FROM mention WHERE source = {_ANY}", {"mention": 1}),
        ("INSERT INTO mention VALUES ('1538', 'nobody')", {"mention": 1}),
    ],
)
def test_a_difference_is_found_and_healed_by_a_rebuild(
    store: Store, spoil: str, found: dict[str, int]
) -> None:
    assert faults(store) == {}
    store.read.connection.execute(spoil)
    assert faults(store) == found
    assert store.rebuild_index()
    assert store.verify().sound


def test_a_word_that_stands_for_another_is_found(store: Store) -> None:
    (action,) = store.read.where(Action)
    card = "UPDATE entry SET title = 'ask those' WHERE uid = ?"
    store.read.connection.execute(card, (action.uid,))
    store.read.connection.execute("UPDATE action SET what = 'ask those'")
    assert faults(store) == {"texts": 1}


def test_damaged_postings_are_found(store: Store) -> None:
    store.read.connection.execute("DELETE FROM ft_data WHERE id > 10")
    assert "damaged" in faults(store)
    assert store.rebuild_index()
    assert store.verify().sound


def test_a_check_says_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    watch = Watch()
    assert not store.verify(watch).stopped
    assert ("index", 14, 14) in watch.told
    assert [part for part, done, total in watch.told if done == total][-1] == "backups"
    stopped = store.verify(lambda _part, _done, _total: False)
    assert stopped.stopped
    assert stopped.sound


def test_a_renamed_party_is_renamed_in_every_record_that_names_it(store: Store) -> None:
    (party,) = store.read.where(Party)
    with store.act("edit") as act:
        act.update(Party, party.uid, name_en="Stockholm")
    assert store.verify().sound
    counted = "SELECT df FROM lexeme WHERE term = ?"
    assert store.read.connection.execute(counted, ("stockholm",)).fetchone() == (14,)
    assert store.read.connection.execute(counted, ("oslo",)).fetchone() is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code",
    ["behind", "damaged", "missing", "stray", "card", "postings", "mention", "words", "texts"],
)
def test_every_fault_has_its_sentence(code: str, language: str) -> None:
    assert terms()(f"index_fault.{code}", language, count=3, example="x")  # type: ignore[arg-type]


TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="نفط oil ﷺﷲـ'.’ةىأ\u064b4/٧\0", max_size=30),
    st.integers(7_990, 40_000).map(lambda n: "word " + "ن" * n),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), TEXT, TEXT), max_size=6))
def test_whatever_is_written_and_rewritten_the_index_stays_in_step(
    acts: list[tuple[int, str, str]],
) -> None:
    with TemporaryDirectory() as folder:
        store = a_store(Path(folder) / "desk")
        with store.act("begin") as act:
            party = act.create(Party(name_en="Oslo")).uid
            kept = [
                act.create(Document(kind="report", text="نفط", sender=party)).uid for _ in range(3)
            ]
            act.create(Dossier(code="C1", parties=(party,)))
        for which, subject, text in acts:
            with store.act("edit") as act:
                if which == 3:
                    act.update(Party, party, name_ar=subject, spellings=(text,))
                else:
                    act.update(Document, kept[which], subject=subject, text=text)
        assert store.verify().index == ()
        store.close()
