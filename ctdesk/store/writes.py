"""Where a write of the desk ends: in the desk that was opened, or with a word on why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ctdesk.domain.errors import StoreError
from ctdesk.store.driver import Database
from ctdesk.store.errors import translated
from ctdesk.store.folder import drop_ballast
from ctdesk.store.opening import DATABASE


class Writes:
    """Transactions of one connection to a desk's database."""

    def __init__(self, db: Database, folder: Path) -> None:
        self._db = db
        self._folder = folder
        self._opened = self._identity()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of the block is kept, or nothing, and StoreError says why.

        On a full disk the ballast is given back, so that the next try has room.
        """
        try:
            with translated(), self._db.atomic():
                yield
                # A file that was removed can still be written to: its folder is on no medium then,
                # and what is kept there is lost with the process.
                self.check()
        except StoreError as error:
            if error.code == "disk_full" and drop_ballast(self._folder):
                raise StoreError("disk_full_reserve") from error
            if error.code in ("store_medium", "store_read_only"):
                self.check()
            raise

    def check(self) -> None:
        """StoreError("desk_gone") unless the database still lies where it was opened."""
        if self._identity() != self._opened:
            raise StoreError("desk_gone", path=str(self._folder))

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = (self._folder / DATABASE).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
