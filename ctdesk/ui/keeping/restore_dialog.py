"""What restoring a backup would change, before anything does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.backups import Preview
from ctdesk.ui.context import Context
from ctdesk.ui.language import Retranslated


class RestoreDialog(Retranslated, QDialog):
    """Accepted: the officer wants the backup in the desk's place."""

    def __init__(self, context: Context, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._preview = preview
        self._head, self._told, self._after = QLabel(self), QLabel(self), QLabel(self)
        self.counts, self.rows = QTableWidget(self), QTableWidget(self)
        self.restore_button, self.close_button = QPushButton(self), QPushButton(self)
        self.restore_button.setEnabled(context.desk.backups.may_restore)
        self.restore_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.resize(900, 600)
        self.retranslate()
        self.close_button.setFocus()

    def retranslate(self) -> None:
        show, preview = self._context.show, self._preview
        self.setWindowTitle(self.tr("What restoring would change"))
        self._head.setText(self.tr("The backup of {0}").format(show.moment(preview.copied.at)))
        parts = [
            self.tr("{0} documents").format(
                show.number(preview.check.facts.counts.get("document", 0))
            )
        ]
        if preview.check.lost:
            lost = len(preview.check.lost)
            parts.append(show.digits(self.tr("%n attachment(s) missing in it", "", lost)))
        if not preview.check.as_written:
            parts.append(self.tr("it was opened as a desk since it was written"))
        if not preview.differences:
            parts.append(self.tr("nothing differs from the desk"))
        self._told.setText(show.joined(*parts))
        self._after.setText(
            self.tr(
                "Restoring sets the desk as it is aside, whole, in a folder beside it; the backup "
                "takes its place, and the history notes it. The passphrases are then those of the "
                "backup's day."
            )
        )
        self.restore_button.setText(self.tr("Restore this backup"))
        self.close_button.setText(self.tr("Leave the desk as it is"))
        self._fill_counts()
        self._fill_rows()

    def _fill_counts(self) -> None:
        show = self._context.show
        self.counts.setHorizontalHeaderLabels(
            [
                self.tr("Kind"),
                self.tr("Only in the desk"),
                self.tr("Only in the backup"),
                self.tr("Different"),
            ]
        )
        lines: list[tuple[str, ...]] = [
            (
                self._context.word(f"record.{each.table}"),
                show.number(each.count_here),
                show.number(each.count_there),
                show.number(each.count_changed),
            )
            for each in self._preview.differences
        ]
        here, there = self._preview.numbers_here, self._preview.numbers_there
        for register, year in sorted({*here, *there}, key=lambda key: (-key[1], key[0])):
            numbers = here.get((register, year), 0), there.get((register, year), 0)
            if numbers[0] != numbers[1]:
                name = self._context.label("register", register)
                lines.append(
                    (
                        self.tr("{0} {1}, last number").format(name, show.number(year)),
                        show.number(numbers[0]),
                        show.number(numbers[1]),
                        "",
                    )
                )
        _fill(self.counts, lines)

    def _fill_rows(self) -> None:
        show = self._context.show
        self.rows.setHorizontalHeaderLabels(
            [self.tr("Where"), self.tr("Number"), self.tr("Title"), self.tr("When"), self.tr("Who")]
        )
        sides = {
            "here": self.tr("only in the desk"),
            "there": self.tr("only in the backup"),
            "changed": self.tr("different"),
        }
        _fill(
            self.rows,
            [
                (
                    sides[row.side],
                    show.number(row.number),
                    row.title,
                    show.moment(row.at),
                    row.officer,
                )
                for row in self._preview.rows
            ],
        )

    def _lay_out(self) -> None:
        self._head.setProperty("role", "title")
        self._told.setProperty("role", "muted")
        for label in (self._told, self._after):
            label.setWordWrap(True)
        for table, columns, wide in ((self.counts, 4, 0), (self.rows, 5, 2)):
            table.setColumnCount(columns)
            table.verticalHeader().hide()
            table.setShowGrid(False)
            table.setProperty("kind", "framed")
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            table.setTabKeyNavigation(False)
            header = table.horizontalHeader()
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
            header.setDefaultAlignment(
                Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            )
        for button in (self.restore_button, self.close_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.restore_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self._told)
        layout.addWidget(self.counts, 2)
        layout.addWidget(self.rows, 3)
        layout.addWidget(self._after)
        layout.addLayout(foot)


def _fill(table: QTableWidget, lines: list[tuple[str, ...]]) -> None:
    table.setRowCount(len(lines))
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            cell.setToolTip(text)
            table.setItem(row, column, cell)
    table.setVisible(bool(lines))
