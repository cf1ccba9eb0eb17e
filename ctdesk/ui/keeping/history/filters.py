"""Which acts are shown: whose, of which kind, when, on which machine, about which document."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ctdesk.desk.history_rows import HistoryFilter
from ctdesk.domain.errors import CtdeskError
from ctdesk.text.dates import parse_date
from ctdesk.text.show import strip_isolates
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.icons import icon
from ctdesk.ui.language import Retranslated


class DeedFilters(Retranslated, QWidget):
    """The row above the list of acts."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record = ""
        self.officer, self.act, self.device, self.when = (Choice(self) for _ in range(4))
        self.day, self.record = QLineEdit(self), QLineEdit(self)
        self.clear_button = QToolButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget, share in (
            (self.when, 3), (self.day, 3), (self.officer, 4), (self.act, 5), (self.device, 4),
            (self.record, 3), (self.clear_button, 0),
        ):  # fmt: skip
            widget.setProperty("kind", "dense")
            row.addWidget(widget, share)
        for choice in (self.officer, self.act, self.device):
            choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.when.currentIndexChanged.connect(lambda _at: self._take_when())
        self.day.returnPressed.connect(self._take_day)
        self.record.returnPressed.connect(self._take_record)
        self.clear_button.clicked.connect(self.clear)
        self.retranslate()

    @property
    def asked(self) -> HistoryFilter:
        """What the row asks for."""
        since, until = self._days()
        return HistoryFilter(
            since=since,
            until=until,
            officer=self.officer.currentData() or "",
            act=self.act.currentData() or "",
            device=self.device.currentData() or "",
            record=self._record,
        )

    def only(self, record: str, number: str) -> None:
        """Show the acts about one record."""
        self._record = record
        self.record.setText(number)
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything."""
        for choice in (self.officer, self.act, self.device, self.when):
            choice.blockSignals(True)
            choice.setCurrentIndex(0)
            choice.blockSignals(False)
        self.day.clear()
        self.only("", "")

    def offer(self) -> None:
        """Read anew who did what, where. Raises CtdeskError."""
        history = self._context.desk.history
        for choice, nothing, values in (
            (self.officer, self.tr("All officers"), history.officers()),
            (self.act, self.tr("All kinds of acts"), history.acts()),
            (self.device, self.tr("All machines"), history.devices()),
        ):
            chosen = choice.currentData() or ""
            rows = [(nothing, "", ()), *((text, code, ()) for code, text in values)]
            choice.offer(rows, chosen)
        self.device.setVisible(self.device.count() > 2)

    def retranslate(self) -> None:
        chosen = self.when.currentData() or ""
        self.when.offer(
            [
                (self.tr("Any day"), "", ()),
                (self.tr("Today"), "today", ()),
                (self.tr("Yesterday"), "yesterday", ()),
                (self.tr("The last seven days"), "week", ()),
                (self.tr("This month"), "month", ()),
                (self.tr("Last month"), "last_month", ()),
            ],
            chosen,
        )
        for widget, name in (
            (self.when, self.tr("When")),
            (self.officer, self.tr("Officer")),
            (self.act, self.tr("Kind of act")),
            (self.device, self.tr("Machine")),
        ):
            widget.setAccessibleName(name)
        for line, phrase in (
            (self.day, self.tr("A day")),
            (self.record, self.tr("Document no.")),
        ):
            line.setPlaceholderText(phrase)
            line.setAccessibleName(phrase)
        self.clear_button.setIcon(icon("close", self._context.tokens, colour="muted"))
        self.clear_button.setToolTip(self.tr("Show all acts"))
        self.clear_button.setAccessibleName(self.clear_button.toolTip())

    def _days(self) -> tuple[str, str]:
        typed = strip_isolates(self.day.text()).strip()
        if typed:
            day = parse_date(typed)
            iso = day.isoformat() if day else typed
            return iso, iso
        today = date.today()  # noqa: DTZ011 - the calendar of this machine is meant
        first = today.replace(day=1)
        before = first - timedelta(1)
        bounds = {
            "today": (today, today),
            "yesterday": (today - timedelta(1), today - timedelta(1)),
            "week": (today - timedelta(6), today),
            "month": (first, today),
            "last_month": (before.replace(day=1), before),
        }.get(self.when.currentData() or "")
        return (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else ("", "")

    def _take_when(self) -> None:
        self.day.clear()
        self.changed.emit()

    def _take_day(self) -> None:
        typed = strip_isolates(self.day.text()).strip()
        day = parse_date(typed) if typed else None
        if day:
            self.day.setText(strip_isolates(self._context.show.short_day(day.isoformat())))
        self.changed.emit()

    def _take_record(self) -> None:
        typed = strip_isolates(self.record.text()).strip()
        try:
            self._record = self._context.desk.documents.find(typed).uid if typed else ""
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
