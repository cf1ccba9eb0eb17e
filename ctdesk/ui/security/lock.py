"""When the desk locks by itself, how long a copy stays, whether pictures of the screen show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from ctdesk.ui.capture import POSSIBLE
from ctdesk.ui.context import Context
from ctdesk.ui.form.choice import Choice
from ctdesk.ui.language import Retranslated
from ctdesk.ui.settings_parts import LABEL_WIDTH

_MINUTES = (5, 10, 15, 30, 60)
_SECONDS = (15, 30, 60, 300)


class LockFields(Retranslated, QWidget):
    """Three settings; `change` stores one at once."""

    def __init__(
        self, context: Context, change: Callable[..., None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.lock_after, self.clipboard = Choice(self), Choice(self)
        self.capture = QCheckBox(self)
        self._cannot = QLabel(self)
        self._cannot.setProperty("role", "muted")
        self._cannot.setWordWrap(True)
        self._cannot.setVisible(not POSSIBLE)
        self.capture.setEnabled(POSSIBLE)
        self._labels: dict[QWidget, QLabel] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(18)
        for field in (self.lock_after, self.clipboard):
            label = self._labels[field] = QLabel(self)
            label.setMinimumWidth(LABEL_WIDTH)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self.capture)
        form.addRow("", self._cannot)
        self.lock_after.activated.connect(
            lambda _: change(lock_after_minutes=int(self.lock_after.currentData()))
        )
        self.clipboard.activated.connect(
            lambda _: change(clipboard_seconds=int(self.clipboard.currentData()))
        )
        self.capture.clicked.connect(lambda hidden: change(hide_from_capture=hidden))
        self.retranslate()

    def retranslate(self) -> None:
        self._labels[self.lock_after].setText(self.tr("Lock after"))
        self._labels[self.clipboard].setText(self.tr("Clear the clipboard after"))
        for field, label in self._labels.items():
            field.setAccessibleName(label.text())
        self.capture.setText(self.tr("Keep the window out of pictures of the screen"))
        self._cannot.setText(
            self.tr("Only Windows can do that: on this system any program may picture the screen.")
        )
        self.show_values()

    def show_values(self) -> None:
        """Show the settings in force."""
        settings = self._context.settings
        self.lock_after.offer(
            [
                *self._rows(_MINUTES, settings.lock_after_minutes, self._rest),
                (self.tr("Only by hand"), "0", ()),
            ],
            str(settings.lock_after_minutes),
        )
        self.clipboard.offer(
            [
                *self._rows(_SECONDS, settings.clipboard_seconds, self._while),
                (self.tr("Only at the lock"), "0", ()),
            ],
            str(settings.clipboard_seconds),
        )
        self.capture.setChecked(settings.hide_from_capture)

    def _rows(
        self, offered: tuple[int, ...], chosen: int, phrase: Callable[[int], str]
    ) -> list[tuple[str, str, Any]]:
        shown = self._context.show.digits
        return [(shown(phrase(n)), str(n), ()) for n in sorted({*offered, chosen} - {0})]

    def _rest(self, minutes: int) -> str:
        return self.tr("%n minute(s) of rest", "", minutes)

    def _while(self, seconds: int) -> str:
        return self.tr("%n second(s)", "", seconds)
