"""When backups are written by themselves, and where else they go: of this machine alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ctdesk.domain.errors import CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_folder
from ctdesk.ui.language import Retranslated


class BackupSettings(Retranslated, QWidget):
    """Each change applies at once."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.daily = QCheckBox(self)
        self.daily.clicked.connect(self._set_daily)
        self._place = QLabel(self)
        self._place.setWordWrap(True)
        self.choose, self.none = QPushButton(self), QPushButton(self)
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self._set_place(None))
        self._same = QLabel(self)
        self._same.setProperty("role", "muted")
        self._same.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self._place, 1)
        line.addWidget(self.choose)
        line.addWidget(self.none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.daily)
        layout.addLayout(line)
        layout.addWidget(self._same)
        self.retranslate()

    def refresh(self) -> None:
        """Show what is set."""
        try:
            backups = self._context.desk.backups
            self.daily.setChecked(backups.daily)
            place = backups.second_place
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.none.setVisible(place is not None)
        if place is None:
            self._place.setText(self.tr("Second place, such as a stick: none."))
        else:
            away = "" if place.is_dir() else self.tr("not connected now")
            self._place.setText(
                self._context.show.joined(
                    self.tr("Second place: {0}").format(isolate(str(place))), away
                )
            )

    def retranslate(self) -> None:
        self.daily.setText(self.tr("Back up each day when the desk is closed"))
        self.choose.setText(self.tr("Choose…"))
        self.none.setText(self.tr("None"))
        self._same.setText(
            self.tr(
                "Backups are encrypted with the desk's own key and open with the passphrases of "
                "their day. Seven days, four weeks and twelve months are kept."
            )
        )
        self.refresh()

    def _set_daily(self, wanted: bool) -> None:
        try:
            self._context.desk.backups.change_daily(wanted)
        except CtdeskError as error:
            self.failed.emit(error)
        self.changed.emit()

    def _choose(self) -> None:
        chosen = ask_folder(self, self.tr("Second place for backups"))
        if chosen is not None:
            self._set_place(chosen)

    def _set_place(self, place: Path | None) -> None:
        try:
            self._context.desk.backups.change_second_place(place)
        except CtdeskError as error:
            self.failed.emit(error)
        self.changed.emit()
