"""What can be done with an opinion: the handlers of the table of acts."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog

from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document
from ctdesk.domain.states import OPINION
from ctdesk.ui.opinion.dialogs import ExportDialog, FrameDialog, ask_where, confirm_issue
from ctdesk.ui.opinion.preview import MemoPreview
from ctdesk.ui.opinion.returned import ReturnedDialog
from ctdesk.ui.opinion.revisions import RevisionsDialog
from ctdesk.ui.opinion.workspace import Workspace
from ctdesk.ui.page import Page
from ctdesk.ui.screening.draft_names import compare_draft

_STATE_AFTER = {
    "submit": "in_review",
    "return_for_changes": "returned",
    "approve": "approved",
}

_BEFORE_ISSUE = ("draft", "returned", "in_review", "approved")
_NEEDED: dict[str, Callable[[Document, OpinionActs], bool]] = {
    **dict.fromkeys(
        ("cite", "save", "add_paragraph", "edit_frame"), lambda _document, page: page.writable
    ),
    **dict.fromkeys(
        ("export_memo", "preview_memo", "open_in_word", "said_before", "compare_revisions"),
        lambda _document, _page: True,
    ),
    "returned_memo": lambda document, _page: bool(document.register_number),
    "supersede": lambda document, _page: document.state in ("issued", "amended"),
    "amend": lambda document, _page: document.state == "issued",
    "write_comment": lambda document, _page: not document.register_number,
    "agree_lower": lambda _document, page: page.may_agree,
    "show_names": lambda document, _page: document.state in _BEFORE_ISSUE,
    "issue": lambda document, page: (
        document.state in _BEFORE_ISSUE
        and (document.state == "approved" or page.context.desk.may("approve"))
    ),
}
"""What each act needs of the opinion that is open."""
_RIGHTS = {"approve": "approve", "issue": "approve", "agree_lower": "second"}
"""The right that an act takes."""


class OpinionActs(Page):
    """The acts on the opinion that is open in `workspace`."""

    workspace: Workspace

    def show_again(self) -> None:
        """Show the opinion and the list as they are after an act."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        document = self.workspace.document
        if handler in _NEEDED:
            return document is not None and _NEEDED[handler](document, self)
        if handler in _STATE_AFTER:
            following = OPINION.next_states(document.state) if document else ()
            allowed = handler not in _RIGHTS or self.context.desk.may(_RIGHTS[handler])
            return allowed and _STATE_AFTER[handler] in following
        return super().can(handler)

    def why_not(self, handler: str) -> str:
        return self.context.desk.why_not(_RIGHTS[handler]) if handler in _RIGHTS else ""

    @property
    def writable(self) -> bool:
        """Whether the text may be changed now."""
        return not self.workspace.column.frozen

    @property
    def may_agree(self) -> bool:
        """Whether a lower classification waits for this officer, as the second one."""
        document = self.workspace.document
        return (
            document is not None
            and bool(document.lower_reason)
            and not document.lower_agreed
            and document.lower_by != self.context.desk.officer.uid
        )

    def cite(self) -> None:
        if self.workspace.cite():
            self.notice.emit(self.tr("The passage is now a source of this paragraph."))
        else:
            self.notice.emit(self.tr("Select a passage in the report first."))

    def cite_passage(self, document: str, start: int, end: int) -> str:
        """Let the current paragraph stand on a passage of any document; gives what was done, in
        words, "" where no opinion is being written."""
        opinion = self.workspace.document
        if opinion is None or not self.writable:
            return ""
        desk = self.context.desk
        try:
            source = desk.opinions.source(document, start, end)
            desk.opinions.stand_on(opinion.uid, document)
        except CtdeskError as error:
            self.failed.emit(error)
            return ""
        self.workspace.column.cite(source)
        self.workspace.save()
        self.workspace.show_opinion(desk.opinions.open(opinion.uid))
        return self.tr("Cited in: {0}").format(f"\u2068{opinion.subject}\u2069")

    def save(self) -> None:
        if self.workspace.save():
            self.notice.emit(self.tr("A revision was saved."))

    def add_paragraph(self) -> None:
        self.workspace.column.add()

    def edit_frame(self) -> None:
        """Change what stands around the blocks."""
        opinion = self.workspace.opinion
        if opinion is None:
            return
        dialog = FrameDialog(self.context, self, opinion)
        if dialog.exec():
            frame = dialog.frame
            desk = self.context.desk
            self._act(
                lambda uid: desk.opinions.edit(
                    uid,
                    to=frame.to,
                    subject=frame.subject,
                    subject_en=frame.subject_en,
                    memo_kind=frame.memo_kind,
                    classification=frame.classification,
                    urgency=frame.urgency,
                    lower_reason=frame.lower_reason,
                    **frame.sentences,
                ),
                self.tr("The frame was changed."),
            )
            after = self.workspace.document
            if after is not None and after.classification != frame.classification:
                self.notice.emit(self.tr("The lower classification waits for a second officer."))

    def said_before(self) -> None:
        self.workspace.beside.said_before()

    def write_comment(self) -> None:
        self.workspace.beside.write_comment()

    def compare_revisions(self) -> None:
        document = self.workspace.document
        if document is not None and self.may_leave():
            RevisionsDialog(self.context, self, document.uid).exec()

    def agree_lower(self) -> None:
        self._act(
            self.context.desk.review.agree_lower,
            self.tr("You agreed to the lower classification."),
        )

    def supersede(self) -> None:
        self._after("supersedes")

    def amend(self) -> None:
        self._after("amends")

    def _after(self, type_: str) -> None:
        """Begin the opinion that follows an issued one, from its text."""
        document = self.workspace.document
        if document is None or not self.may_leave():
            return
        try:
            later = self.context.desk.opinions.after(document.uid, type_)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        self.show_again()
        self.opened.emit("document", later.uid)
        self.notice.emit(self.tr("A later opinion was begun; it takes effect when it is issued."))

    def submit(self) -> None:
        self._act(self.context.desk.opinions.submit, self.tr("The opinion was sent for review."))

    def approve(self) -> None:
        self._act(self.context.desk.opinions.approve, self.tr("The opinion was approved."))

    def return_for_changes(self) -> None:
        comment, said = QInputDialog.getMultiLineText(
            self, self.tr("Return for changes"), self.tr("What should be changed?")
        )
        if said:
            self._act(
                lambda uid: self.context.desk.opinions.return_(uid, comment.strip()),
                self.tr("The opinion was returned."),
            )

    def issue(self) -> None:
        """Take the number, after what should be looked at was read; names are compared first."""
        self._with_names(self._issue)

    def show_names(self) -> None:
        """Go to the names of the lists in the draft that nobody has decided about."""
        self._with_names(self._show_names)

    def _with_names(self, then: Callable[[str], None]) -> None:
        document = self.workspace.document
        if document is not None and self.may_leave():
            uid = document.uid
            compare_draft(self, uid, lambda: then(uid))

    def _issue(self, uid: str) -> None:
        desk = self.context.desk
        try:
            checks = desk.opinions.checks(uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        if confirm_issue(self, self.context, checks):
            self._act(desk.opinions.issue, self.tr("The opinion was issued."))
        self.workspace.beside.show_checks()

    def _show_names(self, uid: str) -> None:
        self.workspace.beside.show_checks()
        try:
            rows = self.context.desk.screening.of_document(uid, screen=False)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        open_ = [row for row in rows if row.match.state == "candidate"]
        if open_:
            self.opened.emit("match", open_[0].match.uid)
        else:
            self.notice.emit(self.tr("No name in this opinion waits for a decision."))

    def export_memo(self) -> None:
        document = self.workspace.document
        if document is None or not self.may_leave():
            return
        dialog = ExportDialog(self.context, self)
        if not dialog.exec():
            return
        name = re.sub(r"\W+", "-", document.register_number or "draft").strip("-")
        path = ask_where(self, self.tr("Save the memo"), f"memo-{name}.docx")
        if path is None:
            return
        try:
            self.context.desk.memos.export(
                document.uid, path, dialog.memo_language, annex=dialog.annex.isChecked()
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.notice.emit(self.tr("The memo is in {0}").format(self.context.show.number(path)))

    def preview_memo(self) -> None:
        document = self.workspace.document
        if document is not None and self.may_leave():
            MemoPreview(self.context, self, document.uid, self.workspace.column.view).exec()

    def open_in_word(self) -> None:
        """The memo in the program that the machine has for it: a private copy, gone at the lock."""
        document = self.workspace.document
        if document is None or not self.may_leave():
            return
        view = self.workspace.column.view
        name = re.sub(r"\W+", "-", document.register_number or "draft").strip("-")
        try:
            data = self.context.desk.memos.hand_out(document.uid, view)
            self.context.opened_files.show(f"memo-{name}.docx", data)
        except CtdeskError as error:
            self.failed.emit(error)

    def returned_memo(self) -> None:
        """The memo came back from signature."""
        document = self.workspace.document
        if document is not None and ReturnedDialog(self.context, self, document).exec():
            self.show_again()
            self.changed.emit()
            self.notice.emit(self.tr("What came back is kept with the opinion."))

    def _act(self, act: Callable[[str], Document], sentence: str) -> None:
        document = self.workspace.document
        if document is None or not self.may_leave():
            return
        try:
            after = act(document.uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_again()
        self.changed.emit()
        number = self.context.show.number(after.register_number)
        self.notice.emit(self.context.show.joined(sentence, number))
