"""Pictures of backups, of restoring and of the check."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from ctdesk.domain.records import Document


def _backups(window: QWidget) -> None:
    desk = window.context.desk  # type: ignore[attr-defined]
    if not desk.backups.ring():
        desk.backups.drill(desk.backups.write_here().copied)
    window.go("go_keeping").show_tab("backups")  # type: ignore[attr-defined]


def _restore(window: QWidget) -> QDialog:
    """What restoring would change, after a morning's work."""
    from ctdesk.ui.keeping.restore_dialog import RestoreDialog

    context = window.context  # type: ignore[attr-defined]
    copied = context.desk.backups.ring()[0]
    for document in context.desk._store.read.where(Document, kind="report", limit=3):
        context.desk.documents.edit(document.uid, urgency="urgent")
    dialog = RestoreDialog(context, context.desk.backups.preview(copied), window)
    dialog.show()
    return dialog


def _check(window: QWidget) -> None:
    """A check that found something: a file lies in the desk that no record names."""
    desk = window.context.desk  # type: ignore[attr-defined]
    desk._store.blobs.put(b"left behind")
    tab = window.go("go_keeping").show_tab("check")  # type: ignore[attr-defined]
    checkup = desk.checks.run()
    tab.show_checkup(checkup)
    desk.checks.mend(checkup)


def _open_backup(window: QWidget) -> QDialog:
    """The way back, as the locked screen offers it."""
    from ctdesk.ui.open_backup import OpenBackupDialog

    context = window.context  # type: ignore[attr-defined]
    dialog = OpenBackupDialog(context.desk.folder, context.lang, window)
    dialog.show()
    return dialog


SCREENS: dict[str, Callable[[QWidget], QWidget | None]] = {
    "backups": _backups,
    "restore": _restore,
    "check": _check,
    "open-backup": _open_backup,
}
