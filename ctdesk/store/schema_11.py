"""What schema 11 adds, word for word: the documents of a day are counted by degree from an index
alone; it begins as the one that it replaces."""

from __future__ import annotations

DAYS: tuple[str, ...] = (
    "DROP INDEX document_registered",
    "CREATE INDEX document_registered ON document (register_date, classification)",
)
