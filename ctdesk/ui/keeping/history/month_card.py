"""The summary of a month, written as a page to sign and keep, or for programs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import LANGUAGES, Language
from ctdesk.text.show import MONTHS_AR, MONTHS_EN
from ctdesk.ui import files
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.keeping.history.cards import card_of
from ctdesk.ui.language import Retranslated

_MONTHS_BACK = 24


class MonthCard(Retranslated, QFrame):
    """Which month, in which language, where to."""

    notice = Signal(str)
    failed = Signal(object)
    written = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.head, self.lead, layout = card_of(self)
        self.month, self.language = Choice(self), Choice(self)
        self.word_button, self.json_button = QPushButton(self), QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.month, 3)
        row.addWidget(self.language, 2)
        row.addWidget(self.word_button)
        row.addWidget(self.json_button)
        layout.addLayout(row)
        self.word_button.clicked.connect(lambda: self.write("docx"))
        self.json_button.clicked.connect(lambda: self.write("json"))
        self.retranslate()

    def choose(self, year: int, month: int) -> None:
        """Make a month ready to be written."""
        self.month.choose(f"{year}-{month:02d}")

    def write(self, extension: str) -> None:
        """Ask where the summary is to lie, and write it there."""
        chosen = str(self.month.currentData())
        name = self.tr("Summary {0}").format(chosen)
        target = files.ask_where(self, f"{name}.{extension}")
        if target is None:
            return
        if target.suffix.lower() != f".{extension}":
            target = target.with_name(f"{target.name}.{extension}")
        year, month = map(int, chosen.split("-"))
        language = cast(Language, self.language.currentData())
        try:
            made = self._context.desk.history.month(year, month, target, language)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.notice.emit(
            self._context.word("month.written", path=f"\u2068{made.path}\u2069", seal=made.seal)
        )
        self.written.emit()

    def retranslate(self) -> None:
        self.head.setText(self.tr("Summary of a month"))
        self.lead.setText(
            self.tr("One page for the safe: acts by officer, numbers given, what left, where the"
                    " chains ended; signed by this machine. It shows later what the history was.")
        )  # fmt: skip
        chosen = self.month.currentData() or ""
        self.month.offer([(self._name(day), f"{day:%Y-%m}", ()) for day in _months()], chosen)
        self.month.setAccessibleName(self.tr("Month"))
        side = self.language.currentData() or self._context.lang
        labels = [(self._context.label("language", each), each, ()) for each in LANGUAGES]
        self.language.offer(labels, side)
        self.language.setAccessibleName(self.tr("Language of the page"))
        self.word_button.setText(self.tr("Word…"))
        self.json_button.setText(self.tr("For programs…"))
        self.json_button.setToolTip(self.tr("The same as JSON, with the whole signature"))

    def _name(self, day: date) -> str:
        names = MONTHS_AR if self._context.rtl else MONTHS_EN
        return self._context.show.digits(f"{names[day.month - 1]} {day.year}")


def _months() -> list[date]:
    """The first days of this month and those before it, last month first: it is over."""
    day = date.today().replace(day=1)  # noqa: DTZ011 - the calendar of this machine is meant
    found = [day]
    while len(found) < _MONTHS_BACK:
        found.append((found[-1] - timedelta(1)).replace(day=1))
    return [*found[1:2], found[0], *found[2:]]
