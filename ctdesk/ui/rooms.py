"""The rooms by the row of the rail that leads to them; made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ctdesk.ui.context import Context
from ctdesk.ui.page import Page

if TYPE_CHECKING:
    from ctdesk.ui.window import MainWindow

_ROOM_OF = {
    "dossier": "go_dossiers",
    "item": "go_dossiers",
    "action": "go_actions",
    "list_entry": "go_screening",
    "match": "go_screening",
    "name_list": "go_screening",
}


def make_room(name: str, window: MainWindow) -> Page:
    """The page of a row of the rail."""
    return _MAKERS[name](window)


def waiting(context: Context) -> dict[str, int]:
    """How many wait in each room, by the row of the rail. Raises CtdeskError."""
    counts = context.desk.documents.counts()
    return {
        "go_incoming": counts.incoming,
        "go_documents": counts.documents,
        "go_opinions": counts.opinions_open,
        "go_dossiers": counts.dossiers,
        "go_actions": counts.actions_open,
        "go_screening": context.desk.screening.open(limit=0).total,
        "go_keeping": len(context.desk.approvals.waiting()),
    }


def room_of(context: Context, table: str, uid: str) -> str:
    """The row of the rail whose room shows a record. Raises CtdeskError."""
    if table == "document" and context.desk.documents.get(uid).kind == "opinion":
        return "go_opinions"
    return _ROOM_OF.get(table, "go_documents")


def _documents(window: MainWindow) -> Page:
    from ctdesk.ui.documents import DocumentsPage

    page = DocumentsPage(window.context, window)
    page.opinion_wanted.connect(window.draft_on)
    page.new_wanted.connect(window.new_report)
    page.passage_cited.connect(lambda *passage: _cite(window, *passage))
    return page


def _cite(window: MainWindow, document: str, start: int, end: int) -> None:
    """A passage read anywhere becomes a source of the opinion that is being written."""
    from ctdesk.ui.opinion import OpinionPage

    page = window.room("go_opinions")
    assert isinstance(page, OpinionPage)
    said = page.cite_passage(document, start, end)
    window.notices.say(said or page.tr("No opinion is being written: F4 begins one."))


def _opinions(window: MainWindow) -> Page:
    from ctdesk.ui.opinion import OpinionPage

    return OpinionPage(window.context, window)


def _dossiers(window: MainWindow) -> Page:
    from ctdesk.ui.dossiers import DossiersPage

    return DossiersPage(window.context, window)


def _actions(window: MainWindow) -> Page:
    from ctdesk.ui.actions_page import ActionsPage

    return ActionsPage(window.context, window)


def _incoming(window: MainWindow) -> Page:
    from ctdesk.ui.incoming import IncomingPage

    page = IncomingPage(window.context, window)
    page.reading.connect(lambda work: window.notices.follow(work, page.tr("Reading the files…")))
    return page


def _registers(window: MainWindow) -> Page:
    from ctdesk.ui.registers import RegistersPage

    return RegistersPage(window.context, window)


def _screening(window: MainWindow) -> Page:
    from ctdesk.ui.screening import ScreeningPage

    page = ScreeningPage(window.context, window)
    page.hits.compare_wanted.connect(window.names.look_now)
    page.hits.show_due(window.names.due)
    window.names.compared.connect(page.hits.show_due)
    return page


def _keeping(window: MainWindow) -> Page:
    from ctdesk.ui.keeping import KeepingPage

    return KeepingPage(window.context, window)


_MAKERS: dict[str, Callable[[MainWindow], Page]] = {
    "go_incoming": _incoming,
    "go_documents": _documents,
    "go_opinions": _opinions,
    "go_dossiers": _dossiers,
    "go_actions": _actions,
    "go_registers": _registers,
    "go_screening": _screening,
    "go_keeping": _keeping,
}
