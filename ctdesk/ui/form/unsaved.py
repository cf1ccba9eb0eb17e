"""Keeps the words of a form while they are written, so that a lock or a crash takes none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ctdesk.desk import Unsaved
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context

_EVERY_MS = 5000


class WordsKeeper(QObject):
    """Belongs to one open form; `words` gives what a person wrote in it, empty for nothing."""

    def __init__(
        self,
        form: QObject,
        context: Context,
        name: str,
        words: Callable[[], Mapping[str, Any]],
        record: str = "",
    ) -> None:
        super().__init__(form)
        self._context, self._name, self._record, self._words = context, name, record, words
        self._kept: Mapping[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._keep_quietly)
        self._timer.start()

    def left(self) -> Mapping[str, Any]:
        """What was left in this form the last time."""
        self._kept = self._context.desk.unsaved.of(self._name, self._record)
        return self._kept

    def current(self) -> Unsaved | None:
        """What stands there now; None for nothing."""
        words = self._words()
        return Unsaved(self._name, self._record, words) if words else None

    def keep(self) -> None:
        """Keep what stands there now. Raises CtdeskError when the store can't be written."""
        unsaved = self.current()
        words = unsaved.values if unsaved else {}
        if words != self._kept:
            if unsaved is not None:
                self._context.desk.unsaved.keep(unsaved)
            else:
                self._context.desk.unsaved.drop(self._name, self._record)
            self._kept = words

    def drop(self) -> None:
        """The words were saved, or given up."""
        if self._kept:
            self._context.desk.unsaved.drop(self._name, self._record)
            self._kept = {}

    def stop(self) -> None:
        """The form is closed: keep nothing more."""
        self._timer.stop()

    @property
    def active(self) -> bool:
        return self._timer.isActive()

    def _keep_quietly(self) -> None:
        try:
            self.keep()
        except CtdeskError:
            # the words are still in the form; whoever saves it is told why it can't be done
            return


def keepers() -> list[WordsKeeper]:
    """Those of every open form, whichever window it belongs to."""
    found = {
        keeper
        for window in QApplication.topLevelWidgets()
        for keeper in window.findChildren(WordsKeeper)
    }
    return [keeper for keeper in found if keeper.active]
