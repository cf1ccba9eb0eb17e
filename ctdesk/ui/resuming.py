"""Opens again, after an unlock, the forms that held unsaved words at the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from ctdesk.desk import Unsaved
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.form.loose_words import FORM, LooseWordsDialog

if TYPE_CHECKING:
    from ctdesk.ui.window import MainWindow


def resume(window: MainWindow) -> None:
    """Open each form with its words, one after another; a record that is gone leaves none."""
    context = window.context
    for unsaved in context.desk.unsaved.all():
        if not window.isVisible():
            # the desk was locked over the form before: the rest waits for the next time
            return
        try:
            dialog = _FORMS[unsaved.form](window, unsaved)
        except CtdeskError as error:
            context.desk.unsaved.drop(unsaved.form, unsaved.record)
            window.fail(error)
            continue
        dialog.exec()
        if window.isVisible():
            window.read_again()


def _report(window: MainWindow, _unsaved: Unsaved) -> QDialog:
    return window.intake.report_dialog()


def _document(window: MainWindow, unsaved: Unsaved) -> QDialog:
    from ctdesk.ui.form.edit import EditDocumentDialog

    return EditDocumentDialog(window.context, window, unsaved.record)


def _item(window: MainWindow, unsaved: Unsaved) -> QDialog:
    from ctdesk.ui.articles.item_dialog import ItemDialog

    return ItemDialog(window.context, window, window.context.desk.dossiers.item(unsaved.record))


def _loose(window: MainWindow, unsaved: Unsaved) -> QDialog:
    return LooseWordsDialog(window.context, window, unsaved)


_FORMS: dict[str, Callable[[MainWindow, Unsaved], QDialog]] = {
    "report": _report,
    "document": _document,
    "item": _item,
    FORM: _loose,
}
