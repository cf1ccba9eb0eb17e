"""How numbers, dates and references stand in the window, by the settings of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QDateTime, Qt

from ctdesk.domain.terms import Language
from ctdesk.text import show as text_show

SEPARATOR = "  \u00b7  "


class Show:
    """Shows a desk's values in one language, digit set and calendar.

    Everything it gives is for showing only: numbers, dates and references come wrapped in
    invisible isolates (FSI…PDI), which `plain` takes out again, for the clipboard and for search.
    """

    def __init__(self, language: Language, digits: str, calendar: str) -> None:
        self.language = language
        self._digits = cast(text_show.Digits, digits)
        self._both = calendar == "both"

    def digits(self, text: object) -> str:
        """The text with its digits in the desk's set; nothing isolated."""
        return text_show.digits(str(text), self._digits)

    def number(self, value: object) -> str:
        """A number, register number or reference, kept in one piece in text of any direction."""
        text = "" if value is None else str(value)
        # a foreign body's reference keeps its own digits: LON/118/26 is not written otherwise
        own = any(letter.isascii() and letter.isalpha() for letter in text)
        return text_show.isolate(text if own else self.digits(text))

    def day(self, iso: str) -> str:
        """A date in words, with its Hijri day where the desk wants it; "" for no date."""
        if not iso:
            return ""
        return text_show.isolate(
            text_show.date_text(
                iso, self.language, self._digits, "both" if self._both else "gregorian"
            )
        )

    def short_day(self, iso: str) -> str:
        """A date in figures, year first, for lists; "" for no date."""
        return text_show.isolate(text_show.short_date(iso, self._digits)) if iso else ""

    def moment(self, utc: str) -> str:
        """A stored time (UTC) as day and minute of this machine's clock."""
        local = QDateTime.fromString(utc, Qt.DateFormat.ISODate).toLocalTime()
        if not local.isValid():
            return self.number(utc)
        day = self.short_day(local.date().toString(Qt.DateFormat.ISODate))
        return f"{day} {self.number(local.time().toString('HH:mm'))}"

    def joined(self, *parts: str, between: str = SEPARATOR) -> str:
        """The parts that say something, in one line that runs as the window runs."""
        pieces = between.join(f"{text_show.FSI}{part}{text_show.PDI}" for part in parts if part)
        return self.mark + pieces if pieces else ""

    @property
    def mark(self) -> str:
        """Put before a line, it makes the line run as the window runs, whatever stands in it."""
        return "\u200f" if self.language == "ar" else "\u200e"

    def names(self, names: Iterable[str]) -> str:
        """Several names with the comma of the window's language."""
        return self.joined(*names, between="، " if self.language == "ar" else ", ")

    @staticmethod
    def plain(text: str) -> str:
        """The text as it is stored: without the isolates put in for showing."""
        return text_show.strip_isolates(text)
