"""The rooms of the window: what every page has in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated


class Page(Retranslated, QWidget):
    """One room of the window, reached from the rail.

    The window calls `refresh` when the page comes to the front and after an act elsewhere changed
    the desk; `retranslate` comes by itself with a new language. A page never shows an error or a
    notice itself: it emits, and the window shows them in one place.
    """

    notice = Signal(str)
    """A sentence worth a line: what was done, where something lies."""
    failed = Signal(object)
    """A CtdeskError to be shown."""
    opened = Signal(str, str)
    """Table and uid of a record that the window should open in its room."""
    changed = Signal()
    """An act of this page changed the desk: counts in the rail are read again."""
    record_shown = Signal(object)
    """The Document whose classification the banner shows; None when no record is open."""
    working = Signal(object, str)
    """A Work that has begun and what it does, in words: the window shows how far it is."""
    acts_changed = Signal()
    """What `can` answers may have changed: the window greys its actions anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def tr(self, text: str, comment: str | None = "", n: int = -1) -> str:
        """The phrase in the window's language, looked for under every class that this page is.

        Qt's own looks no further than the page's own class once it has put the number into a
        phrase with a plural: what a class of acts says would stay in English.
        """
        plain = text if n < 0 else text.replace("%n", str(n))
        for kind in type(self).__mro__:
            said = QCoreApplication.translate(kind.__name__, text, comment or "", n)
            if said != plain:
                return said
        return plain

    def refresh(self) -> None:
        """Read again from the desk what this page shows."""

    def focus_first(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    @property
    def shown_uid(self) -> str:
        """Identity of the record that is open here; "" for none."""
        return ""

    def open(self, uid: str) -> None:
        """Show a record that another page asked for."""

    def can(self, handler: str) -> bool:
        """Whether the act of that handler name (see `actions`) is possible here and now."""
        return callable(getattr(self, handler, None))

    def why_not(self, handler: str) -> str:  # noqa: ARG002 - pages that know a reason use it
        """Why an act is not possible here and now, in words; "" where that is plain to see."""
        return ""

    def names_found(self) -> None:
        """Names of the lists were found in texts, in the background."""

    @property
    def drop_phrase(self) -> str:
        """What becomes of files dropped on this page, in words; "" where it takes none itself."""
        return ""

    def take_files(self, files: Sequence[Path]) -> bool:  # noqa: ARG002 - most pages take none
        """Take files that were dropped on this page; False leaves them to the arrivals."""
        return False

    @property
    def actor(self) -> Page:
        """The page whose methods are the handlers of acts: this one, or the tab in front of it."""
        return self

    def may_leave(self) -> bool:
        """Whether the window may lock or close now; autosave what is open before saying yes."""
        return True
