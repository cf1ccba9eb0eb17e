"""A copy of the desk that is known to open: written, opened, checked, and only then named."""

from __future__ import annotations

import shutil
from pathlib import Path

from ctdesk.domain.errors import StoreError
from ctdesk.store.driver import Database, connect
from ctdesk.store.opening import DATABASE
from ctdesk.store.vault import COPY, NAME


def back_up(db: Database, folder: Path, target: Path, key: bytes) -> Path:
    """Copy database, vault and attachments of a desk into the folder `target`.

    The copy is encrypted under the same key, in DELETE journal mode: a database in WAL mode can't
    be opened on a read-only medium (research: store, section 4). Raises StoreError when the copy
    does not check out; whatever lay in `target` before is then still there.
    """
    target.mkdir(parents=True, exist_ok=True)
    part = target / (DATABASE + ".part")
    part.unlink(missing_ok=True)
    try:
        _copy_database(db, part, key)
        part.replace(target / DATABASE)
    finally:
        part.unlink(missing_ok=True)
    for name in (NAME, COPY):
        shutil.copyfile(folder / name, target / name)
    _copy_new_blobs(folder / "blobs", target / "blobs")
    return target


def _copy_database(db: Database, part: Path, key: bytes) -> None:
    copy = connect(str(part), isolation_level=None)
    try:
        copy.set_key(f"x'{key.hex()}'")
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = delete").fetchone()
    finally:
        copy.close()
    _check(db, part, key)


def _check(db: Database, part: Path, key: bytes) -> None:
    copy = connect(str(part), isolation_level=None)
    try:
        copy.set_key(f"x'{key.hex()}'")
        faults = [
            row
            for pragma in ("cipher_integrity_check", "quick_check")
            for row in copy.execute(f"PRAGMA {pragma}").fetchall()
            if row[0] != "ok"
        ]
        count = "SELECT count(*) FROM document"
        same = copy.execute(count).fetchone() == db.conn.execute(count).fetchone()
    finally:
        copy.close()
    if faults or not same:
        raise StoreError("backup_failed", path=str(part.parent))


def _copy_new_blobs(source: Path, target: Path) -> None:
    for path in source.glob("??/*"):
        copy = target / path.parent.name / path.name
        if path.name.endswith(".part") or copy.exists():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        part = copy.with_name(copy.name + ".part")
        shutil.copyfile(path, part)
        part.replace(copy)
