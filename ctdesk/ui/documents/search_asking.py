"""The desk's help around a search, asked so that a store in trouble stops no typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from ctdesk.desk import Filters
from ctdesk.desk.searches import Advice, Completion, Recognised, SavedSearch
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context

T = TypeVar("T")


class Searches(Protocol):
    """What the window asks of `desk.searches`."""

    def recognised(self, query: str) -> Sequence[Recognised]: ...
    def complete(self, query: str, cursor: int, limit: int = 8) -> Sequence[Completion]: ...
    def meant(self, query: str) -> str: ...
    def advice(self, query: str, filters: Filters) -> Sequence[Advice]: ...
    def saved(self) -> Sequence[SavedSearch]: ...
    def save(self, name: str, query: str, filters: Filters, sort: str) -> SavedSearch: ...
    def rename(self, uid: str, name: str) -> object: ...
    def remove(self, uid: str) -> object: ...
    def recent(self) -> Sequence[str]: ...
    def remember(self, query: str) -> object: ...
    def forget_recent(self) -> object: ...
    def new_since(self) -> str: ...
    def last_looked(self) -> str: ...
    def looked(self) -> object: ...


class Asking(QObject):
    """`asking(lambda searches: ..., otherwise)`: an error is told by `failed`, once for each that
    comes, and the answer is `otherwise`."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def __call__(self, what: Callable[[Searches], T], otherwise: T) -> T:
        searches = cast("Searches | None", getattr(self._context.desk, "searches", None))
        if searches is None:
            return otherwise
        try:
            return what(searches)
        except CtdeskError as error:
            self.failed.emit(error)
            return otherwise

    def saved(self) -> Sequence[SavedSearch]:
        """The searches kept under a name."""
        nothing: Sequence[SavedSearch] = ()
        return self(lambda searches: searches.saved(), nothing)

    def recent(self) -> Sequence[str]:
        """The questions asked last, the newest first."""
        nothing: Sequence[str] = ()
        return self(lambda searches: searches.recent(), nothing)
