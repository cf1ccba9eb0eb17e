"""What an officer should know when the desk has opened: one line in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ctdesk.ui.context import Context

translate = QCoreApplication.translate


def reminders(context: Context) -> str:
    """Warnings of the opening, a backup or a check that is overdue; "" when there is nothing."""
    desk = context.desk
    said = [context.word(f"warning.{name}") for name in desk.warnings]
    if desk.backups.reminder():
        said.append(
            translate("Reminders", "No backup was ever written to another medium.")
            if desk.backups.days_without_elsewhere() is None
            else translate("Reminders", "No backup on another medium for a week or more.")
        )
    if not said and desk.checks.due() and desk.checks.last() is not None:
        said.append(translate("Reminders", "The desk was not checked for a week."))
    return " ".join(said)
