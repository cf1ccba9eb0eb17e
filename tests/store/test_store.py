"""The store: one act is one transaction, nothing is readable, nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctdesk.domain.errors import StoreError
from ctdesk.domain.fields import fields_of
from ctdesk.domain.records import RECORDS, Attachment, Document, Party
from ctdesk.store.backup import Backup
from ctdesk.store.changes import next_clock
from ctdesk.store.driver import DatabaseError
from ctdesk.store.opening import DATABASE
from ctdesk.store.rows import columns
from ctdesk.store.store import Store
from ctdesk.store.vault import Cost

CHEAP = Cost(1024, 1, 1)
PASS = "four words of mine"
SECRET = "كلمةسرّيةفريدةجداً"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "desk", PASS, cost=CHEAP)
    yield made
    made.close()


def a_report(**fields: object) -> Document:
    return Document(
        **{"kind": "report", "direction": "incoming", "subject": "تمويل الإرهاب"} | fields
    )  # type: ignore[arg-type]


def register(store: Store, **fields: object) -> Document:
    with store.act("register", "officer") as act:
        return act.create(a_report(**fields))


@pytest.mark.parametrize("table", RECORDS)
def test_the_tables_hold_exactly_the_described_fields(store: Store, table: str) -> None:
    rows = store.read.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    assert {row[1] for row in rows} == set(columns(RECORDS[table]))


def test_a_record_comes_back_as_it_was_written(store: Store) -> None:
    with store.act("register", "officer") as act:
        written = act.create(
            a_report(text="نص طويل\nبسطرين", topics=("CTFN", "SANC"), register_seq=7)
        )
    assert store.read.get(Document, written.uid) == written


def test_an_act_that_fails_keeps_nothing(store: Store) -> None:
    def fail_after_writing() -> None:
        with store.act("register", "officer") as act:
            act.create(a_report())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()
    assert store.read.count(Document) == 0
    assert not store.read.connection.in_transaction
    assert store.read.connection.execute("SELECT count(*) FROM change").fetchone() == (0,)
    assert store.verify().sound


def test_a_change_is_logged_with_what_it_replaced(store: Store) -> None:
    document = register(store)
    with store.act("edit", "officer") as act:
        act.update(Document, document.uid, subject="تجميد الأموال", urgency="urgent")
    with store.act("edit", "officer") as act:
        act.update(Document, document.uid, subject="تجميد الأموال")
    entries = store.read.log_of(document.uid)
    assert [(e.field, e.before, e.after) for e in entries[1:]] == [
        ("subject", "تمويل الإرهاب", "تجميد الأموال"),
        ("urgency", "", "urgent"),
    ]
    rows = store.read.connection.execute("SELECT base FROM change WHERE field = 'subject'")
    assert rows.fetchone()[0].endswith("/1")


def test_long_texts_lie_once(store: Store) -> None:
    for _ in range(3):
        register(store, text="نص واحد طويل")
    assert store.read.connection.execute("SELECT count(*) FROM body").fetchone() == (1,)


def test_a_wrong_passphrase_and_a_second_program_are_told_apart(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "desk", PASS, cost=CHEAP)
    for passphrase, code in (("wrong", "wrong_passphrase"), (PASS, "store_open_elsewhere")):
        with pytest.raises(StoreError) as refused:
            Store.open(tmp_path / "desk", passphrase)
        assert refused.value.code == code
    store.close()
    Store.open(tmp_path / "desk", PASS).close()


def test_a_desk_is_never_made_over_another(store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        Store.create(store.folder, PASS, cost=CHEAP)
    assert refused.value.code == "desk_exists"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda p: p.write_bytes(b"not a database at all" * 500), "store_damaged"),
        (lambda p: p.write_bytes(b""), "store_damaged"),
        (lambda p: p.unlink(), "database_missing"),
        (lambda p: p.write_bytes(b"\0" * 16 + p.read_bytes()[16:]), "store_damaged"),
    ],
    ids=["foreign", "empty", "missing", "damaged header"],
)
def test_a_damaged_database_is_told_from_a_wrong_passphrase_and_not_touched(
    store: Store, spoil: Callable[[Path], object], code: str
) -> None:
    register(store)
    store.close()
    path = store.folder / DATABASE
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(StoreError) as refused:
        Store.open(store.folder, PASS)
    assert refused.value.code == code
    assert (path.read_bytes() if path.exists() else None) == before
    store._db = Store.create(store.folder.parent / "other", PASS, cost=CHEAP)._db


def test_nothing_readable_lies_in_the_folder(store: Store) -> None:
    register(store, subject=SECRET, text=f"{SECRET} secretlatinword " * 50)
    blob = store.blobs.put(f"{SECRET} secretlatinword".encode())
    store.read.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    assert store.blobs.get(blob)
    for path in store.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert SECRET.encode() not in data
            assert b"secretlatinword" not in data
            assert SECRET.encode("utf-16-le") not in data


def test_the_chain_finds_an_altered_entry_and_a_cut_tail(store: Store) -> None:
    for n in range(5):
        register(store, their_number=str(n))
    connection = store.read.connection
    for trigger in ("change_update", "change_delete"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE change SET officer = 'someone else' WHERE seq = 3")
    assert [b.seq for b in store.verify().chains] == [3]
    connection.execute("UPDATE change SET officer = 'officer' WHERE seq = 3")
    assert store.verify().sound
    connection.execute("DELETE FROM change WHERE seq = 5")
    assert [b.seq for b in store.verify().chains] == [5]


def test_the_log_can_only_be_added_to(store: Store) -> None:
    register(store)
    for statement in ("DELETE FROM change", "UPDATE change SET value = ''", "DELETE FROM act"):
        if "act" in statement:
            with store.act("note") as act:
                act.note("unlock")
        with pytest.raises(DatabaseError):
            store.read.connection.execute(statement)


def test_an_attachment_comes_back_bit_for_bit_and_damage_is_seen(store: Store) -> None:
    data = os.urandom((1 << 20) + 17)
    name = store.blobs.put(data)
    assert store.blobs.put(data) == name
    assert store.blobs.get(name) == data
    path = next(store.folder.glob(f"blobs/*/{name}"))
    sealed = path.read_bytes()
    chunk = (1 << 20) + 16
    for altered in (sealed[:-1], sealed[: 12 + chunk], sealed[:60] + b"x" + sealed[61:], b""):
        path.write_bytes(altered)
        with pytest.raises(StoreError) as refused:
            store.blobs.get(name)
        assert refused.value.code == "attachment_damaged"


@settings(max_examples=20)
@given(st.binary(max_size=300))
def test_any_bytes_survive_as_an_attachment(data: bytes) -> None:
    from tempfile import TemporaryDirectory

    from ctdesk.store.blobs import Blobs

    with TemporaryDirectory() as folder:
        blobs = Blobs(Path(folder), b"k" * 32, b"n" * 32)
        assert blobs.get(blobs.put(data)) == data


def test_a_second_connection_writes_without_forking_the_chain(store: Store) -> None:
    other = store.sibling()
    for turn in range(6):
        register(store if turn % 2 else other, their_number=str(turn))
    other.close()
    assert store.read.count(Document) == 6
    assert store.verify().sound


def test_a_renamed_party_is_found_under_its_new_name_at_once(store: Store) -> None:
    with store.act("add") as act:
        party = act.create(Party(kind="mission", name_en="Embassy in Oslo"))
        act.create(a_report(sender=party.uid))
    with store.act("edit") as act:
        act.update(Party, party.uid, name_en="Embassy in Stockholm")
    found = "SELECT count(*) FROM ft WHERE ft MATCH ?"
    execute = store.read.connection.execute
    assert execute(found, ("sender: stockholm",)).fetchone() == (1,)
    assert execute(found, ("sender: oslo",)).fetchone() == (0,)


def test_a_backup_opens_and_holds_the_same(store: Store, tmp_path: Path) -> None:
    document = register(store, text="نص")
    name = store.blobs.put(b"original bytes")
    with store.act("attach") as act:
        act.create(Attachment(document=document.uid, name="a.txt", blob=name))
    target = Backup.of(store).into_folder(tmp_path / "copy").copied.folder
    copy = Store.open(target, PASS)
    assert copy.read.get(Document, document.uid) == document
    assert copy.blobs.get(name) == b"original bytes"
    copy.close()


def test_the_clock_never_goes_back_even_when_the_machine_s_does() -> None:
    first = next_clock("", "dev", 2_000_000_000_000)
    second = next_clock(first, "dev", 1_000_000_000_000)
    assert first < second < next_clock(second, "dev", 2_000_000_000_001)


@given(st.lists(st.integers(0, 2**40), min_size=1, max_size=50))
def test_clocks_only_grow(walls: list[int]) -> None:
    clock = ""
    for wall in walls:
        following = next_clock(clock, "dev", wall)
        assert following > clock
        clock = following


def test_a_desk_of_a_newer_program_is_refused(store: Store) -> None:
    store._db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('ctdesk', 'from_the_future', '2030-01-01')"
    )
    store.close()
    with pytest.raises(StoreError) as refused:
        Store.open(store.folder, PASS)
    assert refused.value.code == "newer_schema"
    store._db = Store.create(store.folder.parent / "other", PASS, cost=CHEAP)._db


def test_what_was_acknowledged_survives_a_killed_process(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from ctdesk.store.store import Store
        from ctdesk.store.vault import Cost
        from ctdesk.domain.records import Document
        store = Store.create(Path(sys.argv[1]), "pass", cost=Cost(1024, 1, 1))
        for n in range(20):
            with store.act("register") as act:
                act.create(Document(kind="report", direction="incoming", their_number=str(n)))
            print(n, flush=True)
        with store.act("register") as act:
            act.create(Document(kind="report", direction="incoming", their_number="lost"))
            os.kill(os.getpid(), 9)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "desk")], capture_output=True, text=True
    )
    assert done.stdout.split() == [str(n) for n in range(20)]
    store = Store.open(tmp_path / "desk", "pass")
    assert store.read.count(Document) == 20
    assert store.verify().sound
    store.close()


def test_every_wide_field_is_kept_out_of_the_row() -> None:
    wide = {spec.name for spec in fields_of(Document) if spec.wide}
    openings = {"opening", "opening_en", "closing", "closing_en"}
    assert wide == {"text", "summary", "margin_note", *openings}
