"""The acts on lists of names that leave: rows, approvals by two, the only way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.roles import check_right
from ctdesk.ui.asking import Question
from ctdesk.ui.page import Page
from ctdesk.ui.screening.countersign_dialog import CountersignDialog
from ctdesk.ui.screening.out_dialogs import NewListDialog, RowDialog
from ctdesk.ui.screening.sheet_out import write_out

if TYPE_CHECKING:
    from ctdesk.desk import Desk
    from ctdesk.desk.screening_rows import NameListRow, NameRowView

_BOTH = 2
_OUT = ("names_word", "names_excel")
_ON_LIST = ("add_name_row", "names_word", "names_excel")
_ON_ROWS = ("edit_name_row", "remove_name_row", "approve_rows", "countersign_rows",
            "withdraw_rows")  # fmt: skip


class OutActs(Page):
    """What is done with the list that is open; what it shows is the tab's."""

    @property
    def open_list(self) -> NameListRow | None:
        """The list that is open."""
        raise NotImplementedError

    @property
    def all_rows(self) -> Sequence[NameRowView]:
        """Its rows."""
        raise NotImplementedError

    @property
    def chosen_rows(self) -> Sequence[NameRowView]:
        """The rows that are chosen."""
        raise NotImplementedError

    def show_list(self, uid: str) -> None:
        """Show a list as it is now."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        opened, rows = self.open_list, self.chosen_rows
        if handler in _ON_LIST:
            ready = opened is not None and opened.ready
            return ready if handler in _OUT else opened is not None
        if handler in _ON_ROWS:
            return {
                "approve_rows": any(view.may_approve for view in rows),
                "countersign_rows": any(self._may_be_signed(view) for view in rows),
                "withdraw_rows": bool(self._own(rows)),
            }.get(handler, bool(rows))
        return super().can(handler)

    def why_not(self, handler: str) -> str:
        if handler in _OUT and self.open_list is not None:
            return self.blocking
        if handler == "approve_rows":
            try:
                check_right(self.context.desk.officer.role, "second")
            except Refused as error:
                return error.message(self.context.lang)
        return super().why_not(handler)

    @property
    def blocking(self) -> str:
        """What keeps the list from leaving, in words; "" when it may leave."""
        show, rows = self.context.show, self.all_rows
        if not rows:
            return self.tr("The list has no rows yet.")

        def numbers(views: Sequence[NameRowView]) -> str:
            return show.names(show.number(view.row.number) for view in views)

        bare = [view for view in rows if not view.row.basis.strip()]
        gone = [view for view in rows if view.delisted_on]
        open_ = [view for view in rows if view.approvals < _BOTH]
        said = []
        if bare:
            said.append(self.tr("Without a legal basis: {0}.").format(numbers(bare)))
        if gone:
            said.append(self.tr("The entry is listed no more: {0}.").format(numbers(gone)))
        if open_:
            said.append(self.tr("Not approved by two officers: {0}.").format(numbers(open_)))
        return " ".join(said)

    def new_name_list(self) -> None:
        """Begin a list of names."""
        dialog = NewListDialog(self.context, self)
        if not dialog.exec():
            return
        try:
            record = self.context.desk.screening.name_lists.new(
                dialog.title.text(),
                classification=str(dialog.degree.currentData()),
                document=str(dialog.opinion.currentData() or ""),
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.show_list(record.uid)

    def add_name_row(self) -> None:
        """Write a row by hand."""
        opened = self.open_list
        if opened is None:
            return
        dialog = RowDialog(self.context, self, None, self._bases)
        if dialog.exec():
            words = vars(dialog.written)
            self._try(lambda desk: desk.screening.name_lists.add(opened.record.uid, **words))

    def edit_name_row(self) -> None:
        """Change what a row says; its approvals are void then."""
        rows = self.chosen_rows
        if not rows:
            return
        row = rows[0].row
        dialog = RowDialog(self.context, self, row, self._bases)
        if dialog.exec():
            words = vars(dialog.written)
            self._try(lambda desk: desk.screening.name_lists.edit(row.uid, **words))

    def remove_name_row(self) -> None:
        """Take rows off the list; the history keeps them."""
        rows = self.chosen_rows
        number = self.context.show.number
        numbers = self.context.show.names(number(view.row.number) for view in rows)
        asked = self.tr("Take these rows off the list: {0}?").format(numbers)
        title = self.tr("Take off the list")
        if rows and Question(self, title, asked, title, self.tr("Leave them")).agreed():
            for view in rows:
                self._try(partial(_remove, view.row.uid))

    def approve_rows(self) -> None:
        """Say yes to the chosen rows, as they read now."""
        opened = self.open_list
        rows = [view.row.uid for view in self.chosen_rows if view.may_approve]
        if opened is not None and rows:
            self._try(lambda desk: desk.screening.name_lists.approve(opened.record.uid, rows))

    def countersign_rows(self) -> None:
        """A colleague who stands by says yes to the chosen rows."""
        opened = self.open_list
        rows = [view.row.uid for view in self.chosen_rows if self._may_be_signed(view)]
        if opened is None or not rows:
            return
        uid = opened.record.uid
        about = self.tr("%n row(s), as they read now, are approved by a colleague.", "", len(rows))
        dialog = CountersignDialog(
            self.context,
            self,
            self.context.show.digits(about),
            opened.record.classification,
            lambda desk, slot, words: desk.screening.name_lists.approve(uid, rows, slot, words),
        )
        if dialog.exec():
            self.show_list(uid)

    def withdraw_rows(self) -> None:
        """Take back one's own approval of the chosen rows."""
        for view in self._own(self.chosen_rows):
            self._try(partial(_withdraw, view.row.uid))

    def names_word(self) -> None:
        self._export("docx")

    def names_excel(self) -> None:
        self._export("xlsx")

    @property
    def _bases(self) -> list[str]:
        return [view.row.basis for view in self.all_rows]

    def _own(self, rows: Sequence[NameRowView]) -> list[NameRowView]:
        own = self.context.desk.officer.uid
        return [v for v in rows if own in (v.row.first_by, v.row.second_by)]

    def _may_be_signed(self, view: NameRowView) -> bool:
        return view.approvals < _BOTH and bool(view.row.basis.strip()) and not view.delisted_on

    def _export(self, extension: str) -> None:
        opened = self.open_list
        if opened is None:
            return
        uid, lists = opened.record.uid, self.context.desk.screening.name_lists
        write_out(
            self,
            opened.record.title,
            extension,
            lambda path, language: lists.export(uid, path, language),
        )
        self.show_list(uid)

    def _try(self, act: Callable[[Desk], Any]) -> None:
        opened = self.open_list
        try:
            act(self.context.desk)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        if opened is not None:
            self.show_list(opened.record.uid)


def _remove(uid: str, desk: Desk) -> None:
    desk.screening.name_lists.remove(uid)


def _withdraw(uid: str, desk: Desk) -> None:
    desk.screening.name_lists.withdraw(uid)
