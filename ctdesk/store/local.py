"""Facts about the desk on this machine alone: see schema 8."""

from __future__ import annotations

import json
from typing import Any

from ctdesk.store.driver import Database
from ctdesk.store.errors import translated
from ctdesk.store.writes import Writes


class Local:
    """Small values by name; whoever writes one gives it its meaning."""

    def __init__(self, db: Database, writes: Writes) -> None:
        self._db = db
        self._writes = writes

    def get(self, name: str) -> Any:
        """The value of that name; None when it was never written."""
        with translated():
            row = self._db.execute("SELECT value FROM local WHERE name = ?", [name]).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, name: str, value: Any) -> None:
        """Write a value that JSON can hold."""
        text = json.dumps(value, ensure_ascii=False)
        with self._writes.atomic():
            self._db.table("local").upsert({"name": name, "value": text}, pk="name")
