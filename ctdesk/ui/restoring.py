"""A backup takes the place of the desk, behind a dialog, with the desk closed; and the backup that
is due when the desk closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ctdesk.desk import Desk
from ctdesk.desk.backups import Copied, Unlocked, restore
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.terms import Language
from ctdesk.text.show import isolate
from ctdesk.ui.errors import show_error
from ctdesk.ui.waiting import Progress, wait_for

translate = QCoreApplication.translate
_STOPPED = ("backup_stopped", "check_stopped")


def restore_desk(
    parent: QWidget,
    language: Language,
    folder: Path,
    copied: Copied,
    unlocked: Unlocked,
    role: str = "",
) -> bool:
    """Restore a backup, and say where the desk lies that was there; False when it failed, which
    is said too and leaves the desk as it was."""

    def act(progress: Progress) -> Path | None:
        return restore(folder, copied, unlocked, progress, role)

    try:
        aside = wait_for(parent, language, translate("Restoring", "Restoring the desk…"), act)
    except CtdeskError as error:
        show_error(parent, error, language)
        return False
    said = translate(
        "Restoring", "The desk was restored. It opens with the passphrases of the backup's day."
    )
    said += " " + translate(
        "Restoring", "Give its new key card to the desks that it exchanges packs with."
    )
    if aside is not None:
        kept = translate("Restoring", "The desk that was there is kept whole in {0}.")
        said += " " + kept.format(isolate(str(aside)))
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(translate("Restoring", "Restored"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said)
    box.exec()
    return True


def back_up_before_closing(parent: QWidget, language: Language, desk: Desk) -> None:
    """Write the day's backup when it is due; the desk closes with or without it."""

    def act(progress: Progress) -> None:
        worker = desk.for_worker()
        try:
            worker.backups.write_daily(progress)
        finally:
            worker.close()

    sentence = translate("Restoring", "The day's backup is written…")
    stop = translate("Restoring", "Close without a backup")
    try:
        if desk.backups.due():
            wait_for(parent, language, sentence, act, stop)
    except CtdeskError as error:
        if error.code not in _STOPPED:
            show_error(parent, error, language)
