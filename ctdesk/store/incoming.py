"""Files that arrived and wait for a person's yes: kept so that no crash loses them.

They are no records: no change log holds them, no search finds them, no pack carries them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from ctdesk.store.changes import now
from ctdesk.store.driver import Database
from ctdesk.store.errors import translated
from ctdesk.store.writes import Writes


@dataclass(frozen=True)
class WaitingFile:
    """A file in the queue. `head` is JSON for its line on the list, `content` the JSON of what
    was read, `edits` the JSON of what an officer wrote; the store looks into none of them."""

    uid: str
    officer: str
    name: str
    media_type: str
    size: int
    sha256: str
    blob: str
    state: str
    """`waiting` to be read, `read`, `refused`, or set `aside`."""
    at: str = ""
    head: str = "{}"
    content: str = ""
    edits: str = ""
    blobs: tuple[str, ...] = ()
    """Names of the stored files that `content` mentions."""


_COLUMNS = tuple(field.name for field in fields(WaitingFile))
_SHORT = tuple(name for name in _COLUMNS if name not in ("content", "edits"))


class Incoming:
    """The queue of an open store."""

    def __init__(self, db: Database, writes: Writes) -> None:
        self._db = db
        self._writes = writes
        self.given_up: set[str] = set()
        """Names of stored files that left with what was dropped from the queue."""

    def add(self, files: Iterable[WaitingFile]) -> None:
        """Put files at the end of the queue, all or none."""
        with self._writes.atomic():
            self._insert(files)

    def all(self) -> list[WaitingFile]:
        """The queue in order of arrival, without what was read and written of each file."""
        return self._rows(_SHORT, "1", ())

    def count(self) -> int:
        """How many files wait for a person; what was set aside does not."""
        with translated():
            row = self._db.execute(
                "SELECT count(*) FROM incoming WHERE state <> 'aside'"
            ).fetchone()
        return int(row[0])

    def get(self, uid: str) -> WaitingFile | None:
        """A file of the queue, whole."""
        found = self._rows(_COLUMNS, "uid = ?", (uid,))
        return found[0] if found else None

    def of_bytes(self, sha256: str) -> list[WaitingFile]:
        """The files of the queue that have these bytes."""
        return self._rows(_SHORT, "sha256 = ?", (sha256,))

    def write(self, uid: str, **columns: Any) -> None:
        """Write columns of a file; one that left the queue meanwhile stays away."""
        stored = {name: _stored(value) for name, value in columns.items()}
        assert stored.keys() <= set(_COLUMNS)
        marks = ", ".join(f'"{name}" = ?' for name in stored)
        with self._writes.atomic():
            self._db.execute(f"UPDATE incoming SET {marks} WHERE uid = ?", [*stored.values(), uid])

    def replace(self, uid: str, files: Sequence[WaitingFile]) -> None:
        """What an archive held, in its place."""
        with self._writes.atomic():
            if self._delete([uid]):
                self._insert(files)

    def drop(self, uids: Collection[str]) -> None:
        """Take files out of the queue for good; their bytes go when the desk is closed."""
        with self._writes.atomic():
            self._delete(uids)

    def _delete(self, uids: Collection[str]) -> int:
        gone = [file for uid in uids for file in self._rows(_SHORT, "uid = ?", (uid,))]
        for file in gone:
            self.given_up |= {file.blob, *file.blobs}
            self._db.execute("DELETE FROM incoming WHERE uid = ?", [file.uid])
        return len(gone)

    def _insert(self, files: Iterable[WaitingFile]) -> None:
        for file in files:
            values = {name: _stored(getattr(file, name)) for name in _COLUMNS}
            self._db.table("incoming").insert(values | {"at": file.at or now()})

    def _rows(
        self, columns: Sequence[str], where: str, values: Sequence[object]
    ) -> list[WaitingFile]:
        names = ", ".join(columns)
        with translated():
            rows = self._db.execute(
                f"SELECT {names} FROM incoming WHERE {where} ORDER BY uid", list(values)
            ).fetchall()
        return [_file(dict(zip(columns, row, strict=True))) for row in rows]


def _stored(value: object) -> object:
    return json.dumps(value) if isinstance(value, tuple) else value


def _file(row: dict[str, Any]) -> WaitingFile:
    return WaitingFile(**{**row, "blobs": tuple(json.loads(row["blobs"]))})
