"""The question before an officer registers what they may not see afterwards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ctdesk.ui.context import Context

translate = QCoreApplication.translate


def goes_on(context: Context, classification: str, parent: QWidget) -> bool:
    """Whether to register a document of that degree: at once where the officer is cleared for it,
    else after a question, since it is gone from their sight then."""
    return context.desk.may_see(classification) or _asked(context, classification, parent)


def _asked(context: Context, classification: str, parent: QWidget) -> bool:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate("AboveClearance", "“{0}” is above your clearance.").format(
            context.label("classification", classification)
        )
    )
    box.setInformativeText(
        translate(
            "AboveClearance",
            "You hold the paper, so you may register it; after that you will not see it here.",
        )
    )
    go = box.addButton(
        translate("AboveClearance", "Register it"), QMessageBox.ButtonRole.AcceptRole
    )
    back = box.addButton(
        translate("AboveClearance", "Back to the form"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is go
