"""Before a list with classified entries leaves: without their content, or in full by two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ctdesk.desk.approvals import Request
from ctdesk.ui.context import Context
from ctdesk.ui.second.dialog import second_asked

translate = QCoreApplication.translate


def in_full(context: Context, request: Request | None, parent: QWidget) -> bool | None:
    """Whether the list leaves in full; None when it does not leave now."""
    if request is None:
        return False
    if context.desk.approvals.granted(request) is not None:
        return True
    box = QMessageBox(parent)
    box.setWindowTitle(translate("HandingOut", "Classified entries"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    row = context.desk.approvals.worded(request, context.lang)
    above = context.label("classification", "restricted")
    box.setText(
        translate("HandingOut", "Some entries of this list are above “{0}” ({1}).").format(
            above, row.change
        )
    )
    box.setInformativeText(
        translate(
            "HandingOut", "Without their content each keeps its number and its classification."
        )
    )
    bare = box.addButton(
        translate("HandingOut", "Without their content"), QMessageBox.ButtonRole.AcceptRole
    )
    full = box.addButton(
        translate("HandingOut", "In full, with a second officer…"),
        QMessageBox.ButtonRole.ActionRole,
    )
    full.setEnabled(bool(context.desk.approvals.seconds(request.classification)))
    if not full.isEnabled():
        full.setToolTip(translate("HandingOut", "Nobody else at this desk is cleared for them."))
    box.addButton(translate("HandingOut", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is bare:
        return False
    if box.clickedButton() is full and second_asked(context, request, parent) == "agreed":
        return True
    return None
