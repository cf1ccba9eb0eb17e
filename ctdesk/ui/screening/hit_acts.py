"""Deciding about a name that was found: the handlers, for every page that shows such names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctdesk.domain.errors import CtdeskError, Refused
from ctdesk.domain.roles import check_right
from ctdesk.domain.states import MATCH
from ctdesk.ui.page import Page
from ctdesk.ui.screening.decide_dialogs import ConfirmDialog, ExcludeDialog
from ctdesk.ui.screening.hit_panel import DECISIONS, FURTHER, HitPanel
from ctdesk.ui.screening.joining import put_on_list
from ctdesk.ui.screening.out_dialogs import Written
from ctdesk.ui.screening.sheet_out import write_out

if TYPE_CHECKING:
    from ctdesk.desk.screening_rows import MatchRow

_STATE_AFTER = {
    "exclude_name": "excluded",
    "confirm_name": "confirmed",
    "undecided_name": "undecided",
    "reopen_name": "candidate",
}
_HANDLERS = (*DECISIONS, *FURTHER, "put_on_list", "next_name", "previous_name")


class HitActs(Page):
    """The acts on the name that `hit_panel` shows."""

    hit_panel: HitPanel

    @property
    def hit(self) -> MatchRow | None:
        """The name that is looked at."""
        return self.hit_panel.row

    def kept_hit(self) -> MatchRow | None:
        """The name that is looked at, kept at the desk so that it can be decided about. Raises
        CtdeskError."""
        return self.hit

    def step_name(self, by: int) -> None:
        """Go to another name."""
        raise NotImplementedError

    def names_changed(self) -> None:
        """A decision was taken about the name that is looked at: go on to the next."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        if handler not in _HANDLERS:
            return super().can(handler)
        row = self.hit
        if row is None:
            return False
        if handler == "put_on_list":
            return row.match.state == "confirmed" and not row.delisted
        if handler not in _STATE_AFTER:
            return True
        if handler == "confirm_name" and row.waits_for_second:
            return row.match.by != self.context.desk.officer.uid and not self._may_not_second
        return _STATE_AFTER[handler] in MATCH.next_states(row.match.state)

    def why_not(self, handler: str) -> str:
        row = self.hit
        if handler == "confirm_name" and row is not None and row.waits_for_second:
            return self._may_not_second or self.context.word(
                "screening.waits_for_second", by=row.by
            )
        return super().why_not(handler)

    @property
    def _may_not_second(self) -> str:
        try:
            check_right(self.context.desk.officer.role, "second")
        except Refused as error:
            return error.message(self.context.lang)
        return ""

    def grey_names(self) -> None:
        """Grey the buttons of the panel."""
        self.hit_panel.enable({name: self.can(name) for name in (*DECISIONS, *FURTHER)})
        self.acts_changed.emit()

    def exclude_name(self) -> None:
        """It is somebody else."""
        row = self._kept()
        if row is None:
            return
        dialog = ExcludeDialog(self.context, self, row)
        if dialog.exec():
            self._decide(row, "exclude", self.tr("Excluded: {0}"), dialog.reason.text().strip())

    def confirm_name(self) -> None:
        """It is the listed one: with the second officer, or waiting for one."""
        row = self._kept()
        if row is not None and ConfirmDialog(self.context, self, row).exec():
            match = self.context.desk.screening.decisions.get(row.match.uid)
            waits = self.tr("Waits for the second officer: {0}")
            self._decided(row, waits if match.proposed else self.tr("Confirmed: {0}"))

    def undecided_name(self) -> None:
        """Looked at, and not to be told from what is known."""
        self._decide(self._kept(), "leave_undecided", self.tr("Left undecided: {0}"))

    def reopen_name(self) -> None:
        """Decide anew."""
        self._decide(self._kept(), "reopen", self.tr("Open again: {0}"))

    def evidence_sheet(self) -> None:
        """The sheet of this name and this entry, as a Word file."""
        row = self._kept()
        if row is not None:
            uid, evidence = row.match.uid, self.context.desk.screening.evidence
            title = self.context.word("evidence.title")
            write_out(
                self, title, "docx", lambda path, language: evidence.of_match(uid, path, language)
            )

    def put_on_list(self) -> None:
        """A confirmed name as a row of a list of names that leaves."""
        row = self.hit
        if row is None:
            return
        entry = row.entry
        names = (entry.name_original or entry.name, entry.name if entry.name_original else "")
        record = self.context.desk.screening.entries.entry(entry.uid).record
        written = Written(*names, entry=entry.uid, basis=record.basis, detail=row.match.name)
        title = put_on_list(self, written)
        if title:
            self.changed.emit()
            self.notice.emit(self.tr("Put on the list: {0}").format(f"\u2068{title}\u2069"))

    def next_name(self) -> None:
        self.step_name(1)

    def previous_name(self) -> None:
        self.step_name(-1)

    def open_entry(self) -> None:
        """The page of the entry."""
        if self.hit is not None:
            self.opened.emit("list_entry", self.hit.entry.uid)

    def _kept(self) -> MatchRow | None:
        try:
            return self.kept_hit()
        except CtdeskError as error:
            self.failed.emit(error)
            return None

    def _decide(self, row: MatchRow | None, act: str, sentence: str, *words: str) -> None:
        if row is None:
            return
        try:
            getattr(self.context.desk.screening.decisions, act)(row.match.uid, *words)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self._decided(row, sentence)

    def _decided(self, row: MatchRow, sentence: str) -> None:
        self.names_changed()
        self.changed.emit()
        self.notice.emit(sentence.format(f"\u2068{row.match.name}\u2069"))
