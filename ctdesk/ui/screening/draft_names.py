"""A draft compared with the lists before something is done with it."""

from __future__ import annotations

from collections.abc import Callable

from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.page import Page
from ctdesk.ui.work import Work


def compare_draft(page: Page, uid: str, then: Callable[[], None]) -> None:
    """Compare an opinion, as it is saved, with the lists, then go on; on a worker where the names
    have to be made ready first."""
    screening = page.context.desk.screening
    if screening.ready:
        try:
            screening.drafts.screen(uid)
        except CtdeskError as error:
            page.failed.emit(error)
            return
        then()
        return
    work = Work(page.context.desk, lambda desk, _step: desk.screening.drafts.screen(uid), page)
    work.failed.connect(page.failed)
    work.finished_with.connect(lambda _none: then())
    page.working.emit(work, page.context.word("screening.comparing"))
    work.start()
