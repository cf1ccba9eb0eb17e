"""Copies of the desk, for the day on which this machine is gone: the list, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk import Desk
from ctdesk.desk.backups import Copied, Drill, Preview, Written, backups_in
from ctdesk.domain.errors import BadInput, CtdeskError
from ctdesk.text.show import isolate
from ctdesk.ui.context import Context
from ctdesk.ui.files import ask_folder
from ctdesk.ui.keeping.backup_settings import BackupSettings
from ctdesk.ui.keeping.progress import ProgressLine
from ctdesk.ui.keeping.restore_dialog import RestoreDialog
from ctdesk.ui.keeping.where import ask_where
from ctdesk.ui.page import Page
from ctdesk.ui.waiting import Progress, wait_for

_MB = 1 << 20


class BackupsTab(Page):
    """Backups beside the desk and in the second place; writing, trying out, restoring."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.copies: list[tuple[Copied, bool]] = []
        """The backups in the table; whether each lies in the second place."""
        self._state, self._elsewhere = QLabel(self), QLabel(self)
        self.now_button, self.folder_button = QPushButton(self), QPushButton(self)
        self.open_button, self.drill_button = QPushButton(self), QPushButton(self)
        self.restore_button = QPushButton(self)
        self.line = ProgressLine(context, self)
        self.table = QTableWidget(0, 5, self)
        self.settings = BackupSettings(context, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read again what lies in the places."""
        try:
            backups = self.context.desk.backups
            self.copies = [(copied, False) for copied in backups.ring()]
            self.copies += [(copied, True) for copied in backups.elsewhere()]
            self._fill()
            self._say()
        except CtdeskError as error:
            self.failed.emit(error)
        self.settings.refresh()
        self._grey()

    def focus_first(self) -> None:
        self.now_button.setFocus()

    def may_leave(self) -> bool:
        self.line.wait()
        return True

    # --- acts ---

    def back_up_now(self) -> None:
        """Add a backup beside the desk and, where it is there, in the second place."""

        def act(desk: Desk, progress: Progress) -> list[Written]:
            written = [desk.backups.write_here(progress, "daily")]
            place = desk.backups.second_place
            if place is not None and place.is_dir():
                written.append(desk.backups.write_elsewhere(progress))
            return written

        self._run(act)

    def back_up_to_folder(self) -> None:
        """Write a backup that holds everything itself where the officer says."""
        target = ask_where(self)
        if target is not None:
            self._run(lambda desk, progress: [desk.backups.write(target, progress)])

    def try_out(self) -> None:
        """Open the chosen backup, look through all of it, and say what it holds."""
        copied = self.chosen
        if copied is not None:
            self._run(lambda desk, progress: desk.backups.drill(copied, progress))

    def show_changes(self) -> None:
        """What restoring the chosen backup would change; from there it can be restored."""
        if self.chosen is not None:
            self._preview(self.chosen)

    def open_other(self) -> None:
        """Look into a backup of this desk that lies anywhere."""
        chosen = ask_folder(self, self.open_button.text())
        if chosen is None:
            return
        found = backups_in(chosen)
        if found:
            self._preview(found[0])
        else:
            self.failed.emit(BadInput("no_backup", path=str(chosen)))

    @property
    def chosen(self) -> Copied | None:
        """The backup that is selected."""
        row = self.table.currentRow()
        return self.copies[row][0] if 0 <= row < len(self.copies) else None

    def _preview(self, copied: Copied) -> None:
        def act(progress: Progress) -> Preview:
            worker = self.context.desk.for_worker()
            try:
                return worker.backups.preview(copied, progress)
            finally:
                worker.close()

        try:
            preview = wait_for(self, self.context.lang, self.tr("Looking into the backup…"), act)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        if RestoreDialog(self.context, preview, self).exec():
            self.context.restore_wanted.emit(copied)

    def _run(self, act: object) -> None:
        self.line.run(act)  # type: ignore[arg-type]
        self._grey()

    def _done(self, result: object) -> None:
        show = self.context.show
        if isinstance(result, Drill):
            lost = len(result.check.lost)
            documents = show.number(result.check.facts.counts.get("document", 0))
            self.notice.emit(
                show.digits(
                    self.tr("The backup opens, but %n attachment(s) are missing.", "", lost)
                )
                if lost
                else self.tr("The backup opens and is whole: {0} documents, {1} files.").format(
                    documents, show.number(result.check.files)
                )
            )
        elif isinstance(result, list):
            lost = sum(len(written.lost) for written in result)
            where = show.names(isolate(str(written.copied.folder)) for written in result)
            said = self.tr("The checked backup lies at {0}.").format(where)
            if lost:
                said += " " + show.digits(
                    self.tr("%n attachment(s) are missing in the desk itself.", "", lost)
                )
            self.notice.emit(said)
        self.refresh()

    # --- showing ---

    def retranslate(self) -> None:
        self.now_button.setText(self.tr("Back up now"))
        self.folder_button.setText(self.tr("Back up to a folder…"))
        self.open_button.setText(self.tr("Open a backup…"))
        self.drill_button.setText(self.tr("Try it out"))
        self.restore_button.setText(self.tr("What would restoring change?…"))
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Written"),
                self.tr("Occasion"),
                self.tr("Place"),
                self.tr("Size"),
                self.tr("Tried out"),
            ]
        )
        self.settings.retranslate()
        self._fill()
        self._say()

    def _say(self) -> None:
        show, backups = self.context.show, self.context.desk.backups
        newest = next((copied for copied, away in self.copies if not away), None)
        self._state.setText(
            self.tr("Last backup beside the desk: {0}").format(show.moment(newest.at))
            if newest
            else self.tr("There is no backup beside the desk yet.")
        )
        days = backups.days_without_elsewhere()
        overdue = backups.reminder()
        if days is None:
            said = self.tr("None was ever written to another medium: keep one in the safe.")
        elif days == 0:
            said = self.tr("On another medium: today.")
        else:
            said = show.digits(self.tr("On another medium: %n day(s) ago.", "", days))
        self._elsewhere.setText(said)
        self._elsewhere.setProperty("role", "warning" if overdue else "muted")
        self._elsewhere.style().polish(self._elsewhere)

    def _fill(self) -> None:
        show, backups = self.context.show, self.context.desk.backups
        at = self.table.currentRow()
        self.table.setRowCount(len(self.copies))
        for row, (copied, away) in enumerate(self.copies):
            drilled = backups.drilled(copied)
            cells = (
                show.moment(copied.at),
                self.context.word(f"copy_kind.{copied.kind}"),
                self.tr("second place") if away else self.tr("beside the desk"),
                self.tr("{0} MB").format(show.number(f"{copied.size / _MB:.1f}")),
                show.moment(drilled) if drilled else self.tr("never"),
            )
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                cell.setToolTip(str(copied.folder))
                self.table.setItem(row, column, cell)
        if self.copies:
            self.table.setCurrentCell(min(max(at, 0), len(self.copies) - 1), 0)

    def _grey(self) -> None:
        idle = not self.line.busy
        for button in (self.now_button, self.folder_button, self.open_button):
            button.setEnabled(idle)
        for button in (self.drill_button, self.restore_button):
            button.setEnabled(idle and self.chosen is not None)

    def _connect(self) -> None:
        self.now_button.clicked.connect(self.back_up_now)
        self.folder_button.clicked.connect(self.back_up_to_folder)
        self.open_button.clicked.connect(self.open_other)
        self.drill_button.clicked.connect(self.try_out)
        self.restore_button.clicked.connect(self.show_changes)
        self.table.itemSelectionChanged.connect(self._grey)
        self.table.itemActivated.connect(lambda _item: self.show_changes())
        self.line.done.connect(self._done)
        self.line.failed.connect(self.failed)
        self.line.ended.connect(self._grey)
        self.settings.changed.connect(self.refresh)
        self.settings.failed.connect(self.failed)

    def _lay_out(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setProperty("kind", "framed")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._state.setProperty("role", "heading")
        self.now_button.setProperty("kind", "primary")
        acts, below = QHBoxLayout(), QHBoxLayout()
        for button in (self.now_button, self.folder_button, self.open_button):
            acts.addWidget(button)
        acts.addWidget(self.line, 1)
        for button in (self.drill_button, self.restore_button):
            below.addWidget(button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(10)
        layout.addWidget(self._state)
        layout.addWidget(self._elsewhere)
        layout.addLayout(acts)
        layout.addWidget(table, 1)
        layout.addLayout(below)
        layout.addWidget(self.settings)
