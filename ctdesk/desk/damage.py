"""A damaged desk, and the way back: which backup is the newest."""

from __future__ import annotations

from pathlib import Path

from ctdesk.domain.errors import CtdeskError, StoreError
from ctdesk.domain.terms import Language, terms
from ctdesk.store.places import newest_of
from ctdesk.text.show import isolate

_DAMAGE = frozenset(("store_damaged", "vault_damaged", "database_missing"))


def leads_to_restoring(error: CtdeskError) -> bool:
    """Whether a desk that says so is to be restored."""
    return error.code in _DAMAGE


def with_newest(error: CtdeskError, desk: Path) -> CtdeskError:
    """The error and, where it leads to restoring, which backup beside the desk is the newest."""
    newest = newest_of(desk) if leads_to_restoring(error) else None
    if newest is None:
        return error
    return Because("newest_backup", error, at=isolate(newest.at[:16].replace("T", " ")))


class Because(StoreError):
    """An error with a word more on what to do."""

    def __init__(self, code: str, reason: CtdeskError, **values: object) -> None:
        super().__init__(code, **values)
        self.reason = reason

    def message(self, language: Language) -> str:
        values = self.values | {"reason": self.reason.message(language)}
        return terms()(f"error.{self.code}", language, **values)
