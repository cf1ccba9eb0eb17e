"""What the database engine says, in the desk's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ctdesk.domain.errors import StoreError
from ctdesk.store.driver import DatabaseError

# Result codes of SQLite (https://www.sqlite.org/rescode.html).
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_CODES = {
    _BUSY: "store_busy",
    _LOCKED: "store_busy",
    _READONLY: "store_read_only",
    _CANTOPEN: "store_read_only",
    _IOERR: "store_medium",
    _CORRUPT: "store_damaged",
    _NOTADB: "store_damaged",
    _FULL: "disk_full",
}


def code_of(error: BaseException) -> str:
    """The desk's error code for an engine's exception; `store_fault` for one without a rule."""
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if primary in _CODES:
        return _CODES[primary]
    text = str(error)
    # `Connection.backup` raises without a result code (research: store, section 4).
    if "disk is full" in text or "disk full" in text:
        return "disk_full"
    return "store_damaged" if "malformed" in text or "not a database" in text else "store_fault"


@contextmanager
def translated(but: type[OSError] | tuple[()] = ()) -> Iterator[None]:
    """Raise StoreError in place of the engine's exceptions and of the file system's, `but` one."""
    try:
        yield
    except but:
        raise
    except DatabaseError as error:
        raise StoreError(code_of(error), detail=str(error)) from error
    except OSError as error:
        raise StoreError(_os_code(error), detail=error.strerror or "") from error


def _os_code(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT) or getattr(error, "winerror", 0) == 112:
        return "disk_full"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "store_read_only"
    return "store_medium"
