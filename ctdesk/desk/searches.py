"""Around a search: what is recognised while one types, what was meant, what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass

from ctdesk.desk.rows import Row
from ctdesk.search import Filters


@dataclass(frozen=True)
class Recognised:
    """A part of the question that is read as a field; `without` is the question less that part.

    `start` and `end` are code points of the question; `name` and `value` are labels in the desk's
    language.
    """

    start: int
    end: int
    name: str
    value: str
    without: str


@dataclass(frozen=True)
class Completion:
    """What the typed beginning may become: `text` replaces the question from `start` to `end`.

    `kind` is field, value, word, recent or saved; `detail` says more (a name in the other language,
    how many records).
    """

    kind: str
    start: int
    end: int
    text: str
    label: str
    detail: str = ""


@dataclass(frozen=True)
class Advice:
    """A question that finds something where the one asked finds nothing.

    `dropped` is what was left out, as the officer wrote it or the label of the filter.
    """

    dropped: str
    query: str
    filters: Filters
    count: int


@dataclass(frozen=True)
class SavedSearch:
    """A question kept under a name, with its filters and its order."""

    uid: str
    name: str
    query: str
    filters: Filters
    sort: str


@dataclass(frozen=True)
class Related:
    """A record near to a text, and why: the words and the labels of topics or parties shared."""

    row: Row
    shared: tuple[str, ...]
