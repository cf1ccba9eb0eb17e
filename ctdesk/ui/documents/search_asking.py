"""The desk's help around a search, asked so that a store in trouble stops no typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ctdesk.desk.searches import SavedSearch
from ctdesk.desk.searching import Searches
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context

T = TypeVar("T")


class Asking(QObject):
    """`asking(lambda searches: ..., otherwise)`: an error is told by `failed`, once for each that
    comes, and the answer is `otherwise`."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def __call__(self, what: Callable[[Searches], T], otherwise: T) -> T:
        try:
            return what(self._context.desk.searches)
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
