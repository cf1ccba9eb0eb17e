"""The one place where a CtdeskError meets the officer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ctdesk.domain.errors import CtdeskError, StoreError
from ctdesk.domain.terms import Language


def serious(error: CtdeskError) -> bool:
    """Whether work must stop for it: the store can't be written or read. The rest is a notice."""
    return isinstance(error, StoreError)


def show_error(parent: QWidget | None, error: CtdeskError, language: Language) -> None:
    """Say in a dialog what happened, what was kept and what to do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Errors", "This could not be done"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.message(language))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()
