"""Questions of screening to the store: list files, wordings of entries, which texts are due."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ctdesk.store.driver import Connection
from ctdesk.store.errors import translated
from ctdesk.store.reading import Reader
from ctdesk.store.rows import unpacked

_MANY = 400

# What a document says, as one value: hashes of its long texts, its subject, an opinion's blocks.
_SAYS = """d.text || d.summary || d.subject || CASE WHEN d.kind = 'opinion' THEN coalesce(
    (SELECT r.blocks FROM revision r WHERE r.document = d.uid ORDER BY r.number DESC LIMIT 1), '')
    ELSE '' END"""
_DUE = f"""FROM document d LEFT JOIN screened s ON s.document = d.uid
    WHERE (d.kind <> 'opinion' OR d.register_number <> '')
    AND (s.document IS NULL OR s.lists <> ? OR s.says <> {_SAYS})"""


@dataclass(frozen=True)
class ImportHead:
    """A list file that was imported, without its manifest."""

    uid: str
    list: str
    date: str
    generated: str
    sha256: str
    file_name: str
    entries: int
    imported_at: str
    imported_by: str
    manifest: str
    """The key of the manifest among the long texts."""

    @property
    def order(self) -> tuple[str, str, str]:
        """Files follow one another by this: their day, their time, when they came."""
        return self.date, self.generated, self.uid


@dataclass(frozen=True)
class Wording:
    """What a list says, or said last, of an entry: JSON."""

    entry: str
    list: str
    permanent_id: str
    hash: str
    content: str
    narrative: str = ""


@dataclass(frozen=True)
class DueText:
    """A document to be screened: what it says now, and the lists it was compared with last."""

    document: str
    says: str
    lists: str


class ScreeningReader:
    """Reads over one connection; writes only inside an act."""

    def __init__(self, reader: Reader) -> None:
        self._connection: Connection = reader.connection

    def imports(self) -> list[ImportHead]:
        """Every list file that was imported, in the order of their days."""
        rows = self._all(
            "SELECT uid, list, date, generated, sha256, file_name, entries, created_at,"
            " created_by, manifest FROM list_import"
        )
        return sorted((ImportHead(*row) for row in rows), key=lambda head: head.order)

    def manifest(self, key: str) -> dict[str, str]:
        """Permanent id to hash, as a list file had them."""
        rows = self._all("SELECT text FROM body WHERE hash = ?", (key,))
        found: dict[str, str] = json.loads(unpacked(rows[0][0])) if rows else {}
        return found

    def state(self, list_: str) -> dict[str, tuple[str, str, str, str]]:
        """Of every entry of a list: permanent id to identity, wording, delisting, hash of the file
        that its record shows."""
        rows = self._all(
            "SELECT permanent_id, uid, version, delisted_on, file_sha256 FROM list_entry"
            " WHERE list = ?",
            (list_,),
        )
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def wordings(self, *, delisted: bool) -> list[Wording]:
        """The wordings in force, or the last ones of the delisted entries."""
        rows = self._all(
            "SELECT e.uid, e.list, e.permanent_id, e.version, b.text, n.text FROM list_entry e"
            " JOIN list_version v ON v.entry = e.uid AND v.hash = e.version"
            " JOIN body b ON b.hash = v.content LEFT JOIN body n ON n.hash = e.narrative"
            f" WHERE e.delisted_on {'<>' if delisted else '='} ''"
        )
        return [
            Wording(uid, list_, key, version, unpacked(said), unpacked(why) if why else "")
            for uid, list_, key, version, said, why in rows
        ]

    def known_wordings(self, list_: str) -> set[tuple[str, str]]:
        """Permanent id and hash of every wording of a list's entries."""
        rows = self._all(
            "SELECT e.permanent_id, v.hash FROM list_version v JOIN list_entry e ON e.uid = v.entry"
            " WHERE e.list = ?",
            (list_,),
        )
        return set(rows)

    def wordings_of(self, list_: str, hashes: Iterable[str]) -> dict[tuple[str, str], str]:
        """The contents of wordings of a list by permanent id and hash."""
        wanted = sorted(set(hashes))
        found: dict[tuple[str, str], str] = {}
        for start in range(0, len(wanted), _MANY):
            part = wanted[start : start + _MANY]
            rows = self._all(
                "SELECT e.permanent_id, v.hash, b.text FROM list_version v"
                " JOIN list_entry e ON e.uid = v.entry JOIN body b ON b.hash = v.content"
                f" WHERE e.list = ? AND v.hash IN ({', '.join('?' * len(part))})",
                (list_, *part),
            )
            found |= {(row[0], row[1]): unpacked(row[2]) for row in rows}
        return found

    def due(self, lists: str, limit: int, after: str = "") -> list[DueText]:
        """Documents whose text was not compared, as it is now, with these lists; oldest first, from
        the one `after` that identity on: looking for the next batch from the first record on takes
        longer with each one."""
        rows = self._all(
            f"SELECT d.uid, {_SAYS}, coalesce(CASE WHEN s.says = {_SAYS} THEN s.lists END, '')"
            f" {_DUE} AND d.uid > ? ORDER BY d.uid LIMIT ?",
            (lists, after, limit),
        )
        return [DueText(*row) for row in rows]

    def due_text(self, document: str, lists: str) -> DueText | None:
        """The document, if it is due."""
        rows = self._all(
            f"SELECT d.uid, {_SAYS}, coalesce(CASE WHEN s.says = {_SAYS} THEN s.lists END, '')"
            f" {_DUE} AND d.uid = ?",
            (lists, document),
        )
        return DueText(*rows[0]) if rows else None

    def count_due(self, lists: str) -> int:
        """How many documents are due."""
        return int(self._all(f"SELECT count(*) {_DUE}", (lists,))[0][0])

    def mark(self, screened: Iterable[tuple[str, str]], lists: str) -> None:
        """Note that documents (identity, what they said) were compared with these lists; inside an
        act, with the matches that were found."""
        self._connection.executemany(
            "INSERT INTO screened VALUES (?, ?, ?)"
            " ON CONFLICT (document) DO UPDATE SET says = excluded.says, lists = excluded.lists",
            [(document, says, lists) for document, says in screened],
        )

    def _all(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with translated():
            return list(self._connection.execute(sql, values).fetchall())
