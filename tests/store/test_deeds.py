"""The acts of officers as rows beside the two logs, whoever writes to these."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ctdesk.domain.records import Dossier, Party
from ctdesk.store import changes, following, schema_9
from ctdesk.store.deeds import Deed, Deeds, Wanted
from ctdesk.store.store import Store
from tests.store.desk import a_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = a_store(tmp_path / "desk")
    yield store
    store.close()


def party(store: Store, act: str, officer: str = "o1", count: int = 1) -> str:
    with store.act(act, officer) as writing:
        uids = [
            writing.create(Party(kind="mission", name_en=f"{act} {n}")).uid for n in range(count)
        ]
    return uids[0]


def all_of(store: Store, **wanted: Any) -> list[Deed]:
    return Deeds(store.read.connection).page(Wanted(**wanted), limit=1000)


def test_everything_that_one_act_enters_is_one_row(store: Store) -> None:
    with store.act("add", "o1") as act:
        uid = act.create(Dossier(code="C1", kind="committee")).uid
        act.update(Dossier, uid, title_en="Joint")
        act.note("looked", uid=uid)
        act.seal("sealed", uid=uid)
    (deed,) = all_of(store)
    assert (deed.act, deed.officer, deed.changes) == ("add", "o1", 2)
    assert [note.act for note in Deeds(store.read.connection).notes(deed)] == ["looked", "sealed"]


def test_acts_of_one_name_within_one_millisecond_stay_apart(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes.time, "time", lambda: 1_800_000_000.0)
    for _ in range(5):
        party(store, "add", count=3)
    assert [deed.changes for deed in all_of(store)] == [3] * 5


def test_acts_stay_apart_when_the_clock_is_set_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds in (1_800_000_000.0, 1_700_000_000.0, 1_600_000_000.0):
        monkeypatch.setattr(changes.time, "time", lambda seconds=seconds: seconds)
        party(store, "add")
        with store.act("looked", "o1") as act:
            act.note("looked")
    assert [deed.act for deed in all_of(store)] == ["looked", "add"] * 3


def test_an_act_that_is_not_kept_leaves_no_row(store: Store) -> None:
    with suppress(ZeroDivisionError), store.act("add", "o1") as act:
        act.create(Party(kind="mission"))
        act.note("looked")
        raise ZeroDivisionError
    assert all_of(store) == []


def test_pages_follow_each_other_without_gap_or_double(store: Store) -> None:
    for n in range(23):
        party(store, "add" if n % 3 else "edit", "o1" if n % 2 else "o2")
    deeds = Deeds(store.read.connection)
    for wanted in (Wanted(), Wanted(officer="o1"), Wanted(acts=("edit", "add")), Wanted("o2")):
        paged, before = [], None
        while page := deeds.page(wanted, before, 4):
            paged += page
            before = page[-1].key
        assert paged == deeds.page(wanted, None, 1000)
        assert paged == sorted(paged, key=lambda deed: deed.key, reverse=True)
        assert paged == list(deeds.every(wanted, 1000))


def test_a_record_has_the_acts_that_wrote_it_and_those_that_noted_it(store: Store) -> None:
    mine = party(store, "add")
    party(store, "other")
    with store.act("looked", "o1") as act:
        act.note("looked", uid=mine)
    with store.act("file", "o1") as act:
        act.note("file", attachment=mine)
    assert [deed.act for deed in all_of(store, records=(mine,))] == ["file", "looked", "add"]


def test_a_change_says_what_it_replaced_also_after_a_new_record(store: Store) -> None:
    uid = party(store, "add")
    with store.act("edit") as act:
        act.update(Party, uid, name_en="Oslo", name_ar="أوسلو")
    changed = Deeds(store.read.connection).changes(all_of(store)[0], 10)
    assert [(c.field, c.before, c.after) for c in changed] == [
        ("name_en", "add 0", "Oslo"),
        ("name_ar", "", "أوسلو"),
    ]


def test_a_desk_of_an_older_program_gets_the_rows_of_all_that_was_done(store: Store) -> None:
    """Its notes carry no clock: each is an act of its own, and none falls on another's row."""
    connection = store.read.connection
    party(store, "add", count=2)
    old = changes.canonical({"slot": "officer-1"})
    for seq in (901, 902):
        connection.execute(
            "INSERT INTO act VALUES ('old', ?, '2026-01-01T08:00:00Z', 'o1', 'unlock', ?, x'00')",
            (seq, old),
        )
    before = connection.execute("SELECT * FROM deed ORDER BY clock, device").fetchall()
    for statement in reversed(schema_9.DEEDS):
        verb, kind, name, *_ = statement.split()
        if verb == "CREATE":
            connection.execute(f"DROP {kind} {name}")
    for statement in schema_9.DEEDS:
        connection.execute(statement)
    assert connection.execute("SELECT * FROM deed ORDER BY clock, device").fetchall() == before
    assert [deed.act for deed in all_of(store)] == ["add", "unlock", "unlock"]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ({}, "PRIMARY KEY"),
        ({"officer": "o1"}, "deed_of_officer (officer=?"),
        ({"acts": ("void",)}, "deed_of_act (act=?"),
        ({"officer": "o1", "acts": ("void",)}, "deed_of_both (officer=? AND act=?"),
        ({"device": "d"}, "deed_of_device (device=?"),
        ({"since": 5, "until": 9}, "PRIMARY KEY"),
        ({"records": ("x",)}, "change_of_row (row_id=?"),
        ({"records": ("x",)}, "act_named ("),
    ],
)
def test_every_question_is_answered_by_an_index(
    store: Store, wanted: dict[str, Any], index: str
) -> None:
    asked: list[str] = []

    class Planned:
        def execute(self, query: str, values: tuple[Any, ...]) -> Any:
            plan = store.read.connection.execute("EXPLAIN QUERY PLAN " + query, values)
            asked.extend(row[3] for row in plan.fetchall())
            return store.read.connection.execute(query, values)

    Deeds(Planned()).page(Wanted(**wanted), ("9", "d"))  # type: ignore[arg-type]
    assert any(index in step for step in asked), asked
    if "records" not in wanted:
        assert not any("TEMP B-TREE" in step for step in asked), asked


def test_an_entry_of_any_characters_follows_from_the_one_before(store: Store) -> None:
    """The engine writes some characters otherwise than we do: such an entry is no break."""
    odd = "".join(map(chr, [*range(1, 0x20), 0x22, 0x5C, 0x7F, 0x80, 0x2028, 0xFFFF, 0x1F600]))
    with store.act("add", odd) as act:
        act.create(Party(kind="mission", name_en=odd, name_ar="\u0000 null"))
        act.note("odd", uid=odd)
    assert following.verify_chains(store.read.connection) == []
    store.read.connection.execute("DROP TRIGGER change_update")
    store.read.connection.execute("UPDATE change SET officer = officer || '.'")
    assert [b.seq for b in following.verify_chains(store.read.connection)] == [1]
