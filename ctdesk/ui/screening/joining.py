"""Putting an entry, or a name that was confirmed, on a list of names that leaves."""

from __future__ import annotations

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.page import Page
from ctdesk.ui.screening.out_dialogs import JoinDialog, Written


def put_on_list(page: Page, row: Written) -> str:
    """Ask which list a row joins, and write it there; the title of the list, "" for none."""
    names = page.context.desk.screening.name_lists
    show = page.context.show
    try:
        lists = [each for each in names.list() if not each.record.left_on]
        about = show.joined(row.name, row.name_other)
        dialog = JoinDialog(page.context, page, about, lists, row.basis)
        if not dialog.exec():
            return ""
        uid = dialog.list_uid or names.new(dialog.title.text()).uid
        words = {**vars(row), "basis": dialog.basis.text().strip()}
        names.add(uid, **words)
        return names.get(uid).title
    except CtdeskError as error:
        page.failed.emit(error)
        return ""
