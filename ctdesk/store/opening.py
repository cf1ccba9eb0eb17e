"""Opening the database: one function, one order of settings, each asserted afterwards."""

from __future__ import annotations

from pathlib import Path

from ctdesk.domain.errors import StoreError
from ctdesk.store.driver import Connection, Database, OperationalError, connect
from ctdesk.store.secrets import raw_key, wiped

DATABASE = "ctdesk.db"

# Grounds: research, store, sections 1 to 4. The order matters: nothing is logged before the level
# is set, nothing is read before the key.
_SETTINGS = (
    ("temp_store", "memory"),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("trusted_schema", "off"),
    ("cell_size_check", "on"),
    ("secure_delete", "on"),
    ("mmap_size", "0"),
    ("busy_timeout", "10000"),
    ("cache_size", "-64000"),
    ("journal_size_limit", str(64 << 20)),
)
_READING = (
    ("temp_store", "memory"),
    ("trusted_schema", "off"),
    ("cell_size_check", "on"),
    ("mmap_size", "0"),
    ("query_only", "on"),
    ("cache_size", "-64000"),
)
_ASSERTED = {"temp_store": 2, "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def open_database(path: Path, key: bytes) -> Database:
    """An encrypted database, ready for use on this thread.

    Raises the engine's exceptions; NOTADB after a slot has opened means damage.
    """
    connection = connect(str(path), isolation_level=None, cached_statements=256)
    try:
        _prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, strict=True)


def open_for_reading(path: Path, key: bytes) -> Database:
    """A database that must not be written to; it may lie on a read-only medium.

    Raises the engine's exceptions, as `open_database` does.
    """
    try:
        return _opened_for_reading(path, key, "ro")
    except OperationalError:
        # It was last used as a desk, in WAL mode: to read that the engine must be able to write.
        return _opened_for_reading(path, key, "rw")


def _opened_for_reading(path: Path, key: bytes, mode: str) -> Database:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    connection = connect(address, uri=True, isolation_level=None, cached_statements=256)
    try:
        _unlock(connection, key)
        for name, value in _READING:
            connection.execute(f"PRAGMA {name} = {value}").fetchone()
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, strict=True)


def _unlock(connection: Connection, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    with wiped(raw := raw_key(key)):
        connection.set_key(raw)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(connection: Connection, key: bytes) -> None:
    _unlock(connection, key)
    for name, value in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}").fetchone()
    for name, wanted in _ASSERTED.items():
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != wanted:
            raise StoreError("store_setting", name=name)
    if str(connection.execute("PRAGMA cipher_status").fetchone()[0]) != "1":
        raise StoreError("store_setting", name="cipher_status")
