"""A desk that an older program made is backed up, then brought up, and keeps all that it held."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from ctdesk.domain.records import Document
from ctdesk.store import schema_1, schema_2, schema_3, schema_4, schema_6, schema_9
from ctdesk.store.places import backups_in, ring_of
from ctdesk.store.store import Store
from tests.search.desk import index_connection
from tests.store.desk import PASS, Watch, filled, index_of

FIRST = (
    *schema_1.RECORD_TABLES,
    *schema_1.LOG_TABLES,
    *schema_1.INDEXES,
    *schema_1.INDEX_TABLES,
)


def schema_of(connection: Any) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql <> ''").fetchall()
    tidied = {name: " ".join(sql.split()).replace(" )", ")") for name, sql in rows}
    return {name: sql for name, sql in tidied.items() if "sqlite_migrations" not in name}


def undo_schema_6(connection: Any) -> None:
    """Take away what the step added."""
    for statement in reversed(schema_6.STATEMENTS):
        words = statement.replace('"', "").split()
        if words[:2] == ["CREATE", "TABLE"]:
            connection.execute(f"DROP TABLE {words[2]}")
        elif words[:2] == ["CREATE", "INDEX"]:
            connection.execute(f"DROP INDEX {words[2]}")
        else:
            connection.execute(f'ALTER TABLE "{words[2]}" DROP COLUMN "{words[5]}"')


def _take_away(connection: Any, statements: tuple[str, ...]) -> None:
    """Undo a step that only made tables, indexes and triggers."""
    for statement in reversed(statements):
        verb, kind, name, *_ = statement.split()
        if verb == "CREATE":
            connection.execute(f"DROP {kind} {name}")


@pytest.fixture
def old_desk(tmp_path: Path) -> tuple[Path, dict[str, list[tuple[object, ...]]]]:
    """The folder of a desk as the first release left it, and the index it should come to have."""
    store = filled(tmp_path / "desk")
    index = index_of(store)
    connection = store.read.connection
    _take_away(connection, schema_9.DEEDS)
    connection.execute("DROP TABLE mention")
    connection.execute("DROP TABLE index_state")
    connection.execute("DROP TABLE comment")
    for statement in schema_3.STATEMENTS:
        if "ADD COLUMN" in statement:
            column = statement.partition("ADD COLUMN ")[2].split()[0]
            connection.execute(f"ALTER TABLE document DROP COLUMN {column}")
    for statement in schema_4.FRAME:
        column = statement.partition("ADD COLUMN ")[2].split()[0]
        connection.execute(f"ALTER TABLE revision DROP COLUMN {column}")
    for table in ("peer", "entry_seal", "pack", "carried", "unsettled", "number_gone"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DROP INDEX document_provisional")
    connection.execute("ALTER TABLE document DROP COLUMN provisional_number")
    connection.execute("ALTER TABLE revision DROP COLUMN settles")
    connection.execute("ALTER TABLE device DROP COLUMN box_secret")
    connection.execute("DROP TABLE incoming")
    connection.execute("DROP TABLE approval")
    undo_schema_6(connection)
    connection.execute("ALTER TABLE officer DROP COLUMN left_on")
    connection.execute("DROP INDEX entry_above")
    for name in ("document", "dossier", "result"):
        connection.execute(f"DROP INDEX action_{name}")
    connection.execute("DROP INDEX attachment_sha256")
    connection.execute("DROP INDEX document_registered")
    connection.execute("CREATE INDEX document_registered ON document (register_date)")
    connection.execute("DROP TABLE local")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name <> 'schema_one'")
    first = dbapi2.connect(":memory:")
    for statement in FIRST:
        first.execute(statement)
    assert schema_of(connection) == schema_of(first)
    store.close()
    return store.folder, index


def test_a_desk_of_the_first_release_is_backed_up_and_brought_up(
    old_desk: tuple[Path, dict[str, list[tuple[object, ...]]]],
) -> None:
    folder, index = old_desk
    watch = Watch()
    store = Store.open(folder, PASS, progress=watch)
    assert index_of(store) == index
    assert {part for part, _, _ in watch.told} == {"words"}
    assert store.verify().sound
    assert store.read.count(Document) == 12
    store.close()
    (copied,) = backups_in(ring_of(folder))
    assert copied.kind == "update"
    watch = Watch()
    Store.open(folder, PASS, progress=watch).close()
    assert watch.told == []


def test_the_copy_made_before_the_update_opens_too(
    old_desk: tuple[Path, dict[str, list[tuple[object, ...]]]],
) -> None:
    folder, index = old_desk
    Store.open(folder, PASS).close()
    copy = Store.open(backups_in(ring_of(folder))[0].folder, PASS)
    assert index_of(copy) == index
    copy.close()


@pytest.mark.parametrize(
    ("statements", "digest"),
    [(FIRST, "532cd45bbcd73741"), (schema_2.MENTIONS + schema_2.STATE, "9f8db9c8500559f6")],
)
def test_a_released_step_is_never_edited(statements: tuple[str, ...], digest: str) -> None:
    assert hashlib.sha256("\n".join(statements).encode()).hexdigest()[:16] == digest


def test_the_index_of_a_bare_connection_is_that_of_a_desk(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk", 0)
    desk, bare = schema_of(store.read.connection), schema_of(index_connection())
    assert bare.items() <= desk.items()
    store.close()
