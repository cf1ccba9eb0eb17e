"""The acts on the open document that ask something first: to whom, which state, where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Attachment, Document
from ctdesk.domain.states import DOCUMENT
from ctdesk.ui import files
from ctdesk.ui.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ctdesk.ui.documents.page_acts import DocumentActs

_REFERRED = QT_TRANSLATE_NOOP("DocumentActs", "Referred to {0}.")
_WITH_A_DAY = QT_TRANSLATE_NOOP("DocumentActs", "With a due day and a note…")
_STATE_SET = QT_TRANSLATE_NOOP("DocumentActs", "Document {0} is now: {1}.")
_NOBODY = QT_TRANSLATE_NOOP("DocumentActs", "No officer is entered in the desk yet.")
_WHY = QT_TRANSLATE_NOOP("DocumentActs", "Reason (it stays in the register):")
_OPEN = QT_TRANSLATE_NOOP("DocumentActs", "Open")
_SAVE_AS = QT_TRANSLATE_NOOP("DocumentActs", "Save a copy…")
_CHECK = QT_TRANSLATE_NOOP("DocumentActs", "Check that it is unchanged")
_UNCHANGED = QT_TRANSLATE_NOOP(
    "DocumentActs", "{0} is as it was when it was registered. SHA-256: {1}"
)
_NOTED = QT_TRANSLATE_NOOP("DocumentActs", "The margin note was written.")
_ATTACH = QT_TRANSLATE_NOOP("DocumentActs", "Files to keep with the document")
_SAVED = QT_TRANSLATE_NOOP("DocumentActs", "A copy lies at {0}. It is not encrypted there.")


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("DocumentActs", phrase)


def refer(page: DocumentActs) -> None:
    """Ask to which officer the open document goes, and send it there."""
    document = page.pane.document
    if document is None:
        return
    context = page.context
    menu = QMenu(page)
    try:
        officers = context.desk.officers.list()
    except CtdeskError as error:
        page.failed.emit(error)
        return
    if not officers:
        page.notice.emit(_tr(_NOBODY))
        return
    for officer in officers:
        title = officer.title_ar if context.rtl else officer.title_en
        name = officer.name_ar if context.rtl else officer.name_en
        label = context.show.joined(title, name) or officer.slot
        entry = menu.addAction(label)
        entry.triggered.connect(lambda _=False, o=officer.uid, n=label: _refer(page, o, n))
    menu.addSeparator()
    menu.addAction(_tr(_WITH_A_DAY)).triggered.connect(lambda: refer_with_a_day(page, document))
    menu.popup(_above(page.pane.buttons["refer"], menu))


def refer_with_a_day(page: DocumentActs, document: Document) -> None:
    """Refer with a due day and a word on the margin."""
    from ctdesk.ui.documents.refer_dialog import ReferDialog

    dialog = ReferDialog(page.context, document, page)
    if dialog.exec():
        officers = {o.uid: o for o in page.context.desk.officers.list()}
        name = page.context.officer_name(officers.get(dialog.document.officer))
        page.acted(dialog.document, _tr(_REFERRED).format(name))


def _refer(page: DocumentActs, officer: str, name: str) -> None:
    try:
        document = page.context.desk.documents.refer(page.current_uid, officer)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    page.acted(document, _tr(_REFERRED).format(name))


def change_state(page: DocumentActs) -> None:
    """Ask for the next state of the open document."""
    document = page.pane.document
    if document is None:
        return
    menu = QMenu(page)
    for state in page.context.desk.documents.next_states(document.uid):
        if state == "assigned":
            continue  # a document is assigned by referring it to somebody
        if state == "void":
            menu.addSeparator()
        entry = menu.addAction(page.context.label("document_state", state))
        if "void" in (document.state, state) and (why := page.context.desk.why_not("void")):
            entry.setEnabled(False)
            entry.setToolTip(why)
            menu.setToolTipsVisible(True)
        entry.triggered.connect(lambda _=False, s=state: _change_state(page, document, s))
    menu.popup(_above(page.pane.buttons["change_state"], menu))


def _change_state(page: DocumentActs, document: Document, state: str) -> None:
    label = page.context.label("document_state", state)
    reason = ""
    if DOCUMENT.wants_reason(document.state, state):
        reason, given = QInputDialog.getMultiLineText(page, label, _tr(_WHY))
        if not given:
            return
    try:
        changed = page.context.desk.documents.change_state(document.uid, state, reason)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    number = page.context.show.number(changed.register_number)
    page.acted(changed, _tr(_STATE_SET).format(number, label))


def edit_fields(page: DocumentActs) -> None:
    """Open the form on the fields of the open document."""
    from ctdesk.ui.form.edit import EditDocumentDialog

    document = page.pane.document
    if document is None:
        return
    dialog = EditDocumentDialog(page.context, page, document.uid)
    dialog.edited.connect(lambda uid: page.acted(page.context.desk.documents.get(uid), ""))
    dialog.exec()


def margin_note(page: DocumentActs) -> None:
    """Write on the margin of the open document (هامش)."""
    document = page.pane.document
    if document is None:
        return
    label = page.context.field("document", "margin_note")
    number = page.context.show.number(document.register_number)
    note, given = QInputDialog.getMultiLineText(page, label, number, document.margin_note)
    if not given or note.strip() == document.margin_note:
        return
    try:
        changed = page.context.desk.documents.edit(document.uid, margin_note=note.strip())
    except CtdeskError as error:
        page.failed.emit(error)
        return
    page.acted(changed, _tr(_NOTED))


def add_attachment(page: DocumentActs) -> None:
    """Keep further files with the open document."""
    document = page.pane.document
    if document is None:
        return
    chosen = files.ask_which(page, _tr(_ATTACH))
    if not chosen:
        return
    try:
        intake = page.context.desk.intake
        given = [intake.as_it_is(path) for path in chosen]
        page.context.desk.documents.attach(document.uid, given)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    page.acted(document, page.tell_attached(len(given)))


def show_history(page: DocumentActs, field: str = "") -> None:
    """Everything that was written of the open document, or of one of its fields."""
    from ctdesk.ui.documents.history_dialog import HistoryDialog

    dialog = HistoryDialog(page.context, page.current_uid, page, field=field)
    dialog.brought_back.connect(lambda document: page.acted(document, ""))
    dialog.exec()


def edit_links(page: DocumentActs) -> None:
    """The ties of the open document."""
    from ctdesk.ui.documents.links_dialog import LinksDialog

    document = page.pane.document
    if document is None:
        return
    dialog = LinksDialog(page.context, document.uid, page)
    dialog.linked.connect(lambda: page.acted(document, ""))
    dialog.exec()


def attachment_menu(page: DocumentActs, attachment: Attachment) -> None:
    """Open a file that came with the document, or save a copy of it."""
    menu = QMenu(page)
    if files.may_be_opened(attachment.name):
        menu.addAction(_tr(_OPEN)).triggered.connect(lambda: _open(page, attachment))
    menu.addAction(_tr(_SAVE_AS)).triggered.connect(lambda: _save(page, attachment))
    menu.addAction(_tr(_CHECK)).triggered.connect(lambda: check(page, attachment))
    menu.popup(QCursor.pos())


def check(page: DocumentActs, attachment: Attachment) -> None:
    """Compare a file with what it was when it came, and say so."""
    try:
        digest = page.context.desk.documents.check_attachment(attachment.uid)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    name, shown = f"\u2068{attachment.name}\u2069", f"\u2068{digest}\u2069"
    page.notice.emit(_tr(_UNCHANGED).format(name, shown))


def _open(page: DocumentActs, attachment: Attachment) -> None:
    try:
        data = page.context.desk.documents.attachment_data(attachment.uid)
        page.context.opened_files.show(attachment.name, data)
    except CtdeskError as error:
        page.failed.emit(error)


def _save(page: DocumentActs, attachment: Attachment) -> None:
    target = files.ask_where(page, attachment.name)
    if target is None:
        return
    try:
        page.context.desk.documents.save_attachment(attachment.uid, target)
    except CtdeskError as error:
        page.failed.emit(error)
        return
    page.notice.emit(_tr(_SAVED).format(f"\u2068{target}\u2069"))


def _above(button: QWidget, menu: QMenu) -> QPoint:
    """Where a menu opens upward from a button at the window's foot."""
    height = menu.sizeHint().height()
    corner = button.mapToGlobal(QPoint(0, -height - 4))
    if button.isRightToLeft():
        corner.setX(corner.x() + button.width() - menu.sizeHint().width())
    return corner
