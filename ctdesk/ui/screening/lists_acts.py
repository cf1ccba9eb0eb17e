"""The acts on lists: look at a file, take it in, leave it, save a template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.roles import check_right
from ctdesk.ui import files
from ctdesk.ui.asking import Question
from ctdesk.ui.page import Page
from ctdesk.ui.screening.list_dialog import ListKindDialog, kind_is_plain
from ctdesk.ui.work import Work

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import Applied, Preview

_NEEDS_RIGHT = ("import_list", "apply_list")
_NARRATIVES = ".jsonl"


class ListsActs(Page):
    """What is done with lists; what it shows is the tab's."""

    _work: Work | None = None

    @property
    def looked_at(self) -> Preview | None:
        """The file that is looked at now."""
        raise NotImplementedError

    def show_preview(self, preview: Preview) -> None:
        """Show what a file would change."""
        raise NotImplementedError

    def show_refused(self, name: str, error: CtdeskError) -> None:
        """Show why a file was not taken."""
        raise NotImplementedError

    def show_lists(self) -> None:
        """Back to the lists in force."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        if handler in _NEEDS_RIGHT and self._forbidden:
            return False
        if handler == "apply_list":
            return self.looked_at is not None and not self.looked_at.known
        if handler == "leave_list":
            return self.looked_at is not None
        return super().can(handler)

    def why_not(self, handler: str) -> str:
        return self._forbidden if handler in _NEEDS_RIGHT else ""

    @property
    def _forbidden(self) -> str:
        try:
            check_right(self.context.desk.officer.role, "lists")
        except Refused as error:
            return error.message(self.context.lang)
        return ""

    def import_list(self) -> None:
        """Ask for the file of a list and show what it would change."""
        kinds = (
            self.tr("Lists ({0})").format("*.xml *.gz *.xlsx *.csv *.jsonl"),
            self.tr("All files ({0})").format("*"),
        )
        self.look_at(files.ask_which(self, self.tr("Import a list"), ";;".join(kinds)))

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what a file would change; which list it is is asked where it doesn't say."""
        if self._forbidden:
            self.notice.emit(self._forbidden)
            return
        if not paths or self._work is not None:
            return
        path = paths[0]
        if path.suffix.lower() == _NARRATIVES:
            self._add_narratives(path)
            return
        kind, day = "", ""
        if not kind_is_plain(path.name):
            dialog = ListKindDialog(self.context, self, path.name)
            if not dialog.exec():
                return
            kind, day = dialog.kind, dialog.day
        work = Work(
            self.context.desk,
            lambda desk, _step: desk.screening.lists.preview(path, as_=kind, dated=day),
            self,
        )
        work.finished_with.connect(self.show_preview)
        work.failed.connect(lambda error: self.show_refused(path.name, error))
        self._begin(work, self.tr("Reading the list…"))

    def apply_list(self) -> None:
        """Take in the list that is looked at, in one act."""
        preview = self.looked_at
        if preview is None or self._work is not None:
            return
        if preview.shrunk and not self._sure(preview):
            return
        work = Work(
            self.context.desk,
            lambda desk, _step: desk.screening.lists.apply(preview, shrunk_is_right=preview.shrunk),
            self,
        )
        work.finished_with.connect(self._applied)
        work.failed.connect(lambda error: self.show_refused(preview.file_name, error))
        self._begin(work, self.tr("Putting the list into force…"))

    def leave_list(self) -> None:
        """Leave the file that is looked at; nothing was changed."""
        self.show_lists()

    def list_template(self) -> None:
        """Save a national list to fill in."""
        target = files.ask_where(self, f"{self.context.word('list_column.sheet')}.xlsx")
        if target is None:
            return
        try:
            self.context.desk.screening.lists.write_template(target, self.context.lang)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.notice.emit(self.tr("The template lies at {0}").format(f"\u2068{target}\u2069"))

    def may_leave(self) -> bool:
        if self._work is not None:
            self._work.cancel()
            self._work.wait()
        return True

    def _add_narratives(self, path: Path) -> None:
        try:
            kept = self.context.desk.screening.lists.add_narratives(path)
        except CtdeskError as error:
            self.show_refused(path.name, error)
            return
        said = self.tr("Reasons for listing were kept with %n entry(ies).", "", kept)
        self.notice.emit(self.context.show.digits(said))

    def _sure(self, preview: Preview) -> bool:
        """Whether it is right that the list lost more than a third of its entries."""
        said = self.tr(
            "This list has {0} entries; {1} of the list before it are gone. "
            "A cut-off file looks like this. Is the loss right?"
        )
        number = self.context.show.number
        gone = len(preview.difference.removed)
        return Question(
            self,
            self.tr("A list that lost a third"),
            said.format(number(len(preview.file.entries)), number(gone)),
            self.tr("Put into force all the same"),
            self.tr("Leave it"),
        ).agreed()

    def _applied(self, applied: Applied) -> None:
        show = self.context.show
        self.show_lists()
        self.changed.emit()
        said = self.tr("In force: {0} added, {1} removed, {2} changed.").format(
            show.number(applied.added), show.number(applied.removed), show.number(applied.changed)
        )
        opened = self.tr("%n decision(s) are open again.", "", applied.reopened)
        self.notice.emit(
            show.joined(said, show.digits(opened) if applied.reopened else "", between=" ")
        )

    def _begin(self, work: Work, sentence: str) -> None:
        self._work = work
        work.finished.connect(self._ended)
        self.working.emit(work, sentence)
        work.start()

    def _ended(self) -> None:
        self._work = None
