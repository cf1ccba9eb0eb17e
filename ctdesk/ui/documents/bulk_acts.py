"""Acts on all documents that are chosen on the list, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QInputDialog, QMenu

from ctdesk.desk import Desk
from ctdesk.desk.bulk import Done
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.states import DOCUMENT
from ctdesk.domain.terms import terms
from ctdesk.ui import files
from ctdesk.ui.language import QT_TRANSLATE_NOOP
from ctdesk.ui.second.handing_out import in_full
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.ui.documents.page_acts import DocumentActs

_WHY = QT_TRANSLATE_NOOP("BulkActs", "Reason (it stays in the register):")
_WORD = QT_TRANSLATE_NOOP("BulkActs", "List as Word…")
_EXCEL = QT_TRANSLATE_NOOP("BulkActs", "List as Excel…")
_WRITTEN = QT_TRANSLATE_NOOP("BulkActs", "The list lies at {0}. It is not encrypted there.")
_MANY = 200
"""More documents than these are changed off the window's thread."""

BulkAct = Callable[[Desk], Done]


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("BulkActs", phrase)


def refer(page: DocumentActs, uids: Sequence[str]) -> None:
    """Ask to which officer the chosen documents go."""
    menu = QMenu(page)
    for officer in page.context.desk.officers.list():
        entry = menu.addAction(page.context.officer_name(officer))
        entry.triggered.connect(
            lambda _=False, o=officer.uid: run(page, uids, lambda desk: desk.bulk.assign(uids, o))
        )
    menu.popup(QCursor.pos())


def change_state(page: DocumentActs, uids: Sequence[str]) -> None:
    """Ask for the state that the chosen documents come to."""
    menu = QMenu(page)
    states = dict.fromkeys(state for follows in DOCUMENT.follows.values() for state in follows)
    for state in states:
        if state not in ("assigned", "registered"):
            entry = menu.addAction(page.context.label("document_state", state))
            entry.triggered.connect(lambda _=False, s=state: _change_state(page, uids, s))
    menu.popup(QCursor.pos())


def _change_state(page: DocumentActs, uids: Sequence[str], state: str) -> None:
    reason = ""
    if state in DOCUMENT.needs_reason:
        label = page.context.label("document_state", state)
        reason, given = QInputDialog.getMultiLineText(page, label, _tr(_WHY))
        if not given:
            return
    run(page, uids, lambda desk: desk.bulk.change_state(uids, state, reason))


def add_topic(page: DocumentActs, uids: Sequence[str]) -> None:
    """Ask for the topic that the chosen documents get."""
    menu = QMenu(page)
    for term in terms().vocabulary("topic"):
        entry = menu.addAction(term.label(page.context.lang))
        entry.triggered.connect(
            lambda _=False, c=term.code: run(page, uids, lambda desk: desk.bulk.add_topic(uids, c))
        )
    menu.popup(QCursor.pos())


def export(page: DocumentActs, uids: Sequence[str]) -> None:
    """Ask for the form, then write the list of the chosen documents."""
    menu = QMenu(page)
    for phrase, extension in ((_WORD, "docx"), (_EXCEL, "xlsx")):
        entry = menu.addAction(_tr(phrase))
        entry.triggered.connect(lambda _=False, x=extension: write(page, uids, x))
    menu.popup(QCursor.pos())


def write(page: DocumentActs, uids: Sequence[str], extension: str) -> None:
    """Write the list of documents to a file that the officer names."""
    name = page.context.word("list.selected")
    target = files.ask_where(page, f"{name}.{extension}")
    if target is None:
        return
    if target.suffix.lower() != f".{extension}":
        target = target.with_name(f"{target.name}.{extension}")
    bulk = page.context.desk.bulk
    full = in_full(page.context, bulk.request(uids), page)
    if full is None:
        return
    try:
        bulk.export(uids, target, page.context.lang, full=full)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    page.notice.emit(_tr(_WRITTEN).format(f"\u2068{target}\u2069"))


def undo(page: DocumentActs, done: Done) -> None:
    """Take back the last act on several documents."""
    run(page, [uid for uid, _ in done.changed], lambda desk: desk.bulk.undo(done), undoes=True)


def run(
    page: DocumentActs, uids: Sequence[str], act: BulkAct, *, undoes: bool = False
) -> Work | None:
    """Do it at once for a few, beside the window for many."""
    if len(uids) <= _MANY:
        try:
            _done(page, act(page.context.desk), undoes)
        except CtdeskError as error:
            page.failed.emit(error)
        return None
    work = Work(page.context.desk, lambda desk, _step: act(desk), page)
    work.finished_with.connect(lambda done: _done(page, done, undoes))
    work.failed.connect(page.failed)
    work.start()
    return work


def _done(page: DocumentActs, done: Done, undone: bool) -> None:
    page.last_done = done if done.changed and not undone else None
    page.refresh()
    page.changed.emit()
    page.acts_changed.emit()
    reason = done.left[0][1].message(page.context.lang) if done.left else ""
    page.tell_done(len(done.changed), len(done.left), reason, undone=undone)
