"""What every view of the window needs at hand: the desk, its settings, how things are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ctdesk.desk.people import officer_name
from ctdesk.domain.terms import Language, terms
from ctdesk.ui.files import OpenedFiles
from ctdesk.ui.show import Show
from ctdesk.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from ctdesk.desk import Desk, Settings
    from ctdesk.domain.records import Officer


class Context(QObject):
    """Handed to every page and dialog; the only way from a view to the desk.

    After `change_settings` the signal `settings_changed` tells the window, which puts on the new
    language, direction and theme; views hear of a language through `retranslate` and paint with
    `tokens`, which are those of the theme in force.
    """

    settings_changed = Signal()
    restore_wanted = Signal(object)
    """A backup (`Copied`) that the officer wants in the desk's place; the desk must close first."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.opened_files = OpenedFiles()
        self.settings: Settings
        self.tokens: Tokens
        self.show: Show
        self._take(desk.settings.all())

    @property
    def lang(self) -> Language:
        return self.settings.lang

    @property
    def rtl(self) -> bool:
        return self.settings.language == "ar"

    def change_settings(self, **values: Any) -> None:
        """Store settings and put them into force; raises CtdeskError if the store can't be written.

        `values` are fields of `ctdesk.desk.Settings`.
        """
        self._take(self.desk.settings.change(**values))
        self.settings_changed.emit()

    def word(self, key: str, **values: object) -> str:
        """The desk's own word under a key of `resources/terms`, in the window's language."""
        return terms()(key, self.lang, **values)

    def label(self, vocabulary: str, code: str) -> str:
        """The label of a code of a vocabulary in the window's language; "" for no code."""
        return self.desk.label(vocabulary, code, self.lang) if code else ""

    def officer_name(self, officer: Officer | None) -> str:
        """An officer as they are called, in the window's language; "" for nobody."""
        return officer_name(officer, self.lang)

    def field(self, table: str, key: str) -> str:
        """The label of a record's field, e.g. `field("document", "their_number")`."""
        return self.word(f"field.{table}.{key}")

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self.tokens = tokens_of(settings.theme)
        self.show = Show(settings.lang, settings.digits, settings.calendar)
