"""The door of intake: files as they arrive, in; drafts, out."""

from __future__ import annotations

from pathlib import Path

from ctdesk.intake.draft import Draft
from ctdesk.intake.isolation import IsolatedReader
from ctdesk.intake.jsonl import ReportLines, read_jsonl

__all__ = ["IsolatedReader", "ReportLines", "read_file", "read_jsonl"]


def read_file(path: Path, encoding: str = "") -> list[Draft]:
    """The drafts of one file (`.txt`, `.docx`, `.eml`), read in a worker process of its own.

    For many files keep one `IsolatedReader`: it starts its process once. `encoding` and the
    BadInput raised are those of `IsolatedReader.read`.
    """
    with IsolatedReader() as reader:
        return reader.read(path, encoding)
