"""Copies of the desk, for the day on which this machine is gone."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ctdesk.ui.context import Context
from ctdesk.ui.page import Page
from ctdesk.ui.settings_parts import BackupField


class BackupsTab(Page):
    """Writes a backup by hand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.field = BackupField(context, self)
        self.field.said.connect(self.notice)
        self.field.failed.connect(self.failed)
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self._lead)
        layout.addWidget(self.field)
        layout.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self._lead.setText(self.tr("A backup is kept in the safe, on another medium."))

    def focus_first(self) -> None:
        self.field.setFocus()

    def may_leave(self) -> bool:
        self.field.wait()
        return True
